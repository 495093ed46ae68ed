#pragma once

#include "storage/StudyResults.h"

#include <optional>
#include <string>
#include <string_view>

// Words that CSV and JSON of results share. Internal to app/work.

namespace fovea {

/// What both say of a finding beside its reading; empty texts where there is nothing.
struct FindingRow {
    std::string scoreKind;
    std::string calibratedOn;  ///< Only with a probability or threshold.
    std::optional<bool> above; ///< Empty without a threshold.
    std::string verdict;
    std::string comment;
    std::string reader;
    std::string decidedAt;
};

FindingRow findingRow(const FindingReading& reading, const StudyResults& results);

std::string_view sideId(Side side);
std::string_view measureKindId(MeasureKind kind);
std::string_view keyPlaneId(KeyImagePlane plane);
std::string_view skippedReasonId(SkippedAnatomy::Reason reason);

} // namespace fovea
