import { onTestFinished } from 'vitest';
import type { Change } from '../../../src/shared/models/event.ts';
import type { Endpoints } from '../../../src/shared/models/account.ts';
import type { WorkspaceId } from '../../../src/shared/models/ids.ts';
import type { Database } from '../../../src/engine/db/database.ts';
import { createHttpMemory } from '../../../src/engine/http/sending.ts';
import type { HttpDeps } from '../../../src/engine/http/sending.ts';
import { setEndpointOverride } from '../../../src/engine/oauth/endpoint-override.ts';
import { createFlows } from '../../../src/engine/oauth/flows.ts';
import type { FlowsDeps } from '../../../src/engine/oauth/flow-life.ts';
import type { ConnectionFlows } from '../../../src/engine/oauth/flows.ts';
import { createTokens } from '../../../src/engine/oauth/tokens.ts';
import type { TokenKeeper } from '../../../src/engine/oauth/tokens.ts';
import type { Platform } from '../../../src/engine/platforms/platform.ts';
import type { BrowserSignIn } from '../../../src/engine/platforms/sign-in.ts';
import { x } from '../../../src/engine/platforms/x/platform.ts';
import type { Clock, HostFacts, Log, VaultKeyPort } from '../../../src/engine/ports.ts';
import { createIds } from '../../../src/engine/system/ids.ts';
import { createRandom } from '../../../src/engine/system/random.ts';
import { deriveKeyBytes } from '../../../src/engine/vault/cipher.ts';
import { createVault } from '../../../src/engine/vault/vault.ts';
import type { Vault } from '../../../src/engine/vault/vault.ts';
import { createWords } from '../../../src/engine/words.ts';
import { createTestClock } from '../../support/clock.ts';
import type { TestClock } from '../../support/clock.ts';
import { temporaryDatabase } from '../../support/database.ts';
import { noon } from '../../sandbox/practice.ts';
import { addWorkspace, endpointsAt, quietLog, testHost, wsp } from '../http/account-world.ts';

/** The network X with a listener on any free port, so that tests can run side by side. */
export const freePortSignIn: BrowserSignIn = { ...x.signIn, redirect: { ...x.signIn.redirect, ports: [] } };

/** X's own rules but for its ports. */
export const withPorts = (ports: readonly number[]): BrowserSignIn => ({
  ...freePortSignIn,
  redirect: { ...x.signIn.redirect, ports },
});

export const freePortX: Platform = { ...x, signIn: freePortSignIn };

export const vaultKeyBytes = new Uint8Array(32).fill(9);

const keychain: VaultKeyPort = {
  kind: 'keychain',
  load: () => Promise.resolve(vaultKeyBytes),
  derive: deriveKeyBytes,
};

export interface OAuthWorld<C extends Clock = Clock> {
  readonly db: Database;
  readonly file: string;
  readonly clock: C;
  readonly vault: Vault;
  readonly platform: Platform;
  readonly flows: ConnectionFlows;
  readonly flowsDeps: FlowsDeps;
  readonly http: HttpDeps;
  readonly tokens: TokenKeeper;
  readonly changes: Change[];
  readonly opened: string[];
  point(endpoints: Endpoints, workspaceId?: WorkspaceId): void;
}

export interface WorldOptions<C extends Clock> {
  readonly clock: C;
  readonly platform?: Platform;
  readonly host?: HostFacts;
  readonly keyPort?: VaultKeyPort;
  readonly fetch?: typeof fetch;
  readonly log?: Log;
}

/** An engine's worth of OAuth on a real file, with a real workspace `wsp` and a practice workspace `wsp_p`. */
export async function createOAuthWorld(
  url: string,
  options: Partial<WorldOptions<TestClock>> = {},
): Promise<OAuthWorld<TestClock>> {
  return await worldOf(url, { ...options, clock: options.clock ?? createTestClock(noon) });
}

export async function worldOf<C extends Clock>(
  url: string,
  options: WorldOptions<C>,
): Promise<OAuthWorld<C>> {
  const { db, file } = await temporaryDatabase();
  addWorkspace(db, wsp);
  addWorkspace(db, 'wsp_p', 'practice');
  const { clock, platform = freePortX, host = testHost } = options;
  const changes: Change[] = [];
  const opened: string[] = [];
  const emit = (change: Change): void => void changes.push(change);
  const newId = createIds(clock, createRandom());
  const vault = createVault({
    db,
    keyPort: options.keyPort ?? keychain,
    practiceKey: new Uint8Array(32).fill(3),
    clock,
  });
  const ports = { clock, fetch: options.fetch ?? globalThis.fetch, log: options.log ?? quietLog, host };
  const http: HttpDeps = { db, ports, newId, memory: createHttpMemory(clock), emit };
  const findPlatform = (name: string): Platform | undefined =>
    name === platform.name ? platform : undefined;
  const flowsDeps: FlowsDeps = {
    ...http,
    vault,
    words: createWords(),
    findPlatform,
    // Every name is of the public internet here; none is looked up.
    resolveName: () => Promise.resolve(['8.8.8.8']),
    browser: {
      available: true,
      open: (address) => {
        opened.push(address);
        return Promise.resolve();
      },
    },
  };
  const flows = createFlows(flowsDeps);
  onTestFinished(() => flows.stop());
  const point = (endpoints: Endpoints, workspaceId: WorkspaceId = wsp): void => {
    setEndpointOverride({ db, ports, changed: emit }, workspaceId, platform, endpoints);
  };
  if (url !== '') point(endpointsAt(url));
  const tokens = createTokens({ db, ports, vault, findPlatform, newId, emit });
  return { db, file, clock, vault, platform, flows, flowsDeps, http, tokens, changes, opened, point };
}

/** What a person does on the practice network's consent page; answers with the address that they are sent back to. */
export async function consent(
  authorizeUrl: string,
  choice: { person?: string; decision?: 'allow' | 'deny' } = {},
): Promise<URL> {
  const page = await fetch(authorizeUrl);
  if (page.status !== 200) throw new Error(`No consent page: ${page.status}`);
  const address = new URL(authorizeUrl);
  const form = new URLSearchParams(address.search);
  form.set('person', choice.person ?? 'mara_bakes');
  form.set('decision', choice.decision ?? 'allow');
  const response = await fetch(address.origin + address.pathname, {
    method: 'POST',
    body: form,
    redirect: 'manual',
  });
  return new URL(response.headers.get('location') ?? '');
}

/** Waits, without looking again and again, until a flow has left these states. */
export async function settled(world: OAuthWorld, id: string): Promise<ReturnType<ConnectionFlows['read']>> {
  for (;;) {
    const flow = world.flows.read(id);
    if (flow.status !== 'waiting' && flow.status !== 'exchanging') return flow;
    const seen = world.changes.length;
    await new Promise<void>((resolve) => {
      const look = (): void => {
        if (world.changes.length > seen) resolve();
        else setImmediate(look);
      };
      look();
    });
  }
}
