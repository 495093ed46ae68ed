#include "storage/SegmentationHeader.h"

namespace fovea {

namespace {

void collectReferences(DcmItem& item, const DcmTagKey& sequence, const DicomHeader& header,
                       std::vector<std::string>& out)
{
    for (long i = 0; DcmItem* reference = itemAt(item, sequence, i); ++i) {
        const std::string uid = header.text(*reference, DCM_ReferencedSOPInstanceUID);
        if (isUid(uid))
            out.push_back(uid);
    }
}

void readReferencedSeries(DcmItem& item, const DcmTagKey& seriesSequence,
                          const DcmTagKey& imageSequence, const DicomHeader& header,
                          ScannedSegmentation& out)
{
    for (long i = 0; DcmItem* series = itemAt(item, seriesSequence, i); ++i) {
        const std::string uid = header.text(*series, DCM_SeriesInstanceUID);
        if (isUid(uid))
            out.referencedSeriesUids.push_back(uid);
        collectReferences(*series, imageSequence, header, out.referencedInstanceUids);
    }
}

/// PS3.3 C.8.8.5: series lie below the frame of reference and the study.
void readStructureSetHeader(const DicomHeader& header, ScannedSegmentation& out)
{
    DcmDataset& data = header.dataset();
    for (long f = 0; DcmItem* frame = itemAt(data, DCM_ReferencedFrameOfReferenceSequence, f); ++f)
    {
        for (long s = 0; DcmItem* study = itemAt(*frame, DCM_RTReferencedStudySequence, s); ++s)
            readReferencedSeries(*study, DCM_RTReferencedSeriesSequence, DCM_ContourImageSequence,
                                 header, out);
    }
    for (long i = 0; DcmItem* region = itemAt(data, DCM_StructureSetROISequence, i); ++i) {
        out.segmentLabels.push_back(header.text(*region, DCM_ROIName));
        if (out.frameOfReferenceUid.empty())
            out.frameOfReferenceUid = header.text(*region, DCM_ReferencedFrameOfReferenceUID);
    }
    if (out.description.empty())
        out.description = header.text(DCM_StructureSetLabel);
}

} // namespace

bool isSegmentationClass(const std::string& sopClass)
{
    constexpr const char* labelMapSegmentationStorage = "1.2.840.10008.5.1.4.1.1.66.7";
    return sopClass == UID_SegmentationStorage || sopClass == labelMapSegmentationStorage ||
           sopClass == UID_RTStructureSetStorage;
}

Result<ScannedSegmentation> readSegmentationHeader(const DicomHeader& header,
                                                   const std::filesystem::path& path)
{
    DcmDataset& data = header.dataset();
    ScannedSegmentation out;
    out.path = path;
    out.sopInstanceUid = header.sopInstanceUid();
    out.seriesInstanceUid = header.seriesInstanceUid();
    if (!isUid(out.sopInstanceUid) || !isUid(out.seriesInstanceUid) ||
        !isUid(header.studyInstanceUid()))
        return makeError(ErrorCode::BrokenFile, {path.string()},
                         "no valid SOP, Series or Study Instance UID");
    out.frameOfReferenceUid = header.text(DCM_FrameOfReferenceUID);
    out.description = header.text(DCM_SeriesDescription);
    if (header.sopClassUid() == UID_RTStructureSetStorage) {
        readStructureSetHeader(header, out);
        return out;
    }
    if (out.description.empty())
        out.description = header.text(DCM_ContentLabel);
    readReferencedSeries(data, DCM_ReferencedSeriesSequence, DCM_ReferencedInstanceSequence, header,
                         out);
    for (long i = 0; DcmItem* segment = itemAt(data, DCM_SegmentSequence, i); ++i)
        out.segmentLabels.push_back(header.text(*segment, DCM_SegmentLabel));
    return out;
}

} // namespace fovea
