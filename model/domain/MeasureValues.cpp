#include "model/domain/MeasureValues.h"

#include "model/domain/MeasureOutline.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace fovea {

namespace {

/// Running mean and squares (Welford): no cancellation however large the outline is.
class Accumulator {
public:
    void add(double hu)
    {
        ++m_count;
        const double off = hu - m_mean;
        m_mean += off / static_cast<double>(m_count);
        m_squares += off * (hu - m_mean);
        m_min = m_count == 1 ? hu : std::min(m_min, hu);
        m_max = m_count == 1 ? hu : std::max(m_max, hu);
    }
    std::optional<PixelStatistics> result() const
    {
        if (m_count == 0)
            return std::nullopt;
        return PixelStatistics{m_count, m_mean, std::sqrt(m_squares / static_cast<double>(m_count)),
                               m_min, m_max};
    }

private:
    std::size_t m_count = 0;
    double m_mean = 0;
    double m_squares = 0;
    double m_min = 0;
    double m_max = 0;
};

/// What an outline covers of the grid, in continuous indices.
struct IndexBox {
    Vec3 low;
    Vec3 high;
};

IndexBox indexBox(const MeasureOutline& outline, const ImageGeometry& geometry)
{
    const std::vector<Vec3> bound = outline.boundMm();
    IndexBox box{geometry.patientToIndex(bound.front()), geometry.patientToIndex(bound.front())};
    for (const Vec3& point : bound) {
        const Vec3 index = geometry.patientToIndex(point);
        for (std::size_t a = 0; a < 3; ++a) {
            box.low[a] = std::min(box.low[a], index[a]);
            box.high[a] = std::max(box.high[a], index[a]);
        }
    }
    return box;
}

std::size_t axisAlong(const ImageGeometry& geometry, const Vec3& normal)
{
    std::size_t best = 0;
    for (std::size_t a = 1; a < 3; ++a) {
        if (std::abs(dot(geometry.axes[a], normal)) > std::abs(dot(geometry.axes[best], normal)))
            best = a;
    }
    return best;
}

int nearestIndex(double at)
{
    return static_cast<int>(std::floor(std::clamp(at, -1e6, 1e6) + 0.5));
}

std::optional<PixelStatistics> voxelsOfSlice(const MeasureOutline& outline, const Volume& volume,
                                             const IndexBox& box, std::size_t through)
{
    const ImageGeometry& geometry = volume.geometry();
    const std::size_t x = through == 0 ? 1 : 0;
    const std::size_t y = through == 2 ? 1 : 2;
    Index3 index{};
    index[through] = nearestIndex((box.low[through] + box.high[through]) / 2);
    if (index[through] < 0 || index[through] >= geometry.size[through])
        return std::nullopt;
    const auto first = [&](std::size_t a) { return std::max(0, nearestIndex(box.low[a])); };
    const auto last = [&](std::size_t a) {
        return std::min(geometry.size[a] - 1, nearestIndex(box.high[a]));
    };
    Accumulator sums;
    for (index[y] = first(y); index[y] <= last(y); ++index[y]) {
        for (index[x] = first(x); index[x] <= last(x); ++index[x]) {
            const Vec3 centre = geometry.indexToPatient({static_cast<double>(index[0]),
                                                         static_cast<double>(index[1]),
                                                         static_cast<double>(index[2])});
            if (outline.contains(outline.toPlane(centre)))
                sums.add(volume.at(index));
        }
    }
    return sums.result();
}

/// Trilinear; the outer half of a border voxel has its value, as in the slice view.
std::optional<double> sample(const Volume& volume, const Vec3& positionMm)
{
    const ImageGeometry& geometry = volume.geometry();
    const Vec3 at = geometry.patientToIndex(positionMm);
    Index3 low{};
    Vec3 weight{};
    for (std::size_t a = 0; a < 3; ++a) {
        if (!(at[a] >= -0.5 && at[a] < geometry.size[a] - 0.5))
            return std::nullopt;
        const double clamped = std::clamp(at[a], 0.0, geometry.size[a] - 1.0);
        low[a] = std::min(static_cast<int>(clamped), std::max(0, geometry.size[a] - 2));
        weight[a] = clamped - low[a];
    }
    double hu = 0;
    for (unsigned corner = 0; corner < 8; ++corner) {
        Index3 index = low;
        double share = 1;
        for (std::size_t a = 0; a < 3; ++a) {
            const bool high = (corner >> a & 1U) != 0;
            share *= high ? weight[a] : 1 - weight[a];
            index[a] += high ? 1 : 0;
        }
        if (share > 0) // Also keeps a grid of one slice inside itself.
            hu += share * volume.at(index);
    }
    return hu;
}

std::optional<PixelStatistics> samplesOfPlane(const MeasureOutline& outline, const Volume& volume)
{
    const Vec3& spacing = volume.geometry().spacingMm;
    const double step = std::min({spacing[0], spacing[1], spacing[2]});
    Accumulator sums;
    // No further than a sphere around the volume: an outline may reach far beyond it.
    const ImageGeometry& geometry = volume.geometry();
    const MeasureOutline::Point centre = outline.toPlane(geometry.centreMm());
    const double reach = norm(geometry.indexToPatient({-0.5, -0.5, -0.5}) - geometry.centreMm());
    const double lowU = std::max(outline.low()[0], centre[0] - reach);
    const double lowV = std::max(outline.low()[1], centre[1] - reach);
    const double highU = std::min(outline.high()[0], centre[0] + reach);
    const double highV = std::min(outline.high()[1], centre[1] + reach);
    if (lowU >= highU || lowV >= highV)
        return std::nullopt;
    const auto rows = static_cast<std::size_t>(std::ceil((highV - lowV) / step));
    const auto columns = static_cast<std::size_t>(std::ceil((highU - lowU) / step));
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t column = 0; column < columns; ++column) {
            const MeasureOutline::Point at{lowU + (static_cast<double>(column) + 0.5) * step,
                                           lowV + (static_cast<double>(row) + 0.5) * step};
            if (!outline.contains(at))
                continue;
            if (const auto hu = sample(volume, outline.toPatient(at)))
                sums.add(*hu);
        }
    }
    return sums.result();
}

