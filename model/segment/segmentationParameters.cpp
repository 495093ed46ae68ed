#include "model/segment/SegmentationConfig.h"

namespace fovea {
namespace {

using Shape = std::vector<std::int64_t>;

Shape kernelShape(std::int64_t first, std::int64_t second, const Index3& kernel)
{
    return {first, second, kernel[0], kernel[1], kernel[2]};
}

/// Lists names and shapes as dynamic_network_architectures registers its modules.
class Lister {
public:
    explicit Lister(const SegmentationConfig& config)
        : m_config(config)
    {
    }

    std::vector<ParameterShape> list()
    {
        if (m_config.architecture == SegmentationConfig::Architecture::PlainConvUNet)
            plainEncoder();
        else
            residualEncoder();
        decoder();
        return std::move(m_parameters);
    }

private:
    void add(std::string name, Shape shape)
    {
        m_parameters.push_back({std::move(name), std::move(shape)});
    }

    void norm(const std::string& name, std::int64_t channels)
    {
        add(name + ".norm.weight", {channels});
        add(name + ".norm.bias", {channels});
    }

    void block(const std::string& name, std::int64_t in, std::int64_t out, const Index3& kernel)
    {
        add(name + ".conv.weight", kernelShape(out, in, kernel));
        if (m_config.convolutionBias)
            add(name + ".conv.bias", {out});
        norm(name, out);
    }

    void blocks(const std::string& name, int count, std::int64_t in, std::int64_t out,
                const Index3& kernel)
    {
        for (int i = 0; i < count; ++i)
            block(name + ".convs." + std::to_string(i), i == 0 ? in : out, out, kernel);
    }

    void plainEncoder()
    {
        std::int64_t in = 1;
        for (std::size_t s = 0; s < m_config.stages(); ++s) {
            blocks("encoder.stages." + std::to_string(s) + ".0", m_config.encoder[s], in,
                   m_config.features[s], m_config.kernels[s]);
            in = m_config.features[s];
        }
    }

    void residualEncoder()
    {
        blocks("encoder.stem", 1, 1, m_config.features[0], m_config.kernels[0]);
        std::int64_t in = m_config.features[0];
        for (std::size_t s = 0; s < m_config.stages(); ++s) {
            const std::int64_t out = m_config.features[s];
            for (int b = 0; b < m_config.encoder[s]; ++b) {
                const std::string name =
                    "encoder.stages." + std::to_string(s) + ".blocks." + std::to_string(b);
                block(name + ".conv1", in, out, m_config.kernels[s]);
                block(name + ".conv2", out, out, m_config.kernels[s]);
                if (in != out) {
                    // Pooling, where there is one, takes the first position.
                    const bool strided = b == 0 && m_config.strides[s] != Index3{1, 1, 1};
                    const std::string skip = name + (strided ? ".skip.1" : ".skip.0");
                    add(skip + ".conv.weight", {out, in, 1, 1, 1});
                    norm(skip, out);
                }
                in = out;
            }
        }
    }

    void decoder()
    {
        const std::size_t steps = m_config.stages() - 1;
        for (std::size_t t = 0; t < steps; ++t) {
            const std::size_t stage = steps - 1 - t;
            blocks("decoder.stages." + std::to_string(t), m_config.decoder[t],
                   2 * std::int64_t{m_config.features[stage]}, m_config.features[stage],
                   m_config.kernels[stage]);
        }
        for (std::size_t t = 0; t < steps; ++t) {
            const std::size_t stage = steps - 1 - t;
            const std::string name = "decoder.transpconvs." + std::to_string(t);
            add(name + ".weight",
                kernelShape(m_config.features[stage + 1], m_config.features[stage],
                            m_config.strides[stage + 1]));
            if (m_config.convolutionBias)
                add(name + ".bias", {m_config.features[stage]});
        }
        for (std::size_t t = 0; t < steps; ++t) {
            const std::string name = "decoder.seg_layers." + std::to_string(t);
            add(name + ".weight", {m_config.classes, m_config.features[steps - 1 - t], 1, 1, 1});
            add(name + ".bias", {m_config.classes});
        }
    }

    const SegmentationConfig& m_config;
    std::vector<ParameterShape> m_parameters;
};

} // namespace

std::vector<ParameterShape> segmentationParameters(const SegmentationConfig& config)
{
    return Lister(config).list();
}

} // namespace fovea
