#include "tests/fuzz/storageTargets.h"

#include "model/report/DecomposeReport.h"
#include "storage/CatalogFile.h"
#include "storage/LabelMapReader.h"
#include "storage/SeriesReader.h"
#include "storage/StructuredReport.h"
#include "storage/VolumeFile.h"
#include "tests/fuzz/targets.h"
#include "tests/storage/SampleSeries.h"
#include "tests/storage/TemporaryFolder.h"

#include <array>
#include <cstdlib>
#include <fstream>

namespace fovea::fuzz {
namespace {

namespace fs = std::filesystem;

/// Ends the process where a promise is broken, as fuzzers want it.
void require(bool condition)
{
    if (!condition)
        std::abort();
}

/// The bytes as a file of that name; a new one each time: what cuts a file off, file systems flush.
fs::path fileOf(std::string_view bytes, const std::string& name)
{
    static const test::TemporaryFolder folder;
    const fs::path path = folder / name;
    fs::remove(path);
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
}

const AnatomyCatalog& catalog()
{
    static const AnatomyCatalog shipped =
        *readCatalogFile(FOVEA_SOURCE_DIR "/resources/catalog/anatomies.json");
    return shipped;
}

/// No failure that nobody foresaw.
template <typename T> bool foreseen(const Result<T>& result)
{
    return result || result.error().code != ErrorCode::Internal;
}

void readAsLabels(const fs::path& path)
{
    const LabelMapTarget target{test::smallGeometry(), {}, {}};
    const auto labels = readLabelMap(path, target, catalog(), {}, Progress());
    require(foreseen(labels));
    if (labels)
        require(labels->labels && labels->labels->labels().size() == target.geometry.voxelCount());
}

void readAsVolume(const fs::path& path)
{
    const auto volume = readVolumeFile(path, Progress());
    require(foreseen(volume));
    if (volume)
        require(volume->volume->voxels().size() == volume->volume->geometry().voxelCount());
    readAsLabels(path);
}

} // namespace

void dicomImage(std::string_view bytes)
{
    const fs::path path = fileOf(bytes, "image.dcm");
    const auto report = scanFiles({path}, Progress());
    require(report.ok() && report->filesSeen == 1);
    const auto volume = readSeries(std::vector{path}, Progress());
    require(foreseen(volume));
    if (volume)
        require(volume->volume->voxels().size() == volume->volume->geometry().voxelCount());
}

void segmentation(std::string_view bytes)
{
    const fs::path path = fileOf(bytes, "seg.dcm");
    require(scanFiles({path}, Progress()).ok());
    readAsLabels(path);
}

void structureSet(std::string_view bytes)
{
    segmentation(bytes);
}

void directory(std::string_view bytes)
{
    const fs::path path = fileOf(bytes, "DICOMDIR");
    const auto report = scanFolder(path, Progress());
    require(report.ok());
    // Whatever it names, nothing outside its folder is looked at.
    const std::string folder = path.parent_path().string();
    for (const LeftOutFile& file : report->leftOut)
        require(file.path.string().starts_with(folder));
}

void nifti(std::string_view bytes)
{
    readAsVolume(fileOf(bytes, "volume.nii"));
}

void nrrd(std::string_view bytes)
{
    readAsVolume(fileOf(bytes, "volume.nrrd"));
}

void metaImage(std::string_view bytes)
{
    readAsVolume(fileOf(bytes, "volume.mha"));
}

void structuredReport(std::string_view bytes)
{
    const auto report = readStructuredReport(fileOf(bytes, "report.dcm"));
    require(foreseen(report));
    if (report && *report)
        reportText((*report)->text);
}

void reportText(std::string_view bytes)
{
    static const ReportRules rules =
        *loadReportRules(FOVEA_SOURCE_DIR "/resources/catalog/report-rules.json");
    static_cast<void>(decomposeReport(bytes, rules));
}

std::span<const Target> targets()
{
    // Files cost more than bytes: fewer of them where nobody asks for more.
    constexpr int fewer = 4000;
    static constexpr std::array<Target, 9> all{{{"dicomImage", dicomImage, fewer},
                                                {"segmentation", segmentation, fewer},
                                                {"structureSet", structureSet, fewer},
                                                {"directory", directory, fewer},
                                                {"nifti", nifti, fewer},
                                                {"nrrd", nrrd, fewer},
                                                {"metaImage", metaImage, fewer},
                                                {"structuredReport", structuredReport, fewer},
                                                {"reportText", reportText, fewer}}};
    return all;
}

} // namespace fovea::fuzz
