#include "storage/DerivedObject.h"

#include <algorithm>
#include <cmath>

namespace fovea {

namespace {

/// The smallest distance of two slices; of a single one its thickness.
double sliceSpacing(const ScannedSeries& series)
{
    const Vec3 normal = cross(series.rowDirection, series.columnDirection);
    std::vector<double> depths;
    for (const ScannedInstance& instance : series.instances) {
        for (const ScannedFrame& frame : instance.frames)
            depths.push_back(dot(frame.positionMm, normal));
    }
    std::ranges::sort(depths);
    double smallest = 0.0;
    for (std::size_t i = 1; i < depths.size(); ++i) {
        const double gap = depths[i] - depths[i - 1];
        if (gap > 1e-3 && (smallest == 0.0 || gap < smallest))
            smallest = gap;
    }
    return smallest > 0.0 ? smallest : series.sliceThicknessMm.value_or(1.0);
}

} // namespace

Result<SourceStudy> readSource(const std::vector<std::filesystem::path>& ctFiles,
                               const Progress& progress)
{
    Result<ScanReport> report = scanFiles(ctFiles, progress);
    if (!report)
        return report.error();
    if (report->studies.empty() || report->studies.front().series.empty())
        return report->leftOut.empty() ? makeError(ErrorCode::EmptySeries)
                                       : report->leftOut.front().reason;
    const ScannedSeries& series = report->studies.front().series.front();
    const auto header =
        DicomHeader::load(series.instances.front().path, DicomHeader::Extent::BeforePixelData);
    if (!header)
        return header.error();
    SourceStudy source{*header, series, header->studyInstanceUid(), sliceSpacing(series), {}};
    for (const ScannedInstance& instance : series.instances) {
        source.images.push_back(
            {instance.sopClassUid.empty() ? std::string(UID_CTImageStorage) : instance.sopClassUid,
             instance.sopInstanceUid, series.seriesInstanceUid, instance.frames});
    }
    return source;
}

SourceStudy::Place SourceStudy::imageAt(const Vec3& positionMm, const Vec3& normal) const
{
    const Vec3 own = cross(series.rowDirection, series.columnDirection);
    constexpr double parallel = 0.9999; // Within 0.8 degrees.
    if (std::abs(dot(own, normal)) < parallel)
        return {};
    Place nearest;
    double distance = sliceSpacingMm / 2 + 0.01; // DICOM rounds positions.
    for (const SourceImage& image : images) {
        for (std::size_t f = 0; f < image.frames.size(); ++f) {
            const double away = std::abs(dot(image.frames[f].positionMm - positionMm, own));
            if (away > distance)
                continue;
            distance = away;
            nearest = {&image, image.frames.size() > 1 ? static_cast<int>(f) + 1 : 0};
        }
    }
    return nearest;
}

void putPatientAndStudy(DcmItem& item, const DicomHeader& ct)
{
    put(item, DCM_SpecificCharacterSet, "ISO_IR 192");
    for (const DcmTagKey& tag :
         {DCM_PatientName, DCM_PatientID, DCM_PatientBirthDate, DCM_PatientSex, DCM_StudyDate,
          DCM_StudyTime, DCM_StudyID, DCM_AccessionNumber, DCM_ReferringPhysicianName})
        put(item, tag, ct.text(tag));
    put(item, DCM_StudyInstanceUID, ct.studyInstanceUid());
    for (const DcmTagKey& tag :
         {DCM_StudyDescription, DCM_PatientAge, DCM_PatientSize, DCM_PatientWeight,
          DCM_IssuerOfPatientID, DCM_PatientIdentityRemoved, DCM_DeidentificationMethod})
    {
        if (const std::string value = ct.text(tag); !value.empty())
            put(item, tag, value);
    }
}

void putSeriesAndEquipment(DcmItem& item, const char* modality, const DerivedOptions& options,
                           const UidGenerator& uids)
{
    const ContentTime now = contentTimeNow();
    put(item, DCM_Modality, modality);
    put(item, DCM_SeriesInstanceUID, uids.uid(std::string(modality) + " series"));
    put(item, DCM_SeriesNumber, std::to_string(options.seriesNumber));
    if (!options.seriesDescription.empty())
        put(item, DCM_SeriesDescription, longString(options.seriesDescription));
    put(item, DCM_SeriesDate, now.date);
    put(item, DCM_SeriesTime, now.time);
    put(item, DCM_SOPInstanceUID,
        uids.uid(std::string(modality) + " instance " + std::to_string(options.instanceNumber)));
    put(item, DCM_InstanceNumber, std::to_string(options.instanceNumber));
    put(item, DCM_InstanceCreationDate, now.date);
    put(item, DCM_InstanceCreationTime, now.time);
    put(item, DCM_Manufacturer, ownManufacturer);
    put(item, DCM_ManufacturerModelName, "Fovea");
    put(item, DCM_DeviceSerialNumber, "0");
    put(item, DCM_SoftwareVersions,
        options.softwareVersion.empty() ? std::string("Fovea")
                                        : longString(options.softwareVersion));
}

void putReferencedImage(DcmItem& item, const SourceImage& image, int frame)
{
    put(item, DCM_ReferencedSOPClassUID, image.sopClassUid);
    put(item, DCM_ReferencedSOPInstanceUID, image.sopInstanceUid);
    if (frame > 0)
        put(item, DCM_ReferencedFrameNumber, std::to_string(frame));
}

} // namespace fovea
