import type { assistContract } from '../../../shared/contract/assist.ts';
import { OcmaError } from '../../../shared/errors.ts';
import type { AssistTask } from '../../../shared/models/assist.ts';
import type { AccountId, WorkspaceId } from '../../../shared/models/ids.ts';
import type { ProcedureInput } from '../../procedure-input.ts';
import type { ContentDeps } from '../answering/content-deps.ts';
import { ownHistory } from '../answering/own-history.ts';
import { ownProfile } from '../answering/own-profile.ts';
import { spokenIn } from './checks/spoken-language.ts';
import type { Commission } from './commission.ts';
import { topicsAsMaterial } from './material.ts';
import { smallPicture } from './small-picture.ts';
import { toneGuideOf } from './tone-guide.ts';

/** Tasks that rising topics are material for. */
const takesTopics = ({ kind }: AssistTask): boolean => kind === 'rewrite' || kind === 'hashtags';

export type AssistInput = ProcedureInput<(typeof assistContract)['ask']>;

/**
 * Gathers what an answer may rest on.
 * @throws `unknown_platform`, and `not_found` for an account or a medium of another workspace
 */
export async function commissionOf(
  deps: ContentDeps,
  workspaceId: WorkspaceId,
  input: AssistInput,
): Promise<Commission> {
  const { db } = deps;
  const { task, content: first, replies, accountId } = input;
  const platform = deps.platformOf(input.platform);
  if (accountId !== undefined) assertOwnAccount(deps, workspaceId, accountId);
  const rules = platform.rules(ownProfile(db, workspaceId, platform.name, accountId));
  const whole = [first, ...replies].filter((part) => part.trim() !== '').join('\n\n');
  const wantsOwnTone = task.kind === 'rewrite' && task.tones.includes('own');
  const speaker = { accountId: accountId ?? null, platform: platform.name };
  const keyphrase = input.focusKeyphrase?.trim() ?? '';
  return {
    task,
    rules,
    first,
    replies,
    whole,
    keyphrase: keyphrase === '' ? null : keyphrase,
    language: spokenIn(whole),
    history: ownHistory(db, { workspaceId, ...speaker, rules, now: deps.ports.clock.now() }),
    rising:
      input.withTrends && takesTopics(task)
        ? topicsAsMaterial(deps.risingTopics(workspaceId, platform.name))
        : null,
    toneGuide: wantsOwnTone ? toneGuideOf(db, workspaceId, speaker, rules).guide : null,
    picture: task.kind === 'alt_text' ? await smallPicture(deps, workspaceId, task.mediaId) : null,
  };
}

/** @throws `not_found` for an account of another workspace */
export function assertOwnAccount(
  { db }: Pick<ContentDeps, 'db'>,
  workspaceId: WorkspaceId,
  id: AccountId,
): { readonly platform: string } {
  const row = db
    .sql<{ platform: string }>(`SELECT platform FROM account WHERE workspace_id = :workspaceId AND id = :id`)
    .get({ workspaceId, id });
  if (row === undefined) throw new OcmaError('not_found');
  return row;
}
