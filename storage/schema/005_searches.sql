-- Questions that readers keep, what they mark, and which scanner a series comes from.

-- Manufacturer and Manufacturer's Model Name; NULL in series that were stored before, until
-- somebody asks.
ALTER TABLE series ADD COLUMN manufacturer TEXT;
ALTER TABLE series ADD COLUMN scanner_model TEXT;

CREATE TABLE saved_searches (
    id                INTEGER PRIMARY KEY,
    name              TEXT NOT NULL UNIQUE,
    question          TEXT NOT NULL, -- As it was typed.
    scope             TEXT NOT NULL CHECK (scope IN ('study', 'patient', 'archive')),
    filter            TEXT NOT NULL, -- JSON of the program; empty: none.
    -- A standing search marks studies whose best region scores at least `margin` with this model;
    -- NULL where it is none.
    margin            REAL,
    model_fingerprint TEXT NOT NULL,
    created_at        TEXT NOT NULL
) STRICT;

-- A study that a standing search found. One that was looked at stays noted, so that analyzing it
-- again does not mark it again.
CREATE TABLE search_marks (
    search    INTEGER NOT NULL REFERENCES saved_searches (id) ON DELETE CASCADE,
    study     INTEGER NOT NULL REFERENCES studies (id) ON DELETE CASCADE,
    series    INTEGER NOT NULL REFERENCES series (id) ON DELETE CASCADE,
    anatomy   TEXT NOT NULL,
    score     REAL NOT NULL,
    marked_at TEXT NOT NULL,
    seen      INTEGER NOT NULL,
    PRIMARY KEY (search, study)
) STRICT;
CREATE INDEX search_marks_by_study ON search_marks (study);
CREATE INDEX search_marks_by_series ON search_marks (series);

-- Counts whatever changes what a search over the archive looks through (currentAnalyses()), so
-- that a connection made anew can tell whether that list is still the one it read.
CREATE TABLE analysis_changes (
    counter INTEGER NOT NULL
) STRICT;
INSERT INTO analysis_changes VALUES (1);
CREATE TRIGGER analyses_inserted AFTER INSERT ON analyses
BEGIN UPDATE analysis_changes SET counter = counter + 1; END;
CREATE TRIGGER analyses_deleted AFTER DELETE ON analyses
BEGIN UPDATE analysis_changes SET counter = counter + 1; END;
CREATE TRIGGER analyses_updated AFTER UPDATE ON analyses
BEGIN UPDATE analysis_changes SET counter = counter + 1; END;
CREATE TRIGGER series_described AFTER UPDATE OF study, body_part, manufacturer, scanner_model ON series
BEGIN UPDATE analysis_changes SET counter = counter + 1; END;
CREATE TRIGGER studies_described AFTER UPDATE OF patient, date ON studies
BEGIN UPDATE analysis_changes SET counter = counter + 1; END;
CREATE TRIGGER patients_described AFTER UPDATE OF sex, birth_date ON patients
BEGIN UPDATE analysis_changes SET counter = counter + 1; END;
