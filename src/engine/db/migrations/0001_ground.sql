-- Instants are epoch milliseconds UTC, money is micro-dollars, JSON columns are checked to be JSON.
-- Every row that belongs to a client or brand carries its workspace, and foreign keys repeat it, so that a row of one
-- workspace cannot point into another.

CREATE TABLE installation (
  only_row            INTEGER PRIMARY KEY CHECK (only_row = 1),
  id                  TEXT NOT NULL,
  created_at          INTEGER NOT NULL,
  paused              INTEGER NOT NULL DEFAULT 0 CHECK (paused IN (0, 1)),
  time_zone_data      TEXT NOT NULL,
  practice_key        BLOB NOT NULL CHECK (length(practice_key) = 32)
) STRICT;

CREATE TABLE workspace (
  id          TEXT PRIMARY KEY,
  name        TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  kind        TEXT NOT NULL CHECK (kind IN ('real', 'practice')),
  color       TEXT NOT NULL,
  time_zone   TEXT NOT NULL,
  created_at  INTEGER NOT NULL,
  version     INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX workspace_one_practice ON workspace (kind) WHERE kind = 'practice';

-- workspace_id '' holds the installation's own settings.
CREATE TABLE setting (
  workspace_id  TEXT NOT NULL,
  name          TEXT NOT NULL,
  value         TEXT NOT NULL CHECK (json_valid(value)),
  updated_at    INTEGER NOT NULL,
  PRIMARY KEY (workspace_id, name)
) STRICT, WITHOUT ROWID;

-- AES-256-GCM rows. The key id says which key seals it: the vault's, or the installation's practice key, which only
-- seals tokens of the practice network. Owner and origin are bound in as authenticated data.
CREATE TABLE secret (
  workspace_id  TEXT NOT NULL,
  owner_kind    TEXT NOT NULL CHECK (owner_kind IN ('account', 'developer_app', 'flow', 'setting', 'vault')),
  owner_id      TEXT NOT NULL,
  name          TEXT NOT NULL,
  origin        TEXT NOT NULL,
  key_id        TEXT NOT NULL CHECK (key_id IN ('vault', 'practice')),
  nonce         BLOB NOT NULL CHECK (length(nonce) = 12),
  sealed        BLOB NOT NULL,
  updated_at    INTEGER NOT NULL,
  PRIMARY KEY (workspace_id, owner_kind, owner_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE developer_app (
  workspace_id  TEXT NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  platform      TEXT NOT NULL,
  client_id     TEXT NOT NULL,
  updated_at    INTEGER NOT NULL,
  PRIMARY KEY (workspace_id, platform)
) STRICT, WITHOUT ROWID;

CREATE TABLE endpoint_override (
  workspace_id  TEXT NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  platform      TEXT NOT NULL,
  endpoints     TEXT NOT NULL CHECK (json_valid(endpoints)),
  updated_at    INTEGER NOT NULL,
  PRIMARY KEY (workspace_id, platform)
) STRICT, WITHOUT ROWID;

CREATE TABLE account (
  id                   TEXT PRIMARY KEY,
  workspace_id         TEXT NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  platform             TEXT NOT NULL,
  origin               TEXT NOT NULL,
  remote_id            TEXT NOT NULL,
  username             TEXT NOT NULL,
  display_name         TEXT NOT NULL,
  avatar_url           TEXT,
  profile_url          TEXT,
  followers            INTEGER,
  facts                TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(facts)),
  endpoints            TEXT NOT NULL CHECK (json_valid(endpoints)),
  custom_endpoints     INTEGER NOT NULL DEFAULT 0 CHECK (custom_endpoints IN (0, 1)),
  client_id            TEXT NOT NULL,
  scopes               TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(scopes)),
  state                TEXT NOT NULL CHECK (state IN ('connected', 'needs_reconnect', 'disconnected')),
  problem_code         TEXT,
  paused_until         INTEGER,
  pause_reason         TEXT,
  token_expires_at     INTEGER,
  -- One refresh at a time across threads: whoever holds the lease refreshes, the others wait for its result.
  refresh_lease        TEXT,
  refresh_lease_until  INTEGER,
  connected_at         INTEGER NOT NULL,
  last_checked_at      INTEGER,
  created_at           INTEGER NOT NULL,
  version              INTEGER NOT NULL DEFAULT 1,
  UNIQUE (workspace_id, platform, origin, remote_id),
  UNIQUE (workspace_id, id),
  CHECK ((state = 'needs_reconnect') = (problem_code IS NOT NULL)),
  CHECK ((refresh_lease IS NULL) = (refresh_lease_until IS NULL)),
  CHECK ((paused_until IS NULL) = (pause_reason IS NULL))
) STRICT;

CREATE TABLE connection_flow (
  id             TEXT PRIMARY KEY,
  workspace_id   TEXT NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  platform       TEXT NOT NULL,
  state_hash     TEXT NOT NULL UNIQUE,
  redirect_uri   TEXT NOT NULL,
  authorize_url  TEXT NOT NULL,
  client_id      TEXT NOT NULL,
  endpoints      TEXT NOT NULL CHECK (json_valid(endpoints)),
  reconnect      TEXT,
  status         TEXT NOT NULL CHECK (status IN ('waiting', 'exchanging', 'connected', 'failed', 'cancelled', 'expired')),
  account_id     TEXT,
  problem_code   TEXT,
  created_at     INTEGER NOT NULL,
  expires_at     INTEGER NOT NULL,
  CHECK ((status = 'connected') = (account_id IS NOT NULL)),
  CHECK ((status = 'failed') = (problem_code IS NOT NULL))
) STRICT;

CREATE TABLE media (
  id            TEXT PRIMARY KEY,
  workspace_id  TEXT NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  sha256        TEXT NOT NULL CHECK (length(sha256) = 64),
  file_name     TEXT NOT NULL,
  mime_type     TEXT NOT NULL,
  kind          TEXT NOT NULL CHECK (kind IN ('image', 'gif', 'video')),
  bytes         INTEGER NOT NULL CHECK (bytes > 0),
  width         INTEGER,
  height        INTEGER,
  alt_text      TEXT NOT NULL DEFAULT '',
  created_at    INTEGER NOT NULL,
  version       INTEGER NOT NULL DEFAULT 1,
  UNIQUE (workspace_id, sha256),
  UNIQUE (workspace_id, id)
) STRICT;

CREATE TABLE post (
  row           INTEGER PRIMARY KEY,
  id            TEXT NOT NULL UNIQUE,
  workspace_id  TEXT NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  parts         TEXT NOT NULL CHECK (json_valid(parts)),
  labels        TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(labels)),
  search_text   TEXT NOT NULL,
  source        TEXT NOT NULL CHECK (source IN ('app', 'import', 'api')),
  -- Names the row of a file that this post came from, so that importing it again changes nothing.
  source_key    TEXT,
  actor         TEXT NOT NULL,
  created_at    INTEGER NOT NULL,
  updated_at    INTEGER NOT NULL,
  deleted_at    INTEGER,
  version       INTEGER NOT NULL DEFAULT 1,
  UNIQUE (workspace_id, id),
  UNIQUE (workspace_id, source_key),
  CHECK ((source = 'import') = (source_key IS NOT NULL))
) STRICT;
CREATE INDEX post_recent ON post (workspace_id, updated_at DESC) WHERE deleted_at IS NULL;

