#include "app/work/tuning/TuningNews.h"

#include "app/work/siteFile.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <initializer_list>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace fovea {

namespace {

using Json = nlohmann::json;

void checkMembers(const Json& json, std::initializer_list<std::string_view> known)
{
    if (!json.is_object())
        throw std::invalid_argument("not an object");
    for (const auto& [name, value] : json.items()) {
        if (std::ranges::find(known, name) == known.end())
            throw std::invalid_argument("unknown member \"" + name + "\"");
    }
}

bool hasAnatomy(const std::vector<std::string>& known, const TuningNews& news,
                const std::string& id)
{
    return std::ranges::find(known, id) != known.end() ||
           std::ranges::find(news.anatomies, id, &TuningNews::Anatomy::id) != news.anatomies.end();
}

void addAnatomy(TuningNews& news, const Json& json, const ModelInfo& model)
{
    checkMembers(json, {"id", "name", "structures"});
    TuningNews::Anatomy anatomy{json.at("id"), json.at("name"),
                                json.value("structures", std::vector<std::string>())};
    if (anatomy.id.empty() || anatomy.name.empty())
        throw std::invalid_argument("an anatomy without id or name");
    if (hasAnatomy(model.anatomyIds, news, anatomy.id))
        throw std::invalid_argument("anatomy \"" + anatomy.id + "\" is known already");
    news.anatomies.push_back(std::move(anatomy));
}

void addFinding(TuningNews& news, const Json& json, const ModelInfo& model)
{
    checkMembers(json, {"anatomy", "id", "name", "positive", "negative"});
    ModelFinding finding{json.at("anatomy"),  json.at("id"),       json.at("name"),
                         json.at("positive"), json.at("negative"), {}};
    if (finding.findingId.empty() || finding.positive.empty() || finding.negative.empty())
        throw std::invalid_argument("a finding without id or prompts");
    if (!hasAnatomy(model.anatomyIds, news, finding.anatomyId))
        throw std::invalid_argument("nobody knows the anatomy \"" + finding.anatomyId + "\"");
    const auto isSame = [&](const ModelFinding& one) {
        return one.anatomyId == finding.anatomyId && one.findingId == finding.findingId;
    };
    if (std::ranges::any_of(model.findings, isSame) || std::ranges::any_of(news.findings, isSame))
        throw std::invalid_argument("finding \"" + finding.findingId + "\" is known already");
    news.findings.push_back(std::move(finding));
}

} // namespace

Result<TuningNews> readTuningNews(const std::filesystem::path& file, const ModelInfo& model)
{
    const auto text = readSiteFile(file);
    if (!text)
        return text.error();
    if (!*text)
        return makeError(ErrorCode::FileNotFound, {file.string()});
    try {
        const Json json = Json::parse(**text);
        checkMembers(json, {"anatomies", "findings"});
        TuningNews news;
        for (const Json& anatomy : json.value("anatomies", Json::array()))
            addAnatomy(news, anatomy, model);
        for (const Json& finding : json.value("findings", Json::array()))
            addFinding(news, finding, model);
        return news;
    } catch (const std::exception& e) { // nlohmann's, and the checks' above
        return makeError(ErrorCode::MetadataBroken, {file.string(), e.what()});
    }
}

void addNews(const TuningNews& news, TuneOptions& options)
{
    for (const TuningNews::Anatomy& one : news.anatomies)
        options.newAnatomies.push_back({one.id, one.name, one.structures});
    for (const ModelFinding& one : news.findings)
        options.newFindings.push_back(
            {one.anatomyId, one.findingId, one.displayName, {one.positive, one.negative}, {}});
}

} // namespace fovea
