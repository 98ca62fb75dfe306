import { createHash, randomBytes } from 'node:crypto';

/** An id of eleven characters, as videos have. */
export function newVideoId(): string {
  return randomBytes(8).toString('base64url');
}

/** The id of something made up, which is the same after a restart. */
export function inventedVideoId(seed: number): string {
  return digest('video', seed).slice(0, 11);
}

export function newCommentId(): string {
  return `Ug${randomBytes(18).toString('base64url')}`;
}

/** Answers are named after the comment above them. */
export function newAnswerId(parent: string): string {
  return `${parent}.${randomBytes(16).toString('base64url')}`;
}

export function inventedCommentId(seed: number): string {
  return `Ug${digest('comment', seed).slice(0, 24)}`;
}

function digest(kind: string, seed: number): string {
  return createHash('sha256').update(`${kind} ${seed}`).digest('base64url');
}
