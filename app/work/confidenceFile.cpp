#include "app/work/confidenceFile.h"

#include "app/work/siteFile.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace fovea {

namespace {

constexpr int version = 1;

bool isSane(const StructureConfidence& one)
{
    return std::isfinite(one.probability) && one.probability >= 0 && one.probability <= 1 &&
           std::isfinite(one.rimEntropy) && one.rimEntropy >= 0;
}

} // namespace

std::filesystem::path confidenceFileOf(const LabelMapRecord& record)
{
    return record.path.string() + ".confidence.json";
}

Status writeConfidence(const LabelMapRecord& record, const Segmentation& segmentation)
{
    nlohmann::json structures = nlohmann::json::array();
    for (const StructureConfidence& one : segmentation.confidence) {
        if (const Structure* structure = segmentation.labels->structure(one.label))
            structures.push_back({{"name", structure->name},
                                  {"probability", one.probability},
                                  {"rim_entropy_bits", one.rimEntropy}});
    }
    const nlohmann::json file{{"version", version}, {"structures", std::move(structures)}};
    return writeSiteFile(confidenceFileOf(record),
                         file.dump(1, ' ', false, nlohmann::json::error_handler_t::replace));
}

std::vector<StructureConfidence> readConfidence(const LabelMapRecord& record,
                                                const LabelMap& labels)
{
    const auto text = readSiteFile(confidenceFileOf(record));
    if (!text || !*text)
        return {};
    std::vector<StructureConfidence> all;
    try {
        const auto file = nlohmann::json::parse(**text);
        if (file.at("version") != version)
            return {};
        for (const auto& entry : file.at("structures")) {
            const auto found = std::ranges::find(
                labels.structures(), entry.at("name").get<std::string>(), &Structure::name);
            if (found == labels.structures().end())
                continue;
            const StructureConfidence one{found->label, entry.at("probability").get<double>(),
                                          entry.at("rim_entropy_bits").get<double>()};
            if (!isSane(one))
                return {};
            all.push_back(one);
        }
    } catch (const nlohmann::json::exception&) {
        return {};
    }
    std::ranges::sort(all, {}, &StructureConfidence::label);
    return all;
}

} // namespace fovea
