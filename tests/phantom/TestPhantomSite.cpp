#include "model/phantom/ChestStructures.h"
#include "tests/phantom/PhantomSupport.h"

#include <gtest/gtest.h>
#include <map>

using namespace fovea;
using namespace fovea::test;

namespace {

/// A chest of the site without findings, noise or contrast.
ChestParameters plainChest()
{
    ChestParameters c = sampleChest(1);
    EXPECT_FALSE(c.contrast());
    c.patient.findings = {};
    c.patient.variants = {};
    c.herniaRadiusMm = 0;
    c.heartScale = 1;
    c.noiseHu = 0;
    return c;
}

double meanHu(const DrawnChest& drawn, std::uint16_t label)
{
    double sum = 0, count = 0;
    for (std::size_t n = 0; n < drawn.hu.size(); ++n) {
        if (drawn.labels[n] == label) {
            sum += drawn.hu[n];
            ++count;
        }
    }
    EXPECT_GT(count, 100);
    return sum / count;
}

/// Reads like a number of the report.
const ShownFinding& only(const PhantomTruth& truth)
{
    EXPECT_EQ(truth.findings.size(), 1U);
    return truth.findings.front();
}

TEST(PhantomSite, isKnownByItsId)
{
    ASSERT_TRUE(PhantomSite::named("lakeside"));
    EXPECT_FALSE(PhantomSite::named("lakeside")->isReference());
    ASSERT_TRUE(PhantomSite::named("reference"));
    EXPECT_TRUE(PhantomSite::named("reference")->isReference());
    EXPECT_FALSE(PhantomSite::named("elsewhere"));
    for (const std::string& id : PhantomSite::ids())
        EXPECT_EQ(PhantomSite::named(id)->id, id);
}

TEST(PhantomSite, hasFindingsInOtherShares)
{
    constexpr int Plans = 200;
    const PhantomSite lakeside = PhantomSite::lakeside();
    std::map<std::string, int> here, there;
    const auto count = [](std::map<std::string, int>& shares, const FindingPlan& plan) {
        shares["pneumothorax"] += plan.pneumothorax > 0;
        shares["aorta"] += plan.aorticDilatation > 0;
        shares["steatosis"] += plan.steatosis > 0;
        shares["effusion"] += plan.effusion[0] > 0 || plan.effusion[1] > 0;
        shares["emphysema"] += plan.emphysema > 0;
        shares["none"] += plan.pneumothorax + plan.aorticDilatation + plan.steatosis == 0;
    };
    for (std::uint64_t seed = 0; seed < Plans; ++seed) {
        count(here, planPatient(seed, lakeside).findings);
        count(there, planPatient(seed).findings);
    }
    for (const char* added : {"pneumothorax", "aorta", "steatosis"}) {
        EXPECT_GE(here[added], Plans * 0.22) << added;
        EXPECT_LE(here[added], Plans * 0.40) << added;
        EXPECT_EQ(there[added], 0) << added;
    }
    EXPECT_GT(here["effusion"], 1.3 * there["effusion"]);
    EXPECT_LT(here["emphysema"], 0.8 * there["emphysema"]);
    EXPECT_GT(here["none"], Plans * 0.2) << "many have none of them";
}

TEST(PhantomSite, scansWithMoreNoiseAndSharperKernels)
{
    int sharp = 0, usual = 0;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        const ChestParameters here = sampleChest(seed, PhantomSite::lakeside());
        const ChestParameters there = sampleChest(seed);
        EXPECT_FLOAT_EQ(here.noiseHu, 2 * there.noiseHu);
        EXPECT_EQ(here.edgeGain > 0, here.sharpKernel);
        EXPECT_EQ(there.edgeGain, 0);
        sharp += here.sharpKernel;
        usual += there.sharpKernel;
    }
    EXPECT_GT(sharp, 1.8 * usual);

    // A kernel that overshoots makes air beside the skin darker than air.
    ChestParameters c = plainChest();
    c.sharpKernel = true;
    const DrawnChest plain = drawChest(c);
    c.edgeGain = 0.9F;
    const DrawnChest edgy = drawChest(c);
    int darker = 0;
    for (std::size_t n = 0; n < plain.hu.size(); ++n)
        darker += ChestLabel::isLung(plain.labels[n]) && edgy.hu[n] < plain.hu[n] - 30;
    EXPECT_GT(darker, 500);
}

TEST(PhantomSite, sharesTheChestOfItsPatients)
{
    for (const std::uint64_t seed : {3, 5, 8}) {
        const ChestParameters here = sampleChest(seed, PhantomSite::lakeside());
        const ChestParameters there = sampleChest(seed);
        EXPECT_EQ(here.scale, there.scale);
        EXPECT_EQ(here.patient.female, there.patient.female);
        EXPECT_EQ(here.patient.ageYears, there.patient.ageYears);
        EXPECT_EQ(here.contrast(), there.contrast());
    }
}

