-- What readers draw on the slices. A measure belongs to the patient's space: every series of the
-- study with its frame of reference shows it; without one, only the series it was drawn on.

CREATE TABLE measures (
    id                     INTEGER PRIMARY KEY, -- In the order they were made.
    uid                    TEXT NOT NULL UNIQUE,
    study                  INTEGER NOT NULL REFERENCES studies (id) ON DELETE CASCADE,
    series                 INTEGER NOT NULL REFERENCES series (id) ON DELETE CASCADE,
    frame_of_reference_uid TEXT NOT NULL,
    kind                   TEXT NOT NULL CHECK (kind IN ('length', 'angle', 'ellipse', 'polygon',
                                                         'probe', 'arrow', 'text')),
    -- x, y and z of each point, mm LPS: float64, little endian.
    points                 BLOB NOT NULL,
    -- Unit vector, LPS: three float64, little endian.
    normal                 BLOB NOT NULL,
    text                   TEXT NOT NULL,
    created_at             TEXT NOT NULL,
    changed_at             TEXT NOT NULL
) STRICT;
CREATE INDEX measures_by_study ON measures (study);
CREATE INDEX measures_by_series ON measures (series);
