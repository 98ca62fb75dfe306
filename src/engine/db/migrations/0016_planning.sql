-- What a workspace wants of the times of its posts; defaults where there is no row.
CREATE TABLE planning_rules (
  workspace_id  TEXT PRIMARY KEY REFERENCES workspace (id) ON DELETE CASCADE,
  rules         TEXT NOT NULL CHECK (json_valid(rules)),
  actor         TEXT NOT NULL,
  updated_at    INTEGER NOT NULL
) STRICT;

-- Kinds of posts. A post belongs to the category that one of its labels names.
CREATE TABLE category (
  id                TEXT PRIMARY KEY,
  workspace_id      TEXT NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  name              TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  color             TEXT NOT NULL CHECK (color GLOB '#[0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f]'),
  -- 1: what went out once comes around again, not sooner than after so many days.
  evergreen         INTEGER NOT NULL CHECK (evergreen IN (0, 1)),
  min_days_between  INTEGER NOT NULL CHECK (min_days_between BETWEEN 1 AND 730),
  weekly_target     INTEGER CHECK (weekly_target BETWEEN 1 AND 50),
  actor             TEXT NOT NULL,
  created_at        INTEGER NOT NULL,
  updated_at        INTEGER NOT NULL,
  version           INTEGER NOT NULL DEFAULT 1,
  UNIQUE (workspace_id, id)
) STRICT;
CREATE UNIQUE INDEX category_by_name ON category (workspace_id, name COLLATE NOCASE);
