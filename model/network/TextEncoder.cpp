#include "model/network/TextEncoder.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/embedding.h>
#include <ATen/ops/gelu.h>
#include <ATen/ops/layer_norm.h>
#include <ATen/ops/linear.h>
#include <ATen/ops/matmul.h>
#include <ATen/ops/softmax.h>

#include <cmath>
#include <string>

namespace fovea {
namespace {

class Encoder {
public:
    Encoder(const NetworkConfig& config, const ParameterMap& parameters)
        : m_config(config)
        , m_parameters(parameters)
    {
    }

    at::Tensor run(const at::Tensor& ids, const at::Tensor& mask) const
    {
        const std::string embeddings = "text_encoder.embeddings.";
        const at::Tensor words = parameter(m_parameters, embeddings + "word_embeddings.weight");
        const at::Tensor positions =
            parameter(m_parameters, embeddings + "position_embeddings.weight");
        at::Tensor x = at::embedding(words, ids) + positions.slice(0, 0, ids.size(1)).unsqueeze(0);
        x = layerNorm(x, embeddings + "LayerNorm");
        // The reference's additive mask: large, not infinite.
        const at::Tensor bias =
            ((1.0 - mask) * -10000.0).reshape({mask.size(0), 1, 1, mask.size(1)});
        for (int i = 0; i < m_config.textLayers; ++i) {
            const std::string layer = "text_encoder.encoder.layer." + std::to_string(i);
            x = layerNorm(attend(x, bias, layer + ".attention") + x,
                          layer + ".attention.output.LayerNorm");
            const at::Tensor inner = at::gelu(linear(x, layer + ".intermediate.dense"));
            x = layerNorm(linear(inner, layer + ".output.dense") + x, layer + ".output.LayerNorm");
        }
        return x.select(1, 0);
    }

private:
    at::Tensor linear(const at::Tensor& x, const std::string& name) const
    {
        return at::linear(x, parameter(m_parameters, name + ".weight"),
                          parameter(m_parameters, name + ".bias"));
    }

    at::Tensor layerNorm(const at::Tensor& x, const std::string& name) const
    {
        return at::layer_norm(x, {m_config.textHidden}, parameter(m_parameters, name + ".weight"),
                              parameter(m_parameters, name + ".bias"), m_config.textLayerNormEps);
    }

    at::Tensor headsOf(const at::Tensor& x) const
    {
        return x
            .reshape({x.size(0), x.size(1), m_config.textHeads,
                      m_config.textHidden / m_config.textHeads})
            .transpose(1, 2);
    }

    at::Tensor attend(const at::Tensor& x, const at::Tensor& bias, const std::string& name) const
    {
        const at::Tensor query = headsOf(linear(x, name + ".self.query"));
        const at::Tensor key = headsOf(linear(x, name + ".self.key"));
        const at::Tensor value = headsOf(linear(x, name + ".self.value"));
        const double scale =
            1.0 / std::sqrt(static_cast<double>(m_config.textHidden / m_config.textHeads));
        const at::Tensor weights =
            at::softmax(at::matmul(query, key.transpose(-1, -2)) * scale + bias, -1);
        const at::Tensor mixed = at::matmul(weights, value).transpose(1, 2).reshape(x.sizes());
        return linear(mixed, name + ".output.dense");
    }

    const NetworkConfig& m_config;
    const ParameterMap& m_parameters;
};

} // namespace

at::Tensor encodeText(const NetworkConfig& config, const ParameterMap& parameters,
                      const at::Tensor& ids, const at::Tensor& mask)
{
    return Encoder(config, parameters).run(ids, mask);
}

} // namespace fovea
