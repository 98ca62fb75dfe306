-- How far back an account's own posts have been read. `asks`: reading them costs, and the user has not said yes.
CREATE TABLE account_history (
  account_id    TEXT PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
  workspace_id  TEXT NOT NULL,
  state         TEXT NOT NULL CHECK (state IN ('asks', 'reading', 'stopped', 'done')),
  -- The network's own word for the next older page; null at the beginning and at the end.
  cursor        TEXT,
  posts         INTEGER NOT NULL DEFAULT 0,
  -- No more posts than this are read, where the user set an amount; else null.
  most          INTEGER CHECK (most IS NULL OR most > 0),
  oldest_at     INTEGER,
  updated_at    INTEGER NOT NULL,
  FOREIGN KEY (workspace_id, account_id) REFERENCES account (workspace_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
