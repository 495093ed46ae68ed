#pragma once

#include "model/network/Fvlm.h"

#include <cstdint>
#include <map>
#include <vector>

namespace fovea {

/// Texts through a text encoder that does not learn: what it says of each ([CLS] before the
/// projection) is computed once and kept in memory, 4 * textHidden bytes per text.
class FrozenTexts {
public:
    /// Shares the network's parameters.
    explicit FrozenTexts(const Fvlm& network);

    /// Unit vectors [texts, embedding], differentiable in "text_proj" alone. Throws c10::Error.
    at::Tensor operator()(const std::vector<std::vector<std::int64_t>>& sequences);

private:
    Fvlm m_network;
    std::map<std::vector<std::int64_t>, at::Tensor> m_known;
};

} // namespace fovea
