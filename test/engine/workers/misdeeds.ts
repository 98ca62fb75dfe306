/** What the first byte of a key makes the unsteady thread do. */
export const misdeeds = { beDeaf: 0, fail: 1, loop: 2, loopWhileWriting: 3, beat: 4 } as const;
