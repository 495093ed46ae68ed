#pragma once

#include "app/compare/SeriesLink.h"
#include "app/compare/chooseSeries.h"

#include <QString>

namespace fovea {

// What a comparison says to people.

/// "61 days earlier", "14 months earlier", "3 years later", "on the same day"; empty where a study
/// has no date.
QString intervalText(const StudyRecord& open, const StudyRecord& compared);

/// "1/31/2024, 14 months earlier · Thorax 1.0": date, interval where `ofPatient`, description.
QString comparedText(const StudyRecord& open, const PatientSeries& compared, bool ofPatient);

/// Why nothing was taken as a prior, and what to do.
QString noPriorText(NoPrior reason, const std::string& modality);

/// What was taken as a prior, of how many earlier studies that would do.
QString priorText(const StudyRecord& open, const PatientSeries& prior, std::size_t studies);

/// "Linked", "Linked, +12 mm" or "Not linked"; `alongMm` as SeriesLink has it.
QString linkText(bool linked, double alongMm);

/// Where the compared slice lies and how that was found, for a tool tip.
QString linkDetails(const SeriesLink& link, const Vec3& towards, double alongMm);

/// What a reader must know where the two have no frame of reference in common.
QString otherFrameText(const SeriesLink& link);

} // namespace fovea
