-- Others whose public posts are read, because the user named them.
CREATE TABLE competitor (
  id            TEXT PRIMARY KEY,
  workspace_id  TEXT NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  platform      TEXT NOT NULL,
  -- The name by which the network finds it, whole; compared without regard to case.
  handle        TEXT NOT NULL CHECK (handle <> '') COLLATE NOCASE,
  display_name  TEXT NOT NULL,
  profile_url   TEXT,
  followers     INTEGER CHECK (followers IS NULL OR followers >= 0),
  added_at      INTEGER NOT NULL,
  -- Taken off the list, and kept for a while so that this can be undone.
  removed_at    INTEGER,
  -- When its posts were last read whole, and how far back the posts known then reach.
  read_at       INTEGER,
  known_since   INTEGER,
  -- Why it could not be read when that was last tried; null where it could.
  trouble       TEXT,
  CHECK ((read_at IS NULL) = (known_since IS NULL)),
  UNIQUE (workspace_id, id),
  UNIQUE (workspace_id, platform, handle)
) STRICT;

CREATE TABLE competitor_post (
  workspace_id   TEXT NOT NULL,
  competitor_id  TEXT NOT NULL,
  remote_id      TEXT NOT NULL,
  text           TEXT NOT NULL,
  url            TEXT,
  published_at   INTEGER NOT NULL,
  format         TEXT NOT NULL CHECK (format IN ('video', 'picture', 'link', 'text')),
  PRIMARY KEY (competitor_id, remote_id),
  FOREIGN KEY (workspace_id, competitor_id) REFERENCES competitor (workspace_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX competitor_post_recent ON competitor_post (workspace_id, competitor_id, published_at DESC);

-- Numbers over time. remote_id names the post; an empty one stands for the account itself (its followers).
CREATE TABLE competitor_sample (
  workspace_id   TEXT NOT NULL,
  competitor_id  TEXT NOT NULL,
  remote_id      TEXT NOT NULL,
  metric         TEXT NOT NULL,
  at             INTEGER NOT NULL,
  value          INTEGER NOT NULL,
  PRIMARY KEY (competitor_id, remote_id, metric, at),
  FOREIGN KEY (workspace_id, competitor_id) REFERENCES competitor (workspace_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- What a network last reported as rising; place '' is everywhere.
CREATE TABLE trend_reading (
  workspace_id  TEXT NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  platform      TEXT NOT NULL,
  place         TEXT NOT NULL CHECK (place = '' OR place GLOB '[A-Z][A-Z]'),
  read_at       INTEGER NOT NULL,
  trends        TEXT NOT NULL CHECK (json_valid(trends)),
  PRIMARY KEY (workspace_id, platform, place)
) STRICT, WITHOUT ROWID;
