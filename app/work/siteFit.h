#pragma once

#include "app/work/siteLabels.h"
#include "model/evaluate/SiteCalibration.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

// What `fovea-cli calibrate` and the window of calibrations do alike. No Qt.

namespace fovea {

/// A calibration of a model by this site's labels, not kept yet.
struct SiteFit {
    std::vector<CalibratedFinding> findings; ///< Each that has a label.
    SiteCalibration calibration;             ///< Of those that could be calibrated; perhaps none.
    std::size_t patients = 0;
    std::size_t withoutScore = 0; ///< See SiteLabels.
};

/// Fits `model` to what readers accepted and rejected, or to the labels of `table` where it is not
/// empty. `fittedAt`: UTC, "YYYY-MM-DDTHH:MM:SSZ". Errors of labelsFromVerdicts() and
/// labelsFromTable(); Cancelled.
Result<SiteFit> fitSite(const StudyDatabase& database, const ModelInfo& model,
                        const std::filesystem::path& table, const std::string& fittedAt,
                        const Progress& progress);

} // namespace fovea
