#include "model/preprocess/OrientedGrid.h"
#include "model/preprocess/PreparedStudy.h"
#include "model/preprocess/RegionWindow.h"
#include "model/preprocess/Resample.h"
#include "model/verify/verify.h"

#include "GoldenRule.h"
#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <numeric>

namespace fovea {
namespace {

const std::vector<std::string> anatomies{"lung", "heart", "esophagus", "aorta"};

struct Study {
    VolumePtr volume;
    LabelMapPtr labels;
};

Study studyFrom(const ImageGeometry& geometry, std::vector<std::int16_t> voxels,
                std::vector<std::uint16_t> labels)
{
    std::vector<Structure> structures;
    for (std::size_t i = 0; i < anatomies.size(); ++i) {
        Structure s;
        s.label = static_cast<std::uint16_t>(i + 1);
        s.name = anatomies[i];
        s.anatomyId = anatomies[i];
        structures.push_back(s);
    }
    return {Volume::create(geometry, std::move(voxels)),
            LabelMap::create(geometry, std::move(labels), structures)};
}

TEST(Preprocess, AgreesWithTheReleasedPipeline)
{
    const Result<Verification> made = verify(golden::goldenPath("preprocess.json"), Progress{});
    ASSERT_TRUE(made);
    EXPECT_TRUE(made->notCompared.empty());
    ASSERT_EQ(made->comparisons.size(), 6U) << "sizes, crops, sums, counts and samples";
    for (const Comparison& comparison : made->comparisons) {
        EXPECT_TRUE(comparison.passed())
            << quantityKey(comparison.quantity) << ": " << comparison.largestDifference << " at "
            << comparison.where;
    }
}

/// A small study with no symmetry: HU from the position along L, P, S.
Study ramp(const ImageGeometry& geometry)
{
    std::vector<std::int16_t> voxels;
    std::vector<std::uint16_t> labels;
    for (int k = 0; k < geometry.size[2]; ++k) {
        for (int j = 0; j < geometry.size[1]; ++j) {
            for (int i = 0; i < geometry.size[0]; ++i) {
                const Vec3 p = geometry.indexToPatient({double(i), double(j), double(k)});
                voxels.push_back(
                    static_cast<std::int16_t>(std::lround(-900 + 3 * p[0] + 5 * p[1] + 7 * p[2])));
                const bool inside =
                    p[0] > 4 && p[0] < 15 && p[1] > 6 && p[1] < 18 && p[2] > 8 && p[2] < 30;
                labels.push_back(inside ? (p[2] < 20 ? 2 : 1) : 0);
            }
        }
    }
    return studyFrom(geometry, std::move(voxels), std::move(labels));
}

PreprocessSettings smallSettings()
{
    PreprocessSettings s;
    s.minimumSize = {16, 32, 32};
    s.roi = {16, 24, 24};
    s.marginLow = {1, 2, 2};
    s.marginHigh = {1, 1, 1};
    return s;
}

ImageGeometry standardGeometry()
{
    ImageGeometry g;
    g.size = {24, 28, 20};
    g.spacingMm = {1.0, 1.0, 2.0};
    return g;
}

/// The same voxels stored in another index order.
ImageGeometry reordered(const ImageGeometry& g, std::array<int, 3> order, std::array<bool, 3> flip)
{
    ImageGeometry out;
    Vec3 corner{0, 0, 0};
    for (int a = 0; a < 3; ++a) {
        const int from = order[a];
        out.size[a] = g.size[from];
        out.spacingMm[a] = g.spacingMm[from];
        out.axes[a] = g.axes[from] * (flip[a] ? -1.0 : 1.0);
        if (flip[a])
            corner[from] = g.size[from] - 1;
    }
    out.originMm = g.indexToPatient(corner);
    return out;
}

TEST(Preprocess, TheStoredIndexOrderIsOfNoConsequence)
{
    const Study standard = ramp(standardGeometry());
    const auto expected =
        prepareStudy(*standard.volume, *standard.labels, anatomies, smallSettings(), Progress{});
    ASSERT_TRUE(expected);
    std::array<int, 3> order{0, 1, 2};
    do {
        for (int flips = 0; flips < 8; ++flips) {
            const std::array<bool, 3> flip{(flips & 1) != 0, (flips & 2) != 0, (flips & 4) != 0};
            const Study other = ramp(reordered(standardGeometry(), order, flip));
            const auto found =
                prepareStudy(*other.volume, *other.labels, anatomies, smallSettings(), Progress{});
            ASSERT_TRUE(found);
            EXPECT_EQ(found->image, expected->image);
            EXPECT_EQ(found->labels, expected->labels);
            for (int a = 0; a < 3; ++a)
                EXPECT_NEAR(found->originMm[a], expected->originMm[a], 1e-9);
        }
    } while (std::next_permutation(order.begin(), order.end()));
}

TEST(Preprocess, VoxelsKnowWhereTheyAreInThePatient)
{
    const Study study = ramp(standardGeometry());
    const auto p =
        prepareStudy(*study.volume, *study.labels, anatomies, smallSettings(), Progress{});
    ASSERT_TRUE(p);
    // Inside the crop the image is linear in the patient position, so the position can be checked
    // against the value.
    const PreparedRegion& region = p->regions.front();
    for (int d = region.low[0]; d <= region.high[0]; ++d) {
        for (int h = region.low[1]; h <= region.high[1]; ++h) {
            for (int w = region.low[2]; w <= region.high[2]; ++w) {
                const Vec3 at =
                    p->originMm + p->stepMm[0] * d + p->stepMm[1] * h + p->stepMm[2] * w;
                const double hu = -900 + 3 * at[0] + 5 * at[1] + 7 * at[2];
                const float value =
                    p->image[(static_cast<std::size_t>(d) * p->size[1] + h) * p->size[2] + w];
                ASSERT_NEAR(value, (hu + 1150) / 1500, 1e-3);
            }
        }
    }
}

TEST(Preprocess, AnObliqueStudyIsBroughtToThePatientsAxes)
{
    ImageGeometry oblique = standardGeometry();
    oblique.size = {40, 44, 26};
    const double angle = 0.15;
    oblique.axes = {Vec3{std::cos(angle), std::sin(angle), 0},
                    Vec3{-std::sin(angle), std::cos(angle), 0}, Vec3{0, 0, 1}};
    oblique.originMm = {-2, -8, -6};
    EXPECT_FALSE(isAxisAligned(oblique));
    EXPECT_TRUE(isAxisAligned(standardGeometry()));
    const Study study = ramp(oblique);
    const auto p =
        prepareStudy(*study.volume, *study.labels, anatomies, smallSettings(), Progress{});
    ASSERT_TRUE(p);
    ASSERT_EQ(p->regions.size(), 2U);
    for (const PreparedRegion& region : p->regions) {
        const Vec3 middle = p->originMm + p->stepMm[0] * ((region.low[0] + region.high[0]) / 2.0) +
                            p->stepMm[1] * ((region.low[1] + region.high[1]) / 2.0) +
                            p->stepMm[2] * ((region.low[2] + region.high[2]) / 2.0);
        EXPECT_NEAR(middle[0], 9.5, 1.1);
        EXPECT_NEAR(middle[1], 12.0, 1.1);
        const int d = (region.low[0] + region.high[0]) / 2;
        const int h = (region.low[1] + region.high[1]) / 2;
        const int w = (region.low[2] + region.high[2]) / 2;
        const Vec3 at = p->originMm + p->stepMm[0] * d + p->stepMm[1] * h + p->stepMm[2] * w;
        const float value =
            p->image[(static_cast<std::size_t>(d) * p->size[1] + h) * p->size[2] + w];
        EXPECT_NEAR(value, (-900 + 3 * at[0] + 5 * at[1] + 7 * at[2] + 1150) / 1500, 2e-3);
    }
}

TEST(Preprocess, WindowsStayInsideAndPadAtTheEnd)
{
    PreparedStudy study;
    study.size = {10, 30, 30};
    study.image.assign(9000, 1.0F);
    study.labels.assign(9000, 0);
    study.labels[(9 * 30 + 29) * 30 + 29] = 3;
    study.labels[0] = 1;
    study.regions = findRegions(study.size, study.labels);
    PreprocessSettings settings;
    settings.roi = {6, 20, 20};
    const Index3 patch{4, 8, 8};
    ASSERT_EQ(study.regions.size(), 2U);
    EXPECT_EQ(study.regions[0].anatomyIndex, 0);
    EXPECT_EQ(study.regions[1].anatomyIndex, 2);
    const RegionWindow first = regionWindow(study, study.regions[0], settings, patch);
    EXPECT_EQ(first, (RegionWindow{{0, 0, 0}, {6, 20, 20}, {8, 24, 24}}));
    const RegionWindow last = regionWindow(study, study.regions[1], settings, patch);
    EXPECT_EQ(last, (RegionWindow{{4, 10, 10}, {6, 20, 20}, {8, 24, 24}}));
    EXPECT_EQ(regionTokens(study, last, 2, patch),
              (std::vector<std::int64_t>{(1 * 3 + 2) * 3 + 2}));
    EXPECT_TRUE(regionTokens(study, last, 0, patch).empty());
    const std::vector<float> cut = cutImage(study, last);
    EXPECT_EQ(std::accumulate(cut.begin(), cut.end(), 0.0), 6 * 20 * 20);
    EXPECT_EQ(cut[19], 1.0F);
    EXPECT_EQ(cut[20], 0.0F);
}

TEST(Preprocess, SaysWhyItCannot)
{
    const Study study = ramp(standardGeometry());
    const auto none =
        prepareStudy(*study.volume, *study.labels, {"liver"}, smallSettings(), Progress{});
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().code, ErrorCode::NoRegion);

