import { describe, expect, it } from 'vitest';
import { x } from '../../../../src/engine/platforms/x/platform.ts';
import type { CheckedPart, MediaFacts } from '../../../../src/engine/platforms/content.ts';

const part = (text: string, media: readonly MediaFacts[] = []): CheckedPart => ({ text, media });
const medium = (kind: MediaFacts['kind'], altText: string): MediaFacts => ({
  kind,
  altText,
  mimeType: 'image/png',
  bytes: 1,
  width: 1,
  height: 1,
  durationMs: null,
  frameRate: null,
  videoCodec: null,
  audioCodec: null,
});

describe('what X charges', () => {
  it.each<[string, readonly CheckedPart[], number, 'link' | null]>([
    ['a post', [part('hello')], 15_000, null],
    ['a post with a link', [part('see https://example.com')], 200_000, 'link'],
    ['a link without scheme', [part('see example.com')], 200_000, 'link'],
    ['an address that is no link', [part('mail ada@example.com or file.notatld')], 15_000, null],
    ['a thread', [part('one'), part('two'), part('three example.com')], 230_000, 'link'],
    [
      'pictures without alternative text',
      [part('a', [medium('image', ''), medium('image', '  ')])],
      15_000,
      null,
    ],
    [
      'pictures with alternative text',
      [part('a', [medium('image', 'b'), medium('image', 'c')])],
      25_000,
      null,
    ],
    ['a GIF with alternative text', [part('', [medium('gif', 'b')])], 20_000, null],
    ['a video, whose alternative text is not sent', [part('a', [medium('video', 'b')])], 15_000, null],
    ['nothing', [], 0, null],
  ])('%s', (_, parts, costMicros, note) => {
    expect(x.cost(parts)).toEqual({ costMicros, note });
  });

  it('agrees with the costs in the content rules', () => {
    expect(x.rules(null).links.costs).toEqual({
      withLink: x.cost([part('example.com')]).costMicros,
      withoutLink: x.cost([part('example')]).costMicros,
    });
  });

  it('reading is charged by the thing read', () => {
    expect(x.api.readCost('own_posts', 20)).toBe(100_000);
    expect(x.api.readCost('post_metrics', 100)).toBe(500_000);
    expect(x.api.readCost('mentions', 3)).toBe(15_000);
    expect(x.api.readCost('profile', 1)).toBe(10_000);
  });
});
