#include "model/domain/StructureCheck.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace fovea {

namespace {

struct VolumeRange {
    std::string_view name;
    double leastMl;
    double mostMl;
};

constexpr std::array volumeRanges{
    VolumeRange{"lung_left", 250, 6000},     VolumeRange{"lung_right", 250, 6500},
    VolumeRange{"lung", 500, 12500},         VolumeRange{"heart", 150, 4000},
    VolumeRange{"liver", 350, 9000},         VolumeRange{"spleen", 30, 750},
    VolumeRange{"kidney_left", 35, 775},     VolumeRange{"kidney_right", 35, 775},
    VolumeRange{"pancreas", 25, 700},        VolumeRange{"trachea", 8, 200},
    VolumeRange{"aorta", 30, 1000},          VolumeRange{"thyroid_gland", 3, 100},
    VolumeRange{"urinary_bladder", 3, 2500}, VolumeRange{"brain", 325, 7000},
};

/// From the head down.
constexpr std::array vertebrae{
    "vertebrae_C1", "vertebrae_C2",  "vertebrae_C3",  "vertebrae_C4",  "vertebrae_C5",
    "vertebrae_C6", "vertebrae_C7",  "vertebrae_T1",  "vertebrae_T2",  "vertebrae_T3",
    "vertebrae_T4", "vertebrae_T5",  "vertebrae_T6",  "vertebrae_T7",  "vertebrae_T8",
    "vertebrae_T9", "vertebrae_T10", "vertebrae_T11", "vertebrae_T12", "vertebrae_L1",
    "vertebrae_L2", "vertebrae_L3",  "vertebrae_L4",  "vertebrae_L5",  "vertebrae_S1",
};
constexpr std::array above{
    "lung",  "lung_left", "lung_right",   "lung_upper_lobe_left", "lung_upper_lobe_right",
    "heart", "trachea",   "thyroid_gland"};
constexpr std::array below{"kidney_left", "kidney_right", "pancreas", "urinary_bladder",
                           "prostate"};

Vec3 middleOf(const LabelMap& map, const Structure& structure)
{
    Vec3 middle{};
    for (std::size_t a = 0; a < 3; ++a)
        middle[a] = (structure.low[a] + structure.high[a]) / 2.0;
    return map.geometry().indexToPatient(middle);
}

/// "kidney_left" for "kidney_right" and the other way round; empty for what has no side in its
/// name, and for the chambers of the heart, whose right ones lie in front of the left.
std::string counterpart(const std::string& name)
{
    if (name.starts_with("heart"))
        return {};
    const std::array<std::string_view, 2> sides{"left", "right"};
    for (std::size_t s = 0; s < sides.size(); ++s) {
        if (const std::size_t at = name.find(sides[s]); at != std::string::npos)
            return std::string(name).replace(at, sides[s].size(), sides[1 - s]);
    }
    return {};
}

class Checker {
public:
    explicit Checker(const LabelMap& map)
        : m_map(map)
        , m_checks(map.structures().size())
    {
    }

    std::vector<StructureCheck> run()
    {
        for (std::size_t n = 0; n < m_checks.size(); ++n)
            checkAlone(n);
        std::optional<std::size_t> last;
        for (const char* name : vertebrae) {
            const std::optional<std::size_t> next = indexOf(name);
            if (last && next)
                checkOrder(*last, *next);
            last = next ? next : last;
        }
        for (const char* upper : above) {
            for (const char* lower : below) {
                const auto a = indexOf(upper);
                const auto b = indexOf(lower);
                if (a && b)
                    checkOrder(*a, *b);
            }
        }
        return m_checks;
    }

private:
    std::optional<std::size_t> indexOf(std::string_view name) const
    {
        const auto& all = m_map.structures();
        const auto found = std::ranges::find(all, name, &Structure::name);
        if (found == all.end() || found->voxelCount == 0)
            return {};
        return static_cast<std::size_t>(found - all.begin());
    }

    /// Where chambers are structures of their own, "heart" is what they leave of it.
    std::size_t voxelsOf(const Structure& structure) const
    {
        std::size_t voxels = structure.voxelCount;
        if (structure.name == "heart") {
            for (const Structure& part : m_map.structures())
                voxels += part.name.starts_with("heart_") ? part.voxelCount : 0;
        }
        return voxels;
    }

    void checkAlone(std::size_t n)
    {
        const Structure& structure = m_map.structures()[n];
        if (structure.voxelCount == 0)
            return;
        const Index3& size = m_map.geometry().size;
        for (std::size_t a = 0; a < 3; ++a) {
            if (structure.low[a] <= 0 || structure.high[a] >= size[a] - 1)
                m_checks[n].atBorder = true;
        }
        if (const auto other = indexOf(counterpart(structure.name))) {
            const double leftwards =
                middleOf(m_map, structure)[0] - middleOf(m_map, m_map.structures()[*other])[0];
            const bool left = structure.name.find("left") != std::string::npos;
            m_checks[n].wrongSide = left ? leftwards < 0 : leftwards > 0;
        }
        const double ml =
            static_cast<double>(voxelsOf(structure)) * m_map.geometry().voxelVolumeMm3() / 1000.0;
        for (const VolumeRange& range : volumeRanges) {
            // What the scan cuts may be as small as it likes, but not too large.
            if (range.name == structure.name)
                m_checks[n].unlikelyVolume =
                    ml > range.mostMl || (!m_checks[n].atBorder && ml < range.leastMl);
        }
    }

    void checkOrder(std::size_t upper, std::size_t lower)
    {
        const auto& all = m_map.structures();
        if (middleOf(m_map, all[upper])[2] >= middleOf(m_map, all[lower])[2])
            return;
        m_checks[upper].outOfOrder = true;
        m_checks[lower].outOfOrder = true;
    }

    const LabelMap& m_map;
    std::vector<StructureCheck> m_checks;
};

} // namespace

std::vector<StructureCheck> checkStructures(const LabelMap& labels,
                                            const std::vector<StructureConfidence>& confidence)
{
    std::vector<StructureCheck> checks = Checker(labels).run();
    for (std::size_t n = 0; n < checks.size(); ++n) {
        const auto known = std::ranges::find(confidence, labels.structures()[n].label,
                                             &StructureConfidence::label);
        checks[n].unsure = known != confidence.end() && known->isLow();
    }
    return checks;
}

} // namespace fovea