    ImageGeometry elsewhere = standardGeometry();
    elsewhere.originMm = {5, 0, 0};
    const Study other = ramp(elsewhere);
    const auto mismatch =
        prepareStudy(*study.volume, *other.labels, anatomies, smallSettings(), Progress{});
    ASSERT_FALSE(mismatch);
    EXPECT_EQ(mismatch.error().code, ErrorCode::GridMismatch);

    std::stop_source stop;
    stop.request_stop();
    const auto cancelled = prepareStudy(*study.volume, *study.labels, anatomies, smallSettings(),
                                        Progress(stop.get_token()));
    ASSERT_FALSE(cancelled);
    EXPECT_EQ(cancelled.error().code, ErrorCode::Cancelled);
}

TEST(Preprocess, AnAnatomyTooThinForTheGridIsReportedAsVanished)
{
    ImageGeometry geometry = standardGeometry();
    std::vector<std::int16_t> voxels(geometry.voxelCount(), 0);
    std::vector<std::uint16_t> labels(geometry.voxelCount(), 0);
    for (int k = 0; k < 20; ++k)
        labels[geometry.offset({12, 12, k})] = 1;
    // Nearest sampling of 20 slices of 2 mm to 13 of 3 mm never reads slice 2.
    const std::vector<int> read = nearestSamples(20, 13);
    ASSERT_EQ(std::ranges::count(read, 2), 0);
    labels[geometry.offset({5, 5, 2})] = 4;
    const Study study = studyFrom(geometry, std::move(voxels), std::move(labels));
    const auto p =
        prepareStudy(*study.volume, *study.labels, anatomies, smallSettings(), Progress{});
    ASSERT_TRUE(p);
    EXPECT_EQ(p->vanished, std::vector<int>{3});
    ASSERT_EQ(p->regions.size(), 1U);
    EXPECT_EQ(p->regions[0].anatomyIndex, 0);
}

} // namespace
} // namespace fovea
