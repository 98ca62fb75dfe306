import { z } from 'zod';
import { OcmaError } from '../../shared/errors.ts';
import { endpoints } from '../../shared/models/account.ts';
import type { Endpoints } from '../../shared/models/account.ts';
import { workspaceId } from '../../shared/models/ids.ts';
import type { Database } from '../db/database.ts';
import type { Platform } from '../platforms/platform.ts';
import type { AccountHttp, Failure } from './call.ts';
import type { Caller, Tokens } from './caller.ts';
import { createHttp } from './client.ts';
import type { HttpDeps, SendOptions } from './sending.ts';

export interface AccountHttpDeps extends HttpDeps {
  readonly tokens: Tokens;
  /** The network of this name; undefined where this version has none. */
  readonly findPlatform: (name: string) => Platform | undefined;
}

/**
 * The client of one account. Its state is read anew for each call: a pause, a disconnection or another thread's
 * refresh counts at once. Reading `endpoints` throws `not_found` where the account is gone.
 */
export function createAccountHttp(
  deps: AccountHttpDeps,
  accountId: string,
  options: SendOptions = {},
): AccountHttp {
  const callerNow = (): Caller | { failure: Failure } => {
    const row = readRow(deps.db, accountId);
    const platform = row === undefined ? undefined : deps.findPlatform(row.platform);
    if (row === undefined || platform === undefined)
      return { failure: gone('The account is no longer there.') };
    if (row.state === 'disconnected') return { failure: gone('The account is disconnected.') };
    return {
      workspaceId: row.workspaceId,
      accountId,
      platform,
      endpoints: row.endpoints,
      custom: row.custom === 1,
      clientId: row.clientId,
      practice: row.practice === 1,
      token: (rejected) => deps.tokens.get(accountId, rejected),
      tokenRefused: () => deps.tokens.refused(accountId),
    };
  };
  return createHttp(deps, () => endpointsOf(deps.db, accountId), callerNow, options);
}

const storedRow = z.object({
  workspaceId,
  platform: z.string(),
  endpoints: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(endpoints),
  custom: z.int(),
  clientId: z.string(),
  state: z.string(),
  practice: z.int(),
});

function readRow(db: Database, accountId: string): z.infer<typeof storedRow> | undefined {
  const row = db
    .sql(
      `SELECT a.workspace_id AS workspaceId, a.platform, a.endpoints, a.custom_endpoints AS custom, a.client_id AS clientId, a.state, w.kind = 'practice' AS practice
       FROM account a JOIN workspace w ON w.id = a.workspace_id WHERE a.id = (:accountId || '')`,
    )
    .get({ accountId });
  return row === undefined ? undefined : storedRow.parse(row);
}

function endpointsOf(db: Database, accountId: string): Endpoints {
  const row = readRow(db, accountId);
  if (row === undefined) throw new OcmaError('not_found', {});
  return row.endpoints;
}

function gone(detail: string): Failure {
  return { code: 'auth_revoked', reach: 'not_sent', retryAt: null, detail, status: null };
}
