#include "storage/ContourRaster.h"

#include <algorithm>
#include <cmath>

namespace fovea {

namespace {

constexpr double samePlane = 0.1;

std::vector<double> heightsOf(const std::vector<PlaneContour>& contours)
{
    std::vector<double> heights;
    for (const PlaneContour& contour : contours)
        heights.push_back(contour.plane);
    std::ranges::sort(heights);
    std::vector<double> apart;
    for (const double height : heights) {
        if (apart.empty() || height - apart.back() > samePlane)
            apart.push_back(height);
    }
    return apart;
}

/// Where the edges of a closed polygon meet the middle of each row, rows counted from 0.
void addCrossings(const PlaneContour& contour, std::vector<std::vector<double>>& rows)
{
    const auto& points = contour.points;
    for (std::size_t n = 0; n < points.size(); ++n) {
        auto upper = points[n];
        auto lower = points[(n + 1) % points.size()];
        if (upper[1] > lower[1])
            std::swap(upper, lower);
        // Half open, so that a corner on the middle of a row counts once; level edges never do.
        const double first = std::max(0.0, std::ceil(upper[1]));
        const double end = std::min(static_cast<double>(rows.size()), std::ceil(lower[1]));
        for (double j = first; j < end; ++j) {
            const double share = (j - upper[1]) / (lower[1] - upper[1]);
            rows[static_cast<std::size_t>(j)].push_back(upper[0] + share * (lower[0] - upper[0]));
        }
    }
}

} // namespace

void fillEvenOdd(const std::vector<const PlaneContour*>& contours, int columns, int rows,
                 const std::function<void(int j, int first, int last)>& fill)
{
    std::vector<std::vector<double>> crossings(static_cast<std::size_t>(rows));
    for (const PlaneContour* contour : contours)
        addCrossings(*contour, crossings);
    for (int j = 0; j < rows; ++j) {
        std::vector<double>& row = crossings[static_cast<std::size_t>(j)];
        std::ranges::sort(row);
        for (std::size_t n = 0; n + 1 < row.size(); n += 2) {
            const double first = std::max(0.0, std::ceil(row[n]));
            const double last = std::min(columns - 1.0, std::ceil(row[n + 1]) - 1);
            if (first <= last)
                fill(j, static_cast<int>(first), static_cast<int>(last));
        }
    }
}

std::vector<PlaneOfContours> contoursByPlane(const std::vector<PlaneContour>& contours, int planes,
                                             double step)
{
    const std::vector<double> heights = heightsOf(contours);
    const double reach = 0.5 * std::max(1.0, step) + 1e-6;
    std::vector<PlaneOfContours> out;
    if (heights.empty())
        return out;
    const double first = std::max(0.0, std::ceil(heights.front() - reach));
    const double last = std::min(planes - 1.0, std::floor(heights.back() + reach + samePlane));
    for (double k = first; k <= last; ++k) {
        // The lower one of two that are equally near.
        const auto nearest = std::ranges::min_element(
            heights, {}, [&](double height) { return std::abs(height - k); });
        if (std::abs(*nearest - k) > reach)
            continue;
        PlaneOfContours plane{static_cast<int>(k), {}};
        for (const PlaneContour& contour : contours) {
            if (contour.plane >= *nearest - 1e-9 && contour.plane - *nearest <= samePlane)
                plane.contours.push_back(&contour);
        }
        out.push_back(std::move(plane));
    }
    return out;
}

double stepOfContours(const std::vector<std::vector<PlaneContour>>& regions)
{
    std::vector<double> gaps;
    for (const auto& contours : regions) {
        const std::vector<double> heights = heightsOf(contours);
        for (std::size_t n = 1; n < heights.size(); ++n)
            gaps.push_back(heights[n] - heights[n - 1]);
    }
    if (gaps.empty())
        return 1;
    const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
    std::ranges::nth_element(gaps, middle);
    return *middle;
}

} // namespace fovea
