#pragma once

#include "model/domain/Volume.h"
#include "viewer/ViewState.h"

#include <vtkGPUVolumeRayCastMapper.h>
#include <vtkRenderer.h>
#include <vtkSmartPointer.h>
#include <vtkVolume.h>
#include <vtkVolumeProperty.h>

#include <optional>

namespace fovea {

/// The volume-rendered CT of a VolumeScene: one prop with the whole volume for still pictures and
/// one with a small proxy for moving ones (the whole takes about a second a frame without a GPU).
class VolumeRendering {
public:
    explicit VolumeRendering(vtkRenderer* renderer);
    ~VolumeRendering();

    void setVolume(VolumePtr volume);
    void setPreset(std::optional<VolumePreset> preset);
    void setInteracting(bool interacting);
    bool isShown() const { return m_preset && isSolid(); }

private:
    /// Rays need more than one slice.
    bool isSolid() const;
    struct Quality {
        vtkSmartPointer<vtkGPUVolumeRayCastMapper> mapper;
        vtkSmartPointer<vtkVolume> prop;
    };

    Quality make(const VolumePtr& volume, bool proxy);
    void update();
    void drop();

    vtkRenderer* m_renderer;
    vtkSmartPointer<vtkVolumeProperty> m_property;
    VolumePtr m_volume; ///< Keeps the buffer that the whole volume's image looks at.
    std::optional<VolumePreset> m_preset;
    bool m_interacting = false;
    Quality m_whole;
    Quality m_proxy;
};

} // namespace fovea
