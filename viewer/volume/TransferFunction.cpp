#include "viewer/volume/TransferFunction.h"

#include <algorithm>
#include <cmath>

namespace fovea {

namespace {

/// Which point comes next at or above `hu`, and how far the way there is from the one before.
struct Place {
    std::size_t above = 0;
    double share = 1;
};

Place placeOf(const std::vector<TransferPoint>& points, double hu)
{
    const auto above = std::ranges::lower_bound(points, hu, {}, &TransferPoint::hu);
    if (above == points.begin())
        return {0, 1};
    if (above == points.end())
        return {points.size() - 1, 1};
    const auto below = above - 1;
    return {static_cast<std::size_t>(above - points.begin()),
            (hu - below->hu) / (above->hu - below->hu)};
}

double between(double a, double b, double share)
{
    return a + (b - a) * share;
}

} // namespace

double TransferFunction::opacityAt(double hu) const
{
    if (points.empty())
        return 0;
    const auto [above, share] = placeOf(points, hu);
    return between(points[above == 0 ? 0 : above - 1].opacity, points[above].opacity, share);
}

Rgb TransferFunction::colourAt(double hu) const
{
    if (points.empty())
        return {255, 255, 255};
    const auto [above, share] = placeOf(points, hu);
    const Rgb& low = points[above == 0 ? 0 : above - 1].colour;
    Rgb colour{};
    for (std::size_t c = 0; c < colour.size(); ++c) {
        colour[c] =
            static_cast<std::uint8_t>(std::lround(between(low[c], points[above].colour[c], share)));
    }
    return colour;
}

TransferFunction presetFunction(VolumePreset preset)
{
    switch (preset) {
    case VolumePreset::Bone:
        return {{{-1024, 0, {76, 26, 13}},
                 {140, 0, {140, 64, 38}},
                 {220, 0.12, {217, 158, 115}},
                 {450, 0.45, {242, 224, 191}},
                 {1200, 0.8, {255, 255, 245}},
                 {3071, 0.9, {255, 255, 255}}}};
    case VolumePreset::Lung:
        // Air in and around the patient stays clear, vessels and airway walls show.
        return {{{-1024, 0, {0, 0, 0}},
                 {-880, 0, {51, 51, 76}},
                 {-700, 0.006, {102, 128, 166}},
                 {-500, 0.02, {191, 140, 128}},
                 {-250, 0.035, {230, 128, 102}},
                 {-100, 0.004, {230, 153, 128}},
                 {150, 0.004, {230, 153, 128}},
                 {300, 0.05, {255, 242, 230}},
                 {3071, 0.3, {255, 255, 255}}}};
    case VolumePreset::Vessels:
        // Contrast medium in reds up to where cortical bone begins, which is ivory.
        return {{{-1024, 0, {60, 10, 10}},
                 {110, 0, {120, 20, 20}},
                 {170, 0.06, {190, 45, 40}},
                 {280, 0.35, {225, 85, 65}},
                 {450, 0.5, {240, 170, 140}},
                 {800, 0.6, {250, 240, 220}},
                 {3071, 0.8, {255, 255, 255}}}};
    case VolumePreset::Skin:
        return {{{-1024, 0, {120, 80, 60}},
                 {-500, 0, {150, 100, 75}},
                 {-350, 0.25, {215, 165, 135}},
                 {-150, 0.6, {232, 190, 160}},
                 {200, 0.8, {240, 205, 180}},
                 {3071, 0.9, {255, 255, 255}}}};
    case VolumePreset::Airways:
        // The air itself; what surrounds the patient is masked away (OutsideAir).
        return {{{-1024, 0.5, {120, 205, 235}},
                 {-960, 0.4, {140, 215, 240}},
                 {-925, 0.03, {110, 160, 200}},
                 {-880, 0, {80, 100, 140}},
                 {3071, 0, {255, 255, 255}}}};
    case VolumePreset::SoftTissue:
        break;
    }
    return {{{-1024, 0, {51, 26, 26}},
             {-160, 0, {128, 89, 64}},
             {-60, 0.01, {204, 166, 115}},
             {20, 0.05, {191, 89, 76}},
             {130, 0.15, {217, 102, 76}},
             {300, 0.4, {250, 230, 204}},
             {3071, 0.8, {255, 255, 255}}}};
}

} // namespace fovea
