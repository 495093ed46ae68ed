#include "model/network/shapeFilters.h"

#include <ATen/TensorOperators.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/acos.h>
#include <ATen/ops/cos.h>
#include <ATen/ops/replication_pad3d.h>
#include <ATen/ops/stack.h>

#include <array>
#include <numbers>

namespace fovea {

namespace {

/// Voxels that the filters look beyond each face: two of the smoothing, one of the differences.
constexpr std::int64_t Border = 3;

at::Tensor smoothed(const at::Tensor& x, std::int64_t axis)
{
    const std::int64_t size = x.size(axis) - 4;
    const auto part = [&](std::int64_t from) { return x.narrow(axis, from, size); };
    return ((part(0) + part(4)).add_(part(1) + part(3), 4)).add_(part(2), 6).mul_(1.0 / 16);
}

/// Curvatures of an image with one voxel of border, at the given voxels within it.
class Hessian {
public:
    Hessian(const at::Tensor& image, const at::Tensor& voxels)
        : m_image(image)
        , m_voxels(voxels)
    {
    }

    at::Tensor along(std::int64_t axis) const
    {
        std::array<std::int64_t, 3> step{0, 0, 0};
        step[static_cast<std::size_t>(axis)] = 1;
        return taken(
            (shifted(step) + shifted({-step[0], -step[1], -step[2]})).sub_(shifted({0, 0, 0}), 2));
    }
    at::Tensor across(std::int64_t first, std::int64_t second) const
    {
        const auto at = [&](std::int64_t a, std::int64_t b) {
            std::array<std::int64_t, 3> step{0, 0, 0};
            step[static_cast<std::size_t>(first)] = a;
            step[static_cast<std::size_t>(second)] = b;
            return shifted(step);
        };
        return taken((at(1, 1) + at(-1, -1)).sub_(at(1, -1)).sub_(at(-1, 1)).mul_(0.25));
    }

private:
    at::Tensor shifted(const std::array<std::int64_t, 3>& step) const
    {
        at::Tensor view = m_image;
        for (std::int64_t axis = 0; axis < 3; ++axis)
            view =
                view.narrow(axis, 1 + step[static_cast<std::size_t>(axis)], m_image.size(axis) - 2);
        return view;
    }
    at::Tensor taken(const at::Tensor& everywhere) const
    {
        return everywhere.reshape({-1}).index_select(0, m_voxels);
    }

    const at::Tensor& m_image;
    const at::Tensor& m_voxels;
};

/// Eigenvalues of symmetric 3 x 3 matrices, falling. After Smith, "Eigenvalues of a symmetric 3 x 3
/// matrix", Communications of the ACM 4 (1961).
std::array<at::Tensor, 3> eigenvalues(const Hessian& hessian)
{
    const at::Tensor zz = hessian.along(0), yy = hessian.along(1), xx = hessian.along(2);
    const at::Tensor zy = hessian.across(0, 1), zx = hessian.across(0, 2),
                     yx = hessian.across(1, 2);
    const at::Tensor mean = (zz + yy + xx).mul_(1.0 / 3);
    const at::Tensor z = zz - mean, y = yy - mean, x = xx - mean;
    const at::Tensor size = (z * z + y * y + x * x)
                                .add_(zy * zy + zx * zx + yx * yx, 2)
                                .mul_(1.0 / 6)
                                .sqrt_()
                                .clamp_min_(1e-12);
    const at::Tensor determinant =
        z * (y * x - yx * yx) - zy * (zy * x - yx * zx) + zx * (zy * yx - y * zx);
    const at::Tensor angle =
        at::acos((determinant / (size * size * size)).mul_(0.5).clamp_(-1, 1)).mul_(1.0 / 3);
    const at::Tensor highest = mean + at::cos(angle).mul_(size).mul_(2);
    const at::Tensor lowest = mean + at::cos(angle + 2 * std::numbers::pi / 3).mul_(size).mul_(2);
    return {highest, mean * 3 - highest - lowest, lowest};
}

/// Dot, line and sheet of curvatures a >= b >= c.
std::array<at::Tensor, 3> shapes(const at::Tensor& a, const at::Tensor& b, const at::Tensor& c)
{
    const at::Tensor strongest = a.clamp_min(0), middle = b.clamp_min(0), least = c.clamp_min(0);
    const at::Tensor divisor = strongest.clamp_min(1e-12);
    return {least * least / divisor, middle * (middle - least) / divisor, strongest - middle};
}

} // namespace

at::Tensor shapeFilters(const at::Tensor& image, const at::Tensor& voxels)
{
    const at::NoGradGuard noGradient;
    at::Tensor smooth =
        at::replication_pad3d(image.unsqueeze(0), {Border, Border, Border, Border, Border, Border})
            .squeeze(0);
    for (std::int64_t axis = 0; axis < 3; ++axis)
        smooth = smoothed(smooth, axis);
    const auto [highest, between, lowest] = eigenvalues(Hessian(smooth, voxels));
    const auto bright = shapes(-lowest, -between, -highest);
    const auto dark = shapes(highest, between, lowest);
    return at::stack({bright[0], bright[1], bright[2], dark[0], dark[1], dark[2]});
}

} // namespace fovea
