#pragma once

#include "model/domain/Result.h"
#include "model/edit/LabelBlock.h"

#include <cstdint>
#include <set>
#include <vector>

namespace fovea {

/// Neighbouring voxels of one row of the grid that change alike.
struct LabelRun {
    std::size_t offset = 0; ///< Into the map's labels, of the first voxel.
    std::uint32_t length = 0;
    std::uint16_t before = 0;
    std::uint16_t after = 0;
    bool operator==(const LabelRun&) const = default;
};

/// One change of a label map: which voxels, what they were and what they become. A value; undoing
/// it is applying reversed(). Only voxels that differ are in it, so that smoothing a whole lung
/// costs as much as its surface.
struct LabelPatch {
    IndexBox box;               ///< Around all runs; empty where nothing changes.
    std::vector<LabelRun> runs; ///< By rising offset, none over the end of a row.
    /// Name, anatomy, side and colour of every label that occurs in the runs, 0 apart: a structure
    /// without a voxel is in no LabelMap, and must come back by name when it is undone.
    std::vector<Structure> structures;

    bool empty() const { return runs.empty(); }
    std::size_t voxelCount() const;
};

/// Takes `patch` back.
LabelPatch reversed(LabelPatch patch);

/// What turns `before` into `after`, two blocks of the same box. `known` has the structures of all
/// labels in them.
LabelPatch differences(const ImageGeometry& geometry, const LabelBlock& before,
                       const LabelBlock& after, const std::vector<Structure>& known);

/// Puts the patch's new labels into the part of `block` that it touches.
void applyTo(LabelBlock& block, const ImageGeometry& geometry, const LabelPatch& patch);

/// A new map with the patch's new labels: one copy of the buffer; counts and boxes of structures
/// are brought up to date from the patch, and only a structure that lost voxels at its box's border
/// is looked at again, inside that box. The runs' old labels are not checked against the map's.
///
/// Errors: GridMismatch (a run outside the map), OutOfMemory.
Result<LabelMapPtr> applyPatch(const LabelMap& map, const LabelPatch& patch);

/// Labels that lost or got voxels, without 0.
std::set<std::uint16_t> changedLabels(const LabelPatch& patch);

} // namespace fovea
