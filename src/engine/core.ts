import { join } from 'node:path';
import { OcmaError } from '../shared/errors.ts';
import type { Change } from '../shared/models/event.ts';
import { createChangeHub } from './change-hub.ts';
import { markFiles, openMark } from './copies/mark.ts';
import type { Database } from './db/database.ts';
import { mainSeat } from './db/gate.ts';
import type { WriteGate } from './db/gate.ts';
import { openDatabase } from './db/open.ts';
import type { FeatureDeps } from './feature.ts';
import { createAccountHttp } from './http/account-http.ts';
import { skewSentence } from './http/clock-skew.ts';
import type { AccountHttp } from './http/call.ts';
import { createHttpMemory } from './http/sending.ts';
import type { HttpDeps } from './http/sending.ts';
import { mediaFilePath } from './media/files.ts';
import { renderFor } from './media/rendition.ts';
import type { Rendition } from './media/rendition.ts';
import { createTokens } from './oauth/tokens.ts';
import type { TokenKeeper } from './oauth/tokens.ts';
import type { ImageTarget } from './platforms/image-target.ts';
import type { Platform } from './platforms/platform.ts';
import { findAmong, platforms as shipped } from './platforms/registry.ts';
import type { Ports } from './ports.ts';
import type { QueueName } from './queue/job.ts';
import { enqueue } from './queue/store.ts';
import { createIds } from './system/ids.ts';
import { createVault } from './vault/vault.ts';
import type { Vault } from './vault/vault.ts';
import { createWords } from './words.ts';

/** What the main thread and the worker threads have in common: one connection, the vault, the network client. */
export interface Core extends FeatureDeps {
  readonly vault: Vault;
  readonly http: HttpDeps;
  readonly tokens: TokenKeeper;
  readonly platforms: readonly Platform[];
  readonly findPlatform: (name: string) => Platform | undefined;
  readonly httpOf: (accountId: string) => AccountHttp;
  readonly mediaFile: (sha256: string) => string;
  readonly renderPicture: (sha256: string, target: ImageTarget) => Promise<Rendition | null>;
  close(): void;
}

export interface CoreOptions {
  readonly gate: WriteGate;
  /** This thread's place at the gate; the main thread's by default. */
  readonly seat?: number;
  readonly gateTimeoutMs?: number;
  readonly onChanges: (changes: Change[]) => void;
  readonly onWake: (queue: QueueName) => void;
  readonly onVaultKey?: (key: Uint8Array) => void;
  /** The networks there are; those of the registry unless a test brings its own. */
  readonly platforms?: readonly Platform[];
}

/** The data file of a data directory. */
export function databaseFile(dataDirectory: string): string {
  return join(dataDirectory, 'ocma.db');
}

/** Opens one thread's share of the engine on a file that is already migrated. */
export function openCore(ports: Ports, options: CoreOptions): Core {
  const db = openDatabase({
    file: databaseFile(ports.paths.data),
    gate: options.gate,
    ...(options.gateTimeoutMs === undefined ? {} : { gateTimeoutMs: options.gateTimeoutMs }),
  });
  const newId = createIds(ports.clock, ports.random);
  const platforms = options.platforms ?? shipped;
  const findPlatform = findAmong(platforms);
  const words = createWords();
  const hub = createChangeHub(db, options.onChanges);
  const mark = openMark(db, {
    files: markFiles(ports.paths, installationOf(db).id),
    seat: options.seat ?? mainSeat,
    log: ports.log,
  });
  const changed = (change: Change): void => {
    // Every row of the ledger's history tells of its delivery; the mark is written before what follows from the commit.
    if (change.topic === 'delivery') db.afterCommit(mark.advance);
    hub(change);
  };
  const vault = createVault({
    db,
    keyPort: ports.vaultKey,
    practiceKey: installationOf(db).practiceKey,
    clock: ports.clock,
    ...(options.onVaultKey === undefined ? {} : { onKey: options.onVaultKey }),
  });
  const onClockWrong: HttpDeps['onClockWrong'] = ({ workspaceId, accountId, platform, skewMs }) => {
    const code = 'clock_wrong';
    const excerpt = skewSentence(words, platform, skewMs);
    const payload = { kind: code, deliveryId: '', accountId, excerpt, code };
    const runAt = ports.clock.now();
    enqueue(
      db,
      newId,
      { workspaceId, queue: 'background', kind: 'notice', subjectId: `${accountId}:${code}`, payload, runAt },
      runAt,
    );
    db.afterCommit(() => options.onWake('background'));
  };
  const http: HttpDeps = {
    db,
    ports,
    newId,
    memory: createHttpMemory(ports.clock),
    emit: changed,
    onClockWrong,
  };
  const tokens = createTokens({
    db,
    ports,
    vault,
    findPlatform,
    newId,
    emit: changed,
    onLost(account, code) {
      const notice = { kind: 'account_needs_you', deliveryId: '', accountId: account.id, excerpt: '', code };
      const now = ports.clock.now();
      enqueue(
        db,
        newId,
        {
          workspaceId: account.workspaceId,
          queue: 'background',
          kind: 'notice',
          subjectId: `${account.id}:account_needs_you`,
          payload: notice,
          runAt: now,
        },
        now,
      );
      db.afterCommit(() => options.onWake('background'));
    },
  });
  return {
    db,
    ports,
    newId,
    words,
    changed,
    vault,
    http,
    tokens,
    platforms,
    findPlatform,
    wake: (queue) => db.afterCommit(() => options.onWake(queue)),
    platformOf(name) {
      const platform = findPlatform(name);
      if (platform !== undefined) return platform;
      throw new OcmaError('unknown_platform', {
        platform: name,
        known: platforms.map((known) => known.name).join(', '),
      });
    },
    httpOf: (accountId) => createAccountHttp({ ...http, tokens, findPlatform }, accountId),
    mediaFile: (sha256) => mediaFilePath(ports.paths.data, sha256),
    renderPicture(sha256, target) {
      const { data } = ports.paths;
      return renderFor(data, { path: mediaFilePath(data, sha256), sha256 }, target);
    },
    close() {
      db.close();
      mark.close();
    },
  };
}

function installationOf(db: Database): { id: string; practiceKey: Uint8Array } {
  const row = db
    .sql<{ id: string; practiceKey: Uint8Array }>(`SELECT id, practice_key AS practiceKey FROM installation`)
    .get();
  if (row === undefined) throw new Error('The data file has no installation row.');
  return row;
}
