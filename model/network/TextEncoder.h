#pragma once

#include "model/network/Parameters.h"

namespace fovea {

/// BERT as fVLM uses it: word + position embeddings (no token types), post-norm layers, no pooler.
/// `ids` is int64 [B, L], L <= maxPositions; `mask` is float [B, L], 1 where a token is and 0 where
/// padding is. Returns the last hidden state of the first token ([CLS]), [B, textHidden]. Like
/// encodeImage(): differentiable, stateless, without dropout, throws c10::Error.
at::Tensor encodeText(const NetworkConfig& config, const ParameterMap& parameters,
                      const at::Tensor& ids, const at::Tensor& mask);

} // namespace fovea
