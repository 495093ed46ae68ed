#include "app/work/tuning/judgementFile.h"

#include "app/work/siteFile.h"
#include "storage/AtomicFile.h"

#include <system_error>

namespace fovea {

namespace fs = std::filesystem;

fs::path judgementFile(const fs::path& package)
{
    return package / "judgement.json";
}

Result<std::optional<TuningJudgement>> readJudgement(const fs::path& package)
{
    const fs::path file = judgementFile(package);
    const auto text = readSiteFile(file);
    if (!text)
        return text.error();
    if (!*text)
        return std::optional<TuningJudgement>();
    auto judgement = tuningJudgementFromJson(**text, file.string());
    if (!judgement)
        return judgement.error();
    return std::optional(std::move(*judgement));
}

Status writeJudgement(const fs::path& package, const TuningJudgement& judgement)
{
    return writeSiteFile(judgementFile(package), tuningJudgementToJson(judgement));
}

Status copyAdapter(const fs::path& package, const fs::path& folder)
{
    const fs::path adapter = package / "adapter";
    std::error_code error;
    if (!fs::exists(adapter / "adapter.json", error))
        return makeError(ErrorCode::ModelNotFound, {adapter.string()});
    if (fs::exists(folder, error))
        return makeError(ErrorCode::BadOption, {"--out", "exists already"});
    fs::create_directories(folder, error);
    for (const char* name : {"adapter.json", "adapter.safetensors"}) {
        if (!error)
            fs::copy_file(adapter / name, folder / name, error);
    }
    if (!error)
        return Done{};
    std::error_code ignored;
    fs::remove_all(folder, ignored);
    return writeError(folder, error.value());
}

} // namespace fovea
