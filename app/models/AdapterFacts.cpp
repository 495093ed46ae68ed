#include "app/models/AdapterFacts.h"

#include "app/models/PackageFacts.h"

#include <nlohmann/json.hpp>

#include <fstream>

namespace fovea {

namespace fs = std::filesystem;

fs::path adapterFolderOf(const fs::path& folder)
{
    std::error_code ignored;
    const fs::path within = folder / "adapter"; // AdapterFolder of model/tuning/applyAdapter.h
    return fs::is_regular_file(within / "adapter.json", ignored) ? within : folder;
}

Result<AdapterFacts> readAdapterFacts(const fs::path& folder)
{
    const fs::path file = adapterFolderOf(folder) / "adapter.json";
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return makeError(ErrorCode::FileNotFound, {file.string()});
    try {
        const auto json = nlohmann::json::parse(in);
        AdapterFacts facts;
        facts.parent = json.at("parent");
        facts.parentName = json.value("parentName", std::string());
        facts.name = json.at("model").at("name");
        facts.site = json.at("model").value("calibratedOn", std::string());
        return facts;
    } catch (const nlohmann::json::exception& e) {
        return makeError(ErrorCode::MetadataBroken,
                         {"adapter.json", "a member is missing or of another type"}, e.what());
    }
}

Result<fs::path> packageWith(const std::string& fingerprint, const std::vector<fs::path>& packages,
                             const Progress& progress)
{
    for (std::size_t n = 0; n < packages.size(); ++n) {
        const auto count = static_cast<double>(packages.size());
        const auto found =
            packageFingerprint(packages[n], progress.part(static_cast<double>(n) / count,
                                                          static_cast<double>(n + 1) / count));
        if (progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        if (found && *found == fingerprint)
            return packages[n];
    }
    return fs::path();
}

} // namespace fovea
