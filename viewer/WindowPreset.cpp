#include "viewer/WindowPreset.h"

#include <algorithm>

namespace fovea {

std::optional<WindowPreset> windowPresetOf(const WindowLevel& window)
{
    const auto it = std::ranges::find(windowPresets, window, &WindowPreset::window);
    if (it == windowPresets.end())
        return std::nullopt;
    return *it;
}

} // namespace fovea
