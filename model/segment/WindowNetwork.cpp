#include "model/segment/WindowNetwork.h"

#include "model/segment/segmentPatch.h"

#include <ATen/Context.h>

namespace fovea {

WindowPlace WindowPlace::fastest()
{
    if (at::hasCUDA())
        return {c10::Device(c10::kCUDA, 0), c10::kHalf};
    return {};
}

WindowNetwork::WindowNetwork(const SegmentationConfig& config, const ParameterMap& parameters,
                             const WindowPlace& place)
    : m_config(config)
    , m_parameters(parameters)
    , m_place(place)
{
    if (place.isPacked()) {
        m_packed.emplace(config, parameters);
        return;
    }
    const std::string head = "decoder.seg_layers." + std::to_string(config.stages() - 2);
    m_headWeight = parameter(parameters, head + ".weight").flatten(1).t().contiguous();
    m_headBias = parameter(parameters, head + ".bias");
    for (const auto& [name, tensor] : parameters)
        m_placed.emplace(name, tensor.to(place.device, place.precision));
}

bool WindowNetwork::moveToCpu()
{
    if (m_packed)
        return false;
    m_placed.clear();
    m_place = {};
    m_packed.emplace(m_config, m_parameters);
    return true;
}

at::Tensor WindowNetwork::features(const at::Tensor& patches) const
{
    if (m_packed)
        return m_packed->features(patches.squeeze(0)).unsqueeze(0);
    const at::Tensor images = patches.unsqueeze(1).to(m_place.device, m_place.precision);
    return decodeFeatures(m_config, m_placed, encodePatch(m_config, m_placed, images))
        .permute({0, 2, 3, 4, 1})
        .contiguous()
        .to(c10::kCPU)
        .to(c10::kFloat);
}

} // namespace fovea