-- A post on its way to one account.
CREATE TABLE delivery (
  id              TEXT PRIMARY KEY,
  workspace_id    TEXT NOT NULL,
  post_id         TEXT NOT NULL,
  account_id      TEXT NOT NULL,
  state           TEXT NOT NULL CHECK (state IN ('draft', 'scheduled', 'publishing', 'published', 'failed', 'unknown',
                                                 'missed', 'cancelled', 'with_network', 'needs_you')),
  due_at          INTEGER,
  due_local       TEXT,
  due_zone        TEXT,
  due_note        TEXT NOT NULL DEFAULT 'none' CHECK (due_note IN ('none', 'gap', 'overlap')),
  time_zone_data  TEXT,
  catch_up        TEXT NOT NULL CHECK (json_valid(catch_up)),
  progress        TEXT CHECK (progress IS NULL OR json_valid(progress)),
  problem         TEXT CHECK (problem IS NULL OR json_valid(problem)),
  problem_code    TEXT GENERATED ALWAYS AS (problem ->> '$.code') VIRTUAL,
  cost_micros     INTEGER NOT NULL DEFAULT 0 CHECK (cost_micros >= 0),
  published_at    INTEGER,
  url             TEXT,
  attempts        INTEGER NOT NULL DEFAULT 0,
  created_at      INTEGER NOT NULL,
  updated_at      INTEGER NOT NULL,
  version         INTEGER NOT NULL DEFAULT 1,
  UNIQUE (workspace_id, id),
  UNIQUE (post_id, account_id),
  FOREIGN KEY (workspace_id, post_id) REFERENCES post (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, account_id) REFERENCES account (workspace_id, id) ON DELETE CASCADE,
  CHECK (state NOT IN ('scheduled', 'publishing', 'missed') OR due_at IS NOT NULL),
  CHECK ((due_at IS NULL) = (due_local IS NULL) AND (due_at IS NULL) = (due_zone IS NULL)),
  CHECK ((state = 'published') = (published_at IS NOT NULL)),
  CHECK (state NOT IN ('failed', 'unknown', 'missed') OR problem IS NOT NULL),
  CHECK (state NOT IN ('scheduled', 'published', 'draft') OR problem IS NULL)
) STRICT;
CREATE INDEX delivery_by_state ON delivery (workspace_id, state, due_at);
CREATE INDEX delivery_by_due ON delivery (workspace_id, due_at);
CREATE INDEX delivery_by_account ON delivery (account_id, state, due_at);

