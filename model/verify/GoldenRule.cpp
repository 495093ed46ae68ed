#include "model/verify/GoldenRule.h"

#include <ATen/ops/empty.h>

#include <cmath>

namespace fovea::golden {

NamedNumbers::NamedNumbers(std::string_view name)
    : m_state(0xcbf29ce484222325ULL)
{
    for (const char c : name) {
        m_state ^= static_cast<unsigned char>(c);
        m_state *= 0x100000001b3ULL;
    }
}

float NamedNumbers::next()
{
    m_state += 0x9E3779B97F4A7C15ULL;
    std::uint64_t z = m_state;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    z ^= z >> 31;
    return static_cast<float>(z >> 40) * 0x1.0p-24F;
}

ParameterMap parameters(const NetworkConfig& config)
{
    ParameterMap map;
    for (const ParameterShape& p : parameterShapes(config)) {
        at::Tensor tensor = at::empty(p.shape, at::kFloat);
        float* data = tensor.mutable_data_ptr<float>();
        const bool layerNormWeight = p.shape.size() == 1 && p.name.ends_with("weight");
        const bool centred = p.name.find("position_embeddings") != std::string::npos ||
                             p.name.find("word_embeddings") != std::string::npos ||
                             p.name.find("token_type_embeddings") != std::string::npos ||
                             p.name.find("query_tokens") != std::string::npos;
        std::int64_t rest = 1;
        for (std::size_t i = 1; i < p.shape.size(); ++i)
            rest *= p.shape[i];
        const auto bound = static_cast<float>(std::sqrt(3.0 / static_cast<double>(rest)));
        NamedNumbers numbers(p.name);
        for (std::int64_t i = 0; i < tensor.numel(); ++i) {
            const float u = numbers.next();
            if (p.name == "temp")
                data[i] = 0.07F;
            else if (layerNormWeight)
                data[i] = 1.0F + 0.2F * (u - 0.5F);
            else if (p.shape.size() == 1)
                data[i] = 0.1F * (u - 0.5F);
            else if (centred)
                data[i] = u - 0.5F;
            else
                data[i] = (2.0F * u - 1.0F) * bound;
        }
        map.emplace(p.name, std::move(tensor));
    }
    return map;
}

PreparedStudy study(std::string_view imageName, const Index3& shape,
                    const std::vector<GoldenBox>& boxes)
{
    PreparedStudy result;
    result.size = shape;
    const auto count = static_cast<std::size_t>(shape[0]) * static_cast<std::size_t>(shape[1]) *
                       static_cast<std::size_t>(shape[2]);
    result.image.resize(count);
    NamedNumbers numbers(imageName);
    for (float& value : result.image)
        value = numbers.next();
    result.labels.assign(count, 0);
    for (const GoldenBox& box : boxes) {
        for (int d = box.low[0]; d < box.high[0]; ++d) {
            for (int h = box.low[1]; h < box.high[1]; ++h) {
                for (int w = box.low[2]; w < box.high[2]; ++w)
                    result.labels[(static_cast<std::size_t>(d) * shape[1] + h) * shape[2] + w] =
                        static_cast<std::uint8_t>(box.label);
            }
        }
    }
    result.regions = findRegions(shape, result.labels);
    return result;
}

} // namespace fovea::golden
