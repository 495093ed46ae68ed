#include "app/work/savedQuestion.h"

#include <nlohmann/json.hpp>

#include <array>
#include <utility>

namespace fovea {
namespace {

using nlohmann::json;

constexpr std::array<std::pair<const char*, std::string RegionFilter::*>, 6> textMembers{
    {{"from", &RegionFilter::fromDate},
     {"to", &RegionFilter::toDate},
     {"sex", &RegionFilter::sex},
     {"body_part", &RegionFilter::bodyPart},
     {"manufacturer", &RegionFilter::manufacturer},
     {"scanner", &RegionFilter::scannerModel}}};
constexpr std::array<std::pair<const char*, std::optional<int> RegionFilter::*>, 2> ageMembers{
    {{"youngest", &RegionFilter::youngest}, {"oldest", &RegionFilter::oldest}}};

using Scope = RegionQuestion::Scope;
constexpr std::array<std::pair<const char*, Scope>, 3> scopes{
    {{"study", Scope::Study}, {"patient", Scope::Patient}, {"archive", Scope::Archive}}};

json findingJson(const RegionFilter::FindingAbove& finding)
{
    json entry{{"anatomy", finding.anatomyId}, {"finding", finding.findingId}};
    if (finding.score)
        entry["score"] = *finding.score;
    return entry;
}

} // namespace

std::string filterToJson(const RegionFilter& filter)
{
    json root = json::object();
    for (const auto& [name, member] : textMembers) {
        if (!(filter.*member).empty())
            root[name] = filter.*member;
    }
    for (const auto& [name, member] : ageMembers) {
        if (filter.*member)
            root[name] = *(filter.*member);
    }
    for (const RegionFilter::FindingAbove& finding : filter.findings)
        root["findings"].push_back(findingJson(finding));
    return root.empty() ? std::string() : root.dump();
}

Result<RegionFilter> filterFromJson(const std::string& text)
{
    RegionFilter filter;
    if (text.empty())
        return filter;
    try {
        const json root = json::parse(text);
        for (const auto& [name, member] : textMembers)
            filter.*member = root.value(name, std::string());
        for (const auto& [name, member] : ageMembers) {
            if (root.contains(name))
                filter.*member = root.at(name).get<int>();
        }
        for (const json& entry : root.value("findings", json::array())) {
            RegionFilter::FindingAbove& finding = filter.findings.emplace_back();
            finding.anatomyId = entry.at("anatomy").get<std::string>();
            finding.findingId = entry.at("finding").get<std::string>();
            if (entry.contains("score"))
                finding.score = entry.at("score").get<double>();
        }
        return filter;
    } catch (const json::exception& problem) {
        return makeError(ErrorCode::MetadataBroken, {"filter", problem.what()});
    }
}

SavedSearch searchFor(const RegionQuestion& question)
{
    SavedSearch search;
    search.question = question.text;
    search.filter = filterToJson(question.filter);
    for (const auto& [name, scope] : scopes) {
        if (scope == question.scope)
            search.scope = name;
    }
    return search;
}

Result<RegionQuestion> questionOf(const SavedSearch& search)
{
    auto filter = filterFromJson(search.filter);
    if (!filter)
        return filter.error();
    RegionQuestion question;
    question.text = search.question;
    question.filter = std::move(*filter);
    for (const auto& [name, scope] : scopes) {
        if (search.scope == name)
            question.scope = scope;
    }
    return question;
}

} // namespace fovea
