#include "model/domain/Anatomy.h"

#include <algorithm>
#include <cctype>

namespace fovea {

namespace {

char normalised(char c)
{
    if (c == ' ' || c == '-')
        return '_';
    return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
}

/// Without copies: a map of a thousand labels looks each up among all names and aliases.
bool sameName(std::string_view a, std::string_view b)
{
    return std::ranges::equal(a, b, {}, normalised, normalised);
}

} // namespace

AnatomyCatalog::AnatomyCatalog(std::vector<Anatomy> anatomies,
                               std::vector<CatalogStructure> structures)
    : m_anatomies(std::move(anatomies))
    , m_structures(std::move(structures))
{
}

const Anatomy* AnatomyCatalog::anatomy(std::string_view id) const
{
    const auto it = std::ranges::find(m_anatomies, id, &Anatomy::id);
    return it == m_anatomies.end() ? nullptr : &*it;
}

const CatalogStructure* AnatomyCatalog::structureNamed(std::string_view name) const
{
    const auto it = std::ranges::find_if(m_structures, [&](const CatalogStructure& s) {
        return sameName(s.name, name) ||
               std::ranges::any_of(s.aliases,
                                   [&](const std::string& alias) { return sameName(alias, name); });
    });
    return it == m_structures.end() ? nullptr : &*it;
}

const CatalogStructure* AnatomyCatalog::structureForTotalSegmentator(int label) const
{
    const auto it = std::ranges::find_if(
        m_structures, [&](const CatalogStructure& s) { return s.totalSegmentatorId == label; });
    return it == m_structures.end() ? nullptr : &*it;
}

const CatalogStructure* AnatomyCatalog::structureCoded(const CodedConcept& code, Side side) const
{
    if (code.value.empty())
        return nullptr;
    const auto it = std::ranges::find_if(m_structures, [&](const CatalogStructure& s) {
        return s.code.value == code.value && s.code.scheme == code.scheme && s.side == side;
    });
    return it == m_structures.end() ? nullptr : &*it;
}

} // namespace fovea
