#pragma once

namespace fovea {

/// From which side of the patient the 3D view looks.
enum class ViewDirection { Anterior, Posterior, Left, Right, Superior, Inferior };

} // namespace fovea
