#pragma once

#include "model/domain/Anatomy.h"
#include "model/domain/ImageGeometry.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace fovea {

/// One structure of a label map.
struct Structure {
    std::uint16_t label = 0; ///< Voxel value, never 0 (background).
    std::string name;        ///< As the segmenter called it.
    std::string anatomyId;   ///< Catalog anatomy it belongs to; empty where none.
    Side side = Side::None;
    Rgb colour{200, 200, 200};
    std::size_t voxelCount = 0;
    Index3 low{0, 0, 0};  ///< Bounding box, inclusive; only meaningful where voxelCount > 0.
    Index3 high{0, 0, 0}; ///< Inclusive.
};

/// One label per voxel on a Volume's grid: one map whatever the number of structures. Where two
/// structures overlap, the later one won when the map was made. Immutable and shared; safe to read
/// from any thread. i fastest, then j, then k, like Volume.
class LabelMap {
public:
    /// `structures` names the labels; counts and boxes are measured here, and structures without a
    /// voxel are dropped. A label without an entry gets one named "label N".
    static std::shared_ptr<const LabelMap> create(const ImageGeometry& geometry,
                                                  std::vector<std::uint16_t> labels,
                                                  std::vector<Structure> structures);

    /// The same for who already knows counts and boxes: `structures` has every label that occurs,
    /// each with its count and box, by rising label. Looks at no voxel.
    static std::shared_ptr<const LabelMap> createMeasured(const ImageGeometry& geometry,
                                                          std::vector<std::uint16_t> labels,
                                                          std::vector<Structure> structures);

    const ImageGeometry& geometry() const { return m_geometry; }
    std::span<const std::uint16_t> labels() const { return m_labels; }
    std::uint16_t at(Index3 index) const { return m_labels[m_geometry.offset(index)]; }

    const std::vector<Structure>& structures() const { return m_structures; }
    const Structure* structure(std::uint16_t label) const;
    /// The largest label value that occurs.
    std::uint16_t maxLabel() const { return m_maxLabel; }

    /// Labels whose structures belong to the anatomy; empty where it is not segmented.
    std::vector<std::uint16_t> labelsOf(std::string_view anatomyId) const;
    /// Ids of the catalog anatomies that have at least one voxel, in order of first label.
    std::vector<std::string> anatomyIds() const;

private:
    LabelMap() = default;

    ImageGeometry m_geometry;
    std::vector<std::uint16_t> m_labels;
    std::vector<Structure> m_structures;
    std::uint16_t m_maxLabel = 0;
};

using LabelMapPtr = std::shared_ptr<const LabelMap>;

} // namespace fovea
