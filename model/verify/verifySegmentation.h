#pragma once

#include "model/domain/Progress.h"
#include "model/domain/Result.h"
#include "model/verify/Comparisons.h"
#include "model/verify/GoldenNode.h"
#include "model/verify/Verification.h"

#include <filesystem>

namespace fovea {

/// Whether a file is of nnU-Net's figures, which verifySegmentation() compares.
bool isSegmentationFile(const GoldenNode& file);

/// Compares model/segment with figures of nnU-Net and TotalSegmentator; which is told by the file's
/// contents: networks (a list with `network` and `logits`), a sliding window (`volumes` and
/// `step_starts`; its network is in the file that it names, beside it), resampling (`zoom`),
/// pieces of labels (a list with `operations`),
/// nnU-Net's own preprocessing (a list with `target_spacing_after_transpose`), a whole pipeline
/// (`checkpoint`, `runs`; the trained folder Dataset… is beside the file), parts of
/// TotalSegmentator's `total` joined (`models`, `resample_mm`).
///
/// Tolerances: one window's logits and features 5e-5 absolute, its counts 2 voxels; starts, sizes,
/// boxes, orientations exact; weights 1 unit in the last place of half precision; the sliding
/// window's logits 1e-4 with fp32 sums and 2e-3 + 2e-3 relative with half sums, labels 2 voxels and
/// 0.05 %; resampled images 1e-6 before they are cut, exact after but for rounding noise; own
/// preprocessing 1e-5, its labels 0.02 %; the pipeline's labels 0.02 % and, with half sums, 0.1 %.
///
/// Throws BadGoldenFile, c10::Error and std::bad_alloc; Cancelled is an Error.
Result<Verification> verifySegmentation(const GoldenNode& file,
                                        const std::filesystem::path& goldenFile,
                                        const Progress& progress);

// The parts, each of one form of file; they add to `made` and say what they do not compare.

struct SegmentationFigures {
    Comparisons comparisons;
    std::vector<std::string> notCompared;
};

Status compareSegmentationNetworks(const GoldenNode& file, SegmentationFigures& made,
                                   const Progress& progress);
Status compareSlidingWindow(const GoldenNode& file, const std::filesystem::path& goldenFile,
                            SegmentationFigures& made, const Progress& progress);
Status compareZoom(const GoldenNode& file, SegmentationFigures& made, const Progress& progress);
Status compareLabelPieces(const GoldenNode& file, SegmentationFigures& made,
                          const Progress& progress);
Status compareOwnPreprocessing(const GoldenNode& file, SegmentationFigures& made,
                               const Progress& progress);
Status compareSegmentationPipeline(const GoldenNode& file, const std::filesystem::path& goldenFile,
                                   SegmentationFigures& made, const Progress& progress);
Status compareSegmentationParts(const GoldenNode& file, SegmentationFigures& made,
                                const Progress& progress);

} // namespace fovea
