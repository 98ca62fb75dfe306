import { z } from 'zod';
import type { AccountHttp, CallResult } from '../../http/call.ts';
import { graphId } from '../meta/containers/calls.ts';
import { permalinkOf } from '../meta/containers/permalink.ts';
import { publishStaged } from '../meta/containers/publish.ts';
import type { PlatformApi } from '../platform.ts';
import type { PublishedPart, PublishPart } from '../publishing.ts';
import { profileUrl } from './addresses.ts';
import { containers, graphPath } from './graph.ts';

/** Publishes what is staged, or writes a comment under the post. Where an address is not told, the profile's stands for it. */
export const publish: PlatformApi['publish'] = async (http, part) => {
  const made =
    part.role === 'post'
      ? await publishStaged(http, containers, part.account.remoteId, part.handle)
      : await comment(http, part);
  if (!made.ok) return made;
  const shown = part.role === 'post' ? made.data : (part.root ?? part.inReplyTo ?? made.data);
  const { webOrigin, username } = part.account;
  const url = (await permalinkOf(http, graphPath(shown))) ?? profileUrl(webOrigin, username);
  const data: PublishedPart = { remoteId: made.data, url };
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