TEST(PhantomSite, slicesDependOnNothingButTheirIndex)
{
    // What makes the result independent of the number of threads. Seed 7 has all that is added.
    const PhantomSite lakeside = PhantomSite::lakeside();
    const Result<Phantom> whole = makePhantom(7, CoarseGrid, {}, lakeside);
    const Result<Phantom> again = makePhantom(7, CoarseGrid, {}, lakeside);
    ASSERT_TRUE(whole.ok() && again.ok());
    for (const char* id : {"pneumothorax", "thoracic_aortic_dilatation", "hepatic_steatosis"})
        EXPECT_TRUE(hasFinding(*whole, id)) << id;
    EXPECT_TRUE(std::ranges::equal(whole->volume->voxels(), again->volume->voxels()));
    EXPECT_EQ(whole->report.text, again->report.text);
    const ImageGeometry geometry = whole->volume->geometry();
    const Chest chest(sampleChest(7, lakeside));
    const LungTree tree = growLungTree(chest);
    const ChestFindings findings = placeFindings(chest, tree);
    const SliceRenderer renderer(chest, findings, tree, geometry);
    SliceRenderer::Workspace workspace;
    const auto pixels = static_cast<std::size_t>(geometry.size[0] * geometry.size[1]);
    std::vector<std::int16_t> hu(pixels);
    std::vector<std::uint16_t> labels(pixels);
    for (const int k : {44, 9, 28}) {
        renderer.render(k, workspace, hu, labels);
        const auto at = static_cast<std::size_t>(k) * pixels;
        EXPECT_TRUE(std::ranges::equal(hu, whole->volume->voxels().subspan(at, pixels))) << k;
        EXPECT_TRUE(std::ranges::equal(labels, whole->labels->labels().subspan(at, pixels))) << k;
    }
}

TEST(PhantomSite, labelMapsCarryTheLiver)
{
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        const Result<Phantom> p = makePhantom(seed, CoarseGrid, {}, PhantomSite::lakeside());
        ASSERT_TRUE(p.ok());
        EXPECT_GT(volumeOf(*p, "liver"), 250) << seed;
    }
}

class Pneumothorax : public testing::TestWithParam<Side> {};

TEST_P(Pneumothorax, isAirInFrontOfTheLungOfItsSide)
{
    const bool left = GetParam() == Side::Left;
    ChestParameters c = plainChest();
    const DrawnChest without = drawChest(c);
    c.patient.findings.pneumothorax = 0.6;
    c.patient.findings.pneumothoraxSide = left ? 1 : -1;
    (left ? c.pneumothoraxLeft : c.pneumothoraxRight) = 0.3F;
    const DrawnChest with = drawChest(c);
    EXPECT_EQ(only(with.truth).findingId, "pneumothorax");
    EXPECT_EQ(only(with.truth).side(), GetParam());
    EXPECT_GT(only(with.truth).sites.front().millimetres, 15);
    EXPECT_LT(only(with.truth).sites.front().millimetres, 70);

    double gas = 0, gasY = 0, lung = 0, lungY = 0, unlabelled = 0, dense = 0, claimed = 0;
    for (std::size_t n = 0; n < with.hu.size(); ++n) {
        const auto width = static_cast<std::size_t>(CoarseGrid.size[0]);
        const auto height = static_cast<std::size_t>(CoarseGrid.size[1]);
        const auto y = static_cast<double>(n / width % height);
        const std::uint16_t before = without.labels[n], after = with.labels[n];
        if (!ChestLabel::isLung(before))
            continue;
        if (ChestLabel::isLeftLung(before) != left) {
            // The other side only loses contact where tissue between them blurs.
            EXPECT_EQ(before, after);
            continue;
        }
        if (with.hu[n] < -940 && without.hu[n] > -930) {
            ++gas;
            gasY += y;
            unlabelled += after == ChestLabel::Background;
            claimed += ChestLabel::isLung(after);
        } else if (after == ChestLabel::Background) {
            ++dense;
        } else {
            ++lung;
            lungY += y;
        }
    }
    const double ml =
        CoarseGrid.spacingMm[0] * CoarseGrid.spacingMm[1] * CoarseGrid.spacingMm[2] / 1000;
    EXPECT_GT(gas * ml, 200);
    EXPECT_LT(gasY / gas, lungY / lung - 12) << "rows of 2.5 mm: air rises to the front";
    EXPECT_GT(unlabelled, 0.5 * gas) << "most of it is no lobe's";
    EXPECT_GT(claimed, 0.02 * gas) << "but segmentations reach across the edge";
    EXPECT_LT(dense, 0.1 * gas) << "nothing of the lung is drawn in it";
}

