#include "model/phantom/ChestStructures.h"
#include "model/phantom/SliceRenderer.h"
#include "tests/phantom/PhantomSupport.h"

#include <cmath>
#include <gtest/gtest.h>
#include <ranges>

using namespace fovea;
using namespace fovea::test;

namespace {

Phantom make(std::uint64_t seed, const PhantomGrid& grid = CoarseGrid)
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
    EXPECT_EQ(a.report.text, b.report.text);
    EXPECT_NE(a.report.text, c.report.text);
    EXPECT_FALSE(std::ranges::equal(a.volume->voxels(), c.volume->voxels()));
}

TEST(Phantom, SliceDependsOnNothingButItsIndex)
{
    // What makes the result independent of the number of threads.
    const Phantom whole = make(12);
    const ImageGeometry geometry = whole.volume->geometry();
    const Chest chest(sampleChest(12));
    const LungTree tree = growLungTree(chest);
    const ChestFindings findings = placeFindings(chest, tree);
    const SliceRenderer renderer(chest, findings, tree, geometry);
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
        EXPECT_GT(volumeOf(p, "lung"), 1500);
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
    for (const char* name : {"lung_upper_lobe_left",
                             "lung_lower_lobe_left",
                             "lung_upper_lobe_right",
                             "lung_middle_lobe_right",
                             "lung_lower_lobe_right",
                             "heart",
                             "aorta",
                             "esophagus",
                             "trachea",
                             "vertebrae_T4",
                             "vertebrae_T12",
                             "rib_left_5",
                             "rib_right_9",
                             "sternum",
                             "spinal_cord",
                             "pulmonary_artery",
                             "heart_ventricle_left",
                             "heart_atrium_right",
                             "heart_myocardium",
                             "brachiocephalic_trunk",
                             "superior_vena_cava",
                             "scapula_left",
                             "clavicula_right",
                             "stomach",
                             "spleen",
                             "kidney_left",
                             "costal_cartilages"})
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
    EXPECT_EQ(coarse.truth.findings.size(), fine.truth.findings.size());
    EXPECT_EQ(coarse.report.text, fine.report.text);
}

TEST(Phantom, ProtocolsVaryAsScannersDo)
{
    double thinnest = 9, thickest = 0, smallest = 999, largest = 0;
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        const PhantomGrid grid = sampleScan(seed);
        EXPECT_EQ(grid.size[0], 512);
        thinnest = std::min(thinnest, grid.spacingMm[2]);
        thickest = std::max(thickest, grid.spacingMm[2]);
        smallest = std::min(smallest, grid.spacingMm[0] * 512);
        largest = std::max(largest, grid.spacingMm[0] * 512);
        const double length = grid.size[2] * grid.spacingMm[2];
        EXPECT_GT(length, 265);
        EXPECT_LT(length, 320);
        // A coarser reconstruction of the same protocol.
        const PhantomGrid coarse = sampleScan(seed, TrainingDetail);
        EXPECT_EQ(coarse.size[0], TrainingDetail.matrix);
        EXPECT_NEAR(coarse.spacingMm[0] * coarse.size[0], grid.spacingMm[0] * 512, 1);
    }
    EXPECT_DOUBLE_EQ(thinnest, 0.6);
    EXPECT_DOUBLE_EQ(thickest, 5.0);
    EXPECT_LT(smallest, 320);
    EXPECT_GT(largest, 410);
}

TEST(Phantom, NoiseIsThatOfTheChestAndStrongerInTheShoulders)
{
    ChestParameters quiet = sampleChest(3), loud = quiet;
    quiet.noiseHu = 0;
    loud.noiseHu = 20;
    const PhantomGrid grid{{128, 128, 60}, {2.8, 2.8, 5.0}};
    const DrawnChest still = drawChest(quiet, grid), noisy = drawChest(loud, grid);
    constexpr std::size_t Pixels = 128 * 128;
    const auto deviation = [&](std::size_t slice) {
        double sum = 0;
        int count = 0;
        for (std::size_t p = slice * Pixels; p < (slice + 1) * Pixels; ++p) {
            if (still.hu[p] > -200) { // in the body
                sum += std::pow(noisy.hu[p] - still.hu[p], 2);
                ++count;
            }
        }
        return std::sqrt(sum / count);
    };
    const double chest = deviation(24), shoulders = deviation(55);
    EXPECT_GT(chest, 3);
    EXPECT_LT(chest, 40);
    EXPECT_GT(shoulders, 1.3 * chest);
}

TEST(Phantom, StopsWhenAsked)
{
    std::stop_source stop;
    stop.request_stop();
    const Result<Phantom> p = makePhantom(1, CoarseGrid, Progress(stop.get_token()));
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
    const StudySource source = phantomSource(100, 3, {TrainingDetail, grid});
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
    EXPECT_EQ(findings, phantom.truth.findings.size());
    EXPECT_FALSE(source.load(3).ok());
}

} // namespace
