import { z } from 'zod';

const remoteId = z.string().regex(/^\d{1,30}$/);

const handle = z.object({
  /** The container that becomes the post; null while only its children are made. */
  container: remoteId.nullable(),
  children: z.array(remoteId),
  /** Epoch ms of the first container. */
  madeAt: z.int(),
  /** How often its state was asked for and was not final. */
  asked: z.int(),
});

/** What is kept of a staged post: its containers, and how long they have been waited for. */
export type ContainerHandle = Readonly<z.infer<typeof handle>>;

const comment = z.object({ commentOn: remoteId });

/** Before anything is made. */
export const newHandle = (madeAt: number): ContainerHandle => ({
  container: null,
  children: [],
  madeAt,
  asked: 0,
});

/** Reads what `writeHandle` wrote; null where it is something else. */
export const readHandle = (text: string | null): ContainerHandle | null => {
  const read = handle.safeParse(parsed(text));
  return read.success ? read.data : null;
};

export const writeHandle = (given: ContainerHandle): string => JSON.stringify(given);

/** The handle of a comment, which has no container: it only names the post that it stands under. */
export const writeCommentHandle = (commentOn: string): string => JSON.stringify({ commentOn });

/** The post that a comment's handle names; null where the handle is none of a comment. */
export const readCommentHandle = (text: string | null): string | null => {
  const read = comment.safeParse(parsed(text));
  return read.success ? read.data.commentOn : null;
};

const parsed = (text: string | null): unknown => {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
};
