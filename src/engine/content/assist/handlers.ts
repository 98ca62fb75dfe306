import type { assistContract } from '../../../shared/contract/assist.ts';
import type { HandlersOf } from '../../procedure-input.ts';
import type { ContentDeps } from '../answering/content-deps.ts';
import { ownProfile } from '../answering/own-profile.ts';
import type { Assist } from './assist.ts';
import { eventsOf } from './events.ts';
import { assertOwnAccount } from './prepare.ts';
import { toneGuideOf } from './tone-guide.ts';

export function createAssistHandlers(deps: ContentDeps, assist: Assist): HandlersOf<typeof assistContract> {
  return {
    preview: ({ workspaceId }, input) => assist.preview(workspaceId, input),
    async run({ workspaceId }, input, { signal }) {
      return eventsOf(await assist.begin(workspaceId, input), signal);
    },
    async ask({ workspaceId }, input, { signal }) {
      const task = await assist.begin(workspaceId, input);
      return await task.answer(() => undefined, signal);
    },
    toneGuide({ workspaceId }, { accountId }) {
      const { platform: name } = assertOwnAccount(deps, workspaceId, accountId);
      const rules = deps.platformOf(name).rules(ownProfile(deps.db, workspaceId, name, accountId));
      return toneGuideOf(deps.db, workspaceId, { accountId, platform: name }, rules);
    },
  };
}
