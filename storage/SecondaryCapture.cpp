#include "storage/SecondaryCapture.h"

#include "storage/DerivedObject.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace fovea {

namespace {

std::string letters(const Vec3& direction)
{
    // LPS; DICOM calls superior the head.
    constexpr std::array<char, 3> positive{'L', 'P', 'H'};
    constexpr std::array<char, 3> negative{'R', 'A', 'F'};
    std::array<std::size_t, 3> order{0, 1, 2};
    std::ranges::sort(order, std::greater{},
                      [&](std::size_t axis) { return std::abs(direction[axis]); });
    std::string text;
    for (const std::size_t axis : order) {
        if (std::abs(direction[axis]) >= 0.1)
            text += direction[axis] > 0 ? positive[axis] : negative[axis];
    }
    return text;
}

void putPicture(DcmItem& item, const CapturedPicture& picture, const SourceStudy& source)
{
    const ContentTime now = contentTimeNow();
    put(item, DCM_SOPClassUID, UID_SecondaryCaptureImageStorage);
    put(item, DCM_Laterality, ""); // Of a paired organ: not told.
    put(item, DCM_ConversionType, "WSD");
    put(item, DCM_ImageType, "DERIVED\\SECONDARY");
    put(item, DCM_ContentDate, now.date);
    put(item, DCM_ContentTime, now.time);
    put(item, DCM_DateOfSecondaryCapture, now.date);
    put(item, DCM_TimeOfSecondaryCapture, now.time);
    put(item, DCM_PatientOrientation, patientOrientation(picture.right, picture.down));
    put(item, DCM_BurnedInAnnotation, picture.hasTypedText ? "YES" : "NO");
    put(item, DCM_LossyImageCompression, "00");
    if (!picture.description.empty())
        put(item, DCM_DerivationDescription, picture.description);
    const Vec3 normal = cross(picture.right, picture.down);
    if (const auto place = source.imageAt(picture.positionMm, normal); place.image) {
        DcmItem& reference = appendItem(item, DCM_SourceImageSequence);
        putReferencedImage(reference, *place.image, place.frame);
        putCode(reference, DCM_PurposeOfReferenceCodeSequence,
                {"DCM", "121322", "Source image for image processing operation"});
    }
    putDecimals(item, DCM_PixelSpacing, {picture.mmPerPixel, picture.mmPerPixel});
    put(item, DCM_SamplesPerPixel, std::uint16_t{3});
    put(item, DCM_PhotometricInterpretation, "RGB");
    put(item, DCM_PlanarConfiguration, std::uint16_t{0});
    put(item, DCM_Rows, static_cast<std::uint16_t>(picture.height));
    put(item, DCM_Columns, static_cast<std::uint16_t>(picture.width));
    put(item, DCM_BitsAllocated, std::uint16_t{8});
    put(item, DCM_BitsStored, std::uint16_t{8});
    put(item, DCM_HighBit, std::uint16_t{7});
    put(item, DCM_PixelRepresentation, std::uint16_t{0});
    if (item.putAndInsertUint8Array(DCM_PixelData, picture.rgb.data(),
                                    static_cast<unsigned long>(picture.rgb.size()))
            .bad())
        throw DicomBuildFailure("pixel data");
}

bool isWhole(const CapturedPicture& picture)
{
    return picture.width > 0 && picture.height > 0 && picture.width <= 65535 &&
           picture.height <= 65535 &&
           picture.rgb.size() == std::size_t(picture.width) * std::size_t(picture.height) * 3;
}

} // namespace

std::string patientOrientation(const Vec3& right, const Vec3& down)
{
    return letters(right) + '\\' + letters(down);
}

Result<std::vector<WrittenObject>> writeSecondaryCaptures(
    const std::vector<CapturedPicture>& pictures, const std::vector<std::filesystem::path>& ctFiles,
    const std::filesystem::path& folder, const DerivedOptions& options, const Progress& progress)
{
    if (Status checked = checkUidRoot(options.uids.root); !checked)
        return checked.error();
    if (!std::ranges::all_of(pictures, isWhole))
        return makeError(ErrorCode::BadOption, {"picture", "no pixels"});
    const auto source = readSource(ctFiles, progress.part(0.0, 0.5));
    if (!source)
        return source.error();
    const UidGenerator uids(options.uids.root, options.uids.seed.value_or(randomSeed()));
    std::vector<WrittenObject> written;
    try {
        for (const CapturedPicture& picture : pictures) {
            if (progress.cancelled())
                return makeError(ErrorCode::Cancelled);
            DcmFileFormat format;
            DcmDataset& dataset = *format.getDataset();
            DerivedOptions numbered = options;
            numbered.instanceNumber = static_cast<int>(written.size()) + 1;
            putPatientAndStudy(dataset, source->header);
            putSeriesAndEquipment(dataset, "OT", numbered, uids);
            putPicture(dataset, picture, *source);
            char name[32];
            std::snprintf(name, sizeof name, "capture-%03d.dcm", numbered.instanceNumber);
            WrittenObject object{folder / name, UID_SecondaryCaptureImageStorage, {}, {}};
            for (const auto& [tag, to] : {std::pair(DCM_SOPInstanceUID, &object.sopInstanceUid),
                                          {DCM_SeriesInstanceUID, &object.seriesInstanceUid}})
            {
                OFString uid;
                dataset.findAndGetOFString(tag, uid);
                *to = uid.c_str();
            }
            if (Status done = writeDicomFile(format, object.path); !done)
                return done.error();
            written.push_back(std::move(object));
            progress.report(0.5 + 0.5 * static_cast<double>(written.size()) /
                                      static_cast<double>(pictures.size()));
        }
    } catch (const DicomBuildFailure& failure) {
        return makeError(ErrorCode::Internal, {}, failure.what());
    } catch (const std::bad_alloc&) {
        return makeError(ErrorCode::OutOfMemory, {"secondary capture"});
    }
    return written;
}

} // namespace fovea
