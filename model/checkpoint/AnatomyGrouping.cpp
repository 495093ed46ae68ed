#include "model/checkpoint/AnatomyGrouping.h"

#include <set>

namespace fovea {

std::string normalisedStructure(std::string_view name)
{
    std::string out;
    for (const char c : name) {
        if (c == ' ' || c == '-')
            out.push_back('_');
        else
            out.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
    }
    return out;
}

std::vector<std::vector<std::uint16_t>> labelsByAnatomy(const ModelManifest& manifest,
                                                        const LabelMap& labels)
{
    std::vector<std::vector<std::uint16_t>> out;
    if (manifest.anatomies.empty()) {
        for (const std::string& id : manifest.network.anatomies)
            out.push_back(labels.labelsOf(id));
        return out;
    }
    for (const AnatomyDefinition& anatomy : manifest.anatomies) {
        std::set<std::string> names;
        for (const std::string& structure : anatomy.structures)
            names.insert(normalisedStructure(structure));
        std::vector<std::uint16_t>& own = out.emplace_back();
        for (const Structure& structure : labels.structures()) {
            if (names.contains(normalisedStructure(structure.name)))
                own.push_back(structure.label);
        }
    }
    return out;
}

} // namespace fovea
