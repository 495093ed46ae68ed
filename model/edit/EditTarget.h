#pragma once

#include "model/domain/LabelMap.h"

#include <cstdint>

namespace fovea {

/// Which structure an operation makes or changes, and what may give way to it.
struct EditTarget {
    /// What to call it where the map does not have it yet; its label is the one that is written.
    Structure structure;
    /// False: only background becomes the structure; voxels of others stay theirs.
    bool overwriteOthers = false;

    std::uint16_t label() const { return structure.label; }
    /// Whether a voxel of this label may become the structure.
    bool mayTake(std::uint16_t label) const
    {
        return label == 0 || label == structure.label || overwriteOthers;
    }
};

/// The map's structures, and the target's where the map lacks it.
std::vector<Structure> structuresWith(const LabelMap& map, const EditTarget& target);

/// A label that the map does not use, one above its largest; 0 where there is none left.
std::uint16_t freeLabel(const LabelMap& map);

} // namespace fovea
