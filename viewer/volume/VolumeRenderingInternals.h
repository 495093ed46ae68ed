#pragma once

#include "model/domain/Volume.h"
#include "viewer/volume/OutsideAirInternals.h"
#include "viewer/volume/TransferFunction.h"

#include <vtkGPUVolumeRayCastMapper.h>
#include <vtkPlaneCollection.h>
#include <vtkRenderer.h>
#include <vtkSmartPointer.h>
#include <vtkVolume.h>
#include <vtkVolumeProperty.h>

#include <memory>
#include <optional>

namespace fovea {

/// The volume-rendered CT of a VolumeScene: one prop with the whole volume for still pictures and
/// one with a small proxy for moving ones (the whole takes about a second a frame without a GPU,
/// nearly all of it casting rays).
class VolumeRendering {
public:
    explicit VolumeRendering(vtkRenderer* renderer);
    ~VolumeRendering();

    void setVolume(VolumePtr volume);
    /// On the volume's grid; null: none.
    void setLabels(LabelMapPtr labels);
    void setLook(std::optional<VolumeLook> look);
    void setInteracting(bool interacting);
    /// Screen pixels per ray, in one direction, while interacting.
    void setDraftDistance(double pixels);
    void setClipping(vtkPlaneCollection* planes);
    bool isShown() const { return m_look && isSolid(); }

    const VolumePtr& volume() const { return m_volume; }
    const std::optional<VolumeLook>& look() const { return m_look; }
    /// What the look hides although its opacity would show it.
    bool hides(const Vec3& positionMm) const;

private:
    /// Rays need more than one slice.
    bool isSolid() const;
    bool needsMask() const { return m_look && m_look->preset == VolumePreset::Airways; }
    struct Quality {
        vtkSmartPointer<vtkGPUVolumeRayCastMapper> mapper;
        vtkSmartPointer<vtkVolume> prop;
    };

    Quality make(const VolumeImage& image, bool proxy);
    const VolumeImage& proxy();
    void mask(Quality& quality);
    void update();
    void drop();

    vtkRenderer* m_renderer;
    vtkSmartPointer<vtkVolumeProperty> m_property;
    vtkSmartPointer<vtkPlaneCollection> m_planes;
    LabelMapPtr m_labels;
    VolumePtr m_volume; ///< Keeps the buffer that the whole volume's image looks at.
    std::optional<VolumeLook> m_look;
    bool m_interacting = false;
    double m_draftDistance = 2.5;
    VolumeImage m_proxyImage;
    std::unique_ptr<OutsideAir> m_outside; ///< Made when a look first needs it.
    Quality m_whole;
    Quality m_proxy;
};

} // namespace fovea
