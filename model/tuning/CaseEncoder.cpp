#include "model/tuning/CaseEncoder.h"

#include "model/checkpoint/AnatomyGrouping.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/zeros.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace fovea {

namespace {

std::string madeBy(const ModelManifest& manifest)
{
    ModelManifest preprocessing;
    preprocessing.preprocess = manifest.preprocess;
    return "fovea cases 1 " + manifestToJson(preprocessing);
}

at::Tensor packed(const std::vector<std::uint8_t>& bytes)
{
    at::Tensor tensor = at::empty({static_cast<std::int64_t>((bytes.size() + 1) / 2)}, at::kHalf);
    auto* to = static_cast<std::uint8_t*>(tensor.mutable_data_ptr());
    to[tensor.nbytes() - 1] = 0;
    std::ranges::copy(bytes, to);
    return tensor;
}

std::vector<std::uint8_t> unpacked(const at::Tensor& tensor, std::size_t count)
{
    const at::Tensor plain = tensor.contiguous();
    std::vector<std::uint8_t> bytes(count);
    std::memcpy(bytes.data(), plain.const_data_ptr(), count);
    return bytes;
}

Index3 sizeOf(const at::Tensor& tensor)
{
    const float* value = tensor.const_data_ptr<float>();
    return {static_cast<int>(value[0]), static_cast<int>(value[1]), static_cast<int>(value[2])};
}

std::size_t voxelsOf(const Index3& size)
{
    return static_cast<std::size_t>(size[0]) * static_cast<std::size_t>(size[1]) *
           static_cast<std::size_t>(size[2]);
}

} // namespace

CaseEncoder::CaseEncoder(const ModelManifest& manifest)
    : StudyEncoder(manifest, madeBy(manifest))
{
}

Result<ParameterMap> CaseEncoder::encode(const LabelledStudy& study, const Progress& progress)
{
    const Result<PreparedStudy> prepared =
        prepareStudy(*study.volume, *study.labels, labelsByAnatomy(manifest(), *study.labels),
                     manifest().preprocess, progress);
    if (!prepared)
        return prepared.error();
    const TrainingCase one = compactCase(*prepared);
    ParameterMap tensors;
    at::Tensor size = at::empty({3}, at::kFloat);
    std::ranges::copy(one.size, size.mutable_data_ptr<float>());
    tensors["size"] = size;
    tensors["image"] = packed(one.image);
    tensors["labels"] = packed(one.labels);
    at::Tensor shown =
        at::zeros({static_cast<std::int64_t>(manifest().network.anatomies.size())}, at::kFloat);
    for (const PreparedRegion& box : one.boxes)
        shown.mutable_data_ptr<float>()[box.anatomyIndex] = 1;
    tensors["shown"] = shown;
    return tensors;
}

bool CaseEncoder::fits(const ParameterMap& tensors) const
{
    for (const char* name : {"size", "image", "labels", "shown"}) {
        if (!tensors.contains(name))
            return false;
    }
    const at::Tensor& size = tensors.at("size");
    const at::Tensor& shown = tensors.at("shown");
    if (size.numel() != 3 || size.scalar_type() != at::kFloat ||
        shown.scalar_type() != at::kFloat ||
        shown.numel() != static_cast<std::int64_t>(manifest().network.anatomies.size()))
        return false;
    constexpr int largest = 1 << 14;
    const Index3 voxels = sizeOf(size);
    if (!std::ranges::all_of(voxels, [](int n) { return n > 0 && n <= largest; }))
        return false;
    const auto halves = static_cast<std::int64_t>((voxelsOf(voxels) + 1) / 2);
    return std::ranges::all_of(std::array{"image", "labels"}, [&](const char* name) {
        const at::Tensor& bytes = tensors.at(name);
        return bytes.scalar_type() == at::kHalf && bytes.numel() == halves;
    });
}

bool CaseEncoder::shows(const ParameterMap& tensors, int anatomyIndex) const
{
    return tensors.at("shown").const_data_ptr<float>()[anatomyIndex] > 0;
}

TrainingCase caseOf(const ParameterMap& tensors)
{
    TrainingCase one;
    one.size = sizeOf(tensors.at("size"));
    one.image = unpacked(tensors.at("image"), voxelsOf(one.size));
    one.labels = unpacked(tensors.at("labels"), voxelsOf(one.size));
    one.boxes = findRegions(one.size, one.labels);
    return one;
}

} // namespace fovea
