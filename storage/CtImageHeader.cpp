#include "storage/CtImageHeader.h"

#include "storage/FrameGroups.h"
#include "storage/PixelDecoder.h"

#include <algorithm>
#include <cmath>

namespace fovea {

namespace {

constexpr long largestMatrix = 8192;
constexpr long mostFrames = 20000;
constexpr std::size_t longestCode = 16; // Of a code string, PS3.5 6.2.

/// Whole, but of no use: it does not say where it lies in the patient.
Error placeless(const std::filesystem::path& path, const char* what)
{
    return makeError(ErrorCode::BrokenFile, {path.string(), "place"}, what);
}

/// Retired or enhanced objects whose geometry sits in functional groups.
bool isMultiFrameClass(const std::string& sopClass)
{
    return sopClass == UID_EnhancedCTImageStorage ||
           sopClass == UID_LegacyConvertedEnhancedCTImageStorage;
}

/// JPEG Baseline and Extended always lose; JPEG 2000 and JPEG-LS need not.
bool alwaysLoses(const std::string& transferSyntax)
{
    return transferSyntax == UID_JPEGProcess1TransferSyntax ||
           transferSyntax == UID_JPEGProcess2_4TransferSyntax;
}

Error broken(const std::filesystem::path& path, const char* what)
{
    return makeError(ErrorCode::BrokenFile, {path.string()}, what);
}

Error unsupported(std::string what)
{
    return makeError(ErrorCode::UnsupportedPixels, {std::move(what)});
}

std::optional<int> storedValueAt(const DicomHeader& header, const DcmTagKey& tag, bool signedPixels)
{
    const std::optional<long> value = integerAt(header, tag);
    if (!value)
        return std::nullopt;
    const auto bits = static_cast<std::uint16_t>(*value);
    return signedPixels ? static_cast<std::int16_t>(bits) : static_cast<int>(bits);
}

Status readPixelTraits(const DicomHeader& header, CtImage& image)
{
    const long rows = integerAt(header, DCM_Rows).value_or(0);
    const long columns = integerAt(header, DCM_Columns).value_or(0);
    if (rows < 1 || columns < 1 || rows > largestMatrix || columns > largestMatrix)
        return unsupported("matrix " + std::to_string(columns) + "x" + std::to_string(rows));
    const long samples = integerAt(header, DCM_SamplesPerPixel).value_or(1);
    const std::string photometric = header.text(DCM_PhotometricInterpretation);
    if (samples != 1)
        return unsupported(std::to_string(samples) + " samples per pixel");
    if (!photometric.empty() && photometric != "MONOCHROME2")
        return unsupported("photometric interpretation " + photometric.substr(0, longestCode));
    const long bits = integerAt(header, DCM_BitsAllocated).value_or(16);
    if (bits != 8 && bits != 16)
        return unsupported(std::to_string(bits) + " bits allocated");

    image.series.rows = static_cast<int>(rows);
    image.series.columns = static_cast<int>(columns);
    image.instance.bitsAllocated = static_cast<int>(bits);
    image.instance.signedPixels = integerAt(header, DCM_PixelRepresentation).value_or(0) == 1;
    const bool isSigned = image.instance.signedPixels;
    image.instance.paddingValue = storedValueAt(header, DCM_PixelPaddingValue, isSigned);
    if (image.instance.paddingValue)
        image.instance.paddingRangeLimit =
            storedValueAt(header, DCM_PixelPaddingRangeLimit, isSigned);
    return Done{};
}

// `Item`: a functional group, or the header of an image whose data set has it all; null where there
// is none.

template <typename Item>
Status readPlane(Item* orientation, Item* measures, const std::filesystem::path& path,
                 ScannedSeries& series)
{
    const auto axes = orientation
                          ? orientationOf(elementAt(*orientation, DCM_ImageOrientationPatient))
                          : std::nullopt;
    if (!axes)
        return placeless(path, "no valid Image Orientation (Patient)");
    const auto spacing = measures ? numbersAt<2>(*measures, DCM_PixelSpacing) : std::nullopt;
    if (!spacing || !((*spacing)[0] > 0) || !((*spacing)[1] > 0))
        return placeless(path, "no valid Pixel Spacing");
    series.rowDirection = (*axes)[0];
    series.columnDirection = (*axes)[1];
    series.pixelSpacingMm = *spacing;
    const std::optional<double> thickness = numberAt(*measures, DCM_SliceThickness);
    if (thickness && *thickness > 0)
        series.sliceThicknessMm = thickness;
    return Done{};
}

bool samePlane(const ScannedSeries& a, const ScannedSeries& b)
{
    return norm(a.rowDirection - b.rowDirection) < 1e-3 &&
           norm(a.columnDirection - b.columnDirection) < 1e-3 &&
           std::abs(a.pixelSpacingMm[0] - b.pixelSpacingMm[0]) < 1e-4 &&
           std::abs(a.pixelSpacingMm[1] - b.pixelSpacingMm[1]) < 1e-4;
}

template <typename Item>
Status readFrame(Item* position, Item* transformation, std::optional<double> thicknessMm,
                 const std::filesystem::path& path, ScannedInstance& instance)
{
    const auto place = position ? numbersAt<3>(*position, DCM_ImagePositionPatient) : std::nullopt;
    if (!place)
        return placeless(path, "no valid Image Position (Patient)");
    ScannedFrame frame;
    frame.positionMm = *place;
    const auto slope = transformation ? numberAt(*transformation, DCM_RescaleSlope) : std::nullopt;
    const auto intercept =
        transformation ? numberAt(*transformation, DCM_RescaleIntercept) : std::nullopt;
    instance.rescaleStated = instance.rescaleStated && slope && intercept;
    frame.rescaleSlope = slope.value_or(1.0);
    frame.rescaleIntercept = intercept.value_or(0.0);
    frame.sliceThicknessMm = thicknessMm;
    instance.frames.push_back(frame);
    return Done{};
}

Status readMultiFrame(DcmDataset& data, const std::filesystem::path& path, CtImage& image)
{
    const long count = integerAt(data, DCM_NumberOfFrames).value_or(0);
    if (count < 1 || count > mostFrames)
        return broken(path, "no valid Number of Frames");
    const FrameGroups groups(data);
    for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
        ScannedSeries other;
        ScannedSeries& plane = i == 0 ? image.series : other;
        const Status planeRead = readPlane(groups.group(i, DCM_PlaneOrientationSequence),
                                           groups.group(i, DCM_PixelMeasuresSequence), path, plane);
        if (!planeRead)
            return planeRead;
        if (i > 0 && !samePlane(image.series, plane))
            return makeError(ErrorCode::InconsistentSeries, {"orientation"});
        const Status frameRead = readFrame(groups.group(i, DCM_PlanePositionSequence),
                                           groups.group(i, DCM_PixelValueTransformationSequence),
                                           plane.sliceThicknessMm, path, image.instance);
        if (!frameRead)
            return frameRead;
    }
    return Done{};
}

Status readSingleFrame(const DicomHeader& header, const std::filesystem::path& path, CtImage& image)
{
    if (integerAt(header, DCM_NumberOfFrames).value_or(1) > 1)
        return unsupported("several frames without functional groups");
    const Status plane = readPlane(&header, &header, path, image.series);
    if (!plane)
        return plane;
    return readFrame(&header, &header, image.series.sliceThicknessMm, path, image.instance);
}

void readSeriesTraits(const DicomHeader& header, ScannedSeries& series)
{
    series.modality = "CT";
    series.seriesNumber = static_cast<int>(integerAt(header, DCM_SeriesNumber).value_or(0));
    series.description = header.text(DCM_SeriesDescription);
    series.bodyPart = header.text(DCM_BodyPartExamined);
    series.convolutionKernel = header.text(DCM_ConvolutionKernel);
    series.manufacturer = header.text(DCM_Manufacturer);
    series.scannerModel = header.text(DCM_ManufacturerModelName);
    series.date = header.text(DCM_SeriesDate);
    if (series.date.empty())
        series.date = header.text(DCM_AcquisitionDate);
    series.frameOfReferenceUid = header.text(DCM_FrameOfReferenceUID);

    const std::vector<std::string> names = header.texts(DCM_WindowCenterWidthExplanation);
    DcmElement* const centres = header.element(DCM_WindowCenter);
    DcmElement* const widths = header.element(DCM_WindowWidth);
    for (unsigned long i = 0; i < 16; ++i) {
        const auto centre = numberOf(centres, i);
        const auto width = numberOf(widths, i);
        if (!centre || !width)
            break;
        if (*width >= 1)
            series.windows.push_back({*centre, *width, i < names.size() ? names[i] : ""});
    }
}

} // namespace

