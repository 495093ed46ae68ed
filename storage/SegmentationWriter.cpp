#include "storage/CieLab.h"
#include "storage/DerivedObject.h"
#include "storage/DicomBuilding.h"
#include "storage/DicomHeader.h"
#include "storage/DicomScanner.h"
#include "storage/DicomWriter.h"
#include "storage/MeasurementReport.h"
#include "storage/SegmentationFrames.h"
#include "storage/SliceArrangement.h"

#include <dcmtk/dcmdata/dcvrpobw.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace fovea {

namespace {

constexpr double positionToleranceMm = 0.1;

/// Where the image of one slice k is found.
struct SourceFrame {
    std::string sopClassUid;
    std::string sopInstanceUid;
    int frame = 0; ///< From 1 in multi-frame objects; 0 in others.
    Vec3 positionMm{0, 0, 0};
};

struct Source {
    ScannedSeries series;
    std::vector<SourceFrame> slices; ///< By k.
};

std::vector<SourceFrame> framesOf(const ScannedSeries& series)
{
    std::vector<SourceFrame> frames;
    for (const ScannedInstance& instance : series.instances) {
        const bool many = instance.frames.size() > 1;
        for (std::size_t f = 0; f < instance.frames.size(); ++f)
            frames.push_back({instance.sopClassUid, instance.sopInstanceUid,
                              many ? static_cast<int>(f) + 1 : 0, instance.frames[f].positionMm});
    }
    return frames;
}

/// For planes that no image lies on, since readSeries() resampled the series or left room for a
/// slice that is missing: the image nearest to each.
std::vector<SourceFrame> nearestFrames(const std::vector<SourceFrame>& frames,
                                       const ImageGeometry& geometry)
{
    std::vector<SourceFrame> nearest;
    for (int k = 0; k < geometry.size[2]; ++k) {
        const Vec3 plane = geometry.indexToPatient({0, 0, static_cast<double>(k)});
        nearest.push_back(*std::ranges::min_element(frames, {}, [&](const SourceFrame& frame) {
            return std::abs(dot(frame.positionMm - plane, geometry.axes[2]));
        }));
        nearest.back().positionMm = plane;
    }
    return nearest;
}

/// Sorts the CT's images under the slices of the label map.
Result<Source> matchSource(const LabelMap& labels, const std::vector<std::filesystem::path>& files,
                           const Progress& progress)
{
    Result<ScanReport> report = scanFiles(files, progress);
    if (!report)
        return report.error();
    const std::vector<const ScannedSeries*> all = report->allSeries();
    if (all.empty())
        return report->leftOut.empty() ? makeError(ErrorCode::EmptySeries)
                                       : report->leftOut.front().reason;
    if (all.size() != 1)
        return makeError(ErrorCode::GridMismatch, {"more than one series"});
    Source source{*all.front(), {}};

    const ImageGeometry& geometry = labels.geometry();
    const std::vector<SourceFrame> frames = framesOf(source.series);
    const Result<SliceArrangement> stack = stackSlices(source.series);
    if (stack && (stack->resampling || !stack->missing.empty()) &&
        geometry.sameGrid(stack->geometry, positionToleranceMm))
    {
        source.slices = nearestFrames(frames, geometry);
        return source;
    }
    if (geometry.size[0] != source.series.columns || geometry.size[1] != source.series.rows)
        return makeError(ErrorCode::GridMismatch, {"matrix"});
    // Judged at the far end of a row and of a column, where an angle counts most.
    const Vec3 row = source.series.rowDirection *
                     (source.series.pixelSpacingMm[1] * (source.series.columns - 1));
    const Vec3 column = source.series.columnDirection *
                        (source.series.pixelSpacingMm[0] * (source.series.rows - 1));
    const Vec3 first = geometry.indexToPatient({0, 0, 0});
    const Vec3 rowEnd = geometry.indexToPatient({geometry.size[0] - 1.0, 0, 0});
    const Vec3 columnEnd = geometry.indexToPatient({0, geometry.size[1] - 1.0, 0});
    if (norm(rowEnd - first - row) > positionToleranceMm ||
        norm(columnEnd - first - column) > positionToleranceMm)
        return makeError(ErrorCode::GridMismatch, {"orientation or pixel spacing"});

    for (int k = 0; k < geometry.size[2]; ++k) {
        const Vec3 wanted = geometry.indexToPatient({0, 0, static_cast<double>(k)});
        const auto found = std::ranges::find_if(frames, [&](const SourceFrame& frame) {
            return norm(frame.positionMm - wanted) <= positionToleranceMm;
        });
        if (found == frames.end())
            return makeError(ErrorCode::GridMismatch, {"slice " + std::to_string(k)});
        source.slices.push_back(*found);
    }
    return source;
}

void putEquipmentAndImage(DcmItem& item, const LabelMap& labels, const SegmentationOptions& options,
                          std::size_t frames)
{
    const ContentTime now = contentTimeNow();
    put(item, DCM_SOPClassUID, UID_SegmentationStorage);
    put(item, DCM_Modality, "SEG");
    put(item, DCM_SeriesNumber, std::to_string(options.seriesNumber));
    put(item, DCM_SeriesDescription, options.seriesDescription);
    put(item, DCM_Manufacturer, "Fovea");
    put(item, DCM_ManufacturerModelName, "Fovea");
    put(item, DCM_DeviceSerialNumber, "0");
    put(item, DCM_SoftwareVersions, "Fovea");
    put(item, DCM_ImageType, "DERIVED\\PRIMARY");
    put(item, DCM_InstanceNumber, "1");
    put(item, DCM_ContentDate, now.date);
    put(item, DCM_ContentTime, now.time);
    put(item, DCM_SeriesDate, now.date);
    put(item, DCM_SeriesTime, now.time);
    put(item, DCM_ContentLabel, "SEGMENTATION");
    put(item, DCM_ContentDescription, options.seriesDescription);
    put(item, DCM_ContentCreatorName, options.contentCreator);
    put(item, DCM_LossyImageCompression, "00");
    put(item, DCM_SegmentationType, "BINARY");
    put(item, DCM_SegmentsOverlap, "NO");
    put(item, DCM_NumberOfFrames, std::to_string(frames));
    put(item, DCM_SamplesPerPixel, std::uint16_t{1});
    put(item, DCM_PhotometricInterpretation, "MONOCHROME2");
    put(item, DCM_Rows, static_cast<std::uint16_t>(labels.geometry().size[1]));
    put(item, DCM_Columns, static_cast<std::uint16_t>(labels.geometry().size[0]));
    put(item, DCM_BitsAllocated, std::uint16_t{1});
    put(item, DCM_BitsStored, std::uint16_t{1});
    put(item, DCM_HighBit, std::uint16_t{0});
    put(item, DCM_PixelRepresentation, std::uint16_t{0});
}

void putSegments(DcmItem& item, const LabelMap& labels, const AnatomyCatalog& catalog,
                 const SegmentationOptions& options)
{
    std::uint16_t number = 0;
    for (const Structure& structure : labels.structures()) {
        DcmItem& segment = appendItem(item, DCM_SegmentSequence);
        put(segment, DCM_SegmentNumber, ++number);
        put(segment, DCM_SegmentLabel, longString(structure.name));
        put(segment, DCM_SegmentAlgorithmType,
            options.algorithmName.empty() ? "MANUAL"
            : options.corrected           ? "SEMIAUTOMATIC"
                                          : "AUTOMATIC");
        if (!options.algorithmName.empty())
            put(segment, DCM_SegmentAlgorithmName, longString(options.algorithmName));
        const auto lab = dicomCieLab(structure.colour);
        const OFCondition condition =
            segment.putAndInsertUint16Array(DCM_RecommendedDisplayCIELabValue, lab.data(), 3);
        if (condition.bad())
            throw DicomBuildFailure(condition.text());
        putCode(segment, DCM_SegmentedPropertyCategoryCodeSequence,
                {"SCT", "123037004", "Anatomical Structure"});
        putCode(segment, DCM_SegmentedPropertyTypeCodeSequence, structureCode(structure, catalog));
        if (structure.side == Side::None)
            continue;
        DcmItem& type = *[&] {
            DcmItem* last = nullptr;
            segment.findAndGetSequenceItem(DCM_SegmentedPropertyTypeCodeSequence, last, 0);
            return last;
        }();
        putCode(type, DCM_SegmentedPropertyTypeModifierCodeSequence,
                structure.side == Side::Left ? CodedConcept{"SCT", "7771000", "Left"}
                                             : CodedConcept{"SCT", "24028007", "Right"});
    }
}

void putDimensions(DcmItem& item, const std::string& organizationUid)
{
    put(appendItem(item, DCM_DimensionOrganizationSequence), DCM_DimensionOrganizationUID,
        organizationUid);
    struct Dimension {
        DcmTagKey pointer;
        DcmTagKey group;
        const char* label;
    };
    for (const Dimension& dimension :
         {Dimension{DCM_ReferencedSegmentNumber, DCM_SegmentIdentificationSequence,
                    "Segment Number"},
          Dimension{DCM_ImagePositionPatient, DCM_PlanePositionSequence, "Image Position"}})
    {
        DcmItem& index = appendItem(item, DCM_DimensionIndexSequence);
        put(index, DCM_DimensionOrganizationUID, organizationUid);
        const OFCondition pointed =
            index.putAndInsertTagKey(DCM_DimensionIndexPointer, dimension.pointer);
        const OFCondition grouped =
            index.putAndInsertTagKey(DCM_FunctionalGroupPointer, dimension.group);
        if (pointed.bad() || grouped.bad())
            throw DicomBuildFailure("dimension index");
        put(index, DCM_DimensionDescriptionLabel, dimension.label);
    }
}

void putSharedGroups(DcmItem& item, const ImageGeometry& geometry)
{
    DcmItem& shared = appendItem(item, DCM_SharedFunctionalGroupsSequence);
    const auto& axes = geometry.axes;
    putDecimals(appendItem(shared, DCM_PlaneOrientationSequence), DCM_ImageOrientationPatient,
                {axes[0][0], axes[0][1], axes[0][2], axes[1][0], axes[1][1], axes[1][2]});
    DcmItem& measures = appendItem(shared, DCM_PixelMeasuresSequence);
    putDecimals(measures, DCM_SliceThickness, {geometry.spacingMm[2]});
    putDecimals(measures, DCM_SpacingBetweenSlices, {geometry.spacingMm[2]});
    putDecimals(measures, DCM_PixelSpacing, {geometry.spacingMm[1], geometry.spacingMm[0]});
}

void putReference(DcmItem& item, const SourceFrame& source)
{
    put(item, DCM_ReferencedSOPClassUID,
        source.sopClassUid.empty() ? std::string(UID_CTImageStorage) : source.sopClassUid);
    put(item, DCM_ReferencedSOPInstanceUID, source.sopInstanceUid);
    if (source.frame > 0)
        put(item, DCM_ReferencedFrameNumber, std::to_string(source.frame));
}

void putFrameGroups(DcmItem& item, const std::vector<SegmentationFrame>& frames,
                    const Source& source)
{
    for (const SegmentationFrame& frame : frames) {
        DcmItem& groups = appendItem(item, DCM_PerFrameFunctionalGroupsSequence);
        const SourceFrame& slice = source.slices[static_cast<std::size_t>(frame.slice)];
        const auto segment = static_cast<std::uint16_t>(frame.structure + 1);

        DcmItem& derivation = appendItem(groups, DCM_DerivationImageSequence);
        putCode(derivation, DCM_DerivationCodeSequence, {"DCM", "113076", "Segmentation"});
        DcmItem& image = appendItem(derivation, DCM_SourceImageSequence);
        putReference(image, slice);
        putCode(image, DCM_PurposeOfReferenceCodeSequence,
                {"DCM", "121322", "Source image for image processing operation"});

        DcmItem& content = appendItem(groups, DCM_FrameContentSequence);
        const Uint32 indices[] = {segment, static_cast<Uint32>(frame.slice) + 1};
        if (content.putAndInsertUint32Array(DCM_DimensionIndexValues, indices, 2).bad())
            throw DicomBuildFailure("dimension index values");
        putDecimals(appendItem(groups, DCM_PlanePositionSequence), DCM_ImagePositionPatient,
                    {slice.positionMm[0], slice.positionMm[1], slice.positionMm[2]});
        put(appendItem(groups, DCM_SegmentIdentificationSequence), DCM_ReferencedSegmentNumber,
            segment);
    }
}

/// Common Instance Reference: every image once, whatever the number of its frames.
void putReferencedSeries(DcmItem& item, const Source& source)
{
    DcmItem& series = appendItem(item, DCM_ReferencedSeriesSequence);
    put(series, DCM_SeriesInstanceUID, source.series.seriesInstanceUid);
    std::map<std::string, bool> seen;
    for (SourceFrame slice : source.slices) {
        if (seen[slice.sopInstanceUid])
            continue;
        seen[slice.sopInstanceUid] = true;
        slice.frame = 0;
        putReference(appendItem(series, DCM_ReferencedInstanceSequence), slice);
    }
}

Status putPixels(DcmItem& item, const LabelMap& labels,
                 const std::vector<SegmentationFrame>& frames, const Progress& progress)
{
    const std::size_t bytes = packedSize(labels, frames);
    if (bytes >= std::numeric_limits<Uint32>::max())
        return makeError(ErrorCode::UnsupportedPixels, {"a segmentation above 4 GiB"});
    auto element = std::make_unique<DcmPolymorphOBOW>(DcmTag(DCM_PixelData, EVR_OB));
    // Packed where DCMTK keeps it: a whole-body map may take hundreds of megabytes.
    Uint8* packed = nullptr;
    if (element->createUint8Array(static_cast<Uint32>(bytes), packed).bad() || !packed)
        return makeError(ErrorCode::OutOfMemory, {"segmentation"});
    std::fill_n(packed, bytes, Uint8{0});
    if (Status done = packFrames(labels, frames, packed, progress); !done)
        return done;
    if (item.insert(element.get(), OFTrue).bad())
        throw DicomBuildFailure("pixel data");
    element.release(); // The item owns it now.
    return Done{};
}

Result<std::string> writeMatched(const LabelMap& labels, const AnatomyCatalog& catalog,
                                 const Source& source, const std::filesystem::path& file,
                                 const SegmentationOptions& options, const Progress& progress)
{
    const auto ct = DicomHeader::load(source.series.instances.front().path,
                                      DicomHeader::Extent::BeforePixelData);
    if (!ct)
        return ct.error();
    const auto frames = segmentationFrames(labels, progress.part(0.0, 0.2));
    if (!frames)
        return frames.error();
    const UidGenerator uids(options.uids.root, options.uids.seed.value_or(randomSeed()));
    const std::string sopInstanceUid = uids.uid("segmentation");

    DcmFileFormat format;
    DcmDataset& dataset = *format.getDataset();
    putPatientAndStudy(dataset, *ct);
    for (const DcmTagKey& tag : {DCM_FrameOfReferenceUID, DCM_PositionReferenceIndicator})
        put(dataset, tag, ct->text(tag));
    putEquipmentAndImage(dataset, labels, options, frames->size());
    put(dataset, DCM_SOPInstanceUID, sopInstanceUid);
    put(dataset, DCM_SeriesInstanceUID, uids.uid("segmentation series"));
    putSegments(dataset, labels, catalog, options);
    putDimensions(dataset, uids.uid("dimension organization"));
    putSharedGroups(dataset, labels.geometry());
    putFrameGroups(dataset, *frames, source);
    putReferencedSeries(dataset, source);
    if (Status done = putPixels(dataset, labels, *frames, progress.part(0.2, 0.8)); !done)
        return done.error();
    if (Status done = writeDicomFile(format, file); !done)
        return done.error();
    progress.report(1.0);
    return sopInstanceUid;
}

} // namespace

Result<std::string> writeSegmentation(const LabelMap& labels, const AnatomyCatalog& catalog,
                                      const std::vector<std::filesystem::path>& ctFiles,
                                      const std::filesystem::path& file,
                                      const SegmentationOptions& options, const Progress& progress)
{
    if (Status checked = checkUidRoot(options.uids.root); !checked)
        return checked.error();
    if (labels.structures().empty())
        return makeError(ErrorCode::NoStructures, {file.string()});
    const auto source = matchSource(labels, ctFiles, progress.part(0.0, 0.1));
    if (!source)
        return source.error();
    try {
        return writeMatched(labels, catalog, *source, file, options, progress.part(0.1, 1.0));
    } catch (const DicomBuildFailure& failure) {
        return makeError(ErrorCode::Internal, {}, failure.what());
    } catch (const std::bad_alloc&) {
        return makeError(ErrorCode::OutOfMemory, {"segmentation"});
    }
}

} // namespace fovea
