import { join } from 'node:path';
import { OcmaError } from '../../src/shared/errors.ts';
import type { Change } from '../../src/shared/models/event.ts';
import { accountId, workspaceId } from '../../src/shared/models/ids.ts';
import type { AccountId, WorkspaceId } from '../../src/shared/models/ids.ts';
import type { FeatureDeps } from '../../src/engine/feature.ts';
import { findPlatform } from '../../src/engine/platforms/registry.ts';
import type { Ports } from '../../src/engine/ports.ts';
import { createIds } from '../../src/engine/system/ids.ts';
import { createRandom } from '../../src/engine/system/random.ts';
import { createWords } from '../../src/engine/words.ts';
import { createTestClock } from './clock.ts';
import type { TestClock } from './clock.ts';
import { temporaryDatabase, temporaryDirectory } from './database.ts';

/** What engine.ts hands to a feature, over a real file, with what it told the others written down. */
export interface FeatureWorld {
  readonly deps: FeatureDeps;
  readonly clock: TestClock;
  readonly changes: Change[];
  readonly log: { level: string; message: string; details: Record<string, unknown> }[];
}

/** No part of a feature's own work reaches the network, a browser or a keychain: whoever needs one hands it over. */
export async function createFeatureWorld(ports: Partial<Ports> = {}): Promise<FeatureWorld> {
  const { db } = await temporaryDatabase();
  const clock = createTestClock();
  const random = createRandom();
  const changes: Change[] = [];
  const log: FeatureWorld['log'] = [];
  const write = (level: string) => (details: Record<string, unknown>, message: string) =>
    void log.push({ level, details, message });
  return {
    clock,
    changes,
    log,
    deps: {
      db,
      newId: createIds(clock, random),
      words: createWords(),
      changed: (change) => db.afterCommit(() => changes.push(change)),
      wake: () => {},
      platformOf(name) {
        const platform = findPlatform(name);
        if (platform === undefined) throw new OcmaError('unknown_platform', { platform: name });
        return platform;
      },
      ports: {
        clock,
        random,
        fetch: () => Promise.reject(new Error('no network here')),
        vaultKey: {
          kind: 'none',
          load: () => Promise.resolve(null),
          derive: () => Promise.reject(new Error('no passphrase here')),
        },
        browser: { available: false, open: () => Promise.resolve() },
        notifier: { notify: () => {} },
        power: { available: false, keepAwake: () => () => undefined, onResume: () => () => undefined },
        practiceServer: {
          url: null,
          start: () => Promise.reject(new OcmaError('practice_unavailable')),
          stop: () => Promise.resolve(),
        },
        paths: {
          data: temporaryDirectory(),
          migrations: '',
          worker: (name) => join(import.meta.dirname, `../../src/engine/workers/${name}.ts`),
        },
        log: { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') },
        host: { kind: 'command_line', version: 'test', endpoints: {}, developerApps: {} },
        ...ports,
      },
    },
  };
}

/** A workspace's row. */
export function addWorkspace(
  { deps }: Pick<FeatureWorld, 'deps'>,
  given: { kind?: 'real' | 'practice'; timeZone?: string; createdAt?: number } = {},
): WorkspaceId {
  const id = workspaceId.parse(deps.newId('wsp'));
  deps.db.write(() =>
    deps.db
      .sql(
        `INSERT INTO workspace (id, name, kind, color, time_zone, created_at) VALUES (:id, 'Test', :kind, '#000000', :timeZone, :createdAt)`,
      )
      .run({
        id,
        kind: given.kind ?? 'real',
        timeZone: given.timeZone ?? 'Europe/Berlin',
        createdAt: given.createdAt ?? deps.ports.clock.now(),
      }),
  );
  return id;
}

/** A connected account's row. */
export function addAccount(
  { deps }: Pick<FeatureWorld, 'deps'>,
  workspace: WorkspaceId,
  given: {
    username?: string;
    state?: 'connected' | 'needs_reconnect' | 'disconnected';
    followers?: number;
  } = {},
): AccountId {
  const id = accountId.parse(deps.newId('acc'));
  const username = given.username ?? 'mara';
  const state = given.state ?? 'connected';
  const endpoints = Object.fromEntries(
    ['authorize', 'token', 'revoke', 'api', 'upload'].map((name) => [name, `http://127.0.0.1:1/${name}`]),
  );
  deps.db.write(() =>
    deps.db
      .sql(
        `INSERT INTO account (id, workspace_id, platform, origin, remote_id, username, display_name, followers, endpoints, client_id, state, problem_code, connected_at, created_at)
         VALUES (:id, :workspace, 'x', 'http://127.0.0.1:1', :id, :username, :username, :followers, :endpoints, 'app', :state, :problem, :now, :now)`,
      )
      .run({
        id,
        workspace,
        username,
        followers: given.followers ?? null,
        endpoints: JSON.stringify(endpoints),
        state,
        problem: state === 'needs_reconnect' ? 'auth_revoked' : null,
        now: deps.ports.clock.now(),
      }),
  );
  return id;
}
