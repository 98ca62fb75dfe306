import { z } from 'zod';
import type { CallResult } from '../../../src/engine/http/call.ts';
import type { UploadProgress, UploadSource } from '../../../src/engine/platforms/publishing.ts';
import { x } from '../../../src/engine/platforms/x/platform.ts';
import type { PracticeAccount } from './practice.ts';
import { gif, mp4, png } from './sample-media.ts';

/** Makes every call that X's code can make, in the forms it can take. Throws where one fails that should not. */
export const makeEveryCall = async (practice: PracticeAccount): Promise<void> => {
  const { http, account } = practice;
  done(await x.api.profile(http, account));
  const publish = (text: string, mediaIds: readonly string[] = [], inReplyTo: string | null = null) =>
    x.api.publish(http, { account, text, mediaIds, inReplyTo });

  const images = [png({ altText: 'One "loaf" & a half' }), png({ length: 1_048_576 * 2 + 1 })];
  const ids = [];
  for (const image of images) ids.push(await uploaded(practice, image));
  const first = done(await publish('Two pictures and https://example.com/?a=1&b=2', ids));
  const second = done(
    await publish('', [await uploaded(practice, gif({ altText: 'Turning' }))], first.remoteId),
  );
  const third = done(await publish('A video', [await uploaded(practice, mp4())], second.remoteId));
  done(await publish('Words alone: 🍞 "quoted" <b> & more'));
  // Refusals have shapes of their own.
  await publish('Words alone: 🍞 "quoted" <b> & more');
  await publish('$TWTR $AAPL');
  await publish('too long '.repeat(100));
  await publish('nothing there', ['1']);
  await publish('nobody asked', [], '20');

  const posts = done(await x.api.ownPosts(http, account, { since: null, limit: 100 }));
  done(await x.api.ownPosts(http, account, { since: Date.now() - 60_000, limit: 1 }));
  done(await x.api.ownPosts(http, account, { since: Date.now() + 60_000, limit: 5 }));
  done(await x.api.postMetrics(http, account, [...posts, { remoteId: '1', publishedAt: 0 }], Date.now()));
  const mentions = done(await x.api.mentions(http, account, { sinceId: null, limit: 12 }));
  done(await x.api.mentions(http, account, { sinceId: mentions[0]?.remoteId ?? null, limit: 5 }));
  done(await x.api.remove(http, account, third.remoteId));
};

const done = <Data>(result: CallResult<Data>): Data => {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.detail}`);
  return result.data;
};

/** Uploads a file to its end; the practice network's clock is moved on while it processes. */
const uploaded = async (practice: PracticeAccount, source: UploadSource): Promise<string> => {
  let progress: UploadProgress | null = null;
  for (let tries = 0; tries < 5; tries += 1) {
    const result = await x.api.upload(practice.http, source, progress, {
      now: () => Date.now(),
      saved: (step) => {
        progress = step;
      },
      signal: new AbortController().signal,
      account: practice.account,
      options: {},
    });
    if (result.state === 'ready') return result.media.remoteId;
    if (result.state === 'failed') throw new Error(`${result.failure.code}: ${result.failure.detail}`);
    await moveClock(practice, 10_000);
  }
  throw new Error('The practice network never finishes processing.');
};

const clock = z.object({ now: z.number() });

const moveClock = async (practice: PracticeAccount, ms: number): Promise<void> => {
  const { now } = clock.parse(await practice.control('GET', 'clock'));
  await practice.control('PUT', 'clock', { epochMs: now + ms, anchorMs: Date.now(), rate: 1 });
};