Result<CtImage> readCtImageHeader(const DicomHeader& header, const std::filesystem::path& path)
{
    const std::string sopClass = header.sopClassUid();
    const std::string modality = header.text(DCM_Modality);
    const bool isCt = sopClass == UID_CTImageStorage || isMultiFrameClass(sopClass) ||
                      (sopClass.empty() && modality == "CT");
    if (!isCt || (!modality.empty() && modality != "CT"))
        return makeError(ErrorCode::NotCt, {path.string(), header.kind()});
    const std::vector<std::string> imageType = header.texts(DCM_ImageType);
    if (std::ranges::find(imageType, "LOCALIZER") != imageType.end())
        return makeError(ErrorCode::Localizer, {path.string()});

    const std::string transferSyntax = header.transferSyntaxUid();
    if (isUndecodable(transferSyntax))
        return unsupported(transferSyntaxName(transferSyntax));

    CtImage image;
    image.instance.sopInstanceUid = header.sopInstanceUid();
    image.instance.sopClassUid = sopClass;
    image.instance.transferSyntaxUid = transferSyntax;
    image.instance.lossy = header.text(DCM_LossyImageCompression) == "01" ||
                           alwaysLoses(image.instance.transferSyntaxUid);
    image.instance.instanceNumber =
        static_cast<int>(integerAt(header, DCM_InstanceNumber).value_or(0));
    for (const std::string& value : imageType)
        image.instance.imageType += (image.instance.imageType.empty() ? "" : "\\") + value;
    image.series.seriesInstanceUid = header.seriesInstanceUid();
    if (!isUid(image.instance.sopInstanceUid) || !isUid(image.series.seriesInstanceUid) ||
        !isUid(header.studyInstanceUid()))
        return broken(path, "no valid SOP, Series or Study Instance UID");

    const Status pixels = readPixelTraits(header, image);
    if (!pixels)
        return pixels.error();
    const Status geometry = isMultiFrameClass(sopClass)
                                ? readMultiFrame(header.dataset(), path, image)
                                : readSingleFrame(header, path, image);
    if (!geometry)
        return geometry.error();
    readSeriesTraits(header, image.series);
    return image;
}

} // namespace fovea