-- What is sent: one row for each network post that a delivery makes.
CREATE TABLE delivery_part (
  id            TEXT PRIMARY KEY,
  workspace_id  TEXT NOT NULL,
  delivery_id   TEXT NOT NULL,
  account_id    TEXT NOT NULL,
  position      INTEGER NOT NULL CHECK (position >= 0),
  text          TEXT NOT NULL,
  media         TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(media)),
  state         TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'sending', 'sent', 'unknown', 'dropped')),
  -- Hash of what is sent and its parent, written with `sending` and compared when an unclear send is settled.
  fingerprint   TEXT,
  in_reply_to   TEXT,
  sending_at    INTEGER,
  sent_at       INTEGER,
  remote_id     TEXT,
  url           TEXT,
  UNIQUE (delivery_id, position),
  UNIQUE (account_id, remote_id),
  FOREIGN KEY (workspace_id, delivery_id) REFERENCES delivery (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, account_id) REFERENCES account (workspace_id, id) ON DELETE CASCADE,
  CHECK (state NOT IN ('sending', 'sent', 'unknown') OR (fingerprint IS NOT NULL AND sending_at IS NOT NULL)),
  CHECK ((state = 'sent') = (sent_at IS NOT NULL)),
  CHECK (state <> 'pending' OR (remote_id IS NULL AND sending_at IS NULL))
) STRICT;
-- At most one request that makes a post is under way for an account.
CREATE UNIQUE INDEX delivery_part_one_sending ON delivery_part (account_id) WHERE state = 'sending';

-- Append-only history of each delivery.
CREATE TABLE delivery_event (
  id            INTEGER PRIMARY KEY,
  workspace_id  TEXT NOT NULL,
  delivery_id   TEXT NOT NULL REFERENCES delivery (id) ON DELETE CASCADE,
  at            INTEGER NOT NULL,
  kind          TEXT NOT NULL,
  from_state    TEXT,
  to_state      TEXT,
  actor         TEXT NOT NULL,
  details       TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(details))
) STRICT;
CREATE INDEX delivery_event_by_delivery ON delivery_event (delivery_id, id);
CREATE TRIGGER delivery_event_is_kept BEFORE UPDATE ON delivery_event
BEGIN
  SELECT RAISE (ABORT, 'the history of a delivery is append-only');
END;

