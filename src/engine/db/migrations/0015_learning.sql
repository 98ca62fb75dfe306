-- Posts that OCMA neither made nor read from the network, with what they earned, from a file of the user's.
CREATE TABLE imported_post (
  id            TEXT PRIMARY KEY,
  workspace_id  TEXT NOT NULL,
  account_id    TEXT NOT NULL,
  -- What the row says, so that the same row does not come twice.
  source_key    TEXT NOT NULL,
  published_at  INTEGER NOT NULL,
  text          TEXT NOT NULL,
  type          TEXT,
  impressions   INTEGER CHECK (impressions IS NULL OR impressions >= 0),
  likes         INTEGER CHECK (likes IS NULL OR likes >= 0),
  comments      INTEGER CHECK (comments IS NULL OR comments >= 0),
  shares        INTEGER CHECK (shares IS NULL OR shares >= 0),
  clicks        INTEGER CHECK (clicks IS NULL OR clicks >= 0),
  imported_at   INTEGER NOT NULL,
  UNIQUE (account_id, source_key),
  FOREIGN KEY (workspace_id, account_id) REFERENCES account (workspace_id, id) ON DELETE CASCADE
) STRICT;
CREATE INDEX imported_post_recent ON imported_post (workspace_id, account_id, published_at);
CREATE INDEX remote_post_of_account ON remote_post (account_id, published_at);

-- One list of an account's own posts with their newest numbers, wherever they come from. An imported row gives way to
-- the same post read from the network: the same account and minute.
CREATE VIEW own_outcome AS
SELECT r.workspace_id, r.account_id, r.id, 'network' AS source, r.published_at, r.text, NULL AS type, r.in_reply_to IS NOT NULL AS reply,
  (SELECT value FROM metric_sample WHERE subject_kind = 'post' AND subject_id = r.id AND metric = 'impressions' ORDER BY at DESC LIMIT 1) AS impressions,
  (SELECT value FROM metric_sample WHERE subject_kind = 'post' AND subject_id = r.id AND metric = 'likes' ORDER BY at DESC LIMIT 1) AS likes,
  (SELECT value FROM metric_sample WHERE subject_kind = 'post' AND subject_id = r.id AND metric = 'comments' ORDER BY at DESC LIMIT 1) AS comments,
  (SELECT value FROM metric_sample WHERE subject_kind = 'post' AND subject_id = r.id AND metric = 'shares' ORDER BY at DESC LIMIT 1) AS shares,
  (SELECT value FROM metric_sample WHERE subject_kind = 'post' AND subject_id = r.id AND metric = 'clicks' ORDER BY at DESC LIMIT 1) AS clicks
FROM remote_post r WHERE r.gone = 0
UNION ALL
SELECT i.workspace_id, i.account_id, i.id, 'import', i.published_at, i.text, i.type, 0,
  i.impressions, i.likes, i.comments, i.shares, i.clicks
FROM imported_post i WHERE NOT EXISTS (
  SELECT 1 FROM remote_post r WHERE r.account_id = i.account_id AND r.gone = 0
  AND r.published_at BETWEEN i.published_at - 60000 AND i.published_at + 60000);

-- Which columns of the user's files mean what, by what the header reads.
CREATE TABLE history_columns (
  workspace_id  TEXT NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  header        TEXT NOT NULL,
  columns       TEXT NOT NULL CHECK (json_valid(columns)),
  PRIMARY KEY (workspace_id, header)
) STRICT, WITHOUT ROWID;

-- What was learned from an account's own posts. `fingerprint` names the posts and the version of the learning.
CREATE TABLE learned_model (
  account_id    TEXT PRIMARY KEY,
  workspace_id  TEXT NOT NULL,
  fingerprint   TEXT NOT NULL,
  posts         INTEGER NOT NULL CHECK (posts >= 0),
  quality       TEXT CHECK (quality IS NULL OR json_valid(quality)),
  models        TEXT CHECK (models IS NULL OR json_valid(models)),
  learned_at    INTEGER NOT NULL,
  FOREIGN KEY (workspace_id, account_id) REFERENCES account (workspace_id, id) ON DELETE CASCADE
) STRICT;
