#include "model/phantom/ChestParameters.h"
#include "model/phantom/ChestStructures.h"
#include "tests/phantom/PhantomSupport.h"

#include <gtest/gtest.h>
#include <map>
#include <set>
#include <string>

using namespace fovea;
using namespace fovea::test;

namespace {

constexpr const char* AllFindings[] = {"emphysema",
                                       "atelectasis",
                                       "lung_nodule",
                                       "lung_opacity",
                                       "pulmonary_fibrotic_sequela",
                                       "pleural_effusion",
                                       "mosaic_attenuation_pattern",
                                       "peribronchial_thickening",
                                       "consolidation",
                                       "bronchiectasis",
                                       "interlobular_septal_thickening",
                                       "cardiomegaly",
                                       "pericardial_effusion",
                                       "coronary_artery_wall_calcification",
                                       "hiatal_hernia",
                                       "arterial_wall_calcification"};

// The first seed from `from` on whose chest is as wanted.
template <typename Wanted> std::uint64_t seedWhere(std::uint64_t from, Wanted&& wanted)
{
    for (std::uint64_t seed = from; seed < from + 20000; ++seed) {
        if (wanted(sampleChest(seed)))
            return seed;
    }
    ADD_FAILURE() << "no such seed";
    return 0;
}

Phantom make(std::uint64_t seed)
{
    Result<Phantom> phantom = makePhantom(seed, CoarseGrid, {});
    EXPECT_TRUE(phantom.ok());
    return *std::move(phantom);
}

PhantomTruth truthOf(std::uint64_t seed)
{
    const Chest chest(sampleChest(seed));
    return placeFindings(chest, growLungTree(chest)).truth;
}

// A chest with nothing to find and nothing that looks like it.
ChestParameters plainChest()
{
    ChestParameters c = sampleChest(seedWhere(1, [](const ChestParameters& p) {
        const FindingPlan& f = p.patient.findings;
        return f.cardiomegaly + f.pericardialEffusion + f.hiatalHernia + f.effusion[0] +
                       f.effusion[1] ==
                   0 &&
               p.collapseMmLeft + p.collapseMmRight == 0 && p.bloodHu < 60;
    }));
    c.patient.findings = {};
    c.patient.variants = {};
    c.noiseHu = 0;
    return c;
}

TEST(PhantomFindings, PrevalenceIsModerateAndManyAreNormal)
{
    constexpr int Chests = 600;
    std::map<std::string, int> present;
    int normalLungs = 0, normalHearts = 0, alone = 0;
    for (int seed = 0; seed < Chests; ++seed) {
        const PhantomTruth truth = truthOf(static_cast<std::uint64_t>(seed));
        int lung = 0, heart = 0;
        for (const ShownFinding& f : truth.findings) {
            ++present[f.findingId];
            lung += f.anatomyId == "lung";
            heart += f.anatomyId == "heart";
            EXPECT_GT(f.severity, 0);
            EXPECT_LE(f.severity, 1);
        }
        normalLungs += lung == 0;
        normalHearts += heart == 0;
        alone += lung == 1;
        EXPECT_LE(lung, 5);
    }
    EXPECT_EQ(present.size(), std::size(AllFindings));
    for (const char* id : AllFindings) {
        EXPECT_GT(present[id], Chests * 0.12) << id;
        EXPECT_LT(present[id], Chests * 0.45) << id;
    }
    EXPECT_GT(normalLungs, Chests * 0.2);
    EXPECT_GT(normalHearts, Chests * 0.3);
    EXPECT_GT(alone, Chests * 0.1);
}

TEST(PhantomFindings, FindingsComeTogetherAsDiseasesBringThem)
{
    // More often together than chance would have it.
    double both = 0, effusion = 0, bigHeart = 0;
    constexpr int Chests = 4000;
    for (std::uint64_t seed = 0; seed < Chests; ++seed) {
        const FindingPlan plan = planPatient(seed).findings;
        const bool fluid = plan.effusion[0] > 0 || plan.effusion[1] > 0;
        effusion += fluid;
        bigHeart += plan.cardiomegaly > 0;
        both += fluid && plan.cardiomegaly > 0;
    }
    EXPECT_GT(both / Chests, 1.3 * effusion * bigHeart / Chests / Chests);
    EXPECT_GT(effusion - both, 0.3 * effusion) << "each also comes alone";
}

struct Drawn {
    const char* id;
    void (*plan)(FindingPlan&);
    double darkerMl; ///< At least so much is 60 HU darker than without it.
    double brighterMl;
    bool sited; ///< Its truth says in which lobes.
};

class DrawnFinding : public testing::TestWithParam<Drawn> {};

// The same chest with and without one finding differs where the truth says, and as it should.
TEST_P(DrawnFinding, ChangesTheImageWhereTheTruthSays)
{
    const Drawn& drawn = GetParam();
    ChestParameters c = plainChest();
    const DrawnChest without = drawChest(c);
    drawn.plan(c.patient.findings);
    const DrawnChest with = drawChest(c);
    ASSERT_EQ(with.truth.findings.size(), 1U);
    const ShownFinding& finding = with.truth.findings.front();
    EXPECT_EQ(finding.findingId, drawn.id);

    double darker = 0, brighter = 0;
    std::map<std::uint16_t, int> changed;
    const double voxel =
        CoarseGrid.spacingMm[0] * CoarseGrid.spacingMm[1] * CoarseGrid.spacingMm[2] / 1000;
    for (std::size_t n = 0; n < with.hu.size(); ++n) {
        const int difference = with.hu[n] - without.hu[n];
        if (std::abs(difference) < 60)
            continue;
        (difference < 0 ? darker : brighter) += voxel;
        ++changed[with.labels[n]];
    }
    EXPECT_GE(darker, drawn.darkerMl);
    EXPECT_GE(brighter, drawn.brighterMl);
    if (!drawn.sited)
        return;
    int inside = 0, outside = 0;
    for (const auto& [label, count] : changed) {
        const bool named =
            std::ranges::find(finding.sites, label, &FindingSite::structure) != finding.sites.end();
        (named ? inside : outside) += count;
    }
    EXPECT_GT(inside, 8 * outside) << "it lies where it is said to lie";
    for (const FindingSite& site : finding.sites) {
        EXPECT_GT(changed[site.structure], 0) << site.structure;
        EXPECT_EQ(site.side, ChestLabel::isLeftLung(site.structure) ? Side::Left : Side::Right);
    }
}

INSTANTIATE_TEST_SUITE_P(
    All, DrawnFinding,
    testing::Values(
        Drawn{"emphysema", [](FindingPlan& f) { f.emphysema = 0.7; }, 250, 0, false},
        Drawn{"atelectasis", [](FindingPlan& f) { f.atelectasis = 0.7; }, 0, 5, true},
        Drawn{"lung_nodule", [](FindingPlan& f) { f.nodule = 0.8; }, 0, 1, true},
        Drawn{"lung_opacity", [](FindingPlan& f) { f.opacity = 0.6; }, 0, 20, true},
        Drawn{"pulmonary_fibrotic_sequela", [](FindingPlan& f) { f.fibrosis = 0.7; }, 0, 1, false},
        Drawn{"mosaic_attenuation_pattern", [](FindingPlan& f) { f.mosaic = 0.8; }, 100, 300,
              false},
        Drawn{"peribronchial_thickening", [](FindingPlan& f) { f.peribronchial = 0.7; }, 0, 4,
              false},
        Drawn{"consolidation", [](FindingPlan& f) { f.consolidation = 0.6; }, 0, 15, true},
        Drawn{"bronchiectasis", [](FindingPlan& f) { f.bronchiectasis = 0.7; }, 0.2, 0.5, false},
        Drawn{"interlobular_septal_thickening", [](FindingPlan& f) { f.septal = 0.8; }, 0, 80,
              false},
        Drawn{"coronary_artery_wall_calcification",
              [](FindingPlan& f) { f.coronaryCalcification = 0.7; }, 0, 0.3, false},
        Drawn{"arterial_wall_calcification", [](FindingPlan& f) { f.aorticCalcification = 0.7; }, 0,
              0.5, false}),
    [](const auto& info) { return std::string(info.param.id); });

TEST(PhantomFindings, SideOfTheEffusionIsTheSideOfTheFluid)
{
    for (const bool left : {true, false}) {
        const std::uint64_t seed = seedWhere(1000, [&](const ChestParameters& c) {
            const auto [l, r] = c.patient.findings.effusion;
            return (left ? l : r) > 0.7 && (left ? r : l) == 0;
        });
        const Phantom p = make(seed);
        const auto effusion =
            std::ranges::find(p.truth.findings, "pleural_effusion", &ShownFinding::findingId);
        ASSERT_NE(effusion, p.truth.findings.end());
        EXPECT_EQ(effusion->side(), left ? Side::Left : Side::Right);
        double lungLeft = 0, lungRight = 0;
        for (const Structure& s : p.labels->structures()) {
            if (s.anatomyId == "lung")
                (s.side == Side::Left ? lungLeft : lungRight) += static_cast<double>(s.voxelCount);
        }
        // Fluid takes the place of lung on its side.
        EXPECT_LT(left ? lungLeft / lungRight : lungRight / lungLeft, left ? 0.75 : 0.95);
    }
}

TEST(PhantomFindings, CardiomegalyIsABigHeart)
{
    const auto sized = [](bool big) {
        return make(seedWhere(2000, [big](const ChestParameters& c) {
            const double severity = c.patient.findings.cardiomegaly;
            return big ? severity > 0.6 : severity == 0;
        }));
    };
    EXPECT_GT(volumeOf(sized(true), "heart"), 1.4 * volumeOf(sized(false), "heart"));
}

TEST(PhantomFindings, CalcificationIsWhereTheVesselsAre)
{
    ChestParameters c = plainChest();
    c.patient.findings.coronaryCalcification = 0.8;
    c.patient.findings.aorticCalcification = 0.8;
    const DrawnChest p = drawChest(c);
    int heart = 0, aorta = 0;
    for (std::size_t n = 0; n < p.hu.size(); ++n) {
        heart += p.hu[n] > 230 && ChestLabel::isHeart(p.labels[n]);
        aorta += p.hu[n] > 230 && p.labels[n] == ChestLabel::Aorta;
    }
    EXPECT_GT(heart, 5);
    EXPECT_GT(aorta, 10);
}

TEST(PhantomFindings, LookAlikesDefeatTheirGlobalStatistic)
{
    // The brightest voxel of a heart does not say whether its coronary arteries are calcified.
    ChestParameters c = plainChest();
    c.patient.variants.mitralAnnulus = true;
    const DrawnChest p = drawChest(c);
    EXPECT_TRUE(p.truth.findings.empty());
    ASSERT_EQ(p.truth.variants.size(), 1U);
    int brightest = 0;
    for (std::size_t n = 0; n < p.hu.size(); ++n) {
        if (ChestLabel::isHeart(p.labels[n]))
            brightest = std::max<int>(brightest, p.hu[n]);
    }
    EXPECT_GT(brightest, 230);
}

} // namespace
