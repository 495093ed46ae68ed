#pragma once

#include "app/cli/CommandContext.h"
#include "app/work/studyWork.h"
#include "model/domain/Analysis.h"

#include <nlohmann/json_fwd.hpp>

#include <filesystem>

namespace fovea {

/// A series, its segmentation and what the model says about it.
struct SeriesAnalysis {
    LoadedSeries series;
    LoadedLabelMap labels;
    StudyAnalysis analysis;
    double placesApartMm = 0.0; ///< Of the segmentation's file (niftiPlacesApartMm()).
    bool stored = false;        ///< Taken from the archive, not computed now.
};

struct AnalyzeOptions {
    std::filesystem::path labels; ///< Attached first and used; empty: the newest label map.
    bool force = false;           ///< Compute even where the archive has this model's answer.
};

/// Analyses a series and stores the answer, or takes the stored one of the same label map and model
/// fingerprint. Errors: NoRegion where the series has no label map; those of loadSeries(),
/// attachAndLoadLabelMap(), Engine::analyze() and StudyDatabase.
Result<SeriesAnalysis> analyzeSeries(CommandContext& context, StudyDatabase& database,
                                     const AnatomyCatalog& catalog, Engine& engine,
                                     std::int64_t seriesId, const AnalyzeOptions& options);

/// Tables of anatomies, findings and what could not be scored.
QString analysisText(const SeriesAnalysis& analysis, const AnatomyCatalog& catalog);

/// {"study_id", "study_instance_uid", "series_id", "series_instance_uid", "label_map_id", "stored",
///  "seconds", "size": [columns, rows, slices], "spacing_mm": [3],
///  "anatomies": [{"id", "name", "abnormality", "calibrated", "volume_ml", "mean_hu", "sd_hu",
///    "findings": [{"id", "name", "score", "calibrated", "threshold", "present"}]}],
///  "skipped": [{"id", "reason": "not_segmented"|"too_small"}],
///  "structures": [{"label", "name", "anatomy", "side", "voxels", "volume_ml", "mean_hu",
///    "sd_hu"}],
///  "notes": [what a reader must know about how images and segmentation were put together]}
///
/// Anatomies come by falling abnormality, then those that were only measured (abnormality null).
/// An anatomy's "calibrated" says whether its abnormality is a calibrated probability; a finding's
/// is that probability. What is unknown is null. "present": the score is above the threshold.
nlohmann::json analysisJson(const SeriesAnalysis& analysis, const AnatomyCatalog& catalog);

/// {"name", "fingerprint", "demo", "licence", "provenance", "anatomies", "device"}
nlohmann::json modelJson(const ModelInfo& info);

/// Which model speaks, and for the demo model that it means nothing on a patient.
QString modelText(const ModelInfo& info);

} // namespace fovea
