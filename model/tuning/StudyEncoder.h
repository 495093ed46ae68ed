#pragma once

#include "model/checkpoint/ModelManifest.h"
#include "model/engine/Engine.h"
#include "model/network/Parameters.h"

#include <string>

namespace fovea {

/// Turns a study into tensors that tuning keeps and reads again and again. One thread at a time.
/// Throws c10::Error.
class StudyEncoder {
public:
    virtual ~StudyEncoder() = default;

    /// With what is new.
    const ModelManifest& manifest() const { return m_manifest; }

    /// What the study's tensors depend on, as a SHA-256: how they are made, grid, voxels, and which
    /// voxels are of which anatomy.
    Result<std::string> key(const LabelledStudy& study) const;

    /// Errors of prepareStudy() and of the engine; Cancelled within one block of the network.
    virtual Result<ParameterMap> encode(const LabelledStudy& study, const Progress& progress) = 0;
    /// Whether tensors may be what encode() gives.
    virtual bool fits(const ParameterMap& tensors) const = 0;
    /// Whether the study of these tensors shows an anatomy.
    virtual bool shows(const ParameterMap& tensors, int anatomyIndex) const = 0;

protected:
    /// `made`: how, in full; what gives the same tensors says the same.
    StudyEncoder(const ModelManifest& manifest, std::string made)
        : m_manifest(manifest)
        , m_made(std::move(made))
    {
    }

private:
    ModelManifest m_manifest;
    std::string m_made;
};

} // namespace fovea
