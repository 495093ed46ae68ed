#include "storage/DicomWriter.h"

#include "storage/AtomicFile.h"
#include "storage/DicomBuilding.h"

#include <algorithm>

namespace fovea {

namespace {

bool isDate(const std::string& text)
{
    return text.empty() || (text.size() == 8 &&
                            std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; }));
}

Status checkStudy(const PatientStudy& study)
{
    if (study.sex != "M" && study.sex != "F" && study.sex != "O" && !study.sex.empty())
        return makeError(ErrorCode::BadOption, {"sex", "M, F or O"});
    if (!isDate(study.birthDate))
        return makeError(ErrorCode::BadOption, {"birth date", "YYYYMMDD"});
    if (!isDate(study.studyDate))
        return makeError(ErrorCode::BadOption, {"study date", "YYYYMMDD"});
    return Done{};
}

void putPatientStudy(DcmItem& item, const PatientStudy& study)
{
    put(item, DCM_SpecificCharacterSet, "ISO_IR 192");
    put(item, DCM_PatientName, study.patientName);
    put(item, DCM_PatientID, study.patientId);
    put(item, DCM_PatientBirthDate, study.birthDate);
    put(item, DCM_PatientSex, study.sex);
    put(item, DCM_StudyDate, study.studyDate);
    put(item, DCM_StudyTime, study.studyTime);
    put(item, DCM_StudyID, study.studyId);
    put(item, DCM_StudyDescription, study.studyDescription);
    put(item, DCM_AccessionNumber, study.accessionNumber);
    put(item, DCM_ReferringPhysicianName, study.referringPhysician);
}

void putSeries(DcmItem& item, const CtSeriesOptions& options, const ImageGeometry& geometry)
{
    put(item, DCM_SOPClassUID, UID_CTImageStorage);
    put(item, DCM_Modality, "CT");
    put(item, DCM_ImageType,
        options.original ? "ORIGINAL\\PRIMARY\\AXIAL" : "DERIVED\\SECONDARY\\AXIAL");
    put(item, DCM_SeriesNumber, std::to_string(options.seriesNumber));
    put(item, DCM_SeriesDescription, options.seriesDescription);
    put(item, DCM_ProtocolName, options.protocolName);
    put(item, DCM_BodyPartExamined, options.bodyPart);
    put(item, DCM_PatientPosition, "HFS");
    put(item, DCM_PositionReferenceIndicator, "");
    put(item, DCM_Manufacturer, options.manufacturer);
    put(item, DCM_ManufacturerModelName, options.modelName);
    put(item, DCM_ConvolutionKernel, options.convolutionKernel);
    put(item, DCM_KVP, options.kiloVolts ? decimalString(*options.kiloVolts) : std::string());
    put(item, DCM_AcquisitionNumber, "1");

    const auto& axes = geometry.axes;
    putDecimals(item, DCM_ImageOrientationPatient,
                {axes[0][0], axes[0][1], axes[0][2], axes[1][0], axes[1][1], axes[1][2]});
    // Pixel Spacing names the distance of rows (along a column) first.
    putDecimals(item, DCM_PixelSpacing, {geometry.spacingMm[1], geometry.spacingMm[0]});
    putDecimals(item, DCM_SliceThickness, {geometry.spacingMm[2]});

    put(item, DCM_SamplesPerPixel, std::uint16_t{1});
    put(item, DCM_PhotometricInterpretation, "MONOCHROME2");
    put(item, DCM_Rows, static_cast<std::uint16_t>(geometry.size[1]));
    put(item, DCM_Columns, static_cast<std::uint16_t>(geometry.size[0]));
    put(item, DCM_BitsAllocated, std::uint16_t{16});
    put(item, DCM_BitsStored, std::uint16_t{16});
    put(item, DCM_HighBit, std::uint16_t{15});
    put(item, DCM_PixelRepresentation, std::uint16_t{1});
    put(item, DCM_RescaleIntercept, "0");
    put(item, DCM_RescaleSlope, "1");
    put(item, DCM_RescaleType, "HU");
    putDecimals(item, DCM_WindowCenter, {options.windowCentre});
    putDecimals(item, DCM_WindowWidth, {options.windowWidth});
}

