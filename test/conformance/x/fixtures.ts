import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { AccountHttp } from '../../../src/engine/http/call.ts';
import { understand } from '../../../src/engine/http/outcome.ts';
import { x } from '../../../src/engine/platforms/x/platform.ts';
import { checked } from '../check.ts';
import type { Check } from '../check.ts';
import { readShared, sharedFolder } from '../shared-files.ts';
import { png } from './sample-media.ts';

const folder = 'specs/fixtures/x';

const fixtureFile = z.object({
  endpoint: z.string(),
  response: z.object({
    status: z.int(),
    headers: z.record(z.string(), z.string()).optional(),
    body: z.unknown(),
  }),
});
type Fixture = z.infer<typeof fixtureFile>;

/** Answers that X once gave, through our reading code. */
export const checkFixtures = async (): Promise<readonly Check[]> => {
  const files = readdirSync(sharedFolder(folder)).filter((name) => name.endsWith('.json'));
  return await Promise.all(
    files.map(async (name) => {
      const fixture = fixtureFile.parse(JSON.parse(readShared(join(folder, name))));
      return checked('recorded answers', name, await faultsOf(fixture));
    }),
  );
};

const ids = z.object({ data: z.array(z.object({ id: z.string() })).optional() });
const account = { remoteId: '1', username: 'example_user', webOrigin: 'https://x.com', facts: {} };

const faultsOf = async (fixture: Fixture): Promise<readonly string[]> => {
  const http = answering(fixture);
  const { status, headers, body } = fixture.response;
  if (status >= 400) {
    const { code } = x.classify({ status, headers: new Headers(headers), body }, Date.now());
    return code === 'platform_changed' ? ['is not understood'] : [];
  }
  const listed = ids.safeParse(body).data?.data?.map(({ id }) => id) ?? [];
  const same = (found: readonly string[]) =>
    JSON.stringify(found) === JSON.stringify(listed)
      ? []
      : [`finds ${found.join()}, expected ${listed.join()}`];
  switch (fixture.endpoint) {
    case 'x.me': {
      const result = await x.api.profile(http, account);
      return result.ok && result.data.username !== '' ? [] : ['no account found'];
    }
    case 'x.mentions': {
      const result = await x.api.mentions(http, account, { sinceId: null, limit: listed.length });
      return result.ok ? same(result.data.map(({ remoteId }) => remoteId)) : [result.failure.detail];
    }
    case 'x.posts.own': {
      const result = await x.api.ownPosts(http, account, { since: null, limit: listed.length });
      return result.ok ? same(result.data.map(({ remoteId }) => remoteId)) : [result.failure.detail];
    }
    case 'x.posts.get': {
      const result = await x.api.postMetrics(http, account, [{ remoteId: '1', publishedAt: 0 }], 0);
      return result.ok ? same([...result.data.keys()]) : [result.failure.detail];
    }
    case 'x.post.create': {
      const part = { account, text: 'text', mediaIds: [], inReplyTo: null };
      const result = await x.api.publish(http, part);
      return result.ok ? [] : [result.failure.detail];
    }
    case 'x.post.delete': {
      const result = await x.api.remove(http, account, '1');
      return result.ok ? [] : [result.failure.detail];
    }
    case 'x.media.init':
    case 'x.media.append':
    case 'x.media.finalize':
    case 'x.media.status': {
      const now = Date.now();
      const progress = {
        remoteId: '1',
        nextOffset: 0,
        finalized: false,
        altTextSet: false,
        expiresAt: now * 2,
      };
      const source = { ...png(), kind: 'video' } as const;
      const sent =
        fixture.endpoint === 'x.media.init'
          ? null
          : { ...progress, finalized: fixture.endpoint === 'x.media.status' };
      const context = {
        now: () => now,
        saved: () => {},
        signal: new AbortController().signal,
        account,
        options: {},
      };
      const result = await x.api.upload(http, source, sent, context);
      return result.state === 'failed' ? [result.failure.detail] : [];
    }
    default:
      return [`there is no reading code for ${fixture.endpoint}`];
  }
};

/** Answers every call with the same. */
const answering = ({ response }: Fixture): AccountHttp => ({
  endpoints: x.endpoints,
  prepare: () => Promise.resolve(null),
  send: (call) => {
    const answer = { status: response.status, headers: new Headers(response.headers), body: response.body };
    const wire = { kind: 'answered', answer, text: JSON.stringify(response.body) } as const;
    return Promise.resolve(understand(x, call, wire, Date.now()).result);
  },
});
