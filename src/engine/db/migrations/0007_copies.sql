-- Which installation may publish from this file, and why it may not for now. The place is a hash of the machine and the
-- data directory; with the generation, the history's position tells an older state of the file from a newer one.

ALTER TABLE installation ADD COLUMN place TEXT;
ALTER TABLE installation ADD COLUMN ledger_generation INTEGER NOT NULL DEFAULT 0 CHECK (ledger_generation >= 0);

-- While a hold stands publishing is paused, whatever anybody asks.
ALTER TABLE installation ADD COLUMN hold_reason TEXT CHECK (hold_reason IN ('restored', 'rolled_back', 'copied'))
  CHECK (hold_reason IS NULL OR paused = 1);
ALTER TABLE installation ADD COLUMN hold_written_at INTEGER CHECK ((hold_written_at IS NULL) = (hold_reason IS NULL));
ALTER TABLE installation ADD COLUMN hold_opened_at INTEGER CHECK ((hold_opened_at IS NULL) = (hold_reason IS NULL));
-- The newest row of the history at that time: what comes after it was decided here.
ALTER TABLE installation ADD COLUMN hold_event INTEGER CHECK ((hold_event IS NULL) = (hold_reason IS NULL));

-- When the networks were last read in full for what the file does not know; null: not yet.
ALTER TABLE installation ADD COLUMN hold_looked_at INTEGER;

-- Why the last copy failed, as a code; null after a good one.
ALTER TABLE installation ADD COLUMN copy_problem TEXT;

-- SQLite gives the id of a deleted last row again; a higher generation keeps the position from standing still.
CREATE TRIGGER delivery_event_moves_generation AFTER DELETE ON delivery_event
BEGIN
  UPDATE installation SET ledger_generation = ledger_generation + 1;
END;
