import type { accountsContract, ConnectionFlow } from '../../shared/contract/accounts.ts';
import type { Account, ConnectionCheck, PlatformCard } from '../../shared/models/account.ts';
import type { AccountId, WorkspaceId } from '../../shared/models/ids.ts';
import { OcmaError } from '../../shared/errors.ts';
import type { Caller } from '../feature.ts';
import { apiOriginOf, endPauses } from '../http/pause.ts';
import { forgetExhausted } from '../http/rate-windows.ts';
import { accountsElsewhere, setEndpointOverride } from '../oauth/endpoint-override.ts';
import type { FlowView } from '../oauth/flow-life.ts';
import { forgetAccount } from '../oauth/forget-account.ts';
import { isPractice, withOverride } from '../oauth/network-config.ts';
import { revokeTokens } from '../oauth/revoke.ts';
import type { Platform } from '../platforms/platform.ts';
import type { ProcedureInput } from '../procedure-input.ts';
import { getAccount, listAccounts, toAccount } from './account-rows.ts';
import type { StoredAccount } from './account-rows.ts';
import type { AccountsDeps } from './accounts-deps.ts';
import { cardOf } from './card.ts';
import { checkAccount } from './check.ts';
import { readDeveloperApp, saveDeveloperApp, testDeveloperApp } from './developer-app.ts';

type Procedures = typeof accountsContract;
type Input<Name extends keyof Procedures> = ProcedureInput<Procedures[Name]>;

export function createAccountHandlers(deps: AccountsDeps) {
  const { db, flows } = deps;
  const { clock } = deps.ports;

  const shown = (row: StoredAccount): Account =>
    toAccount(row, { words: deps.words, platform: deps.findPlatform(row.platform), now: clock.now() });
  const one = (workspaceId: WorkspaceId, id: AccountId): Account => shown(getAccount(db, workspaceId, id));
  const assertReconnects = (workspaceId: WorkspaceId, platform: Platform, id: AccountId | undefined) => {
    if (id !== undefined && getAccount(db, workspaceId, id).platform !== platform.name)
      throw new OcmaError('not_found', { what: 'account' });
  };
  const flowOf = ({ id, workspaceId }: Input<'connection'>): FlowView => {
    const flow = flows.read(id);
    if (workspaceId === undefined || flow.workspaceId === workspaceId) return flow;
    throw new OcmaError('not_found', { what: 'connection' });
  };
  const shownFlow = (flow: FlowView): ConnectionFlow => toFlow(deps, flow, shown);

  return {
    platforms: (_caller: Caller, _input: object): PlatformCard[] =>
      deps.platforms.map((platform) =>
        cardOf(platform, (deps.ports.tokenBroker?.appOf(platform.name) ?? null) !== null),
      ),

    list: ({ workspaceId }: Caller, _input: Input<'list'>): Account[] =>
      listAccounts(db, workspaceId).map(shown),

    async connect({ workspaceId }: Caller, input: Input<'connect'>): Promise<ConnectionFlow> {
      const platform = deps.platformOf(input.platform);
      assertReconnects(workspaceId, platform, input.reconnect);
      const { flow } = await flows.start({ ...input, workspaceId, platform });
      return shownFlow(flow);
    },

    async connectWithPassword(
      { workspaceId }: Caller,
      input: Input<'connectWithPassword'>,
    ): Promise<PasswordOutcome> {
      const platform = deps.platformOf(input.platform);
      assertReconnects(workspaceId, platform, input.reconnect);
      const { signIn } = platform;
      if (signIn.kind !== 'password') throw new OcmaError('invalid_input', { what: 'platform' });
      const { pattern, madeAt } = signIn.password;
      if (!input.anyway && !pattern.test(input.password)) return { outcome: 'not_an_app_password', madeAt };
      const flow = await flows.signIn({ ...input, workspaceId, platform });
      if (flow === null) return { outcome: 'needs_factor' };
      return { outcome: flow.status === 'choosing' ? 'choosing' : 'connected', flow: shownFlow(flow) };
    },

    chooseAccounts: async (_caller: Caller, input: Input<'chooseAccounts'>): Promise<ConnectionFlow> =>
      shownFlow(await flows.choose(flowOf(input).id, input.remoteIds)),

    connection: (_caller: Caller, input: Input<'connection'>): ConnectionFlow => shownFlow(flowOf(input)),

    cancelConnection(_caller: Caller, input: Input<'cancelConnection'>): Record<string, never> {
      flows.cancel(flowOf(input).id);
      return {};
    },

    pasteRedirect: async (_caller: Caller, input: Input<'pasteRedirect'>): Promise<ConnectionFlow> =>
      shownFlow(await flows.paste(flowOf(input).id, input.address)),

    async disconnect({ workspaceId }: Caller, input: Input<'disconnect'>): Promise<Account> {
      getAccount(db, workspaceId, input.id);
      await revokeTokens(deps, input.id);
      db.write(() => {
        forgetAccount(db, workspaceId, input.id);
        deps.changed({ topic: 'account', workspaceId, id: input.id });
      });
      return one(workspaceId, input.id);
    },

    check({ workspaceId }: Caller, input: Input<'check'>): Promise<ConnectionCheck> {
      const row = getAccount(db, workspaceId, input.id);
      return checkAccount(deps, row, deps.platformOf(row.platform));
    },

    resume({ workspaceId }: Caller, input: Input<'resume'>): Account {
      const { clientId, endpoints } = getAccount(db, workspaceId, input.id);
      db.write(() => {
        const scopes = { accountId: input.id, clientId, apiOrigin: apiOriginOf(endpoints) };
        // A pause of the app ends for all its accounts.
        for (const account of endPauses(db, scopes)) deps.changed({ topic: 'account', ...account });
        forgetExhausted(db, input.id);
        deps.changed({ topic: 'account', workspaceId, id: input.id });
        deps.changed({ topic: 'health', workspaceId, id: null });
        deps.wake('publisher');
        deps.wake('background');
      });
      return one(workspaceId, input.id);
    },

    developerApp: (caller: Caller, input: Input<'developerApp'>) => readDeveloperApp(deps, caller, input),

    saveDeveloperApp: (caller: Caller, input: Input<'saveDeveloperApp'>) =>
      saveDeveloperApp(deps, caller, input),

    testDeveloperApp: (caller: Caller, input: Input<'testDeveloperApp'>) =>
      testDeveloperApp(deps, caller, input),

    async setEndpoints({ workspaceId }: Caller, input: Input<'setEndpoints'>) {
      const platform = deps.platformOf(input.platform);
      if (isPractice(db, workspaceId)) throw new OcmaError('forbidden');
      const wanted = withOverride(
        platform,
        input.endpoints ?? deps.ports.host.endpoints[platform.name] ?? {},
      );
      // While the old addresses still hold, so that the tokens are ended where they came from.
      const leaving = accountsElsewhere(db, workspaceId, platform.name, wanted);
      await Promise.all(leaving.map((id) => revokeTokens(deps, id, leaving)));
      const { endpoints, custom, disconnected } = setEndpointOverride(
        deps,
        workspaceId,
        platform,
        input.endpoints,
      );
      return { endpoints, customEndpoints: custom, disconnected };
    },
  };
}

