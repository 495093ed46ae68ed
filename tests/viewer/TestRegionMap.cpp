#include "tests/viewer/support/markerVolume.h"
#include "viewer/ViewState.h"
#include "viewer/regionColour.h"
#include "viewer/slice/PlaneFrame.h"
#include "viewer/slice/RegionMapLegend.h"
#include "viewer/slice/SliceRenderer.h"
#include "viewer/slice/SliceWidget.h"

#include <QFontMetricsF>
#include <QGuiApplication>

#include <cmath>
#include <gtest/gtest.h>
#include <numbers>

namespace fovea {
namespace {

constexpr int side = 150;

/// 2 x 3 x 4 cells of 20 x 16 x 12 mm (D to superior, H to posterior, W to the left) about the
/// middle of the volume: cell n has the value n, the first three speak against the finding.
RegionRelevance relevanceIn(const ImageGeometry& geometry)
{
    RegionRelevance relevance;
    relevance.anatomyId = "lung";
    relevance.method = RelevanceMethod::GradientTimesInput;
    relevance.tokenGrid = {2, 3, 4};
    relevance.tokenStepMm = {{{0, 0, 20}, {0, 16, 0}, {12, 0, 0}}};
    const Vec3 middle = geometry.centreMm();
    relevance.tokenOriginMm = {middle[0] - 18, middle[1] - 16, middle[2] - 10};
    for (int n = 0; n < 24; ++n)
        relevance.values.push_back(n < 3 ? -1.0F : static_cast<float>(n));
    return relevance;
}

SliceRequest request(const Volume& volume, const SliceAxes& axes, const Vec3& through)
{
    SliceRequest made;
    made.volume = &volume;
    made.plane = {through, axes.right, axes.down, 0.6};
    made.plane.originMm = made.plane.pixelToPatient(-side / 2.0, -side / 2.0);
    made.regionMapOpacity = 1.0;
    made.width = made.height = side;
    return made;
}

std::vector<std::uint32_t> paint(const SliceRequest& made)
{
    std::vector<std::uint32_t> pixels(side * side);
    renderSlice(made, pixels, side);
    return pixels;
}

std::uint32_t expected(std::uint32_t under, double relative, double opacity)
{
    const Rgb colour = regionColour(relative);
    const double alpha = std::lround(255 * opacity * regionAlpha(relative)) / 255.0;
    std::uint32_t out = 0xff000000U;
    for (int c = 0; c < 3; ++c) {
        const int shift = 16 - 8 * c;
        const double grey = under >> shift & 0xffU;
        out |= static_cast<std::uint32_t>(
                   std::lround(grey * (1 - alpha) + colour[static_cast<std::size_t>(c)] * alpha))
               << shift;
    }
    return out;
}

int distance(std::uint32_t a, std::uint32_t b)
{
    int most = 0;
    for (const int shift : {0, 8, 16})
        most = std::max(most, std::abs(static_cast<int>(a >> shift & 0xffU) -
                                       static_cast<int>(b >> shift & 0xffU)));
    return most;
}

/// Every pixel has the colour of the cell that it lies in, whatever the plane and the grid.
TEST(RegionMap, PaintsEachCellAsABlockOnEveryPlane)
{
    PlaneFrame oblique;
    oblique = oblique.turned(SliceOrientation::Axial, 0.5);
    oblique = oblique.turned(SliceOrientation::Coronal, 0.3);
    for (const auto& [name, geometry] : test::gridCases()) {
        const VolumePtr volume = test::markerVolume(geometry, {20, 20, 20}, 3);
        const RegionMapPtr map = regionMapOf(relevanceIn(geometry), "effusion", "Lung: Effusion");
        ASSERT_NE(map, nullptr);
        for (const PlaneFrame& frame : {PlaneFrame(), oblique}) {
            for (const auto orientation :
                 {SliceOrientation::Axial, SliceOrientation::Coronal, SliceOrientation::Sagittal})
            {
                SliceRequest made = request(*volume, frame.axes(orientation),
                                            geometry.centreMm() + Vec3{1.3, 0.7, 2.1});
                const auto without = paint(made);
                made.regionMap = map.get();
                const auto with = paint(made);
                int painted = 0;
                for (int y = 0; y < side; ++y) {
                    for (int x = 0; x < side; ++x) {
                        const auto pixel = static_cast<std::size_t>(y * side + x);
                        const Vec3 at = made.plane.pixelToPatient(x, y) - map->originMm;
                        const Vec3 cell{at[2] / 20 + 0.5, at[1] / 16 + 0.5, at[0] / 12 + 0.5};
                        const Vec3 index = geometry.patientToIndex(made.plane.pixelToPatient(x, y));
                        bool border = false;
                        bool inside = true;
                        for (std::size_t a = 0; a < 3; ++a) {
                            border = border || std::abs(cell[a] - std::round(cell[a])) < 1e-3;
                            border = border || std::abs(index[a] + 0.5) < 1e-3 ||
                                     std::abs(index[a] - geometry.size[a] + 0.5) < 1e-3;
                            inside = inside && cell[a] >= 0 && cell[a] < map->size[a] &&
                                     index[a] >= -0.5 && index[a] < geometry.size[a] - 0.5;
                        }
                        if (border)
                            continue;
                        const int n =
                            inside ? int(cell[0]) * 12 + int(cell[1]) * 4 + int(cell[2]) : 0;
                        if (n < 3) {
                            ASSERT_EQ(with[pixel], without[pixel]) << name;
                        } else {
                            ++painted;
                            ASSERT_LE(distance(with[pixel], expected(without[pixel], n / 23.0, 1)),
                                      2)
                                << name << ", cell " << n;
                        }
                    }
                }
                EXPECT_GT(painted, 500) << name;
            }
        }
    }
}

TEST(RegionMap, KnowsItsPeakAndItsCells)
{
    const ImageGeometry geometry = test::gridCases().front().geometry;
    const RegionRelevance relevance = relevanceIn(geometry);
    const RegionMapPtr map = regionMapOf(relevance, "effusion", "Lung: Effusion");
    ASSERT_NE(map, nullptr);
    EXPECT_EQ(map->peak(), 23U);
    const Vec3 at = map->centreMm(23) - geometry.centreMm();
    EXPECT_NEAR(at[0], 18, 1e-9);
    EXPECT_NEAR(at[1], 16, 1e-9);
    EXPECT_NEAR(at[2], 10, 1e-9);
    EXPECT_EQ(map->cellMm(), (Vec3{20, 16, 12}));
    double sum = 0;
    for (int n = 3; n < 24; ++n)
        sum += n;
    EXPECT_NEAR(map->peakShare, 23 / sum, 1e-6);
    EXPECT_EQ(map->cellsFrom(0.5).size(), 12U); // 12 to 23 of 23
    EXPECT_EQ(map->cellsFrom(0.0).size(), 21U); // Not those that speak against it.

    RegionRelevance against = relevance;
    for (float& value : against.values)
        value = -std::abs(value);
    EXPECT_EQ(regionMapOf(against, "effusion", ""), nullptr);
}

TEST(RegionMap, IsShownWhereAReaderWantsItAndOverlaysAreOn)
{
    const ImageGeometry geometry = test::gridCases().front().geometry;
    ViewState state;
    state.show(test::markerVolume(geometry, {20, 20, 20}, 3));
    state.regionMap.set(regionMapOf(relevanceIn(geometry), "effusion", ""));
    EXPECT_EQ(shownRegionMap(state), nullptr);
    state.regionMapVisible.set(true);
    EXPECT_EQ(shownRegionMap(state), state.regionMap.get().get());
    state.overlaysVisible.set(false);
    EXPECT_EQ(shownRegionMap(state), nullptr);
    state.overlaysVisible.set(true);
    state.show(test::markerVolume(geometry, {20, 20, 20}, 3));
    EXPECT_EQ(shownRegionMap(state), nullptr);
}

TEST(RegionMap, TheViewPaintsItWhenItComesAndWhenItGoes)
{
    const ImageGeometry geometry = test::gridCases().front().geometry;
    ViewState state;
    state.show(test::markerVolume(geometry, {20, 20, 20}, 3));
    state.regionMapVisible.set(true);
    SliceWidget view(state, SliceOrientation::Coronal);
    view.resize(600, 500);
    const QImage without = view.grab().toImage();
    state.regionMap.set(regionMapOf(relevanceIn(geometry), "effusion", "Lung: Effusion"));
    const QImage with = view.grab().toImage();
    EXPECT_NE(with, without);
    state.regionMapOpacity.set(0.2);
    EXPECT_NE(view.grab().toImage(), with);
    state.regionMapOpacity.set(0.5);
    EXPECT_EQ(view.grab().toImage(), with);
    state.regionMapVisible.set(false);
    EXPECT_EQ(view.grab().toImage(), without);
}

TEST(RegionMap, TheLegendSaysWhatItIsAndHowCoarse)
{
    const ImageGeometry geometry = test::gridCases().front().geometry;
    const RegionMapPtr map = regionMapOf(relevanceIn(geometry), "effusion", "Lung: Effusion");
    const QFontMetricsF metrics{QGuiApplication::font()};
    const RegionMapLegend full(*map, metrics, RegionMapLegend::Detail::Full);
    const QString all = full.lines().join(QLatin1Char('\n'));
    for (const char* part : {"Lung: Effusion", "Regions considered", "not a lesion outline",
                             "12 × 16 × 20 mm", "8.4 % of the total", "gradient × input"})
        EXPECT_TRUE(all.contains(QString::fromUtf8(part))) << part << " in " << all.toStdString();
    const RegionMapLegend brief(*map, metrics, RegionMapLegend::Detail::Brief);
    EXPECT_LT(brief.size().height(), full.size().height());
    EXPECT_TRUE(
        brief.lines().join(QLatin1Char(' ')).contains(QStringLiteral("not a lesion outline")));
}

TEST(RegionMap, TheLegendLiesOverNoText)
{
    const QRectF area(0, 0, 400, 300);
    const std::vector<PlacedText> texts{{{0, 0, 150, 60}, QStringLiteral("a")},
                                        {{0, 150, 20, 20}, QStringLiteral("R")}};
    const auto under = legendPlace({120, 70}, area, texts);
    ASSERT_TRUE(under);
    EXPECT_TRUE(under->x() == 0 && under->y() > 60 && under->y() < 80);
    const auto lower = legendPlace({120, 110}, area, texts); // Not between the two.
    ASSERT_TRUE(lower);
    EXPECT_GT(lower->y(), 170);
    const auto right = legendPlace({200, 200}, area, texts);
    ASSERT_TRUE(right);
    EXPECT_EQ(*right, QPointF(200, 0));
    EXPECT_FALSE(legendPlace({200, 310}, area, texts));
    EXPECT_FALSE(legendPlace({500, 20}, area, texts));
}

} // namespace
} // namespace fovea
