#pragma once

#include "model/domain/Volume.h"
#include "viewer/volume/TransferFunction.h"

#include <vector>

namespace fovea {

/// How often the values of a volume occur, from TransferFunction::lowestHu to highestHu in bins of
/// one width; what lies beyond counts in the outer ones. Of a large volume a regular sample of
/// about a million voxels, which takes some milliseconds.
struct HuHistogram {
    static constexpr std::size_t binCount = 512;

    /// Share of the sampled voxels; together 1. Empty without a volume.
    std::vector<double> shares;

    static HuHistogram of(const Volume& volume);
    /// For drawing, in [0, 1]: the logarithm, since air is a hundred times as frequent as contrast
    /// medium, against the highest bin's.
    std::vector<double> heights() const;
};

} // namespace fovea
