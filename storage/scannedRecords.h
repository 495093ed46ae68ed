#pragma once

#include "storage/DicomScanner.h"
#include "storage/StudyRecords.h"

// What the archive keeps of what a scan found. Internal to storage/.

namespace fovea {

StudyRecord studyRecord(const ScannedStudy& study);
/// `normal`: of its slices, a unit vector; their spacing is the median along it.
SeriesRecord seriesRecord(const ScannedSeries& series, const Vec3& normal);
/// Without path.
InstanceRecord instanceRecord(const ScannedInstance& instance, const Vec3& normal);

/// Part numbers count within one scan, so a stored part is recognised by what splits a series.
bool sameStack(const SeriesRecord& a, const SeriesRecord& b);

} // namespace fovea
