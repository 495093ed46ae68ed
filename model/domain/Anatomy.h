#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fovea {

enum class Side { None, Left, Right };

using Rgb = std::array<std::uint8_t, 3>;

/// A DICOM coded concept (scheme, value, meaning), e.g. SCT 39607008 "Lung".
struct CodedConcept {
    std::string scheme;
    std::string value;
    std::string meaning;
    bool operator==(const CodedConcept&) const = default;
};

/// One entry of the anatomy catalog: a region that can be shown, scored and asked about.
struct Anatomy {
    std::string id;          ///< Stable key, lower snake case, e.g. "lung". Never translated.
    std::string displayName; ///< English; app/ translates it.
    Rgb colour{200, 200, 200};
    /// Structures of which it is made, as segmenters name them (TotalSegmentator v2 names).
    std::vector<std::string> structures;
    CodedConcept code; ///< Empty value where none is known.
};

/// A structure as a segmenter names it, and the anatomy it belongs to.
struct CatalogStructure {
    std::string name; ///< e.g. "lung_upper_lobe_left"
    std::vector<std::string>
        aliases; ///< Other spellings that mean it (TotalSegmentator v1, SEG labels).
    std::optional<int> totalSegmentatorId; ///< Label value in TotalSegmentator v2 `total` maps.
    CodedConcept code;
    Side side = Side::None;
    Rgb colour{200, 200, 200};
    std::string anatomyId; ///< Empty: shown by its own name, in no catalogued anatomy.
};

/// The anatomies known to the program and how segmenters' structures map to them. A value: read
/// once from resources/ (storage/CatalogFile), then handed around by const reference.
class AnatomyCatalog {
public:
    AnatomyCatalog() = default;
    AnatomyCatalog(std::vector<Anatomy> anatomies, std::vector<CatalogStructure> structures);

    const std::vector<Anatomy>& anatomies() const { return m_anatomies; }
    const std::vector<CatalogStructure>& structures() const { return m_structures; }

    const Anatomy* anatomy(std::string_view id) const;
    /// By name or alias, case-insensitive, with spaces, dashes and underscores alike.
    const CatalogStructure* structureNamed(std::string_view name) const;
    const CatalogStructure* structureForTotalSegmentator(int label) const;
    const CatalogStructure* structureCoded(const CodedConcept& code, Side side) const;

private:
    std::vector<Anatomy> m_anatomies;
    std::vector<CatalogStructure> m_structures;
};

} // namespace fovea
