-- How large a file was when it was recorded, so that a check of the archive notices one that was
-- cut off or replaced. 0: recorded by a version that did not ask, or a folder.
ALTER TABLE instances ADD COLUMN bytes INTEGER NOT NULL DEFAULT 0;
ALTER TABLE label_maps ADD COLUMN bytes INTEGER NOT NULL DEFAULT 0;
