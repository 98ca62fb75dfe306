import { z } from 'zod';
import type { Database } from '../../src/engine/db/database.ts';
import { sealTokens } from '../../src/engine/oauth/account-tokens.ts';
import { platforms } from '../../src/engine/platforms/registry.ts';
import { createClock } from '../../src/engine/system/clock.ts';
import { createVault } from '../../src/engine/vault/vault.ts';
import { accountId } from '../../src/shared/models/ids.ts';
import type { AccountId, WorkspaceId } from '../../src/shared/models/ids.ts';

const installation = z.object({ key: z.instanceof(Uint8Array) });

/** Puts connected accounts of the practice workspace straight into the data file, all of them at the network at `url`. */
export function addAccounts(db: Database, workspaceId: WorkspaceId, url: string, count: number): AccountId[] {
  const [platform] = platforms;
  if (platform === undefined) throw new Error('There is no platform.');
  const { key } = installation.parse(db.sql(`SELECT practice_key AS key FROM installation`).get());
  const vault = createVault({
    db,
    practiceKey: key,
    clock: createClock(),
    keyPort: {
      kind: 'none',
      load: () => Promise.resolve(null),
      derive: () => Promise.reject(new Error('no passphrase here')),
    },
  });
  const endpoints = platform.practiceEndpoints(url);
  const ids: AccountId[] = [];
  db.write(() => {
    for (let index = 0; index < count; index += 1) {
      const id = accountId.parse(`acc_bench${index}`);
      db.sql(`INSERT INTO account (id, workspace_id, platform, origin, remote_id, username, display_name, endpoints, custom_endpoints,
          client_id, state, connected_at, created_at)
        VALUES (:id, :workspaceId, :platform, :origin, :index, :username, 'A bakery', :endpoints, 1, 'bench', 'connected', 0, 0)`).run(
        {
          id,
          workspaceId,
          platform: platform.name,
          origin: url,
          index: String(index),
          username: `bakery${index}`,
          endpoints: JSON.stringify(endpoints),
        },
      );
      sealTokens(
        db,
        vault,
        { id, workspaceId, endpoints },
        { accessToken: `token-${index}`, refreshToken: null, expiresAt: null, scopes: null },
      );
      ids.push(id);
    }
  });
  return ids;
}
