#include "model/network/shapeFilters.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/arange.h>
#include <ATen/ops/full.h>

#include <cmath>
#include <gtest/gtest.h>

// What the maps call a dot, a line and a sheet.

using namespace fovea;

namespace {

constexpr int Size = 17;
constexpr int Middle = (Size / 2 * Size + Size / 2) * Size + Size / 2;

enum Map : std::int64_t { Dot, Line, Sheet, DarkDot, DarkLine, DarkSheet };

/// A blurred object on a background of 0.1: `height` times a Gaussian of two voxels in each of the
/// axes (D, H, W) that it is bounded in, turned by `degrees` about D.
at::Tensor object(std::array<bool, 3> bounded, double height, double degrees = 0)
{
    at::Tensor image = at::full({Size, Size, Size}, 0.1F);
    auto voxels = image.accessor<float, 3>();
    const double turn = degrees * 3.14159265358979 / 180;
    for (int z = 0; z < Size; ++z) {
        for (int y = 0; y < Size; ++y) {
            for (int x = 0; x < Size; ++x) {
                const double dz = z - Size / 2, dy = y - Size / 2, dx = x - Size / 2;
                const double v = std::cos(turn) * dy - std::sin(turn) * dx;
                const double u = std::sin(turn) * dy + std::cos(turn) * dx;
                const double distance = (bounded[0] ? dz * dz : 0) + (bounded[1] ? v * v : 0) +
                                        (bounded[2] ? u * u : 0);
                voxels[z][y][x] += static_cast<float>(height * std::exp(-distance / 8));
            }
        }
    }
    return image;
}

std::vector<float> middleOf(const at::Tensor& image)
{
    const at::Tensor maps = shapeFilters(image, at::full({1}, Middle, at::kLong));
    std::vector<float> values;
    for (std::int64_t map = 0; map < ShapeMaps; ++map)
        values.push_back(maps[map][0].item<float>());
    return values;
}

} // namespace

TEST(ShapeFilters, EachObjectIsWhatItIs)
{
    const std::array<std::array<bool, 3>, 3> bounded{
        {{true, true, true}, {false, true, true}, {false, false, true}}};
    // Of a Gaussian of two voxels, smoothed by one, the curvature in the middle is
    // height * (4/5)^(bounded axes / 2) / 5; the differences see a little less.
    const std::array expected{0.5 * std::pow(0.8, 1.5) / 5, 0.5 * 0.8 / 5,
                              0.5 * std::pow(0.8, 0.5) / 5};
    for (const double degrees : {0.0, 30.0, 45.0}) {
        for (int kind = 0; kind < 3; ++kind) {
            for (const double height : {0.5, -0.5}) {
                const auto found =
                    middleOf(object(bounded[static_cast<std::size_t>(kind)], height, degrees));
                const int own = kind + (height > 0 ? 0 : 3);
                for (int map = 0; map < ShapeMaps; ++map) {
                    const double is = found[static_cast<std::size_t>(map)];
                    const double wanted = map == own ? expected[static_cast<std::size_t>(kind)] : 0;
                    EXPECT_NEAR(is, wanted, 0.1 * expected[static_cast<std::size_t>(kind)])
                        << "object " << kind << " in map " << map << " at " << degrees;
                }
            }
        }
    }
}

TEST(ShapeFilters, NothingIsSeenInAnEvenImageNorAtItsFaces)
{
    const at::Tensor voxels = at::arange(5 * 6 * 7);
    EXPECT_EQ(shapeFilters(at::full({5, 6, 7}, 0.7F), voxels).abs().max().item<float>() < 1e-6,
              true);
}

TEST(ShapeFilters, VoxelsAreTakenWhereTheyAreAskedFor)
{
    const at::Tensor image = object({true, true, true}, 0.5);
    const at::Tensor all = shapeFilters(image, at::arange(image.numel()));
    const at::Tensor some = at::arange(7, image.numel(), 5);
    EXPECT_TRUE(shapeFilters(image, some).equal(all.index_select(1, some)));
    EXPECT_EQ(all[Dot].argmax().item<std::int64_t>(), Middle);
}
