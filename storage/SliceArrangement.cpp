#include "storage/SliceArrangement.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>

namespace fovea {

namespace {

/// Frames closer than this along the normal are at the same place (rounded decimal strings).
constexpr double samePlaceMm = 0.01;
/// Of the spacing: how far a slice may be from its even place.
constexpr double largestDeviation = 0.1;
/// Of all slices.
constexpr double mostMissing = 0.1;
/// Of a pixel: how far slices may drift sideways over the whole stack.
constexpr double largestDrift = 0.5;
/// No gantry is tilted further; positions that say so are wrong.
constexpr double steepestTilt = 45;
/// Of the mean thickness of two neighbours: a gap that leaves nothing of the patient unseen.
constexpr double coveredGap = 1.25;
/// Planes that uneven slices are resampled to, per slice.
constexpr std::size_t mostPlanesPerSlice = 4;

struct Place {
    std::size_t instance = 0;
    std::size_t frame = 0;
    Vec3 positionMm{};
    double height = 0;    ///< Along the normal, mm.
    double thickness = 0; ///< mm; 0: not stated.
};

std::string inMillimetres(double value)
{
    std::string text = std::to_string(value);
    text.resize(text.find('.') + 4);
    return text;
}

std::vector<Place> placesByHeight(const ScannedSeries& series, const Vec3& normal)
{
    std::vector<Place> places;
    for (std::size_t i = 0; i < series.instances.size(); ++i) {
        const auto& frames = series.instances[i].frames;
        for (std::size_t f = 0; f < frames.size(); ++f)
            places.push_back({i, f, frames[f].positionMm, dot(frames[f].positionMm, normal),
                              frames[f].sliceThicknessMm.value_or(0)});
    }
    std::ranges::stable_sort(places, {}, &Place::height);
    return places;
}

Vec3 sideways(const Place& from, const Place& to, const Vec3& normal)
{
    return to.positionMm - from.positionMm - normal * (to.height - from.height);
}

/// By how many degrees the line through the slices leaves the normal: 0 where they do not drift.
Result<double> tiltOf(const std::vector<Place>& places, const ScannedSeries& series,
                      const Vec3& normal)
{
    const double allowed =
        largestDrift * std::min(series.pixelSpacingMm[0], series.pixelSpacingMm[1]);
    const Place& first = places.front();
    const Place& last = places.back();
    const double length = last.height - first.height;
    const Vec3 drift = sideways(first, last, normal);
    bool leavesLine = false;
    for (const Place& place : places) {
        const double share = length > 0 ? (place.height - first.height) / length : 0.0;
        leavesLine = leavesLine || norm(sideways(first, place, normal) - drift * share) > allowed;
    }
    if (leavesLine)
        return makeError(ErrorCode::InconsistentSeries, {"position"},
                         "slices are not stacked along a line");
    if (norm(drift) <= allowed)
        return 0.0;
    const double degrees = std::atan2(norm(drift), length) * 180.0 / std::numbers::pi;
    if (degrees > steepestTilt)
        return makeError(ErrorCode::GantryTilt, {inMillimetres(degrees)});
    return degrees;
}

/// Removes all but the first frame of each place; gives how many.
int removeCopies(std::vector<Place>& places)
{
    std::vector<Place> kept;
    for (const Place& place : places) {
        if (kept.empty() || place.height - kept.back().height > samePlaceMm)
            kept.push_back(place);
        else if (std::pair(place.instance, place.frame) <
                 std::pair(kept.back().instance, kept.back().frame))
            kept.back() = place;
    }
    const auto removed = static_cast<int>(places.size() - kept.size());
    places = std::move(kept);
    return removed;
}

double medianGap(const std::vector<Place>& places)
{
    std::vector<double> gaps;
    for (std::size_t i = 1; i < places.size(); ++i)
        gaps.push_back(places[i].height - places[i - 1].height);
    const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
    std::ranges::nth_element(gaps, middle);
    return *middle;
}

struct Spacing {
    double mm = 1;
    std::vector<int> slices; ///< k per place.
    double deviationMm = 0;
};

Result<Spacing> evenSpacing(const std::vector<Place>& places)
{
    const double typical = medianGap(places);
    const double mostSlices = static_cast<double>(places.size()) / (1.0 - mostMissing);
    Spacing spacing;
    double slice = 0;
    double widest = typical;
    spacing.slices.push_back(0);
    for (std::size_t i = 1; i < places.size(); ++i) {
        const double gap = places[i].height - places[i - 1].height;
        widest = std::max(widest, gap);
        slice += std::max(1.0, std::round(gap / typical));
        if (slice + 1 > mostSlices)
            return makeError(ErrorCode::UnevenSpacing,
                             {inMillimetres(typical), inMillimetres(gap)});
        spacing.slices.push_back(static_cast<int>(slice));
    }
    const double bottom = places.front().height;
    spacing.mm = (places.back().height - bottom) / slice;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const double even = bottom + spacing.slices[i] * spacing.mm;
        spacing.deviationMm = std::max(spacing.deviationMm, std::abs(places[i].height - even));
    }
    if (spacing.deviationMm > largestDeviation * spacing.mm)
        return makeError(ErrorCode::UnevenSpacing, {inMillimetres(typical), inMillimetres(widest)});
    return spacing;
}

Spacing singleSlice(const ScannedSeries& series)
{
    Spacing spacing;
    spacing.mm = series.sliceThicknessMm.value_or(1.0);
    spacing.slices = {0};
    return spacing;
}

/// Slices at uneven distances that leave nothing between them unseen, to be resampled: planes as
/// near to each other as the nearest quarter of the slices.
std::optional<Spacing> resampledSpacing(const std::vector<Place>& places)
{
    std::vector<double> gaps;
    for (std::size_t i = 1; i < places.size(); ++i) {
        const Place& below = places[i - 1];
        const Place& above = places[i];
        gaps.push_back(above.height - below.height);
        if (below.thickness <= 0 || above.thickness <= 0 ||
            gaps.back() > coveredGap * (below.thickness + above.thickness) / 2)
            return std::nullopt;
    }
    const auto quarter = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 4);
    std::ranges::nth_element(gaps, quarter);
    const double length = places.back().height - places.front().height;
    const double steps = std::max(1.0, std::round(length / *quarter));
    if (steps > static_cast<double>(mostPlanesPerSlice * places.size()))
        return std::nullopt;
    Spacing spacing;
    spacing.mm = length / steps;
    spacing.slices = {static_cast<int>(steps)};
    return spacing;
}

