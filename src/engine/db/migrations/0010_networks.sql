-- What was chosen for each network, by its name; see models/publish-option.ts.
ALTER TABLE post ADD COLUMN options TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(options));
ALTER TABLE recurrence ADD COLUMN options TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(options));

-- The part's place: `comment` is the first comment, or a later part where the network has no threads.
ALTER TABLE delivery_part ADD COLUMN role TEXT NOT NULL DEFAULT 'post' CHECK (role IN ('post', 'reply', 'comment'));

-- Of videos and sounds; null for pictures, and for what was added before it was read.
ALTER TABLE media ADD COLUMN duration_ms INTEGER CHECK (duration_ms IS NULL OR duration_ms >= 0);
ALTER TABLE media ADD COLUMN frame_rate REAL CHECK (frame_rate IS NULL OR frame_rate > 0);
ALTER TABLE media ADD COLUMN video_codec TEXT;
ALTER TABLE media ADD COLUMN audio_codec TEXT;

-- Who signed in, where one sign-in serves several accounts: access is revoked when the last of them goes.
ALTER TABLE account ADD COLUMN grantor TEXT;
-- When the access token was issued: some renew themselves only once they have an age.
ALTER TABLE account ADD COLUMN token_issued_at INTEGER;
-- Posts of this account are handed to the network ahead of their time, where it publishes by itself.
ALTER TABLE account ADD COLUMN native_schedule INTEGER NOT NULL DEFAULT 0 CHECK (native_schedule IN (0, 1));

ALTER TABLE mention ADD COLUMN kind TEXT NOT NULL DEFAULT 'mention' CHECK (kind IN ('mention', 'comment', 'reply', 'quote', 'found'));
ALTER TABLE mention ADD COLUMN on_post TEXT;
