#pragma once

namespace fovea {

/// What a drag with the left button does in a slice.
enum class MouseMode {
    Crosshair, ///< Sets the cursor; moves and turns the lines of the other planes.
    Scroll,
    Window,
    Zoom,
    Pan,
};

} // namespace fovea
