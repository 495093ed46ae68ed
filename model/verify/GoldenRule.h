#pragma once

#include "model/network/Parameters.h"
#include "model/preprocess/PreparedStudy.h"
#include "model/verify/GoldenNode.h"

#include <cstdint>
#include <string_view>
#include <vector>

// The rule by which reference figures' weights and images are made from names, so that a file of
// figures needs neither beside it.

namespace fovea::golden {

/// u(name, 0), u(name, 1), …: SplitMix64 seeded with the FNV-1a hash of the name's bytes, the top
/// 24 bits of each output times 2^-24, in [0, 1).
class NamedNumbers {
public:
    explicit NamedNumbers(std::string_view name);
    float next();

private:
    std::uint64_t m_state = 0;
};

/// Every parameter of such a network, fp32 on the CPU, row-major, from the numbers of its name:
/// `temp` 0.07; layer norms' weights 1 ± 0.1; other vectors (biases) ± 0.05; position, word and
/// token type embeddings and queries ± 0.5; the rest ± sqrt(3 / product of all axes but the first).
ParameterMap parameters(const NetworkConfig& config);

/// `imageName` over `shape` (D, H, W), already in 0…1, with labelled boxes of which later ones
/// overwrite earlier ones: a study that needs no preprocessing. Its patient geometry is not set.
PreparedStudy study(std::string_view imageName, const Index3& shape,
                    const std::vector<GoldenBox>& boxes);

} // namespace fovea::golden
