-- What is kept of calls to networks.

-- Until when an account, or every account of one app, rests. `account.paused_until` repeats what holds publishing.
CREATE TABLE pause (
  scope_kind  TEXT NOT NULL CHECK (scope_kind IN ('account', 'app')),
  -- The account; or the app's client id and the origin it is known at.
  scope_id    TEXT NOT NULL,
  effect      TEXT NOT NULL CHECK (effect IN ('read', 'write', 'all')),
  since       INTEGER NOT NULL,
  until       INTEGER NOT NULL,
  reason      TEXT NOT NULL,
  PRIMARY KEY (scope_kind, scope_id, effect)
) STRICT, WITHOUT ROWID;
INSERT INTO pause (scope_kind, scope_id, effect, since, until, reason)
  SELECT 'account', id, 'all', created_at, paused_until, pause_reason FROM account WHERE paused_until IS NOT NULL;

-- Operations that fail at an origin, one row each while they do; every thread goes by the same row.
CREATE TABLE breaker (
  origin       TEXT NOT NULL,
  platform     TEXT NOT NULL,
  operation    TEXT NOT NULL,
  -- Looked at from the practice workspace alone.
  practice     INTEGER NOT NULL CHECK (practice IN (0, 1)),
  -- In a row.
  failures     INTEGER NOT NULL CHECK (failures > 0),
  -- How often in a row it has opened; 0 while it is closed.
  openings     INTEGER NOT NULL DEFAULT 0,
  since        INTEGER NOT NULL,
  -- While open: when it opened last, and when one request may try.
  opened_at    INTEGER,
  probe_at     INTEGER,
  -- The one request that tries, and when it is taken for lost.
  probe        TEXT,
  probe_since  INTEGER,
  probe_until  INTEGER,
  PRIMARY KEY (origin, platform, operation),
  CHECK ((openings > 0) = (opened_at IS NOT NULL)),
  CHECK ((opened_at IS NULL) = (probe_at IS NULL)),
  CHECK ((probe IS NULL) = (probe_until IS NULL) AND (probe IS NULL) = (probe_since IS NULL)),
  CHECK (probe IS NULL OR openings > 0)
) STRICT, WITHOUT ROWID;

-- How far this machine's clock is ahead of a network's, in milliseconds; negative where it is behind.
CREATE TABLE clock_skew (
  platform  TEXT NOT NULL,
  origin    TEXT NOT NULL,
  skew_ms   INTEGER NOT NULL,
  seen_at   INTEGER NOT NULL,
  -- When the user was told of it; null while there is nothing to tell.
  told_at   INTEGER,
  PRIMARY KEY (platform, origin)
) STRICT, WITHOUT ROWID;

-- Kept answers may be lost, so those of the older shape are.
DROP TABLE http_cache;
CREATE TABLE http_cache (
  account_id     TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  key            TEXT NOT NULL,
  etag           TEXT,
  last_modified  TEXT,
  read_at        INTEGER NOT NULL,
  expires_at     INTEGER NOT NULL,
  used_at        INTEGER NOT NULL DEFAULT 0,
  -- Tells a row from its predecessor and its successor; memory layers go by it.
  revision       INTEGER NOT NULL DEFAULT 0,
  -- The account's generation when the question was asked; fresh only while the account is still in it.
  generation     INTEGER NOT NULL DEFAULT 0,
  bytes          INTEGER NOT NULL GENERATED ALWAYS AS (octet_length(body) + octet_length(key) + 200) STORED,
  -- The last column, so that the others are read without it.
  body           TEXT NOT NULL,
  PRIMARY KEY (account_id, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX http_cache_by_use ON http_cache (used_at);

-- Counts the writes of an account: each one makes what was read before out of date.
CREATE TABLE http_cache_generation (
  account_id  TEXT PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
  generation  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- How much is kept, so that nobody has to add it up.
CREATE TABLE http_cache_size (
  only_row  INTEGER PRIMARY KEY CHECK (only_row = 1),
  bytes     INTEGER NOT NULL CHECK (bytes >= 0),
  revision  INTEGER NOT NULL
) STRICT;
INSERT INTO http_cache_size (only_row, bytes, revision) VALUES (1, 0, 0);
CREATE TRIGGER http_cache_insert AFTER INSERT ON http_cache BEGIN
  UPDATE http_cache_size SET bytes = bytes + new.bytes;
END;
CREATE TRIGGER http_cache_update AFTER UPDATE OF body, key ON http_cache BEGIN
  UPDATE http_cache_size SET bytes = bytes + new.bytes - old.bytes;
END;
CREATE TRIGGER http_cache_delete AFTER DELETE ON http_cache BEGIN
  UPDATE http_cache_size SET bytes = bytes - old.bytes;
END;

-- Which layer a call was answered from, and whether what it got was out of date; null where it was asked for.
ALTER TABLE http_audit ADD COLUMN layer TEXT CHECK (layer IN ('memory', 'stored'));
ALTER TABLE http_audit ADD COLUMN stale INTEGER NOT NULL DEFAULT 0 CHECK (stale IN (0, 1));

-- The month's sum is asked for before each call that costs: told by the index alone.
DROP INDEX spending_by_month;
CREATE INDEX spending_by_month ON spending (workspace_id, month, platform, state, micros);
