#include "model/phantom/ChestParameters.h"

#include "model/phantom/CounterRandom.h"

namespace fovea {

namespace {

FindingPlan samplePlan(std::uint64_t seed)
{
    CounterRandom random(seed, "findings");
    const auto draw = [&random](double probability) {
        const bool present = random.chance(probability);
        const double severity = random.uniform(0.3, 1.0);
        return present ? severity : 0.0;
    };
    FindingPlan plan;
    const double lung = random.chance(0.33) ? 0.0 : 0.36;
    plan.emphysema = draw(lung);
    plan.atelectasis = draw(lung);
    plan.nodule = draw(lung);
    plan.opacity = draw(lung);
    plan.consolidation = draw(lung);
    plan.mosaic = draw(lung);
    const double effusion = draw(lung);
    const double side = random.uniform();
    const double other = random.uniform(0.5, 1.0);
    if (side < 0.35)
        plan.effusion = {effusion, 0.0};
    else if (side < 0.7)
        plan.effusion = {0.0, effusion};
    else
        plan.effusion = {effusion, effusion * other};
    const double heart = random.chance(0.33) ? 0.0 : 0.44;
    plan.cardiomegaly = draw(heart);
    plan.pericardialEffusion = draw(heart);
    plan.coronaryCalcification = draw(heart);
    plan.hiatalHernia = draw(0.36);
    plan.aorticCalcification = draw(0.4);
    return plan;
}

} // namespace

ChestParameters sampleChest(std::uint64_t seed)
{
    ChestParameters c;
    c.seed = seed;
    c.plan = samplePlan(seed);
    const FindingPlan& plan = c.plan;
    CounterRandom random(seed, "build");
    const auto between = [&random](double low, double high) {
        return static_cast<float>(random.uniform(low, high));
    };

    c.female = random.chance(0.5);
    const double build = (c.female ? 0.93 : 1.02) + 0.03 * random.normal();
    for (double& axis : c.scale)
        axis = build * random.uniform(0.96, 1.04);
    c.shiftMm = {random.uniform(-8, 8), random.uniform(-8, 8), random.uniform(-8, 8)};
    c.fatMm = between(6, c.female ? 26 : 20);
    c.breast = c.female ? between(0.55, 1.0) : 0.0F;

    const float breathing = between(-12, 14);
    c.rightDomeZ = -48 + breathing - 8 * static_cast<float>(plan.emphysema);
    c.leftDomeZ = c.rightDomeZ - between(6, 14);
    c.lungHu = -855 + 1.6F * breathing + between(-12, 12);
    c.gravityHu = between(25, 60);

    c.heartScale = between(0.92, 1.04);
    if (plan.cardiomegaly > 0)
        c.heartScale = static_cast<float>(1.14 + 0.26 * plan.cardiomegaly);
    c.heartShiftX = between(-5, 5);
    if (plan.pericardialEffusion > 0)
        c.pericardialMm = static_cast<float>(5.0 + 15.0 * plan.pericardialEffusion);
    c.aortaScale = between(0.9, 1.12);
    if (plan.effusion[0] > 0)
        c.effusionMmLeft = static_cast<float>(8.0 + 58.0 * plan.effusion[0]);
    if (plan.effusion[1] > 0)
        c.effusionMmRight = static_cast<float>(8.0 + 58.0 * plan.effusion[1]);
    if (plan.hiatalHernia > 0)
        c.herniaRadiusMm = static_cast<float>(13.0 + 19.0 * plan.hiatalHernia);
    c.stomachGas = between(0.1, 0.5);

    const double phase = random.uniform();
    c.liverHu = between(52, 64);
    c.bloodHu = between(36, 46);
    if (phase > 0.7) { // arterial
        c.bloodHu = between(230, 360);
        c.liverHu += 15;
    } else if (phase > 0.4) { // portal venous
        c.bloodHu = between(120, 180);
        c.liverHu += 50;
    }
    c.muscleHu = between(48, 64);
    c.marrowHu = between(90, 220);
    c.noiseHu = between(8, 28);
    c.sharpKernel = random.chance(0.35);
    return c;
}

} // namespace fovea
