#pragma once

#include "model/domain/LabelMap.h"
#include "model/domain/Property.h"
#include "model/domain/Volume.h"
#include "viewer/Colour.h"
#include "viewer/LabelPreview.h"
#include "viewer/RegionMap.h"
#include "viewer/WindowPreset.h"
#include "viewer/slice/MouseMode.h"
#include "viewer/slice/PlaneFrame.h"
#include "viewer/slice/SliceRenderer.h"
#include "viewer/volume/TransferFunction.h"
#include "viewer/volume/VolumeCrop.h"

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace fovea {

class SliceTool;

/// What the colours of the overlay mean.
enum class OverlayMode { Structures, Abnormality, Off };

/// What all views of one window share; its one owner, made and held by app/. Views, panels, menus
/// and shortcuts all read and write these properties and never each other; zoom and pan belong to
/// each view. GUI thread only. Must outlive the widgets that were given it.
///
/// A new study: call show(), which sets volume, labels and everything that depends on them in the
/// right order.
class ViewState {
public:
    ViewState() = default;
    ViewState(const ViewState&) = delete;
    ViewState& operator=(const ViewState&) = delete;

    Property<VolumePtr> volume;             ///< Null: nothing is open.
    Property<LabelMapPtr> labels;           ///< On the volume's grid; null: not segmented.
    Property<LabelPreviewPtr> labelPreview; ///< Over the labels while they are edited; null: none.

    /// Where all planes meet. Patient LPS, mm.
    Property<Vec3> cursorMm{Vec3{0, 0, 0}};
    /// How the planes lie there: the standard planes until a reader turns them.
    Property<PlaneFrame> frame;

    Property<WindowLevel> window{WindowLevel{}};
    /// One plane's own window, so that views beside each other show lung and mediastinum; empty:
    /// `window`.
    Property<std::optional<WindowLevel>>& ownWindow(SliceOrientation orientation)
    {
        return m_ownWindows[static_cast<std::size_t>(orientation)];
    }
    /// What a plane is shown in.
    const WindowLevel& windowOf(SliceOrientation orientation) const;
    /// Changes the plane's own window where it has one, or else that of all.
    void setWindowOf(SliceOrientation orientation, const WindowLevel& newWindow);
    Property<bool> inverted{false}; ///< Slices in black on white.
    Property<Interpolation> interpolation{Interpolation::Linear};
    /// Thickness of the slices of a plane.
    Property<Slab>& slab(SliceOrientation orientation)
    {
        return m_slabs[static_cast<std::size_t>(orientation)];
    }
    Property<MouseMode> mouseMode{MouseMode::Crosshair};
    Property<int> cineFps{20}; ///< In [minCineFps, maxCineFps].

    Property<OverlayMode> overlayMode{OverlayMode::Structures};
    Property<bool> overlaysVisible{true};  ///< The one switch that hides every overlay of the AI.
    Property<double> overlayOpacity{0.35}; ///< Of filled labels on slices, in [0, 1].
    Property<double> surfaceOpacity{1.0};  ///< Of surfaces in 3D, in [0, 1].
    Property<bool> outline{false};         ///< Labels on slices as outlines instead of filled.
    Property<std::set<std::uint16_t>> hiddenLabels;
    Property<std::set<std::string>> hiddenAnatomies; ///< Ids.
    /// Instead of the structures' own colours.
    Property<std::map<std::uint16_t, Rgb>> labelColours;
    /// Anatomy id → calibrated probability in [0, 1] that something is abnormal; no entry: none.
    Property<std::map<std::string, double>> abnormality;
    /// Ids of the anatomies with a finding above the threshold it is read against.
    Property<std::set<std::string>> abnormalAnatomies;
    /// Of the finding that is looked at; null: none, or not known yet.
    Property<RegionMapPtr> regionMap;
    Property<bool> regionMapVisible{false}; ///< Whether a reader wants to see it.
    Property<double> regionMapOpacity{0.5}; ///< Of its strongest cell on slices, in [0, 1].

    Property<bool> crosshairVisible{true};
    Property<bool> annotationsVisible{true}; ///< Texts, letters and scale bar over the images.

    /// Draws and works over the slices, asked before their own interactions; null: none. Not owned.
    Property<SliceTool*> sliceTool{nullptr};

    Property<std::optional<VolumeLook>> volumeRendering; ///< Empty: surfaces only.
    /// In 3D, all surfaces but those of abnormal anatomies are transparent shells around them.
    /// Without effect while nothing is abnormal.
    Property<bool> abnormalInShells{false};
    Property<VolumeCrop> crop; ///< Which part of the patient 3D shows.

    /// Replaces the study: cursor to the middle of the volume, hidden, abnormality and region map
    /// cleared, standard planes, thin slices, no plane with a window of its own, nothing cropped.
    /// Window and modes stay as the reader left them.
    void show(VolumePtr newVolume, LabelMapPtr newLabels = nullptr);

private:
    std::array<Property<Slab>, 3> m_slabs;
    std::array<Property<std::optional<WindowLevel>>, 3> m_ownWindows;
};

/// The region map that views of `state` show now; null: none.
const RegionMap* shownRegionMap(const ViewState& state);

/// How slices paint the labels of `state` now; empty where nothing is painted.
LabelTable sliceLabelTable(const ViewState& state);

/// How surfaces are painted now. Unlike on slices, OverlayMode::Off still shows the anatomy, in its
/// structure colours: without surfaces there would be nothing to see.
LabelTable surfaceLabelTable(const ViewState& state);

} // namespace fovea
