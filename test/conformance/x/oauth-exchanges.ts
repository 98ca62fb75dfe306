import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGateMemory, openGate } from '../../../src/engine/db/gate.ts';
import { migrate, readMigrations } from '../../../src/engine/db/migrate.ts';
import { openDatabase } from '../../../src/engine/db/open.ts';
import { createTokenEndpoint } from '../../../src/engine/oauth/token-endpoint.ts';
import type { TokenReply } from '../../../src/engine/platforms/sign-in.ts';
import { x } from '../../../src/engine/platforms/x/platform.ts';
import { workspaceId } from '../../../src/shared/models/ids.ts';
import { capturingFetch } from './capture.ts';
import type { Exchange } from './capture.ts';
import { askForConsent, giveConsent, realClock } from './practice.ts';
import type { PracticeAccount } from './practice.ts';

const migrations = join(import.meta.dirname, '../../../src/engine/db/migrations');

/** Connects, refreshes and disconnects by the engine's own OAuth code, as a public and as a confidential client. */
export const oauthExchanges = async (practice: PracticeAccount): Promise<readonly Exchange[]> => {
  const directory = mkdtempSync(join(tmpdir(), 'ocma-oauth-'));
  const file = join(directory, 'ocma.db');
  await migrate({ file, migrations: readMigrations(migrations), backupFile: () => `${file}.backup` });
  const db = openDatabase({ file, gate: openGate(createGateMemory(), 1) });
  const exchanges: Exchange[] = [];
  try {
    const host = { kind: 'command_line', version: 'test', endpoints: {}, developerApps: {} } as const;
    for (const clientSecret of [null, 'a secret']) {
      const { address, redirectUri, verifier } = askForConsent(practice.endpoints);
      exchanges.push({
        operation: 'oauth.authorize',
        method: 'GET',
        url: new URL(address),
        contentType: null,
        body: null,
        status: null,
        answer: null,
      });
      const captured = capturingFetch('oauth', (seen) => exchanges.push(seen));
      const endpoint = createTokenEndpoint(
        { db, ports: { clock: realClock, fetch: captured, host } },
        {
          workspaceId: workspaceId.parse('none'),
          accountId: null,
          platform: x,
          endpoints: practice.endpoints,
          clientId: x.signIn.loopbackClientId,
          clientSecret,
        },
      );
      const back = await giveConsent(address, practice.account.username);
      const code = back.get('code') ?? '';
      const first = issued(await endpoint.exchange({ code, redirectUri, verifier }));
      const second = issued(await endpoint.refresh(first));
      await endpoint.probe(redirectUri);
      await endpoint.revoke(second);
    }
    return exchanges;
  } finally {
    db.close();
    rmSync(directory, { recursive: true, force: true });
  }
};

const issued = (reply: TokenReply) => {
  if (reply.kind !== 'issued') throw new Error(`The token endpoint answers: ${JSON.stringify(reply)}`);
  return reply.tokens;
};
