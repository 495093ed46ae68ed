#pragma once

#include "model/domain/Progress.h"
#include "model/domain/Result.h"
#include "model/domain/Volume.h"
#include "model/segment/SegmentOptions.h"
#include "model/segment/SegmentationModel.h"
#include "model/segment/SlidingWindow.h"

#include <cstdint>
#include <vector>

namespace fovea {

class ConfidenceRecorder;

/// Labels of a volume's voxels, on its grid, i fastest, as the reference pipeline gives them:
/// canonical orientation, the model's spacing, crop to what is not 0, normalisation, sliding
/// window, the largest logit, and back.
///
/// Memory beside the volume and the result: the volume at the model's spacing twice, and sums over
/// one patch's depth (WindowSums::bytes()), never over the whole volume.
///
/// `recorder`, where there is one, sees the logits that labels are chosen from, on the network's
/// grid. Cancelled within one window; OutOfMemory; BadOption (options beyond their ranges, or that
/// do not go together);
/// ModelBroken where nnU-Net's own order of work is asked for and the model's images are read in
/// Python by a class other than NibabelIOWithReorient, so that their orientation is not known.
/// Under InferenceMode. May throw c10::Error and std::bad_alloc.
Result<std::vector<std::uint16_t>>
segmentVolume(const SegmentationModel& model, const Volume& volume, const SegmentOptions& options,
              const Progress& progress, ConfidenceRecorder* recorder = nullptr);

/// BadOption where a number is out of its range.
Status checkOptions(const SegmentOptions& options);
SlidingWindowOptions slidingWindowOptions(const SegmentationModel& model,
                                          const SegmentOptions& options);

/// Whose order of work suits the model: by the name of its data set.
SegmentOptions::Work automaticWork(const SegmentationConfig& config);
/// The order of work of a model with these options.
SegmentOptions::Work workOf(const SegmentationConfig& config, const SegmentOptions& options);
/// The step that its makers use: 0.8 for TotalSegmentator's `total` models, else 0.5.
double automaticStep(const SegmentationConfig& config);

} // namespace fovea
