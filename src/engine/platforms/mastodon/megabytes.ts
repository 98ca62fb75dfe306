/** Megabytes with one decimal, rounded up so that a file over the limit never reads as being at it. */
export const megabytes = (bytes: number): number => Math.ceil(bytes / 100_000) / 10;
