#include "viewer/abnormalityColour.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <gtest/gtest.h>
#include <limits>

namespace fovea {
namespace {

double linear(std::uint8_t channel)
{
    const double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

std::array<double, 3> linear(const Rgb& colour)
{
    return {linear(colour[0]), linear(colour[1]), linear(colour[2])};
}

/// CIE L* of linear sRGB.
double lightness(const std::array<double, 3>& c)
{
    const double y = 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2];
    return y > 0.008856 ? 116 * std::cbrt(y) - 16 : 903.3 * y;
}

/// Machado, Oliveira and Fernandes 2009, severity 1, on linear sRGB.
std::array<double, 3> seenBy(const std::array<std::array<double, 3>, 3>& deficiency,
                             const std::array<double, 3>& c)
{
    std::array<double, 3> out{};
    for (int row = 0; row < 3; ++row) {
        for (int n = 0; n < 3; ++n)
            out[row] += deficiency[row][n] * c[n];
        out[row] = std::clamp(out[row], 0.0, 1.0);
    }
    return out;
}

using Matrix = std::array<std::array<double, 3>, 3>;
constexpr Matrix normalVision{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
constexpr Matrix protanopia{{{0.152286, 1.052583, -0.204868},
                             {0.114503, 0.786281, 0.099216},
                             {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix deuteranopia{{{0.367322, 0.860646, -0.227968},
                               {0.280085, 0.672501, 0.047413},
                               {-0.011820, 0.042940, 0.968881}}};

TEST(AbnormalityColour, risesInLightnessForEveryColourVision)
{
    for (const Matrix& eye : {normalVision, protanopia, deuteranopia}) {
        double before = -1;
        for (int n = 0; n <= 20; ++n) {
            const double now = lightness(seenBy(eye, linear(abnormalityColour(n / 20.0))));
            EXPECT_GT(now, before + 0.5) << "at " << n / 20.0;
            before = now;
        }
    }
}

TEST(AbnormalityColour, clampsAndKeepsNoScoreApart)
{
    EXPECT_EQ(abnormalityColour(-3.0), abnormalityColour(0.0));
    EXPECT_EQ(abnormalityColour(7.0), abnormalityColour(1.0));
    EXPECT_EQ(abnormalityColour(std::numeric_limits<double>::quiet_NaN()), abnormalityColour(0.0));
    EXPECT_EQ(abnormalityColour(std::nullopt), noScoreColour);
    for (int n = 0; n <= 100; ++n) {
        const Rgb c = abnormalityColour(n / 100.0);
        const int spread = std::max({c[0], c[1], c[2]}) - std::min({c[0], c[1], c[2]});
        EXPECT_GT(spread, 60) << "a score must not look grey";
    }
}

TEST(AbnormalityColour, legendSpansTheScale)
{
    const auto legend = abnormalityLegend(5);
    ASSERT_EQ(legend.size(), 5U);
    EXPECT_EQ(legend.front().colour, abnormalityColour(0.0));
    EXPECT_DOUBLE_EQ(legend[1].abnormality, 0.25);
    EXPECT_EQ(legend.back().colour, abnormalityColour(1.0));
}

} // namespace
} // namespace fovea
