#include "model/phantom/ChestParameters.h"
#include "model/phantom/ChestStructures.h"
#include "tests/phantom/PhantomSupport.h"

#include <cctype>
#include <gtest/gtest.h>
#include <map>
#include <set>
#include <string>

using namespace fovea;
using namespace fovea::test;

namespace {

// The first seed from `from` on whose plan is as wanted.
template <typename Wanted> std::uint64_t seedWhere(std::uint64_t from, Wanted&& wanted)
{
    for (std::uint64_t seed = from; seed < from + 20000; ++seed) {
        if (wanted(sampleChest(seed)))
            return seed;
    }
    ADD_FAILURE() << "no such seed";
    return 0;
}

// Voxels of the lungs' boxes (lung or not) within [low, high] HU, in millilitres.
double millilitres(const Phantom& p, int low, int high, bool insideLung)
{
    std::size_t count = 0;
    for (std::size_t n = 0; n < p.volume->voxels().size(); ++n) {
        const int hu = p.volume->voxels()[n];
        if (hu >= low && hu <= high && ChestLabel::isLung(p.labels->labels()[n]) == insideLung)
            ++count;
    }
    return static_cast<double>(count) * p.volume->geometry().voxelVolumeMm3() / 1000.0;
}

Phantom make(std::uint64_t seed)
{
    Result<Phantom> phantom = makePhantom(seed, PhantomTrainingGrid, {});
    EXPECT_TRUE(phantom.ok());
    return *std::move(phantom);
}

bool normalLung(const FindingPlan& plan)
{
    return plan.emphysema == 0 && plan.atelectasis == 0 && plan.nodule == 0 && plan.opacity == 0 &&
           plan.consolidation == 0 && plan.mosaic == 0 && plan.effusion[0] == 0 &&
           plan.effusion[1] == 0;
}

TEST(PhantomFindings, PrevalenceIsModerateAndManyAreNormal)
{
    constexpr int Chests = 4000;
    std::map<std::string, int> present;
    int normalLungs = 0, normalHearts = 0;
    for (int seed = 0; seed < Chests; ++seed) {
        const FindingPlan plan = sampleChest(static_cast<std::uint64_t>(seed)).plan;
        present["emphysema"] += plan.emphysema > 0;
        present["atelectasis"] += plan.atelectasis > 0;
        present["nodule"] += plan.nodule > 0;
        present["opacity"] += plan.opacity > 0;
        present["consolidation"] += plan.consolidation > 0;
        present["mosaic"] += plan.mosaic > 0;
        present["effusion"] += plan.effusion[0] > 0 || plan.effusion[1] > 0;
        present["cardiomegaly"] += plan.cardiomegaly > 0;
        present["pericardial"] += plan.pericardialEffusion > 0;
        present["coronary"] += plan.coronaryCalcification > 0;
        present["hernia"] += plan.hiatalHernia > 0;
        present["aorta"] += plan.aorticCalcification > 0;
        normalLungs += normalLung(plan);
        normalHearts += plan.cardiomegaly == 0 && plan.pericardialEffusion == 0 &&
                        plan.coronaryCalcification == 0;
    }
    EXPECT_EQ(present.size(), 12U);
    for (const auto& [name, count] : present) {
        EXPECT_GT(count, Chests * 0.18) << name;
        EXPECT_LT(count, Chests * 0.43) << name;
    }
    EXPECT_NEAR(normalLungs, Chests * 0.36, Chests * 0.04);
    EXPECT_NEAR(normalHearts, Chests * 0.45, Chests * 0.05);
}

TEST(PhantomFindings, EveryFindingOfAnAnatomyIsInItsText)
{
    const std::map<std::string, std::vector<std::string>> words{
        {"emphysema", {"mphysem"}},
        {"atelectasis", {"telecta"}},
        {"lung_nodule", {"odule"}},
        {"lung_opacity", {"pacit"}},
        {"pleural_effusion", {"leural effusion"}},
        {"mosaic_attenuation_pattern", {"osaic attenuation"}},
        {"consolidation", {"onsolidat"}},
        {"cardiomegaly", {"ardiomegaly", "heart is enlarged", "enlarged heart", "heart size"}},
        {"pericardial_effusion", {"ericardial", "Fluid around"}},
        {"coronary_artery_wall_calcification", {"oronary"}},
        {"hiatal_hernia", {"iatal hernia"}},
        {"arterial_wall_calcification", {"alcifi"}}};
    const PhantomGrid tiny{{16, 16, 8}, {22, 18, 37}};
    std::set<std::string> seen;
    std::set<std::string> texts;
    for (std::uint64_t seed = 500; seed < 580; ++seed) {
        const Result<Phantom> p = makePhantom(seed, tiny, {});
        ASSERT_TRUE(p.ok());
        std::map<std::string, std::string> report;
        for (const PhantomRegionText& r : p->report) {
            report[r.anatomyId] = r.text;
            texts.insert(r.text);
        }
        ASSERT_EQ(report.size(), 4U);
        for (const PhantomFinding& f : p->findings) {
            seen.insert(f.findingId);
            const std::string& text = report[f.anatomyId];
            const bool said = std::ranges::any_of(words.at(f.findingId), [&](const std::string& w) {
                return text.find(w) != std::string::npos;
            });
            EXPECT_TRUE(said) << f.findingId << " in: " << text;
            EXPECT_GT(f.severity, 0);
            EXPECT_LE(f.severity, 1);
        }
    }
    EXPECT_EQ(seen.size(), words.size()) << "a finding never occurred";
    EXPECT_GT(texts.size(), 80U) << "the language varies";
}

TEST(PhantomFindings, SideOfTheEffusionIsTheSideOfTheFluid)
{
    for (const bool left : {true, false}) {
        const std::uint64_t seed = seedWhere(1000, [&](const ChestParameters& c) {
            const auto [l, r] = c.plan.effusion;
            return (left ? l : r) > 0.7 && (left ? r : l) == 0;
        });
        const Phantom p = make(seed);
        ASSERT_TRUE(hasFinding(p, "pleural_effusion"));
        for (const PhantomFinding& f : p.findings) {
            if (f.findingId == "pleural_effusion") {
                EXPECT_EQ(f.side, left ? Side::Left : Side::Right);
            }
        }
        double lungLeft = 0, lungRight = 0;
        for (const Structure& s : p.labels->structures()) {
            if (s.anatomyId == "lung")
                (s.side == Side::Left ? lungLeft : lungRight) += static_cast<double>(s.voxelCount);
        }
        // Fluid takes the place of lung on its side.
        EXPECT_LT(left ? lungLeft / lungRight : lungRight / lungLeft, left ? 0.72 : 0.95);
    }
}

TEST(PhantomFindings, CardiomegalyIsABigHeart)
{
    const auto sized = [](bool big) {
        return make(seedWhere(2000, [big](const ChestParameters& c) {
            return big ? c.plan.cardiomegaly > 0.6 : c.plan.cardiomegaly == 0;
        }));
    };
    EXPECT_GT(volumeOf(sized(true), "heart"), 1.4 * volumeOf(sized(false), "heart"));
}

TEST(PhantomFindings, EmphysemaIsLungBelowMinus950)
{
    // -950 HU is the usual threshold of quantitative CT (Gevenois et al., 1996).
    const Phantom ill = make(seedWhere(3000, [](const ChestParameters& c) {
        return c.plan.emphysema > 0.7 && c.plan.mosaic == 0;
    }));
    const Phantom well =
        make(seedWhere(3000, [](const ChestParameters& c) { return normalLung(c.plan); }));
    const auto share = [](const Phantom& p) {
        return millilitres(p, -1024, -950, true) / volumeOf(p, "lung");
    };
    EXPECT_GT(share(ill), 0.12);
    EXPECT_LT(share(well), 0.03);
}

TEST(PhantomFindings, ConsolidationIsSoftTissueInTheLung)
{
    const Phantom ill =
        make(seedWhere(4000, [](const ChestParameters& c) { return c.plan.consolidation > 0.6; }));
    const Phantom well =
        make(seedWhere(4000, [](const ChestParameters& c) { return normalLung(c.plan); }));
    EXPECT_GT(millilitres(ill, -50, 120, true), millilitres(well, -50, 120, true) + 25);
}

TEST(PhantomFindings, CalcificationIsBrightInTheOrgan)
{
    const auto brightAorta = [](double low, double high) {
        const Phantom p = make(seedWhere(5000, [&](const ChestParameters& c) {
            return c.bloodHu < 60 && c.plan.aorticCalcification >= low &&
                   c.plan.aorticCalcification <= high;
        }));
        int bright = 0;
        for (std::size_t n = 0; n < p.volume->voxels().size(); ++n)
            bright += p.labels->labels()[n] == ChestLabel::Aorta && p.volume->voxels()[n] > 230;
        return bright;
    };
    EXPECT_EQ(brightAorta(0, 0), 0);
    EXPECT_GT(brightAorta(0.6, 1), 10);
}

} // namespace
