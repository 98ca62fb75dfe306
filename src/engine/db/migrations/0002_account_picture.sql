-- The picture of an account as it was last read: what its file under <data>/avatars is named by, and what it is.
ALTER TABLE account ADD COLUMN picture_sha256 TEXT CHECK (picture_sha256 IS NULL OR length(picture_sha256) = 64);
ALTER TABLE account ADD COLUMN picture_type TEXT CHECK ((picture_type IS NULL) = (picture_sha256 IS NULL));
