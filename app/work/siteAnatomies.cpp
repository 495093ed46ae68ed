#include "app/work/siteAnatomies.h"

#include "app/work/siteFile.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <utility>

namespace fovea {

namespace fs = std::filesystem;

namespace {

using nlohmann::json;

struct Wrong {
    std::string what;
};

Rgb colourFrom(const json& entry)
{
    const auto values = entry.get<std::vector<int>>();
    if (values.size() != 3 ||
        std::ranges::any_of(values, [](int value) { return value < 0 || value > 255; }))
        throw Wrong{"a colour is three numbers from 0 to 255"};
    return {static_cast<std::uint8_t>(values[0]), static_cast<std::uint8_t>(values[1]),
            static_cast<std::uint8_t>(values[2])};
}

SiteAnatomy anatomyFrom(const json& entry)
{
    SiteAnatomy anatomy;
    anatomy.id = entry.at("id").get<std::string>();
    anatomy.name = entry.value("name", std::string());
    if (entry.contains("colour"))
        anatomy.colour = colourFrom(entry.at("colour"));
    if (entry.contains("structures"))
        anatomy.structures = entry.at("structures").get<std::vector<std::string>>();
    return anatomy;
}

} // namespace

fs::path siteAnatomiesFile(const fs::path& archiveFolder)
{
    return archiveFolder / "catalogs" / "anatomies.json";
}

Result<std::vector<SiteAnatomy>> readSiteAnatomies(const fs::path& archiveFolder)
{
    const fs::path file = siteAnatomiesFile(archiveFolder);
    std::vector<SiteAnatomy> anatomies;
    const auto text = readSiteFile(file);
    if (!text)
        return text.error();
    if (!*text)
        return anatomies;
    try {
        const json root = json::parse(**text);
        for (const json& entry : root.at("anatomies"))
            anatomies.push_back(anatomyFrom(entry));
        return anatomies;
    } catch (const Wrong& wrong) {
        return makeError(ErrorCode::MetadataBroken, {file.string(), wrong.what});
    } catch (const json::exception& problem) {
        return makeError(ErrorCode::MetadataBroken, {file.string(), problem.what()});
    }
}

Status writeSiteAnatomies(const fs::path& archiveFolder, const std::vector<SiteAnatomy>& anatomies)
{
    json entries = json::array();
    for (const SiteAnatomy& anatomy : anatomies) {
        if (anatomy.isShipped())
            continue;
        json entry{{"id", anatomy.id}};
        if (!anatomy.name.empty())
            entry["name"] = anatomy.name;
        if (anatomy.colour)
            entry["colour"] = *anatomy.colour;
        if (anatomy.structures)
            entry["structures"] = *anatomy.structures;
        entries.push_back(std::move(entry));
    }
    return writeSiteFile(siteAnatomiesFile(archiveFolder),
                         json{{"anatomies", entries}}.dump(2) + '\n');
}

Result<AnatomyCatalog> withSiteAnatomies(const AnatomyCatalog& shipped,
                                         const std::vector<SiteAnatomy>& anatomies)
{
    std::vector<Anatomy> changed = shipped.anatomies();
    std::vector<CatalogStructure> structures = shipped.structures();
    for (const SiteAnatomy& site : anatomies) {
        const auto anatomy = std::ranges::find(changed, site.id, &Anatomy::id);
        if (anatomy == changed.end())
            continue;
        if (!site.name.empty())
            anatomy->displayName = site.name;
        if (site.structures)
            anatomy->structures = *site.structures;
        if (anatomy->structures.empty())
            return makeError(ErrorCode::BadOption, {site.id, "it needs a structure"});
        if (!site.colour)
            continue;
        anatomy->colour = *site.colour;
        for (CatalogStructure& structure : structures) {
            if (structure.anatomyId == site.id)
                structure.colour = *site.colour;
        }
    }
    std::map<std::string, const Anatomy*> owners;
    for (const Anatomy& anatomy : changed) {
        for (const std::string& name : anatomy.structures) {
            if (std::ranges::find(structures, name, &CatalogStructure::name) == structures.end())
                return makeError(ErrorCode::BadOption,
                                 {anatomy.id, "unknown structure \"" + name + "\""});
            if (!owners.emplace(name, &anatomy).second)
                return makeError(ErrorCode::BadOption,
                                 {anatomy.id, "\"" + name + "\" is in two anatomies"});
        }
    }
    for (CatalogStructure& structure : structures) {
        const auto owner = owners.find(structure.name);
        const std::string before = std::exchange(
            structure.anatomyId, owner == owners.end() ? std::string() : owner->second->id);
        if (structure.anatomyId != before && owner != owners.end())
            structure.colour = owner->second->colour;
    }
    return AnatomyCatalog(std::move(changed), std::move(structures));
}

Result<AnatomyCatalog> siteCatalog(const AnatomyCatalog& shipped, const fs::path& archiveFolder)
{
    const auto anatomies = readSiteAnatomies(archiveFolder);
    if (!anatomies)
        return anatomies.error();
    return withSiteAnatomies(shipped, *anatomies);
}

} // namespace fovea
