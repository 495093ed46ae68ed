#pragma once

#include "model/domain/Volume.h"
#include "viewer/slice/ObliqueSampler.h"

namespace fovea {

/// Whether sampleLinearWide() works on this processor (AVX2) and with this volume: at least two
/// voxels along the first axis, offsets that fit in 32 bits.
bool canSampleWide(const ImageGeometry& geometry);

/// Trilinear samples of the columns, eight at a time. As ObliqueSampler::sample(); only where
/// canSampleWide().
void sampleLinearWide(const Volume& volume, const ObliqueSampler::Line& line,
                      const ObliqueSampler::Columns& columns, float* out);

} // namespace fovea
