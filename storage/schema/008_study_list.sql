-- What readers note about a study, and what finding it again needs.

CREATE TABLE study_notes (
    study   INTEGER PRIMARY KEY REFERENCES studies (id) ON DELETE CASCADE,
    note    TEXT NOT NULL,
    is_read INTEGER NOT NULL
) STRICT;
-- Nobody wants an archive of years to be unread because of a new version.
INSERT INTO study_notes SELECT id, '', 1 FROM studies;
-- Studies are unread when they come, and again when a series comes to them.
CREATE TRIGGER series_arrived AFTER INSERT ON series
BEGIN
    INSERT INTO study_notes (study, note, is_read) VALUES (NEW.study, '', 0)
    ON CONFLICT (study) DO UPDATE SET is_read = 0;
END;

CREATE TABLE study_tags (
    study INTEGER NOT NULL REFERENCES studies (id) ON DELETE CASCADE,
    tag   TEXT NOT NULL CHECK (tag <> ''),
    PRIMARY KEY (study, tag)
) STRICT;
CREATE INDEX study_tags_by_tag ON study_tags (tag);

-- Findings by score ("nodule > 0.8") and findings that are there, both read from the index alone.
CREATE INDEX findings_by_score ON findings (anatomy, finding, score, analysis);
CREATE INDEX findings_present ON findings (anatomy, finding, analysis) WHERE score > threshold;
