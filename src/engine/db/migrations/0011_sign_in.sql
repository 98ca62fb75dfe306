-- Signing in at any network: servers of many owners, several accounts from one sign-in, sign-ins that end.

-- The app that OCMA made itself known as at a server, by the redirect addresses that it was made with.
CREATE TABLE registered_app (
  workspace_id   TEXT NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  platform       TEXT NOT NULL,
  -- Of the server's token endpoint.
  origin         TEXT NOT NULL,
  redirect_uris  TEXT NOT NULL CHECK (json_valid(redirect_uris)),
  client_id      TEXT NOT NULL,
  registered_at  INTEGER NOT NULL,
  PRIMARY KEY (workspace_id, platform, origin, redirect_uris)
) STRICT, WITHOUT ROWID;

-- Such an app's secret is sealed like an account's tokens: what the practice network gave needs no vault.
CREATE TABLE secret_anew (
  workspace_id  TEXT NOT NULL,
  owner_kind    TEXT NOT NULL CHECK (owner_kind IN ('account', 'developer_app', 'flow', 'registered_app', 'setting', 'vault')),
  owner_id      TEXT NOT NULL,
  name          TEXT NOT NULL,
  origin        TEXT NOT NULL,
  key_id        TEXT NOT NULL CHECK (key_id IN ('vault', 'practice')),
  nonce         BLOB NOT NULL CHECK (length(nonce) = 12),
  sealed        BLOB NOT NULL,
  updated_at    INTEGER NOT NULL,
  PRIMARY KEY (workspace_id, owner_kind, owner_id, name)
) STRICT, WITHOUT ROWID;
INSERT INTO secret_anew SELECT * FROM secret;
DROP TABLE secret;
ALTER TABLE secret_anew RENAME TO secret;

-- `choosing`: the sign-in gave several accounts and the user says which to connect; its tokens wait sealed.
CREATE TABLE connection_flow_anew (
  id                TEXT PRIMARY KEY,
  workspace_id      TEXT NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  platform          TEXT NOT NULL,
  state_hash        TEXT NOT NULL UNIQUE,
  redirect_uri      TEXT NOT NULL,
  authorize_url     TEXT NOT NULL,
  client_id         TEXT NOT NULL,
  endpoints         TEXT NOT NULL CHECK (json_valid(endpoints)),
  -- The endpoints are not the network's own, nor those of the server that the user named.
  custom_endpoints  INTEGER NOT NULL DEFAULT 0 CHECK (custom_endpoints IN (0, 1)),
  -- What was asked for.
  scopes            TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(scopes)),
  reconnect         TEXT,
  status            TEXT NOT NULL
                    CHECK (status IN ('waiting', 'exchanging', 'choosing', 'connected', 'failed', 'cancelled', 'expired')),
  candidates        TEXT CHECK (candidates IS NULL OR json_valid(candidates)),
  -- All that were connected; `account_id` is the first of them.
  account_ids       TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(account_ids)),
  account_id        TEXT,
  problem_code      TEXT,
  created_at        INTEGER NOT NULL,
  expires_at        INTEGER NOT NULL,
  CHECK ((status = 'connected') = (account_id IS NOT NULL)),
  CHECK ((status = 'connected') = (account_ids <> '[]')),
  CHECK ((status = 'failed') = (problem_code IS NOT NULL)),
  CHECK (status <> 'choosing' OR candidates IS NOT NULL)
) STRICT;
INSERT INTO connection_flow_anew (id, workspace_id, platform, state_hash, redirect_uri, authorize_url, client_id, endpoints,
    custom_endpoints, scopes, reconnect, status, account_ids, account_id, problem_code, created_at, expires_at)
  SELECT id, workspace_id, platform, state_hash, redirect_uri, authorize_url, client_id, endpoints,
    0, '[]', reconnect, status, CASE WHEN account_id IS NULL THEN '[]' ELSE json_array(account_id) END, account_id,
    problem_code, created_at, expires_at FROM connection_flow WHERE status NOT IN ('waiting', 'exchanging');
DELETE FROM secret WHERE owner_kind = 'flow';
DROP TABLE connection_flow;
ALTER TABLE connection_flow_anew RENAME TO connection_flow;

-- Until when the access token can be renewed at all, where the network says so (epoch ms).
ALTER TABLE account ADD COLUMN renewable_until INTEGER;
-- When the user was last told that this sign-in ends.
ALTER TABLE account ADD COLUMN end_told_at INTEGER;
CREATE INDEX account_by_grantor ON account (platform, client_id, grantor) WHERE grantor IS NOT NULL;