std::optional<PixelStatistics> pixelsInside(const MeasureOutline& outline, const Vec3& normal,
                                            const Volume& volume)
{
    constexpr double drift = 0.05;
    const IndexBox box = indexBox(outline, volume.geometry());
    const std::size_t through = axisAlong(volume.geometry(), normal);
    return box.high[through] - box.low[through] <= drift
               ? voxelsOfSlice(outline, volume, box, through)
               : samplesOfPlane(outline, volume);
}

std::optional<double> angleOf(const Vec3& end, const Vec3& vertex, const Vec3& otherEnd)
{
    const Vec3 a = end - vertex;
    const Vec3 b = otherEnd - vertex;
    const double across = norm(cross(a, b));
    const double along = dot(a, b);
    if (norm(a) <= 0 || norm(b) <= 0)
        return std::nullopt;
    // Exact near 0 and 180 degrees too, where the arc cosine is not.
    return std::atan2(across, along) * 180 / std::numbers::pi;
}

std::optional<int> huAt(const Volume& volume, const Vec3& positionMm)
{
    const Vec3 at = volume.geometry().patientToIndex(positionMm);
    const Index3 index{nearestIndex(at[0]), nearestIndex(at[1]), nearestIndex(at[2])};
    if (!volume.geometry().contains(index))
        return std::nullopt;
    return volume.at(index);
}

} // namespace

MeasureValues measureValues(const Measure& measure, const Volume& volume)
{
    MeasureValues values;
    if (!isWhole(measure))
        return values;
    const std::vector<Vec3>& points = measure.pointsMm;
    switch (measure.kind) {
    case MeasureKind::Length:
        values.lengthMm = norm(points[1] - points[0]);
        break;
    case MeasureKind::Angle:
        values.angleDegrees = angleOf(points[0], points[1], points[2]);
        break;
    case MeasureKind::Probe:
        values.hu = huAt(volume, points[0]);
        break;
    case MeasureKind::Ellipse:
    case MeasureKind::Polygon: {
        const MeasureOutline outline(measure);
        values.crossesItself = outline.crossesItself();
        if (!values.crossesItself) {
            values.areaMm2 = outline.areaMm2();
            values.pixels = pixelsInside(outline, measure.normal, volume);
        }
        break;
    }
    case MeasureKind::Arrow:
    case MeasureKind::Text:
        break;
    }
    return values;
}

} // namespace fovea
