-- How an interrupted send is settled.

-- What the network is asked by: the key chosen for the part, and what was staged there for it. Both outlive an attempt,
-- because a repeat under the same key or handle cannot make a second post.
ALTER TABLE delivery_part ADD COLUMN send_key TEXT;
ALTER TABLE delivery_part ADD COLUMN handle TEXT;
ALTER TABLE delivery_part ADD COLUMN handle_ready INTEGER NOT NULL DEFAULT 0 CHECK (handle_ready IN (0, 1));
ALTER TABLE delivery_part ADD COLUMN handle_expires_at INTEGER;
-- The first send whose fate was never known, where the user said to send again: its post may still be there.
ALTER TABLE delivery_part ADD COLUMN doubted_since INTEGER;

-- A cancellation that came while a part was on its way, and who asked for it; it takes effect when that part is settled.
ALTER TABLE delivery ADD COLUMN cancel_requested_at INTEGER;
ALTER TABLE delivery ADD COLUMN cancel_requested_by TEXT;

-- What the user decided once for all unclear sends of an account. No row: ask.
CREATE TABLE standing_answer (
  account_id    TEXT PRIMARY KEY,
  workspace_id  TEXT NOT NULL,
  answer        TEXT NOT NULL CHECK (answer IN ('send_again', 'drop')),
  actor         TEXT NOT NULL,
  decided_at    INTEGER NOT NULL,
  FOREIGN KEY (workspace_id, account_id) REFERENCES account (workspace_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
