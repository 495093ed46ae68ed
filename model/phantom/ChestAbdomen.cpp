#include "model/phantom/Chest.h"
#include "model/phantom/ChestStructures.h"
#include "model/phantom/CounterRandom.h"

namespace fovea {

namespace {

constexpr float GasHu = -985.0F;

} // namespace

float Chest::liverTissue(float x, float y, float z) const
{
    const ChestParameters& c = m_parameters;
    if (c.liverFatHu <= 0)
        return c.liverHu;
    // Fat spares parts of the liver; its vessels stay what they are and stand out.
    const float part = valueNoise(c.seed + 47, x / 60, y / 60, z / 60);
    return c.liverHu - c.liverFatHu * (0.8F + 0.4F * part);
}

Tissue Chest::abdomen(float x, float y, float z) const
{
    const ChestParameters& c = m_parameters;
    const auto ellipsoid = [&](float cx, float cy, float cz, float ax, float ay, float az) {
        return square((x - cx) / ax) + square((y - cy) / ay) + square((z - cz) / az);
    };
    if (z > diaphragm(x, y) - 3)
        return {c.muscleHu, ChestLabel::Background};
    const float right = c.rightDomeZ, left = c.leftDomeZ;
    // Crura beside the aorta.
    if (std::abs(std::abs(x - 3) - 16) < 3.5F && y > 28 && y < 62 && z < left - 20)
        return {c.muscleHu, ChestLabel::Background};
    // The liver fills the dome, its left lobe thins out towards the left.
    const float lobe = x - 12 - 0.25F * (z - right + 70) + 0.5F * y;
    if (ellipsoid(-52, -6, right - 62, 112, 104, 78) < 1 && lobe < 26 &&
        (x < -12 || y < 30 + 0.4F * x))
    {
        // Its veins are darker before and brighter after they enhance.
        const float n = valueNoise(c.seed + 36, x / 16, y / 16, z / 20);
        const bool vein = std::abs(n - 0.5F) < 0.018F;
        const float veins = c.contrast() ? 0.5F * c.bloodHu + 30 : c.liverHu - 14;
        return {vein ? veins : liverTissue(x, y, z) + 6 * (n - 0.5F), ChestLabel::Liver};
    }
    if (ellipsoid(92, 42, left - 58, 34, 50, 46) < 1 && x > 62)
        return {c.liverHu - (c.contrast() ? -12.0F : 8.0F) + c.spleenShiftHu, ChestLabel::Spleen};
    const float stomach = ellipsoid(58, -18, left - 46, 46, 52, 46);
    if (stomach < 1) {
        if (stomach > 0.80F)
            return {c.muscleHu - 5, ChestLabel::Stomach};
        const float n = valueNoise(c.seed + 37, x / 6, y / 6, z / 6);
        return {y < -18 - 48 * (0.6F - c.stomachGas) ? GasHu : 22.0F + 50 * (n - 0.5F),
                ChestLabel::Stomach};
    }
    for (const int side : {-1, 1}) {
        const float kidney = ellipsoid(static_cast<float>(side) * 58, 58,
                                       (side < 0 ? right : left) - 118, 27, 27, 48);
        if (kidney < 1) {
            const bool sinus = kidney < 0.22F;
            const float cortex = c.contrast() ? 0.6F * c.bloodHu + 60 : 32.0F;
            return {sinus ? c.fatHu + 40 : cortex,
                    side < 0 ? ChestLabel::KidneyRight : ChestLabel::KidneyLeft};
        }
    }
    // Bowel in fat.
    const float bowel = valueNoise(c.seed + 38, x / 22, y / 22, z / 22);
    if (bowel > 0.60F && y < 40 && z < left - 60) {
        if (bowel < 0.66F)
            return {c.muscleHu - 15, ChestLabel::Background};
        return {bowel > 0.78F ? GasHu : 15.0F, ChestLabel::Background};
    }
    const float strands = valueNoise(c.seed + 39, x / 5, y / 5, z / 5);
    return {strands > 0.85F ? c.fatHu + 90 : c.fatHu, ChestLabel::Background};
}

} // namespace fovea
