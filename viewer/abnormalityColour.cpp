#include "viewer/abnormalityColour.h"

#include "viewer/colourScale.h"

#include <algorithm>
#include <array>

namespace fovea {

namespace {

// matplotlib 3's "plasma" at tenths of its range, as Plotly lists it.
constexpr std::array<Rgb, 10> anchors{
    Rgb{13, 8, 135},   Rgb{70, 3, 159},   Rgb{114, 1, 168},  Rgb{156, 23, 158}, Rgb{189, 55, 134},
    Rgb{216, 87, 107}, Rgb{237, 121, 83}, Rgb{251, 159, 58}, Rgb{253, 202, 38}, Rgb{240, 249, 33}};

} // namespace

Rgb abnormalityColour(double abnormality)
{
    return colourOnScale(anchors, abnormality);
}

Rgb abnormalityColour(std::optional<double> abnormality)
{
    return abnormality ? abnormalityColour(*abnormality) : noScoreColour;
}

std::vector<LegendStop> abnormalityLegend(int count)
{
    count = std::max(count, 2);
    std::vector<LegendStop> stops;
    stops.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        const double value = static_cast<double>(i) / (count - 1);
        stops.push_back({value, abnormalityColour(value)});
    }
    return stops;
}

} // namespace fovea
