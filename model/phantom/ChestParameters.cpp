#include "model/phantom/ChestParameters.h"

#include "model/phantom/CounterRandom.h"

#include <algorithm>
#include <cmath>

namespace fovea {

namespace {

void samplePhase(ChestParameters& c, CounterRandom& random)
{
    const auto between = [&random](double low, double high) {
        return static_cast<float>(random.uniform(low, high));
    };
    const double phase = random.uniform();
    c.liverHu = between(46, 64);
    c.bloodHu = between(34, 46);
    c.pulmonaryBloodHu = c.bloodHu;
    if (phase > 0.8) { // pulmonary arterial
        c.bloodHu = between(140, 280);
        c.pulmonaryBloodHu = between(280, 430);
    } else if (phase > 0.7) { // aortic
        c.bloodHu = between(250, 360);
        c.pulmonaryBloodHu = between(180, 260);
        c.liverHu += 15;
    } else if (phase > 0.42) { // portal venous
        c.bloodHu = between(120, 175);
        c.pulmonaryBloodHu = c.bloodHu + between(-8, 8);
        c.liverHu += 50;
    }
}

void applyFindings(ChestParameters& c, CounterRandom& random)
{
    const auto between = [&random](double low, double high) {
        return static_cast<float>(random.uniform(low, high));
    };
    const FindingPlan& plan = c.patient.findings;
    const auto strength = [](double severity) { return static_cast<float>(severity); };
    c.heartScale = between(0.90, 1.06);
    if (plan.cardiomegaly > 0)
        c.heartScale = 1.14F + 0.24F * strength(plan.cardiomegaly);
    if (plan.pericardialEffusion > 0)
        c.pericardialMm = 5 + 15 * strength(plan.pericardialEffusion);
    if (plan.effusion[0] > 0)
        c.effusionMmLeft = 8 + 52 * strength(plan.effusion[0]);
    if (plan.effusion[1] > 0)
        c.effusionMmRight = 8 + 52 * strength(plan.effusion[1]);
    if (plan.hiatalHernia > 0)
        c.herniaRadiusMm = 13 + 18 * strength(plan.hiatalHernia);
    if (plan.atelectasis > 0 && plan.basal) {
        // Volume loss pulls the diaphragm up.
        const float thickness = 9 + 20 * strength(plan.atelectasis);
        (plan.atelectasisSide < 0 ? c.collapseMmRight : c.collapseMmLeft) = thickness;
        (plan.atelectasisSide < 0 ? c.rightDomeZ : c.leftDomeZ) += 0.6F * thickness;
    }
    c.rightDomeZ -= 8 * strength(plan.emphysema);
    c.leftDomeZ -= 8 * strength(plan.emphysema);
}

void applySiteFindings(ChestParameters& c, const PhantomSite& site)
{
    const FindingPlan& plan = c.patient.findings;
    if (plan.pneumothorax > 0) {
        const auto retracted = static_cast<float>(0.06 + 0.4 * plan.pneumothorax);
        (plan.pneumothoraxSide < 0 ? c.pneumothoraxRight : c.pneumothoraxLeft) = retracted;
    }
    // Surgeons replace it from 50 to 55 mm on (Isselbacher et al., 2022 ACC/AHA guideline for
    // aortic disease), so that few are much larger.
    if (plan.aorticDilatation > 0)
        c.ascendingAortaMm = static_cast<float>(44 + 14 * plan.aorticDilatation);
    if (site.steatosis <= 0)
        return;
    // Livers and spleens enhance differently from patient to patient, so that no single
    // attenuation separates fatty livers from others.
    CounterRandom random(c.seed, "abdomen");
    const double spread = c.liverHu > 85 ? 13 : 5; // enhanced or not
    c.liverHu += static_cast<float>(spread * std::clamp(random.normal(), -2.0, 2.0));
    c.spleenShiftHu = static_cast<float>(0.5 * spread * std::clamp(random.normal(), -2.0, 2.0));
    // Unenhanced, some 20 HU less in mild and 55 HU less in severe steatosis (Kodama et al., AJR
    // 2007).
    if (plan.steatosis > 0)
        c.liverFatHu = static_cast<float>(9 + 46 * plan.steatosis);
}

} // namespace

ChestParameters sampleChest(std::uint64_t seed, const PhantomSite& site)
{
    ChestParameters c;
    c.seed = seed;
    c.patient = planPatient(seed, site);
    CounterRandom random(seed, "build");
    const auto between = [&random](double low, double high) {
        return static_cast<float>(random.uniform(low, high));
    };

    const bool female = c.patient.female;
    const double build = (female ? 0.93 : 1.02) + 0.03 * random.normal();
    for (double& axis : c.scale)
        axis = build * random.uniform(0.95, 1.05);
    c.shiftMm = {random.uniform(-10, 10), random.uniform(-12, 12), random.uniform(-8, 8)};
    c.rotation = 0.035F * static_cast<float>(random.normal());
    c.warpMm = between(2.5, 5.5);
    c.fatMm = between(5, female ? 30 : 24);
    c.muscleMm = between(female ? 5 : 7, female ? 10 : 15);
    c.breast = female ? between(0.55, 1.05) : 0.0F;

    const float breathing = between(-14, 16);
    c.rightDomeZ = -48 + breathing;
    c.leftDomeZ = c.rightDomeZ - between(4, 15);
    // Wider than breathing alone explains: the mean of a lung shall not tell its disease.
    c.lungHu = -855 + 1.6F * breathing + between(-28, 28) + site.lungHuShift;
    c.gravityHu = between(20, 70);
    c.heartShiftX = between(-5, 5);
    c.aortaScale = between(0.9, 1.1) + 0.0025F * static_cast<float>(c.patient.ageYears - 55);
    if (c.patient.variants.tortuousAorta)
        c.tortuosityMm = between(4, 11);
    c.stomachGas = between(0.1, 0.5);
    applyFindings(c, random);
    samplePhase(c, random);
    c.muscleHu = between(44, 64);
    c.fatHu = between(-112, -90);
    c.marrowHu = 230 - 1.7F * static_cast<float>(c.patient.ageYears - 20) + between(-25, 25);
    c.noiseHu = static_cast<float>(site.noiseFactor) * between(8, 26);
    c.sharpKernel = random.chance(site.sharpShare);
    c.edgeGain = c.sharpKernel ? site.edgeGain : 0.0F;
    applySiteFindings(c, site);
    return c;
}

} // namespace fovea
