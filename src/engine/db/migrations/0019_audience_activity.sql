-- The IANA zone of those who read an account; null: the workspace's.
ALTER TABLE account ADD COLUMN audience_zone TEXT;

-- How reading what a network tells of an account's followers went.
CREATE TABLE audience_reading (
  workspace_id  TEXT NOT NULL,
  account_id    TEXT NOT NULL,
  part          TEXT NOT NULL CHECK (part IN ('online', 'countries')),
  tried_at      INTEGER NOT NULL,
  -- When it was last told something.
  read_at       INTEGER,
  -- Why it told nothing when that was last tried; null where it did.
  trouble       TEXT,
  PRIMARY KEY (account_id, part),
  CHECK (trouble IS NOT NULL OR read_at IS NOT NULL),
  FOREIGN KEY (workspace_id, account_id) REFERENCES account (workspace_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- How many followers were online in the 24 hours from an instant on; null where the network has no number.
CREATE TABLE audience_day (
  workspace_id  TEXT NOT NULL,
  account_id    TEXT NOT NULL,
  starts_at     INTEGER NOT NULL,
  online        TEXT NOT NULL CHECK (json_array_length(online) = 24),
  PRIMARY KEY (account_id, starts_at),
  FOREIGN KEY (workspace_id, account_id) REFERENCES account (workspace_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Where they were at a reading: [country or null, count] each.
CREATE TABLE audience_countries (
  workspace_id  TEXT NOT NULL,
  account_id    TEXT NOT NULL,
  read_at       INTEGER NOT NULL,
  countries     TEXT NOT NULL CHECK (json_valid(countries)),
  PRIMARY KEY (account_id, read_at),
  FOREIGN KEY (workspace_id, account_id) REFERENCES account (workspace_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
