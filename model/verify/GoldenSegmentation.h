#pragma once

#include "model/domain/Volume.h"
#include "model/network/Parameters.h"
#include "model/segment/SegmentationConfig.h"
#include "model/segment/roughCrop.h"
#include "model/verify/GoldenNode.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// The rule by which the weights and images of nnU-Net's reference figures are made from names
// (GoldenRule.h has the numbers).

namespace fovea::golden {

/// Every parameter of such a network, fp32 on the CPU, from the numbers of `prefix` and its name:
/// norms' weights 1 ± 0.1, other vectors ± 0.05, the rest ± sqrt(3 / product of all axes but the
/// first), also where the first are the input channels (transposed convolutions).
ParameterMap segmentationParameters(const SegmentationConfig& config, std::string_view prefix = {});

/// An array of `count` numbers of `name`, row-major: a network's input.
std::vector<float> numbers(std::string_view name, std::size_t count);

/// A box of voxels with one HU, [low, high) along k, j, i.
struct HuBox {
    std::int16_t hu = 0;
    std::array<int, 3> low{};
    std::array<int, 3> high{};
};

/// `boxes` ({"hu", "box"}) and `zeroBoxes` (six numbers each), cut at the border of a volume of
/// `sizeIjk`.
std::vector<HuBox> huBoxes(const GoldenNode& boxes, const Index3& sizeIjk);
std::vector<HuBox> zeroBoxes(const GoldenNode& boxes, const Index3& sizeIjk);

/// An elliptic body in air with boxes in it and noise over all, then 0 in the zero boxes: HU, i
/// fastest.
std::vector<std::int16_t> segmentationCt(std::string_view name, const Index3& sizeIjk,
                                         const std::vector<HuBox>& boxes,
                                         const std::vector<HuBox>& zeros);

/// The grid of a NIfTI affine (RAS, rows of four numbers) in LPS.
ImageGeometry geometryOfAffine(const GoldenNode& affineRas, const Index3& sizeIjk);

/// The volume that `name`, `size_ijk`, `boxes_kji`, `zero_boxes_kji` and `affine_ras` describe.
VolumePtr segmentationVolume(const GoldenNode& node);
/// The box of `mask_box_kji`: six ends of [low, high) along k, j, i.
RoughBox maskBox(const GoldenNode& node);
/// CT normalization with the figures of Dataset901_Tiny, which all files of figures share.
void setNormalization(SegmentationConfig& config);

/// The network of `plans_new_form` and `plans_old_form`, or of whichever is there, with `patch_dhw`
/// and `network`.`classes`.
SegmentationConfig segmentationConfig(const GoldenNode& file);
/// A network that `network` describes alone, with the patch of `patch`.
SegmentationConfig plainConfig(const GoldenNode& network, const GoldenNode& patch);

/// Pairs [flat index, value] of an array of `count` elements.
struct Sample {
    std::size_t index = 0;
    double value = 0.0;
};
std::vector<Sample> samples(const GoldenNode& node, std::size_t count);

/// The share of voxels that differ at least, of two lists of voxels per label.
double differingShare(const std::vector<std::int64_t>& found,
                      const std::vector<std::int64_t>& expected);
/// Voxels per label of `classes`.
std::vector<std::int64_t> countLabels(const std::vector<std::uint16_t>& labels, int classes);

} // namespace fovea::golden