-- What a network already holds of a medium, so that an upload resumes and is not repeated.
CREATE TABLE upload (
  account_id     TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  media_id       TEXT NOT NULL REFERENCES media (id) ON DELETE CASCADE,
  alt_text       TEXT NOT NULL,
  remote_id      TEXT NOT NULL,
  next_offset    INTEGER NOT NULL,
  finalized      INTEGER NOT NULL DEFAULT 0 CHECK (finalized IN (0, 1)),
  alt_text_set   INTEGER NOT NULL DEFAULT 0 CHECK (alt_text_set IN (0, 1)),
  ready          INTEGER NOT NULL DEFAULT 0 CHECK (ready IN (0, 1)),
  expires_at     INTEGER NOT NULL,
  PRIMARY KEY (account_id, media_id, alt_text)
) STRICT, WITHOUT ROWID;

-- Durable work. A delivery is driven by one job; periodic work is a job that asks to run again later.
CREATE TABLE job (
  id            TEXT PRIMARY KEY,
  workspace_id  TEXT NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  queue         TEXT NOT NULL CHECK (queue IN ('publisher', 'background')),
  kind          TEXT NOT NULL,
  -- The delivery, account or post that the job is about.
  subject_id    TEXT NOT NULL,
  platform      TEXT,
  account_id    TEXT REFERENCES account (id) ON DELETE CASCADE,
  payload       TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(payload)),
  state         TEXT NOT NULL CHECK (state IN ('ready', 'running', 'done', 'dead', 'cancelled')),
  priority      INTEGER NOT NULL DEFAULT 0,
  -- When it was wanted; run_at moves with limits and back-off, the order of an account's jobs does not.
  due_at        INTEGER NOT NULL,
  run_at        INTEGER NOT NULL,
  attempts      INTEGER NOT NULL DEFAULT 0,
  max_attempts  INTEGER NOT NULL DEFAULT 6,
  lease         TEXT,
  lease_until   INTEGER,
  last_code     TEXT,
  last_detail   TEXT,
  created_at    INTEGER NOT NULL,
  finished_at   INTEGER,
  CHECK ((state = 'running') = (lease IS NOT NULL)),
  CHECK ((lease IS NULL) = (lease_until IS NULL)),
  CHECK ((state IN ('done', 'dead', 'cancelled')) = (finished_at IS NOT NULL))
) STRICT;
CREATE INDEX job_due ON job (queue, run_at, priority) WHERE state = 'ready';
CREATE INDEX job_by_account ON job (account_id, queue, due_at) WHERE state IN ('ready', 'running');
CREATE INDEX job_leases ON job (lease_until) WHERE state = 'running';
CREATE UNIQUE INDEX job_once ON job (kind, subject_id) WHERE state IN ('ready', 'running');
CREATE INDEX job_finished ON job (finished_at) WHERE finished_at IS NOT NULL;

-- Own posts as the networks show them, ours and older ones.
CREATE TABLE remote_post (
  row            INTEGER PRIMARY KEY,
  id             TEXT NOT NULL UNIQUE,
  workspace_id   TEXT NOT NULL,
  account_id     TEXT NOT NULL,
  remote_id      TEXT NOT NULL,
  delivery_id    TEXT,
  post_id        TEXT,
  text           TEXT NOT NULL,
  url            TEXT,
  in_reply_to    TEXT,
  published_at   INTEGER NOT NULL,
  first_seen_at  INTEGER NOT NULL,
  measured_at    INTEGER,
  gone           INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1)),
  UNIQUE (account_id, remote_id),
  FOREIGN KEY (workspace_id, account_id) REFERENCES account (workspace_id, id) ON DELETE CASCADE
) STRICT;
CREATE INDEX remote_post_recent ON remote_post (workspace_id, published_at DESC);

-- Samples over time. subject_kind 'account': subject_id is the account; 'post': the remote_post row.
CREATE TABLE metric_sample (
  workspace_id  TEXT NOT NULL,
  subject_kind  TEXT NOT NULL CHECK (subject_kind IN ('account', 'post')),
  subject_id    TEXT NOT NULL,
  metric        TEXT NOT NULL,
  at            INTEGER NOT NULL,
  value         INTEGER NOT NULL,
  PRIMARY KEY (subject_kind, subject_id, metric, at)
) STRICT, WITHOUT ROWID;

