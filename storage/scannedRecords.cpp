#include "storage/scannedRecords.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <vector>

namespace fovea {

namespace {

/// The median distance between neighbours; 0 where there are none.
double sliceSpacing(const ScannedSeries& series, const Vec3& normal)
{
    std::vector<double> positions;
    for (const ScannedInstance& instance : series.instances) {
        for (const ScannedFrame& frame : instance.frames)
            positions.push_back(dot(frame.positionMm, normal));
    }
    if (positions.size() < 2)
        return series.sliceThicknessMm.value_or(0.0);
    std::ranges::sort(positions);
    std::vector<double> steps;
    for (std::size_t i = 1; i < positions.size(); ++i)
        steps.push_back(positions[i] - positions[i - 1]);
    const auto middle = steps.begin() + std::ssize(steps) / 2;
    std::ranges::nth_element(steps, middle);
    return *middle;
}

} // namespace

StudyRecord studyRecord(const ScannedStudy& study)
{
    StudyRecord record;
    record.patient.name = study.patient.name;
    record.patient.patientId = study.patient.id;
    record.patient.birthDate = study.patient.birthDate;
    record.patient.sex = study.patient.sex;
    record.studyInstanceUid = study.studyInstanceUid;
    record.date = study.date;
    record.time = study.time;
    record.description = study.description;
    record.accessionNumber = study.accessionNumber;
    return record;
}

SeriesRecord seriesRecord(const ScannedSeries& series, const Vec3& normal)
{
    SeriesRecord record;
    record.seriesInstanceUid = series.seriesInstanceUid;
    record.part = series.part;
    record.modality = series.modality;
    record.description = series.description;
    record.number = series.seriesNumber;
    record.bodyPart = series.bodyPart;
    record.frameOfReferenceUid = series.frameOfReferenceUid;
    record.convolutionKernel = series.convolutionKernel;
    record.manufacturer = series.manufacturer;
    record.scannerModel = series.scannerModel;
    record.size = {series.columns, series.rows, series.frameCount()};
    record.spacingMm = {series.pixelSpacingMm[1], series.pixelSpacingMm[0],
                        sliceSpacing(series, normal)};
    record.rowDirection = series.rowDirection;
    record.columnDirection = series.columnDirection;
    return record;
}

bool sameStack(const SeriesRecord& a, const SeriesRecord& b)
{
    constexpr double tolerance = 1e-3;
    return a.size[0] == b.size[0] && a.size[1] == b.size[1] &&
           std::abs(a.spacingMm[0] - b.spacingMm[0]) < tolerance &&
           std::abs(a.spacingMm[1] - b.spacingMm[1]) < tolerance &&
           norm(a.rowDirection - b.rowDirection) < tolerance &&
           norm(a.columnDirection - b.columnDirection) < tolerance;
}

InstanceRecord instanceRecord(const ScannedInstance& instance, const Vec3& normal)
{
    InstanceRecord record;
    record.sopInstanceUid = instance.sopInstanceUid;
    record.sopClassUid = instance.sopClassUid;
    record.number = instance.instanceNumber;
    record.frames = static_cast<int>(instance.frames.size());
    if (!instance.frames.empty())
        record.positionMm = dot(instance.frames.front().positionMm, normal);
    return record;
}

} // namespace fovea
