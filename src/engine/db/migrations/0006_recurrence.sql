-- Posts that repeat. The rule is RFC 5545's without DTSTART and runs on wall-clock time; an occurrence is named by its
-- local time by the rule, whatever became of it since.
CREATE TABLE recurrence (
  id             TEXT PRIMARY KEY,
  workspace_id   TEXT NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  parts          TEXT NOT NULL CHECK (json_valid(parts)),
  labels         TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(labels)),
  rule           TEXT NOT NULL,
  start_local    TEXT NOT NULL,
  time_zone      TEXT NOT NULL,
  catch_up       TEXT NOT NULL CHECK (json_valid(catch_up)),
  state          TEXT NOT NULL CHECK (state IN ('active', 'stopped', 'removed')),
  -- The first occurrence that has no post yet, and its instant; null where the rule has no more.
  next_local     TEXT,
  next_due_at    INTEGER,
  actor          TEXT NOT NULL,
  created_at     INTEGER NOT NULL,
  updated_at     INTEGER NOT NULL,
  version        INTEGER NOT NULL DEFAULT 1,
  UNIQUE (workspace_id, id),
  CHECK ((next_local IS NULL) = (next_due_at IS NULL))
) STRICT;
CREATE INDEX recurrence_by_workspace ON recurrence (workspace_id, created_at) WHERE state <> 'removed';

CREATE TABLE recurrence_account (
  workspace_id   TEXT NOT NULL,
  recurrence_id  TEXT NOT NULL,
  account_id     TEXT NOT NULL,
  position       INTEGER NOT NULL,
  PRIMARY KEY (recurrence_id, account_id),
  FOREIGN KEY (workspace_id, recurrence_id) REFERENCES recurrence (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, account_id) REFERENCES account (workspace_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX recurrence_account_by_account ON recurrence_account (account_id);

-- `stopped`: taken back with the whole recurrence, and brought back with it; `skipped`: left out by itself.
CREATE TABLE occurrence (
  workspace_id   TEXT NOT NULL,
  recurrence_id  TEXT NOT NULL,
  local          TEXT NOT NULL,
  state          TEXT NOT NULL CHECK (state IN ('planned', 'skipped', 'stopped')),
  post_id        TEXT,
  -- The post's version and time as the recurrence made them: any other means that this one was edited by itself.
  post_version   INTEGER,
  due_local      TEXT,
  due_zone       TEXT,
  UNIQUE (recurrence_id, local),
  FOREIGN KEY (workspace_id, recurrence_id) REFERENCES recurrence (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, post_id) REFERENCES post (workspace_id, id),
  CHECK ((post_id IS NULL) = (post_version IS NULL) AND (post_id IS NULL) = (due_local IS NULL) AND (post_id IS NULL) = (due_zone IS NULL)),
  CHECK (state = 'skipped' OR post_id IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX occurrence_by_post ON occurrence (post_id) WHERE post_id IS NOT NULL;

-- Append-only history of each recurrence.
CREATE TABLE recurrence_event (
  id             INTEGER PRIMARY KEY,
  workspace_id   TEXT NOT NULL,
  recurrence_id  TEXT NOT NULL,
  at             INTEGER NOT NULL,
  kind           TEXT NOT NULL,
  actor          TEXT NOT NULL,
  details        TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(details)),
  FOREIGN KEY (workspace_id, recurrence_id) REFERENCES recurrence (workspace_id, id) ON DELETE CASCADE
) STRICT;
CREATE INDEX recurrence_event_by_recurrence ON recurrence_event (recurrence_id, id);
CREATE TRIGGER recurrence_event_is_kept BEFORE UPDATE ON recurrence_event
BEGIN
  SELECT RAISE (ABORT, 'the history of a recurrence is append-only');
END;
