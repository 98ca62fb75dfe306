-- The bytes as they came in, where the library keeps a converted form of them (a phone's HEIC picture as JPEG).
ALTER TABLE media ADD COLUMN original_sha256 TEXT CHECK (original_sha256 IS NULL OR length(original_sha256) = 64);
-- It holds what the camera noted (place, time), or its pixels lie otherwise than they are shown: it goes out as a clean copy.
ALTER TABLE media ADD COLUMN needs_cleaning INTEGER NOT NULL DEFAULT 0 CHECK (needs_cleaning IN (0, 1));
-- The user wants it sent with what the camera noted.
ALTER TABLE media ADD COLUMN sent_as_is INTEGER NOT NULL DEFAULT 0 CHECK (sent_as_is IN (0, 1));
ALTER TABLE media ADD COLUMN folder TEXT NOT NULL DEFAULT '' CHECK (length(folder) <= 80);
ALTER TABLE media ADD COLUMN tags TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(tags));
