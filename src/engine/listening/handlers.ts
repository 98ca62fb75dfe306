import type { listeningContract } from '../../shared/contract/listening.ts';
import { OcmaError } from '../../shared/errors.ts';
import type { Competitor, NetworkTrends, OwnTopics } from '../../shared/models/listening.ts';
import type { Caller } from '../feature.ts';
import { dollars } from '../money.ts';
import type { Platform } from '../platforms/platform.ts';
import type { PublicProfile } from '../platforms/reading.ts';
import type { HandlersOf, ProcedureInput } from '../procedure-input.ts';
import { cancelWaiting } from '../queue/store.ts';
import { comparisonOf } from './comparison.ts';
import { competitorJobKind, nextReading, planReading } from './competitor-job.ts';
import { countPosts } from './competitor-posts.ts';
import { findCompetitor, listCompetitors, putCompetitor, setRemoved } from './competitor-store.ts';
import type { CompetitorRow } from './competitor-store.ts';
import { competitorsReading, costOf, planOf, trendsReading } from './costs.ts';
import type { ListeningDeps } from './listening-deps.ts';
import { ownTopicsOf } from './own-topics.ts';
import { trendsOf } from './read-trends.ts';
import { ownAccounts, readingAccount } from './reading-account.ts';
import type { OwnAccount } from './reading-account.ts';
import { assertTrendPlace, keepTrendPlace, placeAsked } from './trend-place.ts';
import { paramsOf, troubleOf } from './trouble.ts';

type Input<Name extends keyof typeof listeningContract> = ProcedureInput<(typeof listeningContract)[Name]>;

export function createListeningHandlers(deps: ListeningDeps): HandlersOf<typeof listeningContract> {
  const { db, ports } = deps;

  const one = ({ workspaceId }: Caller, id: string): CompetitorRow => {
    const row = findCompetitor(db, workspaceId, id);
    if (row === undefined) throw new OcmaError('not_found', { what: 'competitor' });
    return row;
  };
  const readSoon = (row: CompetitorRow): void =>
    db.write(() => {
      planReading(deps, row, ports.clock.now());
      deps.changed({ topic: 'listening', workspaceId: row.workspaceId, id: row.id });
    });
  const shown = (row: CompetitorRow): Competitor => {
    const { workspaceId: _, removedAt: __, knownSince: ___, trouble, ...rest } = row;
    return {
      ...rest,
      nextAt: nextReading(deps, row),
      trouble:
        trouble === null
          ? null
          : troubleOf(deps, row.workspaceId, deps.platformOf(row.platform), trouble, row.handle),
      posts: countPosts(db, row.workspaceId).get(row.id) ?? 0,
    };
  };

  return {
    networks: ({ workspaceId }) =>
      deps.platforms.map((platform) => {
        const account = readingAccount(db, workspaceId, platform.name);
        return {
          platform: platform.name,
          competitors: competitorsReading(platform, account),
          trends: trendsReading(platform, account),
        };
      }),

    competitors: ({ workspaceId }) => listCompetitors(db, workspaceId).map(shown),

    async addCompetitor(caller, input) {
      const { workspaceId } = caller;
      const platform = deps.platformOf(input.platform);
      const profile = await lookUp(deps, caller, platform, input);
      const row = db.write(() => {
        const about = { workspaceId, platform: platform.name, profile };
        return one(caller, putCompetitor(db, deps.newId, about, ports.clock.now()));
      });
      readSoon(row);
      return shown(row);
    },

    removeCompetitor(caller, { id }) {
      const { workspaceId } = one(caller, id);
      db.write(() => {
        if (!setRemoved(db, workspaceId, id, ports.clock.now())) return;
        cancelWaiting(db, workspaceId, competitorJobKind, id, ports.clock.now());
        deps.changed({ topic: 'listening', workspaceId, id });
      });
      return {};
    },

    restoreCompetitor(caller, { id }) {
      const row = one(caller, id);
      db.write(() => {
        if (!setRemoved(db, row.workspaceId, id, null)) return;
        const platform = deps.platformOf(row.platform);
        const account = readingAccount(db, row.workspaceId, row.platform);
        // Taking back a click is no reason to pay for a reading once more.
        const periodMs = account === undefined ? 0 : planOf(platform, account).periodMs;
        planReading(deps, row, Math.max(ports.clock.now(), (row.readAt ?? 0) + periodMs));
        deps.changed({ topic: 'listening', workspaceId: row.workspaceId, id });
      });
      return shown(one(caller, id));
    },

    readCompetitor(caller, { id, agreedMicros }) {
      const row = one(caller, id);
      const platform = deps.platformOf(row.platform);
      const account = connectedAccount(deps, caller, platform);
      const plan = planOf(platform, account);
      const posts = row.readAt === null ? plan.firstPosts : plan.againPosts;
      agree(platform, costOf(platform, account, posts), agreedMicros);
      readSoon(row);
      return shown(one(caller, id));
    },

    comparison: ({ workspaceId }, input) => comparisonOf(deps, workspaceId, input),

    async trends({ workspaceId }, input) {
      const { platform: name, accountId, place } = input;
      const accounts = ownAccounts(db, workspaceId);
      const about = accounts.find(({ id }) => id === accountId);
      if (accountId !== undefined && about === undefined)
        throw new OcmaError('not_found', { what: 'account' });
      const wanted = name === undefined ? about?.platform : deps.platformOf(name).name;
      const fits = (given: string): boolean => wanted === undefined || given === wanted;
      const networks = await Promise.all(
        deps.platforms
          .filter((platform) => fits(platform.name))
          .map((platform) =>
            trendsOf(deps, workspaceId, platform, {
              place: placeAsked(deps, workspaceId, platform, place),
              ask: 'when_old_and_free',
            }),
          ),
      );
      const own: OwnTopics[] = accounts
        .filter((account) => (about === undefined ? fits(account.platform) : account === about))
        .map((account) => ownTopicsOf(deps, workspaceId, account));
      return { networks, own };
    },

    async readTrends(caller, input): Promise<NetworkTrends> {
      const platform = deps.platformOf(input.platform);
      const account = readingAccount(db, caller.workspaceId, platform.name);
      const reading = trendsReading(platform, account);
      if (reading.kind === 'unread') throw new OcmaError('reading_not_allowed', { why: reading.why });
      if (reading.kind === 'no_account')
        throw new OcmaError('not_connected', { account: platform.card.title });
      if (input.place !== undefined) assertTrendPlace(platform, input.place);
      agree(platform, reading.costMicros, input.agreedMicros);
      const place = placeAsked(deps, caller.workspaceId, platform, input.place);
      return await trendsOf(deps, caller.workspaceId, platform, { place, ask: 'now' });
    },

    setTrendPlace({ workspaceId }, input) {
      const platform = deps.platformOf(input.platform);
      assertTrendPlace(platform, input.place);
      db.write(() => {
        keepTrendPlace(deps, workspaceId, platform, input.place);
        deps.changed({ topic: 'listening', workspaceId, id: null });
      });
      return {};
    },
  };
}

