#pragma once

#include "model/domain/ImageGeometry.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <array>
#include <filesystem>
#include <string>
#include <vector>

namespace fovea::test {

struct SampleRegion {
    std::string name;
    std::vector<std::vector<Vec3>> contours; ///< LPS, mm.
    std::string type = "CLOSED_PLANAR";
};

struct SampleStructureSet {
    std::string studyUid = "2.25.11";
    std::string frameOfReferenceUid = "2.25.12";
    std::string seriesUid; ///< That it is of; may be empty.
    std::vector<SampleRegion> regions;
};

inline DcmItem& newItem(DcmItem& parent, const DcmTagKey& sequence)
{
    DcmItem* item = nullptr;
    parent.findOrCreateSequenceItem(sequence, item, -2);
    return *item;
}

/// Writes an RT Structure Set as planning systems do; false where it cannot.
inline bool writeStructureSet(const SampleStructureSet& set, const std::filesystem::path& path)
{
    DcmFileFormat file;
    DcmDataset& data = *file.getDataset();
    const auto put = [](DcmItem& item, const DcmTagKey& tag, const std::string& value) {
        item.putAndInsertString(tag, value.c_str());
    };
    put(data, DCM_SOPClassUID, UID_RTStructureSetStorage);
    put(data, DCM_SOPInstanceUID, "2.25.13");
    put(data, DCM_Modality, "RTSTRUCT");
    put(data, DCM_StudyInstanceUID, set.studyUid);
    put(data, DCM_SeriesInstanceUID, "2.25.14");
    put(data, DCM_StructureSetLabel, "Thorax");
    if (!set.seriesUid.empty()) {
        DcmItem& frame = newItem(data, DCM_ReferencedFrameOfReferenceSequence);
        put(frame, DCM_FrameOfReferenceUID, set.frameOfReferenceUid);
        DcmItem& study = newItem(frame, DCM_RTReferencedStudySequence);
        put(newItem(study, DCM_RTReferencedSeriesSequence), DCM_SeriesInstanceUID, set.seriesUid);
    }
    for (std::size_t n = 0; n < set.regions.size(); ++n) {
        const std::string number = std::to_string(n + 1);
        DcmItem& region = newItem(data, DCM_StructureSetROISequence);
        put(region, DCM_ROINumber, number);
        put(region, DCM_ROIName, set.regions[n].name);
        put(region, DCM_ReferencedFrameOfReferenceUID, set.frameOfReferenceUid);
        DcmItem& drawn = newItem(data, DCM_ROIContourSequence);
        put(drawn, DCM_ReferencedROINumber, number);
        for (const std::vector<Vec3>& points : set.regions[n].contours) {
            std::string text;
            for (const Vec3& point : points) {
                for (const double value : point)
                    text += (text.empty() ? "" : "\\") + std::to_string(value);
            }
            DcmItem& contour = newItem(drawn, DCM_ContourSequence);
            put(contour, DCM_ContourGeometricType, set.regions[n].type);
            put(contour, DCM_NumberOfContourPoints, std::to_string(points.size()));
            put(contour, DCM_ContourData, text);
        }
    }
    return file.saveFile(path.c_str(), EXS_LittleEndianExplicit).good();
}

/// A rectangle of voxel indices in a plane of a grid, corners (i, j) included half-way outside.
inline std::vector<Vec3> rectangle(const ImageGeometry& geometry, std::array<double, 4> box,
                                   double k)
{
    const auto [left, top, right, bottom] = box;
    return {geometry.indexToPatient({left, top, k}), geometry.indexToPatient({right, top, k}),
            geometry.indexToPatient({right, bottom, k}),
            geometry.indexToPatient({left, bottom, k})};
}

} // namespace fovea::test