ImageGeometry geometryOf(const ScannedSeries& series, const std::vector<Place>& places,
                         const Vec3& normal, double spacingMm, int count)
{
    ImageGeometry geometry;
    geometry.size = {series.columns, series.rows, count};
    geometry.spacingMm = {series.pixelSpacingMm[1], series.pixelSpacingMm[0], spacingMm};
    geometry.originMm = places.front().positionMm;
    geometry.axes = {series.rowDirection, series.columnDirection, normal};
    return geometry;
}

/// `even`: `spacing` has the k of every place, else they are at uneven distances.
SliceResampling resamplingOf(const ScannedSeries& series, const std::vector<Place>& places,
                             const Vec3& normal, const Spacing& spacing, bool even)
{
    std::vector<SliceResampling::Slice> slices;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const Vec3 shift = sideways(places.front(), places[i], normal);
        const bool gap =
            even && i + 1 < places.size() && spacing.slices[i + 1] > spacing.slices[i] + 1;
        slices.push_back({places[i].height - places.front().height,
                          {dot(shift, series.rowDirection), dot(shift, series.columnDirection)},
                          gap});
    }
    const int count = spacing.slices.back() + 1;
    return layOut(geometryOf(series, places, normal, spacing.mm, count), std::move(slices),
                  spacing.mm, count);
}

} // namespace

Result<SliceArrangement> stackSlices(const ScannedSeries& series)
{
    const Vec3 normal = cross(series.rowDirection, series.columnDirection);
    std::vector<Place> places = placesByHeight(series, normal);
    if (places.empty())
        return makeError(ErrorCode::EmptySeries);
    const Result<double> tilt = tiltOf(places, series, normal);
    if (!tilt)
        return tilt.error();

    SliceArrangement stack;
    const int copies = removeCopies(places);
    if (copies > 0)
        stack.notes.push_back({SeriesNote::Kind::DuplicatePositions, copies, 0.0});
    Result<Spacing> spacing =
        places.size() == 1 ? Result<Spacing>(singleSlice(series)) : evenSpacing(places);
    const bool even = spacing.ok();
    if (!even) {
        const std::optional<Spacing> resampled = resampledSpacing(places);
        if (!resampled)
            return spacing.error();
        spacing = *resampled;
    }
    if (places.size() == 1)
        stack.notes.push_back({SeriesNote::Kind::AssumedSpacing, 1, spacing->mm});
    if (spacing->deviationMm > std::max(samePlaceMm, 0.01 * spacing->mm))
        stack.notes.push_back({SeriesNote::Kind::UnevenSpacing, 0, spacing->deviationMm});
    if (*tilt > 0)
        stack.notes.push_back({SeriesNote::Kind::TiltCorrected, 0, *tilt});
    if (!even)
        stack.notes.push_back({SeriesNote::Kind::UnevenResampled, 0, spacing->mm});

    stack.slices.reserve(series.instances.size());
    for (const ScannedInstance& instance : series.instances)
        stack.slices.emplace_back(instance.frames.size(), SliceArrangement::leftOut);
    const int count = spacing->slices.back() + 1;
    const bool resampled = !even || *tilt > 0;
    std::vector<bool> filled(static_cast<std::size_t>(count), !even);
    for (std::size_t i = 0; i < places.size(); ++i) {
        const int slice = even ? spacing->slices[i] : 0;
        stack.slices[places[i].instance][places[i].frame] = resampled ? static_cast<int>(i) : slice;
        filled[static_cast<std::size_t>(slice)] = true;
    }
    for (int k = 0; k < count; ++k) {
        if (!filled[static_cast<std::size_t>(k)])
            stack.missing.push_back(k);
    }
    if (!stack.missing.empty())
        stack.notes.push_back(
            {SeriesNote::Kind::MissingSlices, static_cast<int>(stack.missing.size()), 0.0});
    if (resampled) {
        stack.missing.clear();
        stack.resampling = resamplingOf(series, places, normal, *spacing, even);
        stack.geometry = stack.resampling->geometry;
        return stack;
    }
    stack.geometry = geometryOf(series, places, normal, spacing->mm, count);
    return stack;
}

} // namespace fovea
