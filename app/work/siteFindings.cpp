#include "app/work/siteFindings.h"

#include "app/work/siteFile.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace fovea {

namespace fs = std::filesystem;

namespace {

using nlohmann::json;

SiteFinding findingFrom(const json& entry)
{
    SiteFinding finding;
    finding.key.anatomyId = entry.at("anatomy").get<std::string>();
    finding.key.findingId = entry.at("finding").get<std::string>();
    finding.name = entry.value("name", std::string());
    finding.shown = entry.value("shown", true);
    if (entry.contains("positive")) {
        finding.prompts = RegionPrompts{finding.key.anatomyId,
                                        entry.at("positive").get<std::vector<std::string>>(),
                                        entry.at("negative").get<std::vector<std::string>>()};
    }
    return finding;
}

json jsonOf(const SiteFinding& finding)
{
    json entry{{"anatomy", finding.key.anatomyId}, {"finding", finding.key.findingId}};
    if (!finding.name.empty())
        entry["name"] = finding.name;
    if (!finding.shown)
        entry["shown"] = false;
    if (finding.prompts) {
        entry["positive"] = finding.prompts->positive;
        entry["negative"] = finding.prompts->negative;
    }
    return entry;
}

FindingKey keyOf(const Finding& finding)
{
    return {finding.anatomyId, finding.findingId};
}

} // namespace

fs::path siteFindingsFile(const fs::path& archiveFolder, const std::string& modelFingerprint)
{
    return archiveFolder / "catalogs" / ("findings-" + modelFingerprint + ".json");
}

Result<std::vector<SiteFinding>> readSiteFindings(const fs::path& archiveFolder,
                                                  const std::string& modelFingerprint)
{
    const fs::path file = siteFindingsFile(archiveFolder, modelFingerprint);
    std::vector<SiteFinding> findings;
    const auto text = readSiteFile(file);
    if (!text)
        return text.error();
    if (!*text)
        return findings;
    try {
        const json root = json::parse(**text);
        for (const json& entry : root.at("findings")) {
            SiteFinding finding = findingFrom(entry);
            if (finding.prompts &&
                (finding.prompts->positive.empty() || finding.prompts->negative.empty()))
                return makeError(ErrorCode::MetadataBroken,
                                 {file.string(), "a finding without prompts"});
            if (std::ranges::find(findings, finding.key, &SiteFinding::key) != findings.end())
                return makeError(ErrorCode::MetadataBroken,
                                 {file.string(), "a finding occurs twice"});
            findings.push_back(std::move(finding));
        }
        return findings;
    } catch (const json::exception& problem) {
        return makeError(ErrorCode::MetadataBroken, {file.string(), problem.what()});
    }
}

Status writeSiteFindings(const fs::path& archiveFolder, const std::string& modelFingerprint,
                         const std::vector<SiteFinding>& findings)
{
    const fs::path file = siteFindingsFile(archiveFolder, modelFingerprint);
    if (findings.empty())
        return removeSiteFile(file);
    json entries = json::array();
    for (const SiteFinding& finding : findings)
        entries.push_back(jsonOf(finding));
    return writeSiteFile(file, json{{"findings", entries}}.dump(2) + '\n');
}

std::set<FindingKey> SiteReading::reworded() const
{
    std::set<FindingKey> keys;
    for (const SiteFinding& finding : catalog) {
        if (finding.prompts && !isOwnFinding(finding.key.findingId))
            keys.insert(finding.key);
    }
    return keys;
}

std::vector<Finding> withSite(const std::vector<Finding>& model, const SiteReading& site)
{
    const std::set<FindingKey> reworded = site.reworded();
    std::vector<Finding> all;
    for (const Finding& finding : model) {
        if (!reworded.contains(keyOf(finding)))
            all.push_back(finding);
    }
    for (Finding scored : site.scores.findings) {
        const auto asked = std::ranges::find(model, keyOf(scored), keyOf);
        if (asked != model.end())
            scored.displayName = asked->displayName;
        if (asked != model.end() || isOwnFinding(scored.findingId))
            all.push_back(std::move(scored));
    }
    const auto place = [&](const FindingKey& key) {
        return std::ranges::find(site.catalog, key, &SiteFinding::key);
    };
    const auto packageOrder = [&](const Finding& finding) {
        return std::ranges::find(model, keyOf(finding), keyOf) - model.begin();
    };
    std::ranges::stable_sort(all, {}, packageOrder);
    std::ranges::stable_sort(all, {}, [&](const Finding& f) { return place(keyOf(f)); });
    std::vector<Finding> shown;
    for (Finding& finding : all) {
        const auto entry = place(keyOf(finding));
        if (entry != site.catalog.end() && !entry->shown)
            continue;
        if (entry != site.catalog.end() && !entry->name.empty())
            finding.displayName = entry->name;
        shown.push_back(std::move(finding));
    }
    return shown;
}

} // namespace fovea
