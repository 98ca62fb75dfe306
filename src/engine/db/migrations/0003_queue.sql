-- The queue: the jobs of one account in one queue stand in one lane, and only the heads of lanes are looked at, so that
-- what a claim costs does not grow with what waits, was finished, or belongs to an account that must rest.

CREATE TABLE job_anew (
  id            TEXT PRIMARY KEY,
  workspace_id  TEXT NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  queue         TEXT NOT NULL CHECK (queue IN ('publisher', 'background')),
  kind          TEXT NOT NULL,
  -- The delivery, account or post that the job is about.
  subject_id    TEXT NOT NULL,
  platform      TEXT,
  account_id    TEXT REFERENCES account (id) ON DELETE CASCADE,
  lane          TEXT NOT NULL GENERATED ALWAYS AS (coalesce(account_id, platform, '')) VIRTUAL,
  payload       TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(payload)),
  state         TEXT NOT NULL CHECK (state IN ('ready', 'running', 'done', 'dead', 'cancelled')),
  priority      INTEGER NOT NULL DEFAULT 0,
  -- When it was wanted. run_at moves behind it with limits and back-off; the order of an account's jobs does not.
  due_at        INTEGER NOT NULL,
  run_at        INTEGER NOT NULL,
  attempts      INTEGER NOT NULL DEFAULT 0,
  max_attempts  INTEGER NOT NULL DEFAULT 6,
  -- Names the run of the thread that holds the claim, and the claim. It stands until its holder gives it back or is gone.
  lease         TEXT,
  claimed_at    INTEGER,
  last_code     TEXT,
  last_detail   TEXT,
  created_at    INTEGER NOT NULL,
  finished_at   INTEGER,
  CHECK ((state = 'running') = (lease IS NOT NULL)),
  CHECK ((lease IS NULL) = (claimed_at IS NULL)),
  CHECK ((state IN ('done', 'dead', 'cancelled')) = (finished_at IS NOT NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO job_anew (id, workspace_id, queue, kind, subject_id, platform, account_id, payload, state, priority, due_at,
    run_at, attempts, max_attempts, lease, claimed_at, last_code, last_detail, created_at, finished_at)
  SELECT id, workspace_id, queue, kind, subject_id,
    coalesce(platform, (SELECT a.platform FROM account a WHERE a.id = account_id)), account_id, payload, state, priority, due_at,
    run_at, attempts, max_attempts, lease, lease_until, last_code, last_detail, created_at, finished_at FROM job;
DROP TABLE job;
ALTER TABLE job_anew RENAME TO job;

-- Waiting for its own time: the head of a lane is the first row here.
CREATE INDEX job_on_time ON job (queue, lane, due_at, priority DESC, id) WHERE state = 'ready' AND run_at <= due_at;
-- Waiting for a later one.
CREATE INDEX job_put_off ON job (queue, lane, run_at) WHERE state = 'ready' AND run_at > due_at;
-- Put off in a way that others of the account may have to wait for; queue/account-order.ts says which.
CREATE INDEX job_holding ON job (queue, lane, due_at, id) WHERE state = 'ready' AND run_at > due_at AND last_code IN
  ('spacing', 'stopped', 'rate_limited', 'quota_exhausted', 'credits_exhausted', 'vault_locked', 'on_hold', 'media_processing', 'in_order');
CREATE INDEX job_running ON job (queue, platform, lane) WHERE state = 'running';
-- Waiting or running; said by a column that a claim does not change, so that claiming leaves this index alone.
CREATE UNIQUE INDEX job_once ON job (subject_id, kind) WHERE finished_at IS NULL;
CREATE INDEX job_finished ON job (finished_at) WHERE finished_at IS NOT NULL;

-- `at`: no job of the lane may start before it. May be too early, never too late: whoever finds nothing to start there
-- writes down when to look again.
CREATE TABLE lane (
  queue     TEXT NOT NULL CHECK (queue IN ('publisher', 'background')),
  lane      TEXT NOT NULL,
  platform  TEXT NOT NULL,
  at        INTEGER NOT NULL,
  PRIMARY KEY (queue, lane)
) STRICT, WITHOUT ROWID;
CREATE INDEX lane_next ON lane (queue, platform, at);
INSERT INTO lane (queue, lane, platform, at)
  SELECT queue, lane, max(coalesce(platform, '')), 0 FROM job WHERE state IN ('ready', 'running') GROUP BY queue, lane;

-- What makes a lane free without the queue's doing.
CREATE TRIGGER lane_pause_ended AFTER UPDATE OF paused_until ON account
  WHEN old.paused_until IS NOT NULL AND coalesce(new.paused_until, 0) < old.paused_until
BEGIN
  UPDATE lane SET at = 0 WHERE queue = 'publisher' AND lane = new.id AND at > 0;
END;
CREATE TRIGGER lane_part_settled AFTER UPDATE OF state ON delivery_part
  WHEN old.state = 'sending' AND new.state <> 'sending'
BEGIN
  UPDATE lane SET at = 0 WHERE queue = 'publisher' AND lane = new.account_id AND at > 0
    AND NOT EXISTS (SELECT 1 FROM job WHERE queue = 'publisher' AND lane = new.account_id AND state = 'running');
END;
CREATE TRIGGER lane_account_removed AFTER DELETE ON account
BEGIN
  DELETE FROM lane WHERE queue IN ('publisher', 'background') AND lane = old.id;
END;
