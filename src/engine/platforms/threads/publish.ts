import { permalinkOf } from '../meta/containers/permalink.ts';
import { publishStaged } from '../meta/containers/publish.ts';
import type { PlatformApi } from '../platform.ts';
import { profileUrl } from './addresses.ts';
import { containers, graphPath } from './graph.ts';

/** Publishes what is staged (POST /:id/threads_publish). Where its address is not told, the profile's stands for it. */
export const publish: PlatformApi['publish'] = async (http, { account, handle }) => {
  const made = await publishStaged(http, containers, account.remoteId, handle);
  if (!made.ok) return made;
  const url = await permalinkOf(http, graphPath(made.data));
  const shown = url ?? profileUrl(account.webOrigin, account.username);
  return { ...made, data: { remoteId: made.data, url: shown } };
};
