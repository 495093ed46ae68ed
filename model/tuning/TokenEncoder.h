#pragma once

#include "model/engine/RegionEncoder.h"
#include "model/network/Fvlm.h"
#include "model/tuning/StudyEncoder.h"
#include "model/tuning/StudyTokens.h"

namespace fovea {

/// Turns studies into what pooling asks of a frozen image encoder, as the engine would on this
/// machine: the same preprocessing, windows, device and precision.
class TokenEncoder final : public StudyEncoder {
public:
    /// `parentFingerprint`: of the package that the encoder's parameters are from. `manifest` and
    /// `network` are with what is new; shares the parameters' storage.
    TokenEncoder(const ModelManifest& manifest, const Fvlm& network,
                 const std::string& parentFingerprint);

    Result<ParameterMap> encode(const LabelledStudy& study, const Progress& progress) override;
    bool fits(const ParameterMap& tensors) const override;
    bool shows(const ParameterMap& tensors, int anatomyIndex) const override;

private:
    RegionEncoder m_encoder;
};

} // namespace fovea
