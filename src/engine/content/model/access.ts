import type { WorkspaceId } from '../../../shared/models/ids.ts';
import { isLoopback } from '../../http/address.ts';
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
  const own = await ownModel(deps, known);
  const practiceUrl = deps.ports.practiceServer.url;
  if (own !== null || practiceUrl === null || !isPractice(deps, workspaceId)) return own;
  const baseUrl = `${practiceUrl.replace(/\/+$/, '')}/v1`;
  return { ...accessTo(deps, { baseUrl, apiKey: 'practice-key', known }), practice: true };
}

/**
 * The language model of the settings, or null where it needs a key and there is none: a server on this machine takes any.
 * @throws `vault_locked`, `vault_unavailable`
 */
export async function ownModel(deps: ContentDeps, known: KnownServers): Promise<ModelAccess | null> {
  const { baseUrl } = deps.openAiSettings();
  const apiKey = (await deps.openAiKey()) ?? (isLoopback(new URL(baseUrl)) ? 'none' : null);
  return apiKey === null ? null : accessTo(deps, { baseUrl, apiKey, known });
}

function accessTo(
  { ports, openAiSettings }: Pick<ContentDeps, 'ports' | 'openAiSettings'>,
  server: Pick<ModelServer, 'baseUrl' | 'apiKey' | 'known'>,
): ModelAccess {
  const { model, moderate } = openAiSettings();
  return {
    practice: false,
    price: priceOf(server.baseUrl, model),
    moderate,
    server: { ...server, fetch: ports.fetch, clock: ports.clock, model },
  };
}

function isPractice({ db }: Pick<ContentDeps, 'db'>, id: WorkspaceId): boolean {
  return db.sql(`SELECT 1 FROM workspace WHERE id = :id AND kind = 'practice'`).get({ id }) !== undefined;
}
