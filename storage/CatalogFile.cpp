#include "storage/CatalogFile.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <set>
#include <stdexcept>

namespace fovea {

namespace {

using nlohmann::json;

Rgb colourOf(const json& entry)
{
    const std::vector<int> values = entry.get<std::vector<int>>();
    if (values.size() != 3 ||
        std::ranges::any_of(values, [](int value) { return value < 0 || value > 255; }))
        throw std::runtime_error("a colour is three numbers from 0 to 255");
    return {static_cast<std::uint8_t>(values[0]), static_cast<std::uint8_t>(values[1]),
            static_cast<std::uint8_t>(values[2])};
}

CodedConcept codeOf(const json& entry)
{
    if (!entry.contains("code"))
        return {};
    return {"SCT", entry.at("code").get<std::string>(), entry.at("meaning").get<std::string>()};
}

Side sideOf(const json& entry)
{
    const std::string side = entry.value("side", "");
    if (side.empty())
        return Side::None;
    if (side == "left")
        return Side::Left;
    if (side == "right")
        return Side::Right;
    throw std::runtime_error("unknown side \"" + side + "\"");
}

std::string comparable(std::string name)
{
    for (char& c : name) {
        if (c == ' ' || c == '-')
            c = '_';
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return name;
}

void addUnique(std::set<std::string>& seen, const std::string& key)
{
    if (!seen.insert(key).second)
        throw std::runtime_error("\"" + key + "\" occurs twice");
}

Anatomy anatomyOf(const json& entry)
{
    Anatomy anatomy;
    anatomy.id = entry.at("id").get<std::string>();
    anatomy.displayName = entry.at("name").get<std::string>();
    anatomy.colour = colourOf(entry.at("colour"));
    anatomy.structures = entry.at("structures").get<std::vector<std::string>>();
    anatomy.code = codeOf(entry);
    return anatomy;
}

CatalogStructure structureOf(const json& entry, const std::vector<Anatomy>& anatomies)
{
    CatalogStructure structure;
    structure.name = entry.at("name").get<std::string>();
    structure.aliases = entry.value("aliases", std::vector<std::string>());
    if (entry.contains("id"))
        structure.totalSegmentatorId = entry.at("id").get<int>();
    structure.code = codeOf(entry);
    structure.side = sideOf(entry);
    const auto owner = std::ranges::find_if(anatomies, [&](const Anatomy& anatomy) {
        return std::ranges::find(anatomy.structures, structure.name) != anatomy.structures.end();
    });
    if (owner != anatomies.end()) {
        structure.anatomyId = owner->id;
        structure.colour = owner->colour;
    }
    if (entry.contains("colour"))
        structure.colour = colourOf(entry.at("colour"));
    return structure;
}

AnatomyCatalog catalogOf(const json& document)
{
    std::vector<Anatomy> anatomies;
    std::set<std::string> ids;
    for (const json& entry : document.at("anatomies")) {
        anatomies.push_back(anatomyOf(entry));
        addUnique(ids, anatomies.back().id);
    }

    std::vector<CatalogStructure> structures;
    std::set<std::string> names;
    std::set<std::string> labels;
    for (const json& entry : document.at("structures")) {
        structures.push_back(structureOf(entry, anatomies));
        const CatalogStructure& structure = structures.back();
        addUnique(names, comparable(structure.name));
        for (const std::string& alias : structure.aliases)
            addUnique(names, comparable(alias));
        if (structure.totalSegmentatorId)
            addUnique(labels, std::to_string(*structure.totalSegmentatorId));
    }

    std::set<std::string> members;
    for (const Anatomy& anatomy : anatomies) {
        for (const std::string& name : anatomy.structures) {
            addUnique(members, name);
            if (std::ranges::find(structures, name, &CatalogStructure::name) == structures.end())
                throw std::runtime_error("unknown structure \"" + name + "\"");
        }
    }
    return AnatomyCatalog(std::move(anatomies), std::move(structures));
}

} // namespace

Result<AnatomyCatalog> readCatalogFile(const std::filesystem::path& path)
{
    std::error_code failure;
    if (!std::filesystem::exists(path, failure))
        return makeError(ErrorCode::FileNotFound, {path.string()});
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return makeError(ErrorCode::FileNotReadable, {path.string()});
    try {
        return catalogOf(json::parse(file));
    } catch (const std::exception& exception) {
        return makeError(ErrorCode::MetadataBroken, {path.string(), exception.what()});
    }
}

} // namespace fovea
