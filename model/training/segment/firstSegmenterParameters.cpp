#include "model/training/segment/firstSegmenterParameters.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/ops/ones.h>
#include <ATen/ops/randn.h>
#include <ATen/ops/zeros.h>

#include <cmath>

namespace fovea {

ParameterMap firstSegmenterParameters(const SegmentationConfig& config, std::uint64_t seed)
{
    const at::Generator generator = at::detail::createCPUGenerator(seed);
    ParameterMap parameters;
    for (const ParameterShape& shape : segmentationParameters(config)) {
        at::Tensor tensor;
        if (shape.shape.size() > 1) {
            // Of a transposed convolution too, PyTorch counts the second axis as what goes in.
            double in = 1;
            for (std::size_t axis = 1; axis < shape.shape.size(); ++axis)
                in *= static_cast<double>(shape.shape[axis]);
            const double slope = config.negativeSlope;
            tensor = at::randn(shape.shape, generator, at::TensorOptions(at::kFloat));
            tensor.mul_(std::sqrt(2 / ((1 + slope * slope) * in)));
        } else if (shape.name.ends_with(".norm.weight")) {
            tensor = at::ones(shape.shape, at::kFloat);
        } else {
            tensor = at::zeros(shape.shape, at::kFloat);
        }
        parameters.emplace(shape.name, std::move(tensor));
    }
    return parameters;
}

} // namespace fovea
