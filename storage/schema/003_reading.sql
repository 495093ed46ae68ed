-- How a reader looked at a series, and what was found worth keeping.

-- The window last set on a series, in HU.
CREATE TABLE series_windows (
    series    INTEGER PRIMARY KEY REFERENCES series (id) ON DELETE CASCADE,
    centre_hu REAL NOT NULL,
    width_hu  REAL NOT NULL CHECK (width_hu >= 1)
) STRICT;

-- Slices that carry a star. The position is where the crosshair stood: patient LPS, mm.
CREATE TABLE key_images (
    id        INTEGER PRIMARY KEY,
    series    INTEGER NOT NULL REFERENCES series (id) ON DELETE CASCADE,
    plane     TEXT NOT NULL CHECK (plane IN ('axial', 'coronal', 'sagittal')),
    x_mm      REAL NOT NULL,
    y_mm      REAL NOT NULL,
    z_mm      REAL NOT NULL,
    centre_hu REAL NOT NULL,
    width_hu  REAL NOT NULL,
    added_at  TEXT NOT NULL
) STRICT;
CREATE INDEX key_images_by_series ON key_images (series);
