import type { WorkspaceId } from '../../shared/models/ids.ts';
import { readCap } from '../http/spending.ts';
import { dollars } from '../money.ts';
import type { Platform } from '../platforms/platform.ts';
import type { ListeningDeps } from './listening-deps.ts';

/** What an error's sentence may need to know. */
export function paramsOf(
  { db }: Pick<ListeningDeps, 'db'>,
  workspaceId: WorkspaceId,
  { card }: Pick<Platform, 'card'>,
  handle = card.title,
): Readonly<Record<string, string>> {
  const cap = readCap(db, workspaceId);
  return { platform: card.title, account: card.title, handle, cap: cap === null ? '' : dollars(cap) };
}

/** Why a reading failed, in a sentence. */
export const troubleOf = (
  deps: Pick<ListeningDeps, 'db' | 'words'>,
  workspaceId: WorkspaceId,
  platform: Pick<Platform, 'card'>,
  code: string,
  handle?: string,
): string => deps.words(`errors.${code}.message`, paramsOf(deps, workspaceId, platform, handle));
