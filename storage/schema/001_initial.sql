-- The archive's first schema. A released file never changes: later versions add files
-- (002_….sql, …), each the step from the version before.

CREATE TABLE patients (
    id         INTEGER PRIMARY KEY,
    -- Id, name and birth date joined; "study:" and the study's identity where there is no id.
    identity   TEXT NOT NULL UNIQUE,
    name       TEXT NOT NULL,
    patient_id TEXT NOT NULL,
    birth_date TEXT NOT NULL,
    sex        TEXT NOT NULL
) STRICT;

CREATE TABLE studies (
    id               INTEGER PRIMARY KEY,
    patient          INTEGER NOT NULL REFERENCES patients (id) ON DELETE CASCADE,
    -- The uid; "series:" and the series' UID where a file has no StudyInstanceUID.
    identity         TEXT NOT NULL UNIQUE,
    uid              TEXT NOT NULL,
    date             TEXT NOT NULL,
    time             TEXT NOT NULL,
    description      TEXT NOT NULL,
    accession_number TEXT NOT NULL,
    added_at         TEXT NOT NULL,
    -- Everything the text search looks at, case-folded.
    search_text      TEXT NOT NULL
) STRICT;
CREATE INDEX studies_by_uid ON studies (uid);
CREATE INDEX studies_by_patient ON studies (patient);
CREATE INDEX studies_by_date ON studies (date);

CREATE TABLE series (
    id                     INTEGER PRIMARY KEY,
    study                  INTEGER NOT NULL REFERENCES studies (id) ON DELETE CASCADE,
    uid                    TEXT NOT NULL,
    part                   INTEGER NOT NULL,
    modality               TEXT NOT NULL,
    description            TEXT NOT NULL,
    number                 INTEGER NOT NULL,
    body_part              TEXT NOT NULL,
    frame_of_reference_uid TEXT NOT NULL,
    convolution_kernel     TEXT NOT NULL,
    columns                INTEGER NOT NULL,
    rows                   INTEGER NOT NULL,
    slices                 INTEGER NOT NULL, -- The sum of its instances' frames.
    column_spacing_mm      REAL NOT NULL,
    row_spacing_mm         REAL NOT NULL,
    slice_spacing_mm       REAL NOT NULL,
    -- Image Orientation (Patient): six float64, little endian.
    orientation            BLOB NOT NULL,
    UNIQUE (study, uid, part)
) STRICT;
CREATE INDEX series_by_uid ON series (uid);

CREATE TABLE instances (
    id            INTEGER PRIMARY KEY,
    series        INTEGER NOT NULL REFERENCES series (id) ON DELETE CASCADE,
    sop_uid       TEXT NOT NULL,
    sop_class_uid TEXT NOT NULL,
    number        INTEGER NOT NULL,
    frames        INTEGER NOT NULL,
    position_mm   REAL NOT NULL,
    -- Bytes, since file names need not be UTF-8; below the archive's folder where managed.
    path          BLOB NOT NULL,
    managed       INTEGER NOT NULL,
    UNIQUE (series, sop_uid)
) STRICT;

CREATE TABLE label_maps (
    id       INTEGER PRIMARY KEY,
    series   INTEGER NOT NULL REFERENCES series (id) ON DELETE CASCADE,
    kind     TEXT NOT NULL CHECK (kind IN ('file', 'folder', 'dicom_seg')),
    path     BLOB NOT NULL,
    managed  INTEGER NOT NULL,
    label    TEXT NOT NULL,
    source   TEXT NOT NULL,
    added_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX label_maps_by_source ON label_maps (series, source) WHERE source <> '';
CREATE UNIQUE INDEX label_maps_by_path ON label_maps (series, path);

CREATE TABLE analyses (
    id                INTEGER PRIMARY KEY,
    series            INTEGER NOT NULL REFERENCES series (id) ON DELETE CASCADE,
    label_map         INTEGER NOT NULL REFERENCES label_maps (id) ON DELETE CASCADE,
    model_fingerprint TEXT NOT NULL,
    seconds           REAL NOT NULL,
    created_at        TEXT NOT NULL,
    UNIQUE (series, label_map, model_fingerprint)
) STRICT;
CREATE INDEX analyses_by_model ON analyses (model_fingerprint);
CREATE INDEX analyses_by_label_map ON analyses (label_map);

-- float32, little endian. Heat maps are kept apart, so that ranking the whole archive reads the
-- vectors alone.
CREATE TABLE embeddings (
    analysis INTEGER NOT NULL REFERENCES analyses (id) ON DELETE CASCADE,
    ordinal  INTEGER NOT NULL,
    anatomy  TEXT NOT NULL,
    vector   BLOB NOT NULL,
    PRIMARY KEY (analysis, ordinal)
) STRICT;

-- One per embedding. Attention: float32, little endian. Geometry: float64, little endian: the
-- position of token (0,0,0), then the steps along D, H and W.
CREATE TABLE heat_maps (
    analysis     INTEGER NOT NULL REFERENCES analyses (id) ON DELETE CASCADE,
    ordinal      INTEGER NOT NULL,
    token_depth  INTEGER NOT NULL,
    token_height INTEGER NOT NULL,
    token_width  INTEGER NOT NULL,
    geometry     BLOB NOT NULL,
    attention    BLOB NOT NULL,
    PRIMARY KEY (analysis, ordinal)
) STRICT;

CREATE TABLE findings (
    analysis   INTEGER NOT NULL REFERENCES analyses (id) ON DELETE CASCADE,
    ordinal    INTEGER NOT NULL,
    anatomy    TEXT NOT NULL,
    finding    TEXT NOT NULL,
    name       TEXT NOT NULL,
    score      REAL NOT NULL,
    calibrated REAL,
    threshold  REAL,
    PRIMARY KEY (analysis, ordinal)
) STRICT;
CREATE INDEX findings_by_kind ON findings (anatomy, finding);

CREATE TABLE skipped_anatomies (
    analysis INTEGER NOT NULL REFERENCES analyses (id) ON DELETE CASCADE,
    ordinal  INTEGER NOT NULL,
    anatomy  TEXT NOT NULL,
    reason   TEXT NOT NULL CHECK (reason IN ('not_segmented', 'too_small')),
    PRIMARY KEY (analysis, ordinal)
) STRICT;

-- Folders below files/ that exist, or may, without records: an import about to be stored, or a
-- study just removed.
CREATE TABLE pending_folders (
    folder TEXT NOT NULL PRIMARY KEY
) STRICT;