CREATE TABLE mention (
  id            TEXT PRIMARY KEY,
  workspace_id  TEXT NOT NULL,
  account_id    TEXT NOT NULL,
  remote_id     TEXT NOT NULL,
  author        TEXT NOT NULL,
  author_name   TEXT NOT NULL,
  text          TEXT NOT NULL,
  url           TEXT,
  at            INTEGER NOT NULL,
  UNIQUE (account_id, remote_id),
  FOREIGN KEY (workspace_id, account_id) REFERENCES account (workspace_id, id) ON DELETE CASCADE
) STRICT;

-- What calls cost. A write reserves before it is sent, so that no two threads pass the cap together.
CREATE TABLE spending (
  id            TEXT PRIMARY KEY,
  workspace_id  TEXT NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  account_id    TEXT,
  platform      TEXT NOT NULL,
  operation     TEXT NOT NULL,
  month         TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
  micros        INTEGER NOT NULL CHECK (micros >= 0),
  state         TEXT NOT NULL CHECK (state IN ('reserved', 'spent')),
  at            INTEGER NOT NULL
) STRICT;
CREATE INDEX spending_by_month ON spending (workspace_id, month);

-- What each network said of its limits. scope_id is the account or the app's client id.
CREATE TABLE rate_window (
  scope_id   TEXT NOT NULL,
  window     TEXT NOT NULL,
  max        INTEGER,
  remaining  INTEGER NOT NULL,
  reset_at   INTEGER NOT NULL,
  seen_at    INTEGER NOT NULL,
  PRIMARY KEY (scope_id, window)
) STRICT, WITHOUT ROWID;

CREATE TABLE http_cache (
  account_id  TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  key         TEXT NOT NULL,
  body        TEXT NOT NULL,
  etag        TEXT,
  read_at     INTEGER NOT NULL,
  expires_at  INTEGER NOT NULL,
  PRIMARY KEY (account_id, key)
) STRICT, WITHOUT ROWID;

-- One row a call: never a body, a token or a query string.
CREATE TABLE http_audit (
  id            INTEGER PRIMARY KEY,
  at            INTEGER NOT NULL,
  workspace_id  TEXT NOT NULL,
  account_id    TEXT,
  platform      TEXT NOT NULL,
  operation     TEXT NOT NULL,
  status        INTEGER,
  code          TEXT,
  ms            INTEGER NOT NULL,
  cache         TEXT NOT NULL CHECK (cache IN ('none', 'hit', 'revalidated', 'miss')),
  cost_micros   INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX http_audit_recent ON http_audit (at);

-- Answers of a language model by the hash of what was asked and the prompt's version.
CREATE TABLE model_answer (
  key         TEXT PRIMARY KEY,
  answer      TEXT NOT NULL,
  created_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Full-text search over one's own posts: even row numbers are posts written here, odd ones posts read from a network.
CREATE VIRTUAL TABLE post_search USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2');

CREATE TRIGGER post_search_insert AFTER INSERT ON post BEGIN
  INSERT INTO post_search (rowid, text) VALUES (new.row * 2, new.search_text);
END;
CREATE TRIGGER post_search_update AFTER UPDATE OF search_text, deleted_at ON post BEGIN
  DELETE FROM post_search WHERE rowid = old.row * 2;
  INSERT INTO post_search (rowid, text) SELECT new.row * 2, new.search_text WHERE new.deleted_at IS NULL;
END;
CREATE TRIGGER post_search_delete AFTER DELETE ON post BEGIN
  DELETE FROM post_search WHERE rowid = old.row * 2;
END;
CREATE TRIGGER remote_search_insert AFTER INSERT ON remote_post WHEN new.post_id IS NULL BEGIN
  INSERT INTO post_search (rowid, text) VALUES (new.row * 2 + 1, new.text);
END;
CREATE TRIGGER remote_search_update AFTER UPDATE OF text, post_id ON remote_post BEGIN
  DELETE FROM post_search WHERE rowid = old.row * 2 + 1;
  INSERT INTO post_search (rowid, text) SELECT new.row * 2 + 1, new.text WHERE new.post_id IS NULL;
END;
CREATE TRIGGER remote_search_delete AFTER DELETE ON remote_post BEGIN
  DELETE FROM post_search WHERE rowid = old.row * 2 + 1;
END;
