import { z } from 'zod';
import type { AccountHttp, CallResult } from '../../http/call.ts';
import { graphId } from '../meta/containers/calls.ts';
import { publishStaged } from '../meta/containers/publish.ts';
import type { PlatformApi } from '../platform.ts';
import type { PublishedPart, PublishPart } from '../publishing.ts';
import { profileUrl } from './addresses.ts';
import { containers, graphPath } from './graph.ts';

/** Publishes what is staged, or writes a comment under the post. */
export const publish: PlatformApi['publish'] = async (http, part) => {
  const made =
    part.role === 'post'
      ? await publishStaged(http, containers, part.account.remoteId, part.handle)
      : await comment(http, part);
  if (!made.ok) return made;
  const shown = part.role === 'post' ? made.data : (part.root ?? part.inReplyTo ?? made.data);
  const data: PublishedPart = { remoteId: made.data, url: await addressOf(http, part, shown) };
  return { ...made, data };
};

const commented = z.object({ id: graphId });

/** Instagram has no key for comments: an unclear answer is settled by the comments that are there. */
const comment = async (http: AccountHttp, part: PublishPart): Promise<CallResult<string>> => {
  const result = await http.send({
    operation: 'comments.create',
    endpoint: 'api',
    method: 'POST',
    path: graphPath(part.root ?? part.inReplyTo ?? '', 'comments'),
    effect: 'write',
    costMicros: 0,
    answer: commented,
    body: { kind: 'form', value: { message: part.text } },
  });
  return result.ok ? { ...result, data: result.data.id } : result;
};

/** An address that is asked for, since ids do not make one; where that fails, the profile's. */
const addressOf = async (http: AccountHttp, { account }: PublishPart, id: string): Promise<string> => {
  const result = await http.send({
    operation: 'posts.lookup',
    endpoint: 'api',
    method: 'GET',
    path: graphPath(id),
    query: { fields: 'id,permalink' },
    effect: 'read',
    costMicros: 0,
    timeoutMs: 10_000,
    answer: z.object({ permalink: z.string().min(1) }),
  });
  return result.ok ? result.data.permalink : profileUrl(account.webOrigin, account.username);
};
