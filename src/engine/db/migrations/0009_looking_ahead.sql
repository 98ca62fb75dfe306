-- What was found in the hour before a post is due, and would keep it from going out. A row goes when its cause does.
CREATE TABLE delivery_risk (
  delivery_id   TEXT PRIMARY KEY,
  workspace_id  TEXT NOT NULL,
  found_at      INTEGER NOT NULL,
  checked_at    INTEGER NOT NULL,
  lines         TEXT NOT NULL CHECK (json_valid(lines)),
  FOREIGN KEY (workspace_id, delivery_id) REFERENCES delivery (workspace_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
