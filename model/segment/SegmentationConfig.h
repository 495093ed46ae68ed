#pragma once

#include "model/domain/ImageGeometry.h"
#include "model/network/NetworkConfig.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// Standard C++ only.

namespace fovea {

/// How nnU-Net brings an array to another size (resample_data_or_seg_to_shape).
struct SegmentationResampling {
    int order = 3;  ///< Of the spline in plane: 0, 1 or 3.
    int orderZ = 0; ///< Across the separate axis; only 0 (nearest) is supported.
    /// Whether one axis is treated apart; empty: where the spacing is anisotropic (more than 3).
    std::optional<bool> separateZ;

    bool operator==(const SegmentationResampling&) const = default;
};

/// One structure of a segmentation model; its value is its output channel.
struct SegmentationLabel {
    int value = 0;
    std::string name; ///< As dataset.json calls it.

    bool operator==(const SegmentationLabel&) const = default;
};

/// All that inference with one trained nnU-Net needs beside its weights, out of plans.json and
/// dataset.json (nnU-Net 2, github.com/MIC-DKFZ/nnUNet). One CT channel in, one label per voxel
/// out.
///
/// Three-vectors are in array order after `transposeForward`: for the usual [0, 1, 2] z to
/// superior, y to anterior, x to the patient's right.
struct SegmentationConfig {
    enum class Architecture {
        PlainConvUNet,
        ResidualEncoderUNet ///< BasicBlockD blocks, no bottlenecks, no squeeze and excitation.
    };
    enum class Normalization {
        Ct,    ///< Clip to [clipLow, clipHigh], then (x - mean) / std of the training data.
        ZScore ///< (x - mean) / std of the image itself.
    };

    std::string datasetName;   ///< E.g. "Dataset297_TotalSegmentator_total_3mm_1559subj".
    std::string plansName;     ///< E.g. "nnUNetPlans".
    std::string configuration; ///< E.g. "3d_fullres".
    /// Class that reads images in Python, "NibabelIOWithReorient" for TotalSegmentator's.
    std::string imageReader;

    // Network
    Architecture architecture = Architecture::PlainConvUNet;
    std::vector<int> features;   ///< Channels per stage, from full resolution down.
    std::vector<Index3> kernels; ///< Per stage, odd.
    std::vector<Index3> strides; ///< Per stage; the first is 1, 1, 1.
    std::vector<int> encoder;    ///< Convolutions, or residual blocks, per stage.
    std::vector<int> decoder; ///< Convolutions per step up, deepest first; one fewer than stages.
    bool convolutionBias = true;
    double normEps = 1e-5;
    double negativeSlope = 0.01; ///< Of LeakyReLU.
    int classes = 0;             ///< Output channels, background (0) among them.

    // Image
    Index3 patch{0, 0, 0};
    Vec3 spacingMm{1, 1, 1};
    Index3 transposeForward{0, 1, 2};
    Index3 transposeBackward{0, 1, 2};
    Normalization normalization = Normalization::Ct;
    double clipLow = 0.0;
    double clipHigh = 0.0;
    double mean = 0.0;
    double std = 1.0;
    SegmentationResampling dataResampling{3, 0, {}};
    SegmentationResampling probabilityResampling{1, 0, {}};

    std::vector<SegmentationLabel> labels; ///< By rising value, without the background.

    std::size_t stages() const { return features.size(); }
    bool operator==(const SegmentationConfig&) const = default;
};

/// Every parameter of the network by its first name in a state dict, e.g.
/// "encoder.stages.0.0.convs.0.conv.weight", in the order in which PyTorch lists them.
std::vector<ParameterShape> segmentationParameters(const SegmentationConfig& config);

} // namespace fovea
