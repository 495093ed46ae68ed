-- What readers decided about findings, and what a score is read with.

-- Scores of the single prompts whose ensemble is the score; NULL where there is one pair, and in
-- analyses stored before.
ALTER TABLE findings ADD COLUMN prompts_low REAL;
ALTER TABLE findings ADD COLUMN prompts_high REAL;

-- Measured on the voxels of an anatomy, without any model.
CREATE TABLE region_scalars (
    analysis INTEGER NOT NULL REFERENCES analyses (id) ON DELETE CASCADE,
    ordinal  INTEGER NOT NULL,
    anatomy  TEXT NOT NULL,
    quantity TEXT NOT NULL,
    value    REAL NOT NULL,
    PRIMARY KEY (analysis, ordinal)
) STRICT;
CREATE INDEX region_scalars_by_kind ON region_scalars (anatomy, quantity);

-- A reader's word on a finding of a study. It belongs to the study, not to an analysis, so that
-- analyzing again keeps it.
CREATE TABLE verdicts (
    study      INTEGER NOT NULL REFERENCES studies (id) ON DELETE CASCADE,
    anatomy    TEXT NOT NULL,
    finding    TEXT NOT NULL,
    verdict    TEXT NOT NULL CHECK (verdict IN ('open', 'accepted', 'rejected')),
    comment    TEXT NOT NULL,
    reader     TEXT NOT NULL,
    decided_at TEXT NOT NULL,
    PRIMARY KEY (study, anatomy, finding)
) STRICT;