void putSlice(DcmItem& item, const Volume& volume, int k, const std::string& uid)
{
    const ImageGeometry& geometry = volume.geometry();
    const Vec3 position = geometry.indexToPatient({0, 0, static_cast<double>(k)});
    const Vec3 normal = cross(geometry.axes[0], geometry.axes[1]);
    put(item, DCM_SOPInstanceUID, uid);
    put(item, DCM_InstanceNumber, std::to_string(k + 1));
    putDecimals(item, DCM_ImagePositionPatient, {position[0], position[1], position[2]});
    putDecimals(item, DCM_SliceLocation, {dot(position, normal)});
    const std::size_t pixels =
        static_cast<std::size_t>(geometry.size[0]) * static_cast<std::size_t>(geometry.size[1]);
    const auto slice = volume.voxels().subspan(static_cast<std::size_t>(k) * pixels, pixels);
    const OFCondition condition = item.putAndInsertUint16Array(
        DCM_PixelData, reinterpret_cast<const Uint16*>(slice.data()), pixels);
    if (condition.bad())
        throw DicomBuildFailure(condition.text());
}

Result<WrittenSeries> writeSlices(const Volume& volume, const std::filesystem::path& folder,
                                  const PatientStudy& study, const CtSeriesOptions& options,
                                  const Progress& progress)
{
    const UidGenerator uids(options.uids.root, options.uids.seed.value_or(randomSeed()));
    const std::string series = "series " + std::to_string(options.seriesNumber);
    WrittenSeries written;
    written.studyInstanceUid =
        study.studyInstanceUid.empty() ? uids.uid("study") : study.studyInstanceUid;
    written.seriesInstanceUid = uids.uid(series);
    written.frameOfReferenceUid = uids.uid("frame of reference");

    DcmFileFormat file;
    DcmDataset& dataset = *file.getDataset();
    putPatientStudy(dataset, study);
    putSeries(dataset, options, volume.geometry());
    put(dataset, DCM_StudyInstanceUID, written.studyInstanceUid);
    put(dataset, DCM_SeriesInstanceUID, written.seriesInstanceUid);
    put(dataset, DCM_FrameOfReferenceUID, written.frameOfReferenceUid);

    const int slices = volume.geometry().size[2];
    for (int k = 0; k < slices; ++k) {
        if (progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        WrittenInstance instance;
        instance.sopInstanceUid = uids.uid(series + " instance " + std::to_string(k));
        instance.path = folder / (instance.sopInstanceUid + ".dcm");
        instance.slice = k;
        putSlice(dataset, volume, k, instance.sopInstanceUid);
        if (Status done = writeDicomFile(file, instance.path); !done)
            return done.error();
        written.instances.push_back(std::move(instance));
        progress.report(static_cast<double>(k + 1) / slices);
    }
    return written;
}

} // namespace

Result<WrittenSeries> writeCtSeries(const Volume& volume, const std::filesystem::path& folder,
                                    const PatientStudy& study, const CtSeriesOptions& options,
                                    const Progress& progress)
{
    if (Status checked = checkStudy(study); !checked)
        return checked.error();
    if (Status checked = checkUidRoot(options.uids.root); !checked)
        return checked.error();
    const Index3 size = volume.geometry().size;
    if (size[0] < 1 || size[1] < 1 || size[2] < 1)
        return makeError(ErrorCode::EmptySeries);
    if (size[0] > 65535 || size[1] > 65535)
        return makeError(ErrorCode::UnsupportedPixels, {"matrix"});
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error)
        return writeError(folder, error.value());
    try {
        return writeSlices(volume, folder, study, options, progress);
    } catch (const DicomBuildFailure& failure) {
        return makeError(ErrorCode::Internal, {}, failure.what());
    } catch (const std::bad_alloc&) {
        return makeError(ErrorCode::OutOfMemory, {"DICOM object"});
    }
}

} // namespace fovea
