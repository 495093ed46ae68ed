#pragma once

#include "model/domain/Result.h"
#include "model/domain/Volume.h"
#include "viewer/ViewState.h"
#include "viewer/volume/SurfaceSet.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

class vtkRenderWindow;

namespace fovea {

/// A surface met by the ray under a pixel.
struct SurfacePick {
    Vec3 positionMm{0, 0, 0}; ///< LPS.
    std::uint16_t label = 0;
    std::string anatomyId; ///< Empty: no catalogued anatomy.
};

/// 8-bit RGB picture, rows from the top.
struct RgbPicture {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels; ///< 3 * width * height.
};

enum class ViewDirection { Anterior, Posterior, Left, Right, Superior, Inferior };

/// The three-dimensional picture: surfaces, volume rendering, cursor marker and orientation cube.
///
/// VTK inside, no Qt. Knows no window of its own: a host gives it one with setRenderWindow() and
/// renders that window; renderOffscreen() makes a picture without a host. Pixels have their origin
/// at the top left of the window, in device pixels. GUI thread only.
class VolumeScene {
public:
    VolumeScene();
    ~VolumeScene();
    VolumeScene(const VolumeScene&) = delete;
    VolumeScene& operator=(const VolumeScene&) = delete;

    /// The scene's renderers join `window`, and leave it with null. The host calls it with null
    /// (its GL context current) before the window goes.
    void setRenderWindow(vtkRenderWindow* window);

    /// Null: no surfaces. The camera is reset for the first surfaces after none.
    void setSurfaces(SurfaceSetPtr surfaces);
    /// Colours, opacity (alpha) and visibility (alpha 0) by label.
    void setLabelTable(const LabelTable& table);
    /// Null: nothing to render. Copies a small proxy (some ms to some 100 ms for a large volume);
    /// the full volume is looked at, not copied. Does nothing until a preset is set.
    void setVolume(VolumePtr volume);
    void setVolumeRendering(std::optional<VolumePreset> preset);
    /// While true, volume rendering uses the small proxy at reduced image resolution.
    void setInteracting(bool interacting);
    bool isVolumeRendered() const;

    /// Empty: no marker. Its lines stand on the planes of the frame.
    void setCursor(std::optional<Vec3> positionMm, const PlaneFrame& frame = {});
    void setBackground(const Rgb& colour);

    // Camera. Angles in degrees; factors above 1 come closer.
    void resetCamera(ViewDirection direction = ViewDirection::Anterior);
    void rotate(double azimuthDegrees, double elevationDegrees);
    void zoom(double factor);
    /// By device pixels, y down.
    void pan(double dx, double dy);

    /// The visible surface under a pixel of a window of the given size.
    std::optional<SurfacePick> pick(double x, double y);
    /// Where a patient position appears, in device pixels from the top left.
    std::array<double, 2> project(const Vec3& positionMm);

    /// A picture of its own size without a host. Internal where OpenGL is missing. Not while a host
    /// has the scene.
    Result<RgbPicture> renderOffscreen(int width, int height);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace fovea