type PasswordOutcome =
  | { readonly outcome: 'connected' | 'choosing'; readonly flow: ConnectionFlow }
  | { readonly outcome: 'needs_factor' }
  | { readonly outcome: 'not_an_app_password'; readonly madeAt: string };

function toFlow(deps: AccountsDeps, flow: FlowView, shown: (row: StoredAccount) => Account): ConnectionFlow {
  const platform = deps.findPlatform(flow.platform)?.card.title ?? flow.platform;
  const rows = listAccounts(deps.db, flow.workspaceId);
  const accounts = flow.accountIds.flatMap((id) => rows.filter((row) => row.id === id).map(shown));
  const here = new Set(
    rows
      .filter((row) => row.platform === flow.platform && row.state === 'connected')
      .map((row) => row.remoteId),
  );
  const code = flow.problemCode;
  const fix = code === null ? '' : deps.words(`errors.${code}.fix`, { platform });
  return {
    id: flow.id,
    platform: flow.platform,
    status: flow.status,
    authorizeUrl: flow.authorizeUrl,
    redirectUri: flow.redirectUri,
    listening: flow.listening,
    expiresAt: flow.expiresAt,
    candidates: (flow.candidates ?? []).map((candidate) => ({
      ...candidate,
      connected: here.has(candidate.remoteId),
    })),
    account: accounts[0] ?? null,
    accounts,
    problem:
      code === null
        ? null
        : { code, message: deps.words(`errors.${code}.message`, { platform }), fix: fix === '' ? null : fix },
  };
}
