#pragma once

#include "app/models/PackageFacts.h"
#include "model/evaluate/SiteCalibration.h"

#include <QString>

// What a calibration's numbers are, in words.

namespace fovea {

/// "0.123 (0.081–0.164)".
QString errorEstimate(double value, const std::optional<Interval>& interval);

/// Whether a finding could be calibrated, and otherwise why not. Null: it has no label.
QString outcomeSentence(const CalibratedFinding* finding);

/// Which calibration is read by now.
QString inUseSentence(const std::optional<SiteCalibration>& kept, const PackageFacts& package);

} // namespace fovea
