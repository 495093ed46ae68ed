#include "model/preprocess/PreprocessSettings.h"

#include <cmath>

namespace fovea {

std::string PreprocessSettings::problem() const
{
    for (int axis = 0; axis < 3; ++axis) {
        if (!(spacingMm[axis] > 0) || !std::isfinite(spacingMm[axis]))
            return "spacing is not positive";
        if (marginLow[axis] < 0 || marginHigh[axis] < 0)
            return "a margin is negative";
        if (minimumSize[axis] < 1 || roi[axis] < 1 || minimumSize[axis] > 4096 || roi[axis] > 4096)
            return "a size is not between 1 and 4096";
    }
    if (!(windowHigh > windowLow) || !std::isfinite(windowHigh - windowLow))
        return "window is empty";
    return {};
}

} // namespace fovea
