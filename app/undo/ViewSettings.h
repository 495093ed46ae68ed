#pragma once

#include "viewer/ViewState.h"

#include <QString>

#include <array>
#include <functional>
#include <optional>
#include <vector>

namespace fovea {

/// How the open study is shown, as far as a reader may want the last look back. The cursor and what
/// the data brings (volume, labels, scores) are not part of it.
struct ViewSettings {
    WindowLevel window;
    std::array<std::optional<WindowLevel>, 3> ownWindows; ///< Axial, coronal, sagittal.
    bool inverted = false;
    std::array<Slab, 3> slabs; ///< Axial, coronal, sagittal.
    Interpolation interpolation = Interpolation::Linear;
    OverlayMode overlayMode = OverlayMode::Structures;
    bool overlaysVisible = true;
    double overlayOpacity = 0;
    double surfaceOpacity = 0;
    bool outline = false;
    std::set<std::uint16_t> hiddenLabels;
    std::set<std::string> hiddenAnatomies;
    std::map<std::uint16_t, Rgb> labelColours;
    bool crosshairVisible = true;
    bool annotationsVisible = true;
    std::optional<VolumeLook> volumeRendering;
    bool abnormalInShells = false;
    VolumeCrop crop;

    bool operator==(const ViewSettings&) const = default;

    static ViewSettings of(ViewState& state);
    void applyTo(ViewState& state) const;
    /// `changed` is called after a change of any of them.
    static std::vector<Connection> observe(ViewState& state, const std::function<void()>& changed);
    /// What differs, for people: "window level". Of several differences, one.
    static QString difference(const ViewSettings& a, const ViewSettings& b);
};

} // namespace fovea
