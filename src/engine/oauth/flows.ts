import { OcmaError } from '../../shared/errors.ts';
import type { AccountId, WorkspaceId } from '../../shared/models/ids.ts';
import { startInBrowser } from './browser-sign-in.ts';
import type { StartOptions } from './browser-sign-in.ts';
import { parametersOf } from './flow-addresses.ts';
import { createFlowLife, platformOf } from './flow-life.ts';
import type { FlowsDeps, FlowView } from './flow-life.ts';
import { connectedOrThrow } from './flow-outcome.ts';
import { findFlowByState } from './flow-rows.ts';
import type { StoredFlow } from './flow-rows.ts';
import { openSignedIn } from './flow-secrets.ts';
import { connectAccounts } from './keep-sign-in.ts';
import { signInByPassword } from './password-sign-in.ts';
import type { PasswordOptions } from './password-sign-in.ts';

/** Connections under way. One for the process, in its main thread; `stop` frees the ports. */
export interface ConnectionFlows {
  /**
   * Begins to connect an account. Throws `developer_app_missing`, `redirect_port_busy`, `practice_unavailable`,
   * `server_not_found`, `vault_locked` and `vault_unavailable`. `state` is what `complete` wants back.
   */
  start(options: StartOptions): Promise<{ readonly flow: FlowView; readonly state: string }>;
  /**
   * Signs in by a name and a password for apps, which are kept nowhere; null where a code that was sent to the user is
   * wanted too. Throws `sign_in_refused` and what `start` throws.
   */
  signIn(options: PasswordOptions): Promise<FlowView | null>;
  /** Connects these accounts of a sign-in that gave several. Throws `not_found`, `oauth_expired` and `invalid_input`. */
  choose(id: string, remoteIds: readonly string[]): Promise<FlowView>;
  /** Throws `not_found`. */
  read(id: string): FlowView;
  /** Ends a flow that still waits; does nothing to others. Throws `not_found`. */
  cancel(id: string): void;
  /** Goes on with the address that the browser ended at. Throws `oauth_state_mismatch` where it belongs to another flow. */
  paste(id: string, address: string): Promise<FlowView>;
  /** Goes on with a code that a script caught. Throws what stands in the way; a flow that is connected already answers again. */
  complete(given: { workspaceId: WorkspaceId; state: string; code: string }): Promise<AccountId>;
  stop(): Promise<void>;
}

export function createFlows(deps: FlowsDeps): ConnectionFlows {
  const { db, vault } = deps;
  const life = createFlowLife(deps);
  const { found, view } = life;
  const finishing = (flow: StoredFlow, redirect: URLSearchParams): Promise<void> =>
    life.inBackground(life.finish(flow, redirect));

  return {
    start: (options) => startInBrowser(deps, life, options),
    signIn: (options) => signInByPassword(deps, life, options),
    async choose(id, remoteIds) {
      const flow = found(id);
      if (flow.status === 'expired') throw new OcmaError('oauth_expired');
      if (flow.status !== 'choosing') throw new OcmaError('not_found', { what: 'choice' });
      await vault.ready({ workspaceId: flow.workspaceId, ownerKind: 'flow' });
      const given = openSignedIn(vault, flow);
      if (given === null) throw new OcmaError('oauth_expired');
      const chosen = given.accounts.filter(
        ({ profile, unusable }) => unusable === null && remoteIds.includes(profile.remoteId),
      );
      if (chosen.length === 0 || chosen.length !== new Set(remoteIds).size)
        throw new OcmaError('invalid_input', { what: 'account' });
      const accountIds = connectAccounts(deps, flow, platformOf(deps, flow), given, chosen, 'choosing');
      void life.open.close(id);
      life.kept(flow, { ok: true, accountIds });
      return view(found(id));
    },
    read: (id) => view(found(id)),
    cancel(id) {
      const flow = found(id);
      life.end(flow, flow.status === 'choosing' ? 'choosing' : 'waiting', { status: 'cancelled' });
    },
    async paste(id, address) {
      const flow = found(id);
      const parameters = parametersOf(address);
      const state = parameters.get('state');
      if (state === null || findFlowByState(db, state)?.id !== id) throw mismatch();
      if (flow.status === 'waiting') await finishing(flow, parameters);
      return view(found(id));
    },
    async complete({ workspaceId, state, code }) {
      const flow = findFlowByState(db, state);
      if (flow === undefined || flow.workspaceId !== workspaceId) throw mismatch();
      if (found(flow.id).status === 'waiting') await finishing(flow, new URLSearchParams({ code, state }));
      else await life.settled();
      const now = found(flow.id);
      return connectedOrThrow(now, deps.findPlatform(now.platform)?.card.title ?? now.platform);
    },
    async stop() {
      await life.open.closeAll();
      await life.settled();
    },
  };
}

function mismatch(): OcmaError {
  return new OcmaError('oauth_state_mismatch');
}
