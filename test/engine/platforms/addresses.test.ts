import { describe, expect, it } from 'vitest';
import { platforms } from '../../../src/engine/platforms/registry.ts';
import type { Platform } from '../../../src/engine/platforms/platform.ts';

/** Addresses as people copy them, by network, with the id that the network's API knows the post by; null: it is not in there. */
const addresses: Readonly<Record<string, readonly (readonly [string, string | null])[]>> = {
  x: [
    ['https://x.com/mara_bakes/status/1850000000000000001', '1850000000000000001'],
    ['https://twitter.com/mara_bakes/status/1850000000000000001?s=20', '1850000000000000001'],
    ['https://x.com/i/web/status/1850000000000000001/photo/1', '1850000000000000001'],
    ['http://127.0.0.1:51000/mara_bakes/status/1850000000000000001', '1850000000000000001'],
  ],
  bluesky: [['https://bsky.app/profile/mara.bsky.social/post/3ju4p6u2i3a2g', '3ju4p6u2i3a2g']],
  mastodon: [
    ['https://mastodon.social/@mara/103254962155278888', '103254962155278888'],
    ['https://hachyderm.io/users/mara/statuses/103254962155278888', '103254962155278888'],
    ['https://hachyderm.io/@mara@mastodon.social/103254962155278888', '103254962155278888'],
  ],
  facebook: [
    ['https://www.facebook.com/1234/posts/5678', '1234_5678'],
    ['https://www.facebook.com/mybakery/posts/pfbid02abcDEF', null],
    ['https://www.facebook.com/permalink.php?story_fbid=pfbid02abcDEF&id=1234', null],
    ['https://www.facebook.com/share/p/1AbCdEfGh/', null],
    ['https://fb.watch/aBcDeF123_/', null],
  ],
  instagram: [
    ['https://www.instagram.com/p/ABC123/', null],
    ['https://www.instagram.com/mara_bakes/p/DAbc_-12345/?img_index=1', null],
    ['https://instagram.com/reel/C8abcDEF123/?igsh=abc', null],
    ['https://www.instagram.com/stories/mara.bakes/3400000000000000000/', null],
    ['http://127.0.0.1:51000/instagram/p/ABC123/', null],
  ],
  threads: [
    ['https://www.threads.com/@mara.bakes/post/C8abc_-123', null],
    ['https://www.threads.net/t/C8abc_-123/', null],
  ],
  linkedin: [
    [
      'https://www.linkedin.com/feed/update/urn:li:share:7141138937766391808/',
      'urn:li:share:7141138937766391808',
    ],
    [
      'https://de.linkedin.com/posts/mara-linden_bread-activity-7141138937766391808-AbCd?utm_source=share',
      'urn:li:activity:7141138937766391808',
    ],
  ],
  youtube: [
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=5', 'dQw4w9WgXcQ'],
    ['https://youtu.be/dQw4w9WgXcQ?si=x', 'dQw4w9WgXcQ'],
    ['https://youtube.com/shorts/dQw4w9WgXcQ?feature=share', 'dQw4w9WgXcQ'],
  ],
  tiktok: [
    ['https://www.tiktok.com/@mara_bakes/video/7412345678901234567', '7412345678901234567'],
    ['https://vm.tiktok.com/ZMabc123/', null],
    ['https://www.tiktok.com/t/ZMabc123/', null],
  ],
};

const isOf = ({ api }: Platform, url: string): boolean =>
  api.isPostAddress?.(url) ?? api.postIdOf(url) !== null;

describe.each(platforms.map((platform) => [platform.name, platform] as const))('%s', (name, platform) => {
  // A company's pages are at LinkedIn's own addresses.
  const place = name === 'linkedin_pages' ? 'linkedin' : name;
  const own = addresses[place] ?? [];

  it('knows the addresses of its posts', () => {
    expect(own.length).toBeGreaterThan(0);
    for (const [url, id] of own) {
      expect([url, isOf(platform, url), platform.api.postIdOf(url)]).toEqual([url, true, id]);
    }
  });

  it('takes no other network’s post, no profile and no other page for one of its own', () => {
    const others = Object.entries(addresses).flatMap(([network, urls]) =>
      network === place ? [] : urls.map(([url]) => url),
    );
    const pages = [
      'https://x.com/mara_bakes',
      'https://www.instagram.com/mara_bakes/',
      'https://www.facebook.com/mybakery',
      'https://www.tiktok.com/@mara_bakes',
      'https://www.youtube.com/@mara',
      'https://www.linkedin.com/in/mara-linden/',
      'https://example.com/watch?v=dQw4w9WgXcQ',
      'https://instagram.com.example.com/p/ABC123/',
      'no address',
      'javascript:alert(1)',
    ];
    // Only this machine plays several networks under one name.
    const foreign = [...others, ...pages].filter((url) => !url.startsWith('http://127.'));
    expect(foreign.filter((url) => isOf(platform, url))).toEqual([]);
    expect(foreign.filter((url) => platform.api.postIdOf(url) !== null)).toEqual([]);
  });
});
