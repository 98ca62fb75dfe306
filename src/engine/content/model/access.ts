import type { WorkspaceId } from '../../../shared/models/ids.ts';
import type { ContentDeps } from '../answering/content-deps.ts';
import { priceOf } from './prices.ts';
import type { ModelPrice } from './prices.ts';
import type { KnownServers, ModelServer } from './server.ts';

/** A language model that may be asked, and what it costs. */
export interface ModelAccess {
  readonly server: ModelServer;
  /** The practice network plays it: no language model takes part. */
  readonly practice: boolean;
  /** Null: not known; the budget then reckons with `unknownPrice`. */
  readonly price: ModelPrice | null;
  /** Answers are looked over by the server's moderation before they are shown. */
  readonly moderate: boolean;
}

/**
 * The language model that the user has set up, or null where there is no key. In a practice workspace without one the
 * practice network plays it.
 * @throws `vault_locked`, `vault_unavailable`
 */
export async function modelAccess(
  deps: ContentDeps,
  workspaceId: WorkspaceId,
  known: KnownServers,
): Promise<ModelAccess | null> {
  const { ports } = deps;
  const settings = deps.openAiSettings();
  const key = await deps.openAiKey();
  const practiceUrl = key === null && isPractice(deps, workspaceId) ? ports.practiceServer.url : null;
  const apiKey = key ?? (practiceUrl === null ? null : 'practice-key');
  if (apiKey === null) return null;
  const baseUrl = practiceUrl === null ? settings.baseUrl : `${practiceUrl.replace(/\/+$/, '')}/v1`;
  return {
    practice: practiceUrl !== null,
    price: priceOf(baseUrl, settings.model),
    moderate: settings.moderate,
    server: { fetch: ports.fetch, clock: ports.clock, baseUrl, apiKey, model: settings.model, known },
  };
}

function isPractice({ db }: Pick<ContentDeps, 'db'>, id: WorkspaceId): boolean {
  return db.sql(`SELECT 1 FROM workspace WHERE id = :id AND kind = 'practice'`).get({ id }) !== undefined;
}
