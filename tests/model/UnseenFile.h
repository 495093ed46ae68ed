#pragma once

#include "model/network/Fvlm.h"
#include "model/preprocess/PreprocessSettings.h"
#include "model/verify/GoldenNode.h"

#include <string>

namespace fovea {

/// A file of figures that nobody has seen: another patch, grid, depth, anatomies and volumes than
/// the released network's. The figures are this program's own, computed here step by step.
class UnseenFile {
public:
    UnseenFile();

    /// Prompts and three cases.
    GoldenJson file() const;
    /// file() with one step of training.
    GoldenJson fileWithTraining() const;

private:
    void addCase(GoldenJson& file, const Fvlm& network, const std::string& name,
                 const Index3& shape, const GoldenJson& boxes) const;

    NetworkConfig m_network;
    PreprocessSettings m_settings;
};

} // namespace fovea