INSTANTIATE_TEST_SUITE_P(Sides, Pneumothorax, testing::Values(Side::Left, Side::Right),
                         [](const auto& info) {
                             return info.param == Side::Left ? "Left" : "Right";
                         });

TEST(PhantomSite, aDilatedAortaMeasuresWhatItsTruthSays)
{
    // The widest run of the ascending aorta from side to side, in slices 8 to 30 mm above the
    // carina's level where it stands upright.
    const auto width = [](const DrawnChest& drawn, const PhantomGrid& grid) {
        int widest = 0;
        for (int k = grid.size[2] / 2 + 2; k < grid.size[2] / 2 + 6; ++k) {
            for (int j = 0; j < grid.size[1]; ++j) {
                int run = 0;
                for (int i = 0; i < grid.size[0]; ++i) {
                    const auto at =
                        (static_cast<std::size_t>(k) * static_cast<std::size_t>(grid.size[1]) +
                         static_cast<std::size_t>(j)) *
                            static_cast<std::size_t>(grid.size[0]) +
                        static_cast<std::size_t>(i);
                    run = drawn.labels[at] == ChestLabel::Aorta ? run + 1 : 0;
                    widest = std::max(widest, run);
                }
            }
        }
        return widest * grid.spacingMm[0];
    };
    const PhantomGrid grid{{200, 160, 60}, {1.75, 1.75, 5.0}};
    ChestParameters c = plainChest();
    EXPECT_LT(width(drawChest(c, grid), grid), 43);
    for (const float mm : {47.0F, 56.0F}) {
        c.patient.findings.aorticDilatation = 0.5;
        c.ascendingAortaMm = mm;
        const DrawnChest drawn = drawChest(c, grid);
        EXPECT_EQ(only(drawn.truth).findingId, "thoracic_aortic_dilatation");
        EXPECT_FLOAT_EQ(only(drawn.truth).sites.front().millimetres, mm);
        EXPECT_NEAR(width(drawn, grid), mm, 5);
    }
    int tortuous = 0, dilated = 0;
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        const ChestParameters p = sampleChest(seed, PhantomSite::lakeside());
        if (p.ascendingAortaMm <= 0)
            continue;
        EXPECT_GT(p.ascendingAortaMm, 45);
        ++dilated;
        tortuous += p.patient.variants.tortuousAorta;
    }
    EXPECT_LT(tortuous, 0.5 * dilated) << "the variant does not give it away";
    EXPECT_GT(tortuous, 0);
}

TEST(PhantomSite, aFattyLiverIsDarkerThanTheSpleen)
{
    ChestParameters c = plainChest();
    const DrawnChest healthy = drawChest(c);
    EXPECT_GT(meanHu(healthy, ChestLabel::Liver), meanHu(healthy, ChestLabel::Spleen));
    for (const float drop : {24.0F, 55.0F}) {
        c.patient.findings.steatosis = 0.5;
        c.liverFatHu = drop;
        const DrawnChest fatty = drawChest(c);
        EXPECT_EQ(only(fatty.truth).findingId, "hepatic_steatosis");
        EXPECT_EQ(only(fatty.truth).anatomyId, "liver");
        EXPECT_LT(meanHu(fatty, ChestLabel::Liver), meanHu(fatty, ChestLabel::Spleen) - 8);
        EXPECT_NEAR(meanHu(fatty, ChestLabel::Liver), meanHu(healthy, ChestLabel::Liver) - drop, 8);
        EXPECT_NEAR(meanHu(fatty, ChestLabel::Spleen), meanHu(healthy, ChestLabel::Spleen), 1);
    }
}

TEST(PhantomSite, theLiverAloneDoesNotTellFattyLiversFromOthers)
{
    // What a contrast phase does to all livers is more than what fat does to one.
    struct Measured {
        bool fatty;
        float liver, belowSpleen;
    };
    std::vector<Measured> all;
    for (std::uint64_t seed = 0; seed < 600; ++seed) {
        const ChestParameters c = sampleChest(seed, PhantomSite::lakeside());
        const float spleen = c.liverHu + (c.contrast() ? 12.0F : -8.0F) + c.spleenShiftHu;
        const float liver = c.liverHu - c.liverFatHu;
        all.push_back({c.patient.findings.steatosis > 0, liver, spleen - liver});
    }
    const auto separation = [&all](auto&& score) {
        double right = 0, pairs = 0;
        for (const Measured& fatty : all) {
            for (const Measured& other : all) {
                if (fatty.fatty && !other.fatty) {
                    right += score(fatty) > score(other);
                    ++pairs;
                }
            }
        }
        return right / pairs;
    };
    EXPECT_LT(separation([](const Measured& m) { return -m.liver; }), 0.9);
    EXPECT_GT(separation([](const Measured& m) { return m.belowSpleen; }), 0.95);
}

} // namespace
