import { readCommentHandle } from '../meta/containers/handle.ts';
import { matches } from '../meta/containers/match.ts';
import { probeContainer } from '../meta/containers/probe.ts';
import type { PlatformApi } from '../platform.ts';
import { clockSlackMs, requestLivesMs } from '../settling.ts';
import type { ProbeResult, SentPart } from '../settling.ts';
import type { AccountHttp } from '../../http/call.ts';
import { readComments } from './comments.ts';
import { containers } from './graph.ts';
import { ownPosts } from './own-posts.ts';

const listed = 25;
/** Between two looks at the comments, in milliseconds. */
const againMs = 30_000;

/** What became of a publish, by its container; of a comment, by the comments that stand under the post. */
export const probe: NonNullable<PlatformApi['probe']> = async (http, sent, { now }) => {
  const commentOn = readCommentHandle(sent.handle);
  if (commentOn !== null) return await probeComment(http, sent, commentOn, now());
  return await probeContainer(http, containers, sent, now(), async () => {
    const own = await ownPosts(http, sent.account, { since: sent.sendingAt - clockSlackMs, limit: listed });
    return own.ok && own.data.some((post) => matches(sent, post));
  });
};

/** Finding it proves that it is out; that it is not there proves nothing, so after its time nobody can tell. */
const probeComment = async (
  http: AccountHttp,
  sent: SentPart,
  commentOn: string,
  now: number,
): Promise<ProbeResult> => {
  const result = await readComments(http, commentOn, 50);
  if (!result.ok) return { state: 'failed', failure: result.failure };
  const found = result.data.find(
    ({ author, text, at }) =>
      author === sent.account.username &&
      text.trim() === sent.text.trim() &&
      at >= sent.sendingAt - clockSlackMs,
  );
  if (found !== undefined) return { state: 'present', remoteId: found.remoteId, url: null };
  return now < sent.sendingAt + requestLivesMs
    ? { state: 'processing', askAt: now + againMs }
    : { state: 'forgotten' };
};
