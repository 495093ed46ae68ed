#pragma once

#include "viewer/volume/VolumeScene.h"
#include "viewer/volume/firstOpaque.h"

#include <vtkRenderer.h>

#include <optional>
#include <vector>

namespace fovea {

class SurfaceActors;
class VolumeRendering;

/// Says what is seen under a pixel: of the rendered volume where there is one, else of the
/// surfaces.
class ScenePicker {
public:
    /// All must outlive the picker.
    ScenePicker(vtkRenderer* renderer, const SurfaceActors& surfaces,
                const VolumeRendering& rendering);

    void setLabels(LabelMapPtr labels) { m_labels = std::move(labels); }
    void setKept(std::vector<HalfSpace> kept) { m_kept = std::move(kept); }
    /// Device pixels from the bottom left, as VTK counts.
    std::optional<VolumePick> pick(double x, double y) const;

private:
    Ray rayThrough(double x, double y) const;
    std::optional<VolumePick> pickSurface(double x, double y) const;
    std::optional<VolumePick> pickVolume(double x, double y) const;

    vtkRenderer* m_renderer;
    const SurfaceActors& m_surfaces;
    const VolumeRendering& m_rendering;
    LabelMapPtr m_labels;
    std::vector<HalfSpace> m_kept;
};

} // namespace fovea
