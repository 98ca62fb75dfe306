import Driver from 'better-sqlite3';

// Of the same installation, sealed by the same keys: otherwise nothing here could be opened there.
const sameKeys = `SELECT 1 FROM main.installation a JOIN present.installation b ON a.id = b.id AND a.practice_key = b.practice_key
  WHERE NOT EXISTS (SELECT name, nonce, sealed FROM main.secret WHERE owner_kind = 'vault'
    EXCEPT SELECT name, nonce, sealed FROM present.secret WHERE owner_kind = 'vault')
  AND NOT EXISTS (SELECT name, nonce, sealed FROM present.secret WHERE owner_kind = 'vault'
    EXCEPT SELECT name, nonce, sealed FROM main.secret WHERE owner_kind = 'vault')`;

const sameAccounts = `SELECT a.id FROM main.account a JOIN present.account b ON a.id = b.id AND a.workspace_id = b.workspace_id
  AND a.origin = b.origin AND a.remote_id = b.remote_id AND a.client_id = b.client_id`;

/**
 * Gives a file that takes another one's place the other's access to the accounts that both know. Networks spend a
 * refresh token by use, so the access of an older copy is mostly worth nothing, and without access nobody can look what
 * went out since. True where something was carried over.
 */
export function carryAccess(present: string, into: string): boolean {
  const driver = new Driver(into);
  try {
    driver.prepare('ATTACH ? AS present').run(present);
    return driver.transaction(() => {
      if (driver.prepare(sameKeys).get() === undefined) return false;
      const accounts = driver.prepare(sameAccounts).all().length;
      driver.exec(`DELETE FROM main.secret WHERE owner_kind = 'account' AND owner_id IN (${sameAccounts});
        INSERT INTO main.secret SELECT * FROM present.secret WHERE owner_kind = 'account' AND owner_id IN (${sameAccounts});
        UPDATE main.account SET (state, problem_code, scopes, token_expires_at, connected_at)
          = (SELECT b.state, b.problem_code, b.scopes, b.token_expires_at, b.connected_at FROM present.account b WHERE b.id = account.id),
          version = version + 1
        WHERE id IN (${sameAccounts})`);
      return accounts > 0;
    })();
  } finally {
    driver.close();
  }
}
