-- Tests of one version of a post against another. Its posts are ordinary ones; what they share stands here.
CREATE TABLE experiment (
  id                TEXT PRIMARY KEY,
  workspace_id      TEXT NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  name              TEXT NOT NULL,
  scheme            TEXT NOT NULL CHECK (scheme IN ('comparable_times', 'comparable_accounts')),
  measure           TEXT NOT NULL CHECK (measure IN ('engagement_rate', 'engagements')),
  versions_out      TEXT NOT NULL CHECK (versions_out IN ('all', 'one')),
  read_after_hours  INTEGER NOT NULL CHECK (read_after_hours > 0),
  bar               TEXT NOT NULL CHECK (json_valid(bar)),
  -- Name and first words of each variant, in order.
  variants          TEXT NOT NULL CHECK (json_valid(variants)),
  -- Repeats the lots and the reckoning.
  seed              INTEGER NOT NULL,
  state             TEXT NOT NULL CHECK (state IN ('running', 'stopped', 'closed')),
  stopped_at        INTEGER,
  -- Off the list; equal to stopped_at where removing it is what stopped it.
  removed_at        INTEGER,
  -- What it came to, kept when the last post was read, so that later readings do not change it.
  result            TEXT CHECK (result IS NULL OR json_valid(result)),
  actor             TEXT NOT NULL,
  created_at        INTEGER NOT NULL,
  UNIQUE (workspace_id, id),
  CHECK ((state = 'stopped') = (stopped_at IS NOT NULL)),
  CHECK (state <> 'closed' OR result IS NOT NULL)
) STRICT;
CREATE INDEX experiment_by_workspace ON experiment (workspace_id, created_at) WHERE removed_at IS NULL;

CREATE TABLE experiment_post (
  workspace_id   TEXT NOT NULL,
  experiment_id  TEXT NOT NULL,
  position       INTEGER NOT NULL,
  account_id     TEXT NOT NULL,
  post_id        TEXT NOT NULL,
  variant        INTEGER NOT NULL CHECK (variant >= 0),
  source         INTEGER NOT NULL CHECK (source >= 0),
  -- The post's version and time as the test made them: another version means that somebody rewrote it.
  post_version   INTEGER NOT NULL,
  due_local      TEXT NOT NULL,
  due_zone       TEXT NOT NULL,
  due_at         INTEGER NOT NULL,
  -- In the bin since the test was stopped; `restore` brings back just these.
  taken_back     INTEGER NOT NULL DEFAULT 0 CHECK (taken_back IN (0, 1)),
  PRIMARY KEY (experiment_id, position),
  FOREIGN KEY (workspace_id, experiment_id) REFERENCES experiment (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, post_id) REFERENCES post (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, account_id) REFERENCES account (workspace_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX experiment_post_by_post ON experiment_post (post_id);
CREATE INDEX experiment_post_by_account ON experiment_post (account_id);
