-- What the user is told.

-- Notices that wait to be told: gathered for a moment so that several become one, and through quiet hours.
CREATE TABLE notice_pending (
  id            INTEGER PRIMARY KEY,
  workspace_id  TEXT NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  -- The job that asked for it, so that asking twice tells once.
  job_id        TEXT NOT NULL UNIQUE,
  at            INTEGER NOT NULL,
  payload       TEXT NOT NULL CHECK (json_valid(payload))
) STRICT;
CREATE INDEX notice_pending_by_workspace ON notice_pending (workspace_id, id);

-- How each post ended, found by time: what the queue's statistics count.
CREATE INDEX delivery_event_outcomes ON delivery_event (workspace_id, at)
  WHERE to_state IN ('published', 'failed', 'unknown', 'missed');
