-- Posts that leave this machine ahead of their time, or are finished by the user's own hand.

-- `handed`: the network has it and has not published it. It may do so at any time, so it is never sent again blindly.
CREATE TABLE delivery_part_anew (
  id                 TEXT PRIMARY KEY,
  workspace_id       TEXT NOT NULL,
  delivery_id        TEXT NOT NULL,
  account_id         TEXT NOT NULL,
  position           INTEGER NOT NULL CHECK (position >= 0),
  text               TEXT NOT NULL,
  media              TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(media)),
  -- The part's place: `comment` is the first comment, or a later part where the network has no threads.
  role               TEXT NOT NULL DEFAULT 'post' CHECK (role IN ('post', 'reply', 'comment')),
  state              TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'sending', 'handed', 'sent', 'unknown', 'dropped')),
  -- Hash of what is sent and its parent, written with `sending` and compared when an unclear send is settled.
  fingerprint        TEXT,
  in_reply_to        TEXT,
  sending_at         INTEGER,
  sent_at            INTEGER,
  remote_id          TEXT,
  url                TEXT,
  -- What the network is asked by: the key chosen for the part, and what was staged there for it. Both outlive an attempt,
  -- because a repeat under the same key or handle cannot make a second post.
  send_key           TEXT,
  handle             TEXT,
  handle_ready       INTEGER NOT NULL DEFAULT 0 CHECK (handle_ready IN (0, 1)),
  handle_expires_at  INTEGER,
  -- The first send whose fate was never known, where the user said to send again: its post may still be there.
  doubted_since      INTEGER,
  -- When the network was asked to publish it by itself; null: at once.
  publish_at         INTEGER,
  -- What the network calls it until then; null where it lies with the user.
  scheduled_id       TEXT,
  UNIQUE (delivery_id, position),
  UNIQUE (account_id, remote_id),
  FOREIGN KEY (workspace_id, delivery_id) REFERENCES delivery (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, account_id) REFERENCES account (workspace_id, id) ON DELETE CASCADE,
  CHECK (state NOT IN ('sending', 'handed', 'sent', 'unknown') OR (fingerprint IS NOT NULL AND sending_at IS NOT NULL)),
  CHECK ((state = 'sent') = (sent_at IS NOT NULL)),
  CHECK (state <> 'pending' OR (remote_id IS NULL AND sending_at IS NULL AND publish_at IS NULL AND scheduled_id IS NULL))
) STRICT;
INSERT INTO delivery_part_anew (id, workspace_id, delivery_id, account_id, position, text, media, role, state, fingerprint,
    in_reply_to, sending_at, sent_at, remote_id, url, send_key, handle, handle_ready, handle_expires_at, doubted_since)
  SELECT id, workspace_id, delivery_id, account_id, position, text, media,
    CASE WHEN role = 'post' AND position > 0 THEN 'reply' ELSE role END, state, fingerprint,
    in_reply_to, sending_at, sent_at, remote_id, url, send_key, handle, handle_ready, handle_expires_at, doubted_since FROM delivery_part;
DROP TABLE delivery_part;
ALTER TABLE delivery_part_anew RENAME TO delivery_part;
-- At most one request that makes a post is under way for an account.
CREATE UNIQUE INDEX delivery_part_one_sending ON delivery_part (account_id) WHERE state = 'sending';
CREATE TRIGGER lane_part_settled AFTER UPDATE OF state ON delivery_part
  WHEN old.state = 'sending' AND new.state <> 'sending'
BEGIN
  UPDATE lane SET at = 0 WHERE queue = 'publisher' AND lane = new.account_id AND at > 0
    AND NOT EXISTS (SELECT 1 FROM job WHERE queue = 'publisher' AND lane = new.account_id AND state = 'running');
END;

-- Who publishes it: OCMA, or the user after a reminder. Null: as the account has it.
ALTER TABLE delivery ADD COLUMN mode TEXT CHECK (mode IN ('publish', 'remind'));
-- From when on it may be handed to the network, which publishes it at its time; null: it is not.
ALTER TABLE delivery ADD COLUMN hand_over_at INTEGER;
-- Set while it is being handed over ahead of its time.
ALTER TABLE delivery ADD COLUMN handing_since INTEGER;
ALTER TABLE account ADD COLUMN publish_mode TEXT NOT NULL DEFAULT 'publish' CHECK (publish_mode IN ('publish', 'remind'));

-- Media that lie at a public address for a network to fetch. A row is written before the bytes go there and outlives its
-- part, so that nothing is left behind.
CREATE TABLE hosted_media (
  key           TEXT PRIMARY KEY,
  workspace_id  TEXT NOT NULL,
  part_id       TEXT NOT NULL,
  media_id      TEXT NOT NULL,
  -- The storage it was put into, with the bucket.
  place         TEXT NOT NULL,
  -- Null until all of it is there.
  url           TEXT,
  expires_at    INTEGER,
  put_at        INTEGER NOT NULL,
  UNIQUE (part_id, media_id, place),
  CHECK ((url IS NULL) = (expires_at IS NULL))
) STRICT;
