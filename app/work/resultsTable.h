#pragma once

#include "storage/StudyResults.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

// What is known of studies as tables for other programs. No Qt; English ids and UTF-8 whatever
// language the window speaks, since programs read it.

namespace fovea {

/// CSV (RFC 4180: commas, quotes doubled, CRLF), the first line names the columns, one row per
/// item. Numbers have a decimal point and as many digits as tell them apart; what is not there is
/// empty, never 0. A text that a spreadsheet would run as a formula (it begins with =, +, -, @ or a
/// tab) has an apostrophe before it.
///
/// item                "finding", "skipped" (an anatomy that could not be scored), "structure",
///                     "measure", "key_image"
/// study_uid, study_date (YYYYMMDD), accession_number, patient_id, series_uid,
/// series_description  of every row the same within a series
/// model, model_fingerprint, analysed_at (UTC)   of findings and skipped
/// anatomy             the catalog's id, e.g. "lung"
/// id                  finding's id; structure's name; measure's UUID
/// name                finding's English name
/// side                "left", "right" or empty
/// score               raw score of a finding, no probability; of findings that the site has
///                     written or reworded a cosine margin
/// score_kind          "score" or "margin"
/// probability         calibrated; empty where nothing applies to this study
/// calibrated_on       whose studies probability and threshold come from: "site" or as the model's
///                     package says; with them empty
/// threshold           of the raw score; above_threshold: 1 or 0
/// withheld            1: the model has numbers, fitted to synthetic chests, and the study is none
/// percentile          of the score among other_studies studies of the archive
/// verdict             "accepted", "rejected", "open" (a comment alone) or empty; comment, reader,
///                     decided_at (UTC)
/// reason              of skipped: "not_segmented", "too_small"
/// kind                of a measure: "length", "angle", "ellipse", "polygon", "probe", "arrow",
///                     "text"; of a key image its plane: "axial", "coronal", "sagittal"
/// text                that a reader wrote to a measure
/// voxels, volume_ml, mean_hu, sd_hu, min_hu, max_hu   of structures; of outlines (voxels: pixels)
/// at_border           1: the structure reaches the border of the scan, its volume is a lower bound
/// implausible         1: side, order or volume speak against the structure; unsure: the network
/// did length_mm, angle_deg, area_mm2, hu                  of measures points_mm           of
/// measures and key images: "x y z; x y z", LPS window_centre_hu, window_width_hu of key images
std::string resultsCsv(const std::vector<StudyResults>& studies);

/// The same as JSON: {"studies": [{"study": {...}, "series": {...}, "model": {...} or null,
/// "findings": [...], "skipped": [...], "structures": [...], "measures": [...],
/// "key_images": [...]}]}, members named as the columns, with null where there is nothing, numbers
/// and booleans as such, and points as arrays.
nlohmann::json resultsJson(const std::vector<StudyResults>& studies);

} // namespace fovea
