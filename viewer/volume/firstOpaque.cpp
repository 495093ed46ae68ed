#include "viewer/volume/firstOpaque.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace fovea {

namespace {

constexpr double hidesMuch = 0.5;
constexpr double hidesAnything = 0.1;

/// Trilinear; nothing outside the centres of the outer voxels.
std::optional<double> valueAt(const Volume& volume, const Vec3& index)
{
    const ImageGeometry& geometry = volume.geometry();
    Index3 low{};
    Vec3 share{};
    for (int a = 0; a < 3; ++a) {
        if (!(index[a] >= 0) || index[a] > geometry.size[a] - 1)
            return std::nullopt;
        low[a] = std::min(static_cast<int>(index[a]), std::max(0, geometry.size[a] - 2));
        share[a] = index[a] - low[a];
    }
    double sum = 0;
    for (int corner = 0; corner < 8; ++corner) {
        Index3 at = low;
        double weight = 1;
        for (int a = 0; a < 3; ++a) {
            const bool high = (corner >> a & 1) != 0;
            at[a] += high ? 1 : 0;
            weight *= high ? share[a] : 1 - share[a];
        }
        if (weight > 0)
            sum += weight * volume.at(at);
    }
    return sum;
}

/// Looking the function up costs more than reading the voxels; HU are whole numbers anyway.
class OpacityTable {
public:
    OpacityTable(const TransferFunction& function, double stepMm)
    {
        constexpr auto count =
            static_cast<std::size_t>(TransferFunction::highestHu - TransferFunction::lowestHu) + 1;
        m_values.resize(count);
        for (std::size_t n = 0; n < count; ++n) {
            const double perMm =
                function.opacityAt(TransferFunction::lowestHu + static_cast<double>(n));
            m_values[n] = 1 - std::pow(1 - std::clamp(perMm, 0.0, 1.0), stepMm);
        }
    }
    double at(double hu) const
    {
        const double clamped =
            std::clamp(hu, TransferFunction::lowestHu, TransferFunction::highestHu);
        return m_values[static_cast<std::size_t>(
            std::lround(clamped - TransferFunction::lowestHu))];
    }

private:
    std::vector<double> m_values;
};

std::vector<HalfSpace> insideOf(const ImageGeometry& geometry)
{
    std::vector<HalfSpace> faces;
    const Vec3 last = geometry.indexToPatient(
        {geometry.size[0] - 1.0, geometry.size[1] - 1.0, geometry.size[2] - 1.0});
    for (int a = 0; a < 3; ++a) {
        faces.push_back({geometry.originMm, geometry.axes[a]});
        faces.push_back({last, geometry.axes[a] * -1});
    }
    return faces;
}

} // namespace

std::optional<Ray> clipped(const Ray& ray, std::span<const HalfSpace> kept)
{
    const Vec3 way = ray.toMm - ray.fromMm;
    double begin = 0;
    double end = 1;
    for (const HalfSpace& half : kept) {
        const double distance = dot(ray.fromMm - half.pointMm, half.normal);
        const double slope = dot(way, half.normal);
        if (slope == 0) {
            if (distance < 0)
                return std::nullopt;
        } else if (slope > 0) {
            begin = std::max(begin, -distance / slope);
        } else {
            end = std::min(end, -distance / slope);
        }
    }
    if (begin >= end)
        return std::nullopt;
    return Ray{ray.fromMm + way * begin, ray.fromMm + way * end};
}

std::optional<Vec3> firstOpaque(const Volume& volume, const TransferFunction& function,
                                const Ray& ray, std::span<const HalfSpace> kept,
                                const std::function<bool(const Vec3&)>& skipped)
{
    const ImageGeometry& geometry = volume.geometry();
    auto inside = clipped(ray, insideOf(geometry));
    if (inside)
        inside = clipped(*inside, kept);
    if (!inside)
        return std::nullopt;
    const Vec3 way = inside->toMm - inside->fromMm;
    const double length = norm(way);
    const double step = std::ranges::min(geometry.spacingMm) / 2;
    const OpacityTable opacity(function, step);
    double light = 1;
    double most = 0;
    Vec3 mostAt{};
    for (double done = 0; done <= length; done += step) {
        const Vec3 at = inside->fromMm + way * (done / length);
        const auto hu = valueAt(volume, geometry.patientToIndex(at));
        if (!hu || (skipped && skipped(at)))
            continue;
        const double shown = light * opacity.at(*hu);
        if (shown > most) {
            most = shown;
            mostAt = at;
        }
        light -= shown;
        if (light <= 1 - hidesMuch)
            return at;
    }
    if (light > 1 - hidesAnything)
        return std::nullopt;
    return mostAt;
}

std::optional<Index3> firstVoxel(const ImageGeometry& geometry, const Ray& ray, const Vec3& at,
                                 double reachMm, const std::function<bool(const Index3&)>& found)
{
    const Vec3 way = ray.toMm - ray.fromMm;
    const double length = norm(way);
    if (!(length > 0))
        return std::nullopt;
    const double step = std::ranges::min(geometry.spacingMm) / 2;
    for (double behind = 0; behind <= reachMm; behind += step) {
        const Vec3 place = geometry.patientToIndex(at + way * (behind / length));
        Index3 voxel{};
        for (int a = 0; a < 3; ++a)
            voxel[a] = static_cast<int>(std::floor(std::clamp(place[a], -1e6, 1e6) + 0.5));
        if (geometry.contains(voxel) && found(voxel))
            return voxel;
    }
    return std::nullopt;
}

} // namespace fovea
