#pragma once

#include "model/checkpoint/Safetensors.h"

namespace fovea {

/// Hands a map's tensors to a writer. The map outlives it and has every name that is asked for.
class MapSource : public TensorSource {
public:
    explicit MapSource(const ParameterMap& tensors)
        : m_tensors(tensors)
    {
    }
    at::Tensor tensor(const std::string& name) const override { return parameter(m_tensors, name); }
    bool written(const std::string&) const override { return true; }

private:
    const ParameterMap& m_tensors;
};

/// The names and shapes of a map's tensors.
inline std::vector<ParameterShape> shapesOf(const ParameterMap& tensors)
{
    std::vector<ParameterShape> shapes;
    for (const auto& [name, tensor] : tensors)
        shapes.push_back({name, tensor.sizes().vec()});
    return shapes;
}

} // namespace fovea
