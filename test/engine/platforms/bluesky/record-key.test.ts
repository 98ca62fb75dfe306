import { describe, expect, it } from 'vitest';
import { madeAt, newRecordKey } from '../../../../src/engine/platforms/bluesky/record-key.ts';
import { postIdOf } from '../../../../src/engine/platforms/bluesky/post-id.ts';

const random = { fraction: () => 0.999, bytes: (count: number) => new Uint8Array(count) };

describe('record keys', () => {
  it('hold their time to the millisecond', () => {
    const now = Date.UTC(2026, 10, 22, 12, 34, 56, 789);
    const key = newRecordKey({ now, random });
    expect(key).toMatch(/^[2-7a-j][2-7a-z]{12}$/);
    expect(madeAt(key)).toBe(now);
  });

  it('sort as their times do', () => {
    const keys = [0, 1, 2, 1_000, 86_400_000].map((later) =>
      newRecordKey({ now: 1_795_000_000_000 + later, random }),
    );
    expect(keys.toSorted()).toEqual(keys);
  });

  it('are read where others made them', () => {
    expect(new Date(madeAt('3ju4p6u2i3a2g') ?? 0).getUTCFullYear()).toBe(2023);
    expect(madeAt('zzzz')).toBeNull();
    expect(madeAt('1234567890123')).toBeNull();
  });

  it('stand in public addresses', () => {
    expect(postIdOf('https://bsky.app/profile/anna.example.com/post/3ju4p6u2i3a2g?ref=x')).toBe(
      '3ju4p6u2i3a2g',
    );
    expect(postIdOf('https://bsky.app/profile/did:plc:abc/post/3ju4p6u2i3a2g')).toBe('3ju4p6u2i3a2g');
    expect(postIdOf('https://bsky.app/profile/anna.example.com')).toBeNull();
  });
});
