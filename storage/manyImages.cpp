#include "storage/manyImages.h"

#include "storage/DicomHeader.h"
#include "storage/DicomWriter.h"

#include <string>

namespace fovea {

namespace fs = std::filesystem;

namespace {

constexpr int ImagesOfSeries = 100;
constexpr int SeriesOfStudy = 5;

/// One image as the writer makes it; what differs from image to image is set afterwards.
Result<fs::path> writePattern(const fs::path& folder, int matrixSize)
{
    ImageGeometry geometry;
    const double spacingMm = 320.0 / matrixSize;
    geometry.size = {matrixSize, matrixSize, 1};
    geometry.spacingMm = {spacingMm, spacingMm, 2};
    PatientStudy study;
    study.studyDescription = "CT chest";
    study.studyDate = "20240101";
    CtSeriesOptions options;
    options.uids.seed = 1;
    options.seriesDescription = "Thorax axial";
    const auto written = writeCtSeries(
        *Volume::create(geometry, std::vector<std::int16_t>(geometry.voxelCount(), -500)), folder,
        study, options);
    if (!written)
        return written.error();
    return written->instances.front().path;
}

} // namespace

Result<std::vector<fs::path>> writeManyImages(const fs::path& folder, int count, int matrixSize,
                                              const Progress& progress)
{
    const auto pattern = writePattern(folder / "pattern", matrixSize);
    if (!pattern)
        return pattern.error();
    DcmFileFormat file;
    std::error_code failure;
    const bool read = file.loadFile(pattern->c_str()).good() && file.loadAllDataIntoMemory().good();
    fs::remove_all(folder / "pattern", failure);
    if (!read)
        return makeError(ErrorCode::FileNotReadable, {pattern->string()});
    DcmDataset& data = *file.getDataset();
    std::vector<fs::path> paths;
    fs::path place;
    for (int n = 0; n < count; ++n) {
        if (progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        const int series = n / ImagesOfSeries;
        const std::string study = std::to_string(series / SeriesOfStudy);
        if (n % ImagesOfSeries == 0) {
            place = folder / ("patient" + study) / ("study" + study) /
                    ("series" + std::to_string(series));
            fs::create_directories(place, failure);
            data.putAndInsertString(DCM_PatientID, ("BENCH-" + study).c_str());
            data.putAndInsertString(DCM_StudyInstanceUID, ("2.25.1." + study).c_str());
            data.putAndInsertString(DCM_FrameOfReferenceUID, ("2.25.2." + study).c_str());
            data.putAndInsertString(DCM_SeriesInstanceUID,
                                    ("2.25.3." + std::to_string(series)).c_str());
            data.putAndInsertString(DCM_SeriesNumber, std::to_string(series).c_str());
        }
        const std::string number = std::to_string(n % ImagesOfSeries);
        data.putAndInsertString(DCM_SOPInstanceUID, ("2.25.4." + std::to_string(n)).c_str());
        data.putAndInsertString(DCM_InstanceNumber, number.c_str());
        data.putAndInsertString(DCM_ImagePositionPatient, ("0\\0\\" + number).c_str());
        const fs::path path = place / ("IM" + std::to_string(n));
        if (file.saveFile(path.c_str(), EXS_LittleEndianExplicit).bad())
            return makeError(ErrorCode::FileNotWritable, {path.string()});
        paths.push_back(path);
        progress.report(static_cast<double>(n + 1) / count);
    }
    return paths;
}

} // namespace fovea
