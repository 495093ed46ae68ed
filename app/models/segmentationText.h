#pragma once

#include "app/work/segmentationModels.h"

#include <QString>

namespace fovea {

/// What is known of the network's licence, a sentence or two.
QString licenceText(const SegmentationFacts& facts);

/// The same in a list: a word or two.
QString licenceWord(const SegmentationFacts& facts);

/// A voxel of the network's grid: "1.5 mm", or its three sides.
QString spacingText(const Vec3& spacingMm);

/// Why a network cannot be used, where errorText() speaks of model packages.
QString segmenterProblem(const Error& error);

} // namespace fovea
