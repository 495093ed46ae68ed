#include "storage/CieLab.h"

#include <algorithm>
#include <cmath>

namespace fovea {

namespace {

double linear(std::uint8_t component)
{
    const double v = component / 255.0;
    return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
}

double labCurve(double t)
{
    constexpr double delta = 6.0 / 29.0;
    return t > delta * delta * delta ? std::cbrt(t) : t / (3 * delta * delta) + 4.0 / 29.0;
}

std::uint16_t coded(double value, double low, double range)
{
    return static_cast<std::uint16_t>(
        std::lround(std::clamp((value - low) / range, 0.0, 1.0) * 65535.0));
}

} // namespace

std::array<std::uint16_t, 3> dicomCieLab(const Rgb& colour)
{
    const double r = linear(colour[0]);
    const double g = linear(colour[1]);
    const double b = linear(colour[2]);
    // sRGB to XYZ, Bradford-adapted from D65 to D50 (ICC's sRGB profile).
    const double x = 0.4360747 * r + 0.3850649 * g + 0.1430804 * b;
    const double y = 0.2225045 * r + 0.7168786 * g + 0.0606169 * b;
    const double z = 0.0139322 * r + 0.0971045 * g + 0.7141733 * b;
    const double fx = labCurve(x / 0.96422);
    const double fy = labCurve(y);
    const double fz = labCurve(z / 0.82521);
    return {coded(116 * fy - 16, 0, 100), coded(500 * (fx - fy), -128, 255),
            coded(200 * (fy - fz), -128, 255)};
}

} // namespace fovea
