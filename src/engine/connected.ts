import type { Change } from '../shared/models/event.ts';
import { accountId } from '../shared/models/ids.ts';
import { wantPicture } from './accounts/picture-job.ts';
import { ensureRenewals } from './accounts/renewal-job.ts';
import { readAudience } from './audience/audience-job.ts';
import type { Core } from './core.ts';
import { readAfterConnecting } from './listening/competitor-job.ts';
import { onAccountConnected } from './metrics/schedule-readings.ts';
import { lookWhileHeld } from './posts/held/settle-held-job.ts';
import type { PostsDeps } from './posts/posts-deps.ts';
import { lookForUnknown } from './posts/queue/look-again-job.ts';
import { resumeReconnected } from './posts/queue/reconnected.ts';

/** What every feature begins for an account once its connection is committed: readings, renewals, and posts that waited for it. */
export function welcomeConnected(core: Core, posts: PostsDeps, { topic, workspaceId, id }: Change): void {
  if (topic !== 'account' || workspaceId === null || id === null) return;
  const account = { workspaceId, id: accountId.parse(id) };
  core.db.afterCommit(() => {
    onAccountConnected(core, account);
    lookWhileHeld(core);
    lookForUnknown(posts, account);
    resumeReconnected(posts, account).catch((error: unknown) =>
      core.ports.log.error({ error: String(error) }, 'posts of a connected account could not be resumed'),
    );
    wantPicture(core, account);
    ensureRenewals(core);
    readAfterConnecting(core, account);
    readAudience(core, account);
  });
}
