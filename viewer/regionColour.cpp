#include "viewer/regionColour.h"

#include "viewer/colourScale.h"

#include <algorithm>
#include <array>

namespace fovea {

namespace {

// matplotlib 3's "viridis" at ninths of its range, as Plotly lists it.
constexpr std::array<Rgb, 10> anchors{
    Rgb{68, 1, 84},    Rgb{72, 40, 120},  Rgb{62, 73, 137},  Rgb{49, 104, 142}, Rgb{38, 130, 142},
    Rgb{31, 158, 137}, Rgb{53, 183, 121}, Rgb{110, 206, 88}, Rgb{181, 222, 43}, Rgb{253, 231, 37}};

} // namespace

Rgb regionColour(double relative)
{
    return colourOnScale(anchors, relative);
}

double regionAlpha(double relative)
{
    return 0.35 + 0.65 * std::clamp(relative, 0.0, 1.0);
}

} // namespace fovea
