// Splines along an axis.

#include "model/segment/AxisSampling.h"

#include <cmath>
#include <gtest/gtest.h>

namespace fovea {
namespace {

std::vector<double> resampled(const std::vector<double>& line, const AxisSampling& axis)
{
    const AxisSampling one = AxisSampling::resize(1, 1, 0);
    PlaneResampling columns(one, axis);
    std::vector<double> out(static_cast<std::size_t>(axis.out()));
    columns.run(line.data(), out.data());
    PlaneResampling rows(axis, one);
    std::vector<double> same(out.size());
    rows.run(line.data(), same.data());
    for (std::size_t i = 0; i < out.size(); ++i)
        EXPECT_NEAR(out[i], same[i], 1e-9) << "along rows as along columns";
    return out;
}

TEST(AxisSampling, HalvesGoToTheEvenNumber)
{
    EXPECT_EQ(roundHalfEven(50.5), 50);
    EXPECT_EQ(roundHalfEven(51.5), 52);
    EXPECT_EQ(roundHalfEven(51.500001), 52);
    EXPECT_EQ(roundHalfEven(0.0), 0);
    EXPECT_EQ(roundHalfEven(-0.5), 0);
    EXPECT_EQ(roundHalfEven(-1.5), -2);
}

TEST(AxisSampling, AConstantStaysOne)
{
    const std::vector<double> line(7, -1000.0);
    for (const int order : {0, 1, 3}) {
        for (const int out : {1, 3, 7, 20}) {
            for (const double value : resampled(line, AxisSampling::zoom(7, out, order)))
                EXPECT_NEAR(value, -1000.0, 1e-9);
            for (const double value : resampled(line, AxisSampling::resize(7, out, order)))
                EXPECT_NEAR(value, -1000.0, 1e-9);
        }
    }
}

TEST(AxisSampling, ACubicSplineGoesThroughItsSamples)
{
    std::vector<double> line;
    for (int i = 0; i < 11; ++i)
        line.push_back(300.0 * std::sin(i * i));
    const std::vector<double> finer = resampled(line, AxisSampling::zoom(11, 31, 3));
    for (std::size_t i = 0; i < line.size(); ++i)
        EXPECT_NEAR(finer[3 * i], line[i], 1e-8);
}

TEST(AxisSampling, EndPointsCoincideOrLieHalfAVoxelInside)
{
    const std::vector<double> line{0.0, 1.0, 2.0, 3.0};
    EXPECT_EQ(resampled(line, AxisSampling::zoom(4, 2, 1)), (std::vector<double>{0.0, 3.0}));
    EXPECT_EQ(resampled(line, AxisSampling::resize(4, 2, 1)), (std::vector<double>{0.5, 2.5}));
    EXPECT_EQ(resampled(line, AxisSampling::zoom(4, 1, 1)), (std::vector<double>{0.0}));
    EXPECT_EQ(resampled({5.0}, AxisSampling::zoom(1, 3, 3)).size(), 3U);
}

} // namespace
} // namespace fovea
