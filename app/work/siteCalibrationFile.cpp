#include "app/work/siteCalibrationFile.h"

#include "storage/AtomicFile.h"

#include <fstream>
#include <iterator>

namespace fovea {

namespace fs = std::filesystem;

fs::path siteCalibrationFile(const fs::path& archiveFolder, const std::string& modelFingerprint)
{
    return archiveFolder / "calibration" / (modelFingerprint + ".json");
}

Result<std::optional<SiteCalibration>> readSiteCalibration(const fs::path& archiveFolder,
                                                           const std::string& modelFingerprint)
{
    const fs::path file = siteCalibrationFile(archiveFolder, modelFingerprint);
    std::error_code error;
    if (!fs::exists(file, error))
        return std::optional<SiteCalibration>();
    std::ifstream stream(file, std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(stream)),
                           std::istreambuf_iterator<char>());
    if (!stream)
        return makeError(ErrorCode::FileNotReadable, {file.string()});
    Result<SiteCalibration> calibration = siteCalibrationFromJson(text, file.string());
    if (!calibration)
        return calibration.error();
    if (calibration->modelFingerprint != modelFingerprint)
        return makeError(ErrorCode::MetadataBroken, {file.string(), "it is of another model"});
    return std::optional(std::move(*calibration));
}

Status writeSiteCalibration(const fs::path& archiveFolder, const SiteCalibration& calibration)
{
    const fs::path file = siteCalibrationFile(archiveFolder, calibration.modelFingerprint);
    std::error_code error;
    fs::create_directories(file.parent_path(), error);
    if (error)
        return makeError(ErrorCode::FileNotWritable, {file.string()}, error.message());
    return writeFileAtomically(file, siteCalibrationToJson(calibration));
}

Status removeSiteCalibration(const fs::path& archiveFolder, const std::string& modelFingerprint)
{
    const fs::path file = siteCalibrationFile(archiveFolder, modelFingerprint);
    std::error_code error;
    fs::remove(file, error);
    if (error)
        return makeError(ErrorCode::FileNotWritable, {file.string()}, error.message());
    return Done{};
}

} // namespace fovea