/** Asks the network for the name. Throws what the user must know where nobody can be read by it. */
async function lookUp(
  deps: ListeningDeps,
  caller: Caller,
  platform: Platform,
  { handle, agreedMicros }: Input<'addCompetitor'>,
): Promise<PublicProfile> {
  const reads = competitorsReading(platform, undefined);
  if (reads.kind === 'unread') throw new OcmaError('reading_not_allowed', { why: reads.why });
  const account = connectedAccount(deps, caller, platform);
  const reading = competitorsReading(platform, account);
  if (reading.kind === 'reads') agree(platform, reading.costMicros, agreedMicros);
  const found = await platform.api.publicProfile?.(deps.httpOf(account.id), account.ref, handle);
  const params = paramsOf(deps, caller.workspaceId, platform, handle);
  if (found?.ok === false) throw new OcmaError(found.failure.code, params);
  if (!found?.data) throw new OcmaError('handle_not_found', params);
  if (found.data.isClosed === true) throw new OcmaError('handle_closed', params);
  return found.data;
}

function connectedAccount(
  { db }: ListeningDeps,
  { workspaceId }: Caller,
  { name, card }: Platform,
): OwnAccount {
  const account = readingAccount(db, workspaceId, name);
  if (account === undefined) throw new OcmaError('not_connected', { account: card.title });
  return account;
}

function agree({ card }: Platform, costMicros: number, agreedMicros: number): void {
  if (costMicros <= agreedMicros) return;
  throw new OcmaError(
    'cost_not_agreed',
    { platform: card.title, cost: dollars(costMicros) },
    { details: { costMicros } },
  );
}
