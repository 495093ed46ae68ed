#include "app/work/siteCalibrationFile.h"

#include "app/work/siteFile.h"

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
    const auto text = readSiteFile(file);
    if (!text)
        return text.error();
    if (!*text)
        return std::optional<SiteCalibration>();
    Result<SiteCalibration> calibration = siteCalibrationFromJson(**text, file.string());
    if (!calibration)
        return calibration.error();
    if (calibration->modelFingerprint != modelFingerprint)
        return makeError(ErrorCode::MetadataBroken, {file.string(), "it is of another model"});
    return std::optional(std::move(*calibration));
}

Status writeSiteCalibration(const fs::path& archiveFolder, const SiteCalibration& calibration)
{
    return writeSiteFile(siteCalibrationFile(archiveFolder, calibration.modelFingerprint),
                         siteCalibrationToJson(calibration));
}

Status removeSiteCalibration(const fs::path& archiveFolder, const std::string& modelFingerprint)
{
    return removeSiteFile(siteCalibrationFile(archiveFolder, modelFingerprint));
}

} // namespace fovea
