import { matches } from '../meta/containers/match.ts';
import { probeContainer } from '../meta/containers/probe.ts';
import type { PlatformApi } from '../platform.ts';
import { clockSlackMs } from '../settling.ts';
import { containers } from './graph.ts';
import { ownPosts } from './own-posts.ts';

const listed = 25;

/** What became of a publish, by its container. */
export const probe: NonNullable<PlatformApi['probe']> = async (http, sent, { now }) =>
  await probeContainer(http, containers, sent, now(), async () => {
    const own = await ownPosts(http, sent.account, { since: sent.sendingAt - clockSlackMs, limit: listed });
    return own.ok && own.data.some((post) => matches(sent, post));
  });
