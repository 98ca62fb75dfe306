import { z } from 'zod';
import type { Platform } from '../../../src/engine/platforms/platform.ts';
import type { SettleKind } from '../../../src/engine/platforms/settling.ts';
import type { AccountId, WorkspaceId } from '../../../src/shared/models/ids.ts';
import { startSandbox } from '../../../src/sandbox/server.ts';
import { allow } from '../../support/allow.ts';
import type { App } from '../app.ts';
import type { Ability } from '../scenarios.ts';
import type { AcceptedPost, CrashNetwork } from './network.ts';

/** What the harness must know of a network to try it on the practice network. */
export interface PracticeSeed {
  readonly abilities: readonly Ability[];
  /** Three people whom the consent page offers. */
  readonly people: readonly [string, string, string];
  /** The operation under which the practice network's log has an accepted post. */
  readonly created: string;
}

/** Means that prove what became of an interrupted send. */
const proofs = new Set<SettleKind>(['record_key', 'idempotency_key', 'upload_session', 'container']);

/** The practice network playing one network. */
export function practiceNetwork({ name: platform, settle }: Platform, seed: PracticeSeed): CrashNetwork {
  return {
    platform,
    proves: settle.some(({ kind }) => proofs.has(kind)),
    isModel: false,
    abilities: seed.abilities,
    people: seed.people,
    async start(directory, clock) {
      const sandbox = await startSandbox({ dataDirectory: directory, port: 0, clock });
      const control = async (method: string, path: string, body?: unknown): Promise<unknown> => {
        const response = await fetch(`${sandbox.url}/__practice/${path}`, {
          method,
          headers: { 'x-practice-control': '1', 'content-type': 'application/json' },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        const answer: unknown = await response.json();
        if (!response.ok) throw new Error(`${path}: ${response.status} ${JSON.stringify(answer)}`);
        return answer;
      };
      return {
        url: sandbox.url,
        setClock: async (setting) => void (await control('PUT', 'clock', setting)),
        async weather({ lagMs, rewrites }) {
          const match = { network: platform };
          await control('PUT', 'faults', [
            ...(lagMs > 0 ? [{ match, fault: { kind: 'lag_listings', ms: lagMs } }] : []),
            ...(rewrites ? [{ match, fault: { kind: 'rewrite_text' } }] : []),
          ]);
        },
        truth: async () => acceptedIn(await control('GET', 'log?after=0'), platform, seed.created),
        connect: connectByConsent,
        stop: () => sandbox.stop(),
      };
    },
  };
}

/** Connects by the consent page of the network. */
async function connectByConsent(
  app: App,
  about: { workspaceId: WorkspaceId; platform: string; person: string; reconnect?: AccountId },
): Promise<AccountId> {
  const { workspaceId, platform, person, reconnect } = about;
  const flow = await app.client.accounts.connect({
    workspaceId,
    platform,
    openBrowser: false,
    ...(reconnect === undefined ? {} : { reconnect }),
  });
  const ended = new Promise<void>((resolve) => {
    const unsubscribe = app.engine.events.subscribe((event) => {
      if (event.type !== 'change' || !event.changes.some((change) => change.id === flow.id)) return;
      void app.client.accounts.connection({ id: flow.id }).then(({ status }) => {
        if (status === 'waiting' || status === 'exchanging') return;
        unsubscribe();
        resolve();
      });
    });
  });
  await allow(flow.authorizeUrl, person);
  await ended;
  const { account, problem } = await app.client.accounts.connection({ id: flow.id });
  if (account === null) throw new Error(`Not connected: ${JSON.stringify(problem)}`);
  return account.id;
}

const logSchema = z.object({
  entries: z.array(
    z.looseObject({
      network: z.string(),
      operation: z.string(),
      account: z.string(),
      id: z.string(),
      text: z.string().nullable(),
      inReplyTo: z.string().nullable(),
      media: z.array(z.string()),
      detail: z.looseObject({ sentText: z.string().nullish() }),
    }),
  ),
});

function acceptedIn(log: unknown, platform: string, created: string): AcceptedPost[] {
  return logSchema
    .parse(log)
    .entries.filter((entry) => entry.network === platform && entry.operation === created)
    .map((entry) => ({
      account: entry.account,
      id: entry.id,
      text: entry.detail.sentText ?? entry.text ?? '',
      media: entry.media.length,
      inReplyTo: entry.inReplyTo,
    }));
}
