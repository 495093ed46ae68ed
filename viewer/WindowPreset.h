#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace fovea {

/// The window (VOI LUT) through which Hounsfield units become grey: DICOM's window centre and width
/// with VOI LUT function LINEAR (PS3.3 C.11.2.1.2).
struct WindowLevel {
    double centreHu = 40.0;
    double widthHu = 400.0; ///< At least 1.
    bool operator==(const WindowLevel&) const = default;
};

/// A named window with a number key.
struct WindowPreset {
    std::string_view id; ///< Stable key. Never translated; see windowPresetName() for the text.
    WindowLevel window;
    int key = 0; ///< Number key, 1 to 9.
};

/// Centres and widths customary in CT reading.
inline constexpr std::array<WindowPreset, 6> windowPresets{
    WindowPreset{"lung", {-600, 1500}, 1}, WindowPreset{"soft_tissue", {40, 400}, 2},
    WindowPreset{"bone", {400, 1800}, 3},  WindowPreset{"mediastinum", {50, 350}, 4},
    WindowPreset{"liver", {60, 160}, 5},   WindowPreset{"brain", {40, 80}, 6}};

/// The preset that a window is exactly; empty where it is none.
std::optional<WindowPreset> windowPresetOf(const WindowLevel& window);

} // namespace fovea
