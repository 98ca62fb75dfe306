import { describe, expect, it } from 'vitest';
import {
  chunkAt,
  contentRange,
  nextChunk,
  planChunks,
} from '../../../../src/engine/platforms/tiktok/chunks.ts';

const mib = 1_048_576;

describe('the cut of a video', () => {
  it.each([
    [1, 1, 1],
    [4_999_999, 4_999_999, 1],
    [10 * mib, 10 * mib, 1],
    [20 * mib - 1, 20 * mib - 1, 1],
    [20 * mib, 10 * mib, 2],
    [25_000_000, 10 * mib, 2],
    [30 * mib - 1, 10 * mib, 2],
    [30 * mib, 10 * mib, 3],
    [64_000_000, 10 * mib, 6],
    [67_108_864, 10 * mib, 6],
    [50_000_123, 10 * mib, 4],
    [4_000_000_000, 10 * mib, 381],
  ])('of %i bytes has chunks of %i, %i of them', (bytes, chunkBytes, count) => {
    expect(planChunks(bytes)).toEqual({ videoBytes: bytes, chunkBytes, count });
  });

  it.each([1, 6_000_000, 20_971_519, 20_971_520, 31_457_281, 123_456_789, 4_000_000_000])(
    'of %i bytes follows the rules of TikTok and leaves no byte out',
    (bytes) => {
      const plan = planChunks(bytes);
      const chunks = Array.from({ length: plan.count }, (_, index) => chunkAt(plan, index));
      let from = 0;
      for (const [index, { offset, length }] of chunks.entries()) {
        expect(offset).toBe(from);
        from += length;
        if (plan.count === 1) continue;
        expect(length).toBeGreaterThanOrEqual(5_242_880);
        expect(length).toBeLessThanOrEqual(index === plan.count - 1 ? 128_000_000 : 64_000_000);
      }
      expect(from).toBe(bytes);
      expect(plan.count).toBe(Math.max(1, Math.floor(bytes / plan.chunkBytes)));
      expect(plan.count).toBeLessThanOrEqual(1_000);
      expect(plan.count > 1 || bytes <= 64_000_000).toBe(true);
    },
  );

  it('says where each chunk lies', () => {
    const plan = planChunks(25_000_000);
    expect([0, 1].map((index) => contentRange(plan, index))).toEqual([
      'bytes 0-10485759/25000000',
      'bytes 10485760-24999999/25000000',
    ]);
  });

  it.each([
    [0, 0],
    [10_485_759, 0],
    [10_485_760, 1],
    [20_971_520, 2],
    [30_000_000, 2],
    [99_000_000, 2],
  ])('goes on after %i bytes with chunk %i, and keeps the last for the publish', (arrived, next) => {
    expect(nextChunk(planChunks(35_000_000), arrived)).toBe(next);
  });
});
