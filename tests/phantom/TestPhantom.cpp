#include "model/phantom/ChestStructures.h"
#include "model/phantom/SliceRenderer.h"
#include "tests/phantom/PhantomSupport.h"

#include <cmath>
#include <gtest/gtest.h>
#include <ranges>

using namespace fovea;
using namespace fovea::test;

namespace {

Phantom make(std::uint64_t seed, const PhantomGrid& grid = PhantomTrainingGrid)
{
    Result<Phantom> phantom = makePhantom(seed, grid, {});
    EXPECT_TRUE(phantom.ok());
    return *std::move(phantom);
}

TEST(Phantom, IsTheSameForTheSameSeedAndOtherForAnother)
{
    const Phantom a = make(7), b = make(7), c = make(8);
    EXPECT_TRUE(std::ranges::equal(a.volume->voxels(), b.volume->voxels()));
    EXPECT_TRUE(std::ranges::equal(a.labels->labels(), b.labels->labels()));
    ASSERT_EQ(a.report.size(), b.report.size());
    for (std::size_t n = 0; n < a.report.size(); ++n)
        EXPECT_EQ(a.report[n].text, b.report[n].text);
    EXPECT_FALSE(std::ranges::equal(a.volume->voxels(), c.volume->voxels()));
}

TEST(Phantom, SliceDependsOnNothingButItsIndex)
{
    // What makes the result independent of the number of threads.
    const Phantom whole = make(12);
    const ImageGeometry geometry = whole.volume->geometry();
    const Chest chest(sampleChest(12));
    const ChestFindings findings = placeFindings(chest);
    const std::vector<VesselPiece> vessels = growLungTree(chest);
    const SliceRenderer renderer(chest, findings, vessels, geometry);
    SliceRenderer::Workspace workspace;
    const auto pixels = static_cast<std::size_t>(geometry.size[0] * geometry.size[1]);
    std::vector<std::int16_t> hu(pixels);
    std::vector<std::uint16_t> labels(pixels);
    for (const int k : {41, 3, 30}) {
        renderer.render(k, workspace, hu, labels);
        const auto at = static_cast<std::size_t>(k) * pixels;
        EXPECT_TRUE(std::ranges::equal(hu, whole.volume->voxels().subspan(at, pixels))) << k;
        EXPECT_TRUE(std::ranges::equal(labels, whole.labels->labels().subspan(at, pixels))) << k;
    }
}

TEST(Phantom, OrgansLieWhereTheyBelong)
{
    for (const std::uint64_t seed : {1, 2, 3, 4, 5}) {
        const Phantom p = make(seed);
        const Vec3 heart = centroidOf(p, "heart");
        const Vec3 liver = centroidOf(p, "liver");
        const Vec3 spleen = centroidOf(p, "spleen");
        const Vec3 spine = centroidOf(p, "thoracic_vertebrae");
        const Vec3 sternum = centroidOf(p, "sternum");
        const Vec3 lung = centroidOf(p, "lung");
        EXPECT_GT(heart[0], lung[0] + 5) << "the heart lies to the patient's left";
        EXPECT_LT(liver[0], lung[0] - 20) << "the liver lies on the patient's right";
        EXPECT_GT(spleen[0], 40);
        EXPECT_GT(spine[1], heart[1] + 50) << "y grows to posterior";
        EXPECT_LT(sternum[1], heart[1] - 20);
        EXPECT_LT(liver[2], heart[2]) << "z grows to superior";
        EXPECT_LT(heart[2], lung[2]);
    }
}

TEST(Phantom, OrgansHaveHumanSizesAndAttenuation)
{
    for (const std::uint64_t seed : {21, 22, 23, 24}) {
        const Phantom p = make(seed);
        EXPECT_GT(volumeOf(p, "lung"), 2500);
        EXPECT_LT(volumeOf(p, "lung"), 7500);
        EXPECT_GT(volumeOf(p, "heart"), 300);
        EXPECT_LT(volumeOf(p, "heart"), 1600);
        EXPECT_GT(volumeOf(p, "aorta"), 90);
        EXPECT_GT(volumeOf(p, "esophagus"), 20);
        EXPECT_GT(volumeOf(p, "trachea"), 20);
        double lungHu = 0, boneHu = 0;
        std::size_t lung = 0, bone = 0;
        for (std::size_t n = 0; n < p.volume->voxels().size(); ++n) {
            const std::uint16_t label = p.labels->labels()[n];
            if (ChestLabel::isLung(label)) {
                lungHu += p.volume->voxels()[n];
                ++lung;
            } else if (label >= ChestLabel::VertebraL1 && label <= ChestLabel::VertebraL1 + 12) {
                boneHu += p.volume->voxels()[n];
                ++bone;
            }
        }
        EXPECT_LT(lungHu / static_cast<double>(lung), -650);
        EXPECT_GT(boneHu / static_cast<double>(bone), 120);
        EXPECT_LT(p.volume->at({0, 0, 30}), -900) << "air outside the body";
    }
}

TEST(Phantom, EveryLobeAndRibIsNamed)
{
    const Phantom p = make(31);
    const auto& structures = p.labels->structures();
    for (const char* name :
         {"lung_upper_lobe_left", "lung_lower_lobe_left", "lung_upper_lobe_right",
          "lung_middle_lobe_right", "lung_lower_lobe_right", "heart", "aorta", "esophagus",
          "trachea", "vertebrae_T4", "vertebrae_T12", "rib_left_5", "rib_right_9", "sternum",
          "spinal_cord"})
    {
        const auto found = std::ranges::find(structures, name, &Structure::name);
        ASSERT_NE(found, structures.end()) << name;
        EXPECT_GT(found->voxelCount, 50U) << name;
    }
    const auto left = std::ranges::find(structures, "lung_upper_lobe_left", &Structure::name);
    const auto right = std::ranges::find(structures, "lung_upper_lobe_right", &Structure::name);
    EXPECT_EQ(left->side, Side::Left);
    EXPECT_GT(left->low[0], right->low[0]);
    EXPECT_GT(left->high[0], right->high[0]) << "i grows to the patient's left";
}

TEST(Phantom, TheGridChangesSamplingNotAnatomy)
{
    const Phantom coarse = make(40), fine = make(40, {{200, 160, 75}, {1.75, 1.75, 4.0}});
    for (const char* anatomy : {"lung", "heart", "aorta", "liver"})
        EXPECT_NEAR(volumeOf(fine, anatomy) / volumeOf(coarse, anatomy), 1.0, 0.06) << anatomy;
    ASSERT_EQ(coarse.findings.size(), fine.findings.size());
    for (std::size_t n = 0; n < coarse.report.size(); ++n)
        EXPECT_EQ(coarse.report[n].text, fine.report[n].text);
}

TEST(Phantom, StopsWhenAsked)
{
    std::stop_source stop;
    stop.request_stop();
    const Result<Phantom> p = makePhantom(1, PhantomTrainingGrid, Progress(stop.get_token()));
    ASSERT_FALSE(p.ok());
    EXPECT_EQ(p.error().code, ErrorCode::Cancelled);
}

TEST(Phantom, RefusesAnImpossibleGrid)
{
    for (const PhantomGrid& grid :
         {PhantomGrid{{0, 10, 10}, {1, 1, 1}}, PhantomGrid{{10, 10, 10}, {1, 0, 1}},
          PhantomGrid{{10, 10, 100000}, {1, 1, 1}}, PhantomGrid{{10, 10, 10}, {1, 1, NAN}}})
    {
        const Result<Phantom> p = makePhantom(1, grid, {});
        ASSERT_FALSE(p.ok());
        EXPECT_EQ(p.error().code, ErrorCode::BadOption);
    }
}

TEST(PhantomSource, GivesTheSameStudyForTheSameIndex)
{
    const PhantomGrid grid{{70, 56, 30}, {5, 5, 10}};
    const StudySource source = phantomSource(100, 3, grid);
    EXPECT_EQ(source.count, 3U);
    const Result<LabelledStudy> first = source.load(1);
    const Result<LabelledStudy> again = source.load(1);
    ASSERT_TRUE(first.ok() && again.ok());
    EXPECT_TRUE(std::ranges::equal(first->volume->voxels(), again->volume->voxels()));
    const Phantom phantom = make(101, grid);
    EXPECT_TRUE(std::ranges::equal(first->volume->voxels(), phantom.volume->voxels()));
    ASSERT_EQ(first->regions.size(), 4U);
    std::size_t findings = 0;
    for (const LabelledStudy::Region& region : first->regions)
        findings += region.findings.size();
    EXPECT_EQ(findings, phantom.findings.size());
    EXPECT_FALSE(source.load(3).ok());
}

} // namespace
