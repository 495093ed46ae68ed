#pragma once

#include "model/domain/Result.h"
#include "model/domain/Volume.h"
#include "viewer/Colour.h"
#include "viewer/slice/PlaneFrame.h"
#include "viewer/volume/SurfaceSet.h"
#include "viewer/volume/TransferFunction.h"
#include "viewer/volume/ViewDirection.h"
#include "viewer/volume/VolumeCrop.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

class vtkRenderWindow;

namespace fovea {

struct RegionMap;

/// What the ray under a pixel meets first: a surface, or what a rendered volume shows there.
struct VolumePick {
    Vec3 positionMm{0, 0, 0}; ///< LPS.
    std::uint16_t label = 0;  ///< 0: the label map names nothing there.
    std::string anatomyId;    ///< Empty: no catalogued anatomy.
    bool operator==(const VolumePick&) const = default;
};

/// 8-bit RGB picture, rows from the top.
struct RgbPicture {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels; ///< 3 * width * height.
};

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
    /// Null: nothing to render. The full volume is looked at, not copied; a small proxy is copied
    /// (some ms to some 100 ms for a large volume) once there is a look.
    void setVolume(VolumePtr volume);
    /// What a picked point of the rendered volume is called, and where airways are to be looked
    /// for; on the volume's grid. Null: nothing, everywhere.
    void setLabels(LabelMapPtr labels);
    /// Empty: surfaces instead.
    void setVolumeRendering(std::optional<VolumeLook> look);
    bool isVolumeRendered() const;
    /// Only what lies in all of them is drawn and picked.
    void setCrop(std::span<const HalfSpace> kept);

    /// While true, volume rendering uses the small proxy at reduced image resolution, and surfaces
    /// have stand-ins with few triangles. Picks meet the surfaces themselves all the same.
    void setInteracting(bool interacting);
    /// How much reduced: screen pixels per ray, in one direction.
    void setDraftDistance(double pixels);
    /// Draws these rows only and leaves the rest of the picture as it was; no rows: all.
    void setStrip(int firstRow, int rows);

    /// Empty: no marker. Its lines stand on the planes of the frame.
    void setCursor(std::optional<Vec3> positionMm, const PlaneFrame& frame = {});
    /// Boxes around the strong cells of the map, over everything; null: none. Looks at it during
    /// the call.
    void setRegionMap(const RegionMap* map);
    void setBackground(const Rgb& colour);

    /// The host's window has another size. Until the reader moves it, the camera shows everything
    /// again; then as much as before.
    void resized();
    /// What resetCamera() and fitCamera() show; empty: everything. A face that moves by more than a
    /// reader pushes it in one step is another region: the camera is fitted to it.
    void setFocus(std::optional<PatientBox> box);

    // Camera. Angles in degrees; factors above 1 come closer.
    void resetCamera(ViewDirection direction = ViewDirection::Anterior);
    /// As close as shows the focus whole, from where it looks now.
    void fitCamera();
    void rotate(double azimuthDegrees, double elevationDegrees);
    /// About the patient's long axis.
    void spin(double degrees);
    void zoom(double factor);
    /// By device pixels, y down.
    void pan(double dx, double dy);

    /// What is seen under a pixel of a window of the given size.
    std::optional<VolumePick> pick(double x, double y);
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
