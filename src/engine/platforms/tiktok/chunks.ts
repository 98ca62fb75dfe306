/** How a video is cut for its upload, in bytes. */
export interface ChunkPlan {
  readonly videoBytes: number;
  /** `chunk_size`, as it is told when the upload begins. */
  readonly chunkBytes: number;
  /** `total_chunk_count`. */
  readonly count: number;
}

/**
 * Each chunk but the last. TikTok takes 5 to 64 MB and at most 1,000 chunks; small ones lose little when a line breaks, and
 * 4 GB are 400 of these.
 */
export const chunkBytes = 10_485_760;

/**
 * Cuts a video as TikTok wants it (Media Transfer Guide): the number of chunks is the size divided by theirs, rounded down,
 * and the last takes what is left over. What does not make two of them goes in one, whatever its size.
 */
export const planChunks = (videoBytes: number): ChunkPlan => {
  const count = Math.floor(videoBytes / chunkBytes);
  return count < 2 ? { videoBytes, chunkBytes: videoBytes, count: 1 } : { videoBytes, chunkBytes, count };
};

/** Where a chunk lies: its first byte and its length. */
export const chunkAt = (
  plan: ChunkPlan,
  index: number,
): { readonly offset: number; readonly length: number } => {
  const offset = index * plan.chunkBytes;
  return { offset, length: index === plan.count - 1 ? plan.videoBytes - offset : plan.chunkBytes };
};

/** The chunk that comes next where so many bytes have arrived; `count - 1` at most, since the last one publishes. */
export const nextChunk = (plan: ChunkPlan, arrivedBytes: number): number =>
  Math.min(Math.floor(arrivedBytes / plan.chunkBytes), plan.count - 1);

/** The header that says which bytes of the video these are (RFC 9110, section 14.4). */
export const contentRange = (plan: ChunkPlan, index: number): string => {
  const { offset, length } = chunkAt(plan, index);
  return `bytes ${offset}-${offset + length - 1}/${plan.videoBytes}`;
};
