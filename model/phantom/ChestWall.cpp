#include "model/phantom/Chest.h"
#include "model/phantom/ChestStructures.h"
#include "model/phantom/CounterRandom.h"

#include <cmath>

namespace fovea {

namespace {

constexpr float CartilageHu = 105.0F; // costal cartilage, uncalcified
constexpr float DiscHu = 85.0F;
constexpr float CordHu = 35.0F;
constexpr float CorticalHu = 640.0F;
constexpr float VertebraMm = 22.5F;
constexpr float T1TopZ = 128.0F;

std::uint16_t sided(float x, std::uint16_t left, std::uint16_t right)
{
    return x > 0 ? left : right;
}

} // namespace

Tissue Chest::wall(const Plane& plane, float x, float y, float outMm, float skinMm) const
{
    if (outMm < 12)
        return ribs(plane, x, y, outMm);
    const float fat = m_parameters.fatMm;
    if (skinMm < 2)
        return {10.0F, ChestLabel::Background};
    if (Tissue t = shoulderBlade(plane, x, y, outMm); t.label != 0)
        return t;
    // Between ribs and subcutaneous fat lies muscle, whatever the distance is.
    if (skinMm > (y < 0 ? 0.8F : 0.7F) * fat + 2 + 0.12F * fat * std::abs(x) / 100)
        return muscle(plane, x, y);
    return {m_parameters.fatHu, ChestLabel::Background};
}

Tissue Chest::muscle(const Plane& plane, float x, float y) const
{
    // Bellies with planes of fat between them.
    const float grain = valueNoise(m_parameters.seed + 31, x / 26, y / 26, plane.muscleGrain);
    const float belly =
        valueNoise(m_parameters.seed + 44, x / 38, y / 38, 0.7F * plane.muscleGrain);
    const bool between = std::abs(belly - 0.5F) < 0.016F + 0.0016F * m_parameters.fatMm * grain;
    const bool back = y > 60 && std::abs(x) < 58;
    if (back) {
        return {grain > 0.82F ? m_parameters.fatHu + 60 : m_parameters.muscleHu - 8 * grain,
                std::abs(x) > 5 ? sided(x, ChestLabel::AutochthonLeft, ChestLabel::AutochthonRight)
                                : ChestLabel::Background};
    }
    if (between)
        return {m_parameters.fatHu + 12, ChestLabel::Background};
    return {m_parameters.muscleHu + 10 * (grain - 0.5F), ChestLabel::Background};
}

Tissue Chest::ribs(const Plane& plane, float x, float y, float outMm) const
{
    const ChestParameters& c = m_parameters;
    if (std::abs(x) < 22 && y < 0) {
        // The sternum, 12 mm thick; wider at the manubrium.
        const float half = plane.z > 62 ? 24.0F : 17.0F;
        const float oval = square(x / half) + square((outMm - 7) / 5.5F);
        if (plane.z > -62 && plane.z < 96 && oval < 1) {
            const bool joint = std::abs(plane.z - 62) < 2;
            return {joint ? CartilageHu : (oval > 0.62F ? CorticalHu - 330 : c.marrowHu + 20),
                    ChestLabel::Sternum};
        }
    }
    // Ribs descend from the spine to the front by about three vertebrae, with oval sections.
    const float front = (85 - y) / 170;
    const float phase = (T1TopZ - 2 - plane.z - 72 * front) / VertebraMm;
    const float within = phase - std::floor(phase);
    const int number = static_cast<int>(std::floor(phase)) + 1;
    const bool reaches = number <= 7 || front < (number <= 10 ? 0.8F : 0.45F);
    const float height = front > 0.8F ? 0.24F : 0.29F;
    float thick = 3.8F;
    if (c.patient.variants.healedRibFracture && number == 6 && x > 0)
        thick += 3.5F * std::max(0.0F, 1 - square((front - 0.45F) / 0.05F));
    const float oval = square((within - 0.3F) / height) + square((outMm - 6.8F) / thick);
    if (number >= 1 && number <= 12 && oval < 1 && reaches) {
        if (front > 0.84F) {
            const float age = static_cast<float>(c.patient.ageYears);
            const float n = valueNoise(c.seed + 32, x / 5, y / 5, plane.z / 5);
            const bool calcified = n > 1.25F - 0.008F * age;
            return {calcified ? 420.0F : CartilageHu, ChestLabel::CostalCartilages};
        }
        const auto label = static_cast<std::uint16_t>(
            (x > 0 ? ChestLabel::RibLeft1 : ChestLabel::RibRight1) + number - 1);
        return {oval > 0.5F ? CorticalHu : c.marrowHu + 60, label};
    }
    const float n = valueNoise(c.seed + 33, x / 12, y / 12, plane.z / 9);
    return {n > 0.62F || outMm < 3.5F ? c.fatHu + 30 : c.muscleHu - 20, ChestLabel::Background};
}

Tissue Chest::shoulderBlade(const Plane& plane, float x, float y, float outMm) const
{
    const float side = std::abs(x);
    const float z = plane.z;
    if (z < -18 || z > 112 || y < 8 || side < 48)
        return {};
    const std::uint16_t label = sided(x, ChestLabel::ScapulaLeft, ChestLabel::ScapulaRight);
    // A thin plate along the cage, thicker along its outer border, and the spine behind it.
    const float border = 132 - 0.28F * (z - 40);
    const float inner = 58 - 0.18F * (z - 40);
    const float depth = std::abs(outMm - 19 - 0.08F * (z - 40));
    const float half = side > border - 16 ? 4.6F : 2.2F;
    if (side > inner && side < border && y > 26 && depth < half)
        return {depth < half - 1.6F ? m_parameters.marrowHu + 90 : CorticalHu - 200, label};
    if (z > 66 && z < 96 && side > inner + 12 && side < border + 10 && outMm > 19 && outMm < 40 &&
        std::abs(z - 80 - 0.16F * (side - 90)) < 4)
        return {CorticalHu - 260, label};
    return {};
}

bool Chest::spine(const Plane& plane, float x, float y, Tissue& tissue) const
{
    const float dy = y - plane.spineY;
    const ChestParameters& c = m_parameters;
    // Flattened behind, where the canal is.
    const float body = square(x / 17.5F) + square(dy / (dy > 0 ? 12.5F : 15));
    if (body < 1) {
        if (plane.disc) {
            tissue = {DiscHu, ChestLabel::Background};
            return true;
        }
        const bool cortex =
            body > 0.84F || plane.vertebraPhase < 0.06F || plane.vertebraPhase > 0.74F;
        const float grain = valueNoise(c.seed + 34, x / 3, y / 3, plane.z / 4) - 0.5F;
        tissue = {cortex ? c.marrowHu + 190 : c.marrowHu + 70 * grain, plane.vertebra};
        return true;
    }
    if (c.patient.variants.osteophytes && std::abs(plane.vertebraPhase - 0.8F) < 0.24F) {
        // Spurs in front of the discs, right more than left, for the aorta beats against the left.
        const float spur = square((x + 8) / 15) + square((dy + 14) / 7);
        if (spur < 1) {
            tissue = {spur > 0.5F ? CorticalHu : c.marrowHu + 150, plane.vertebra};
            return true;
        }
    }
    const float canal = square(x / 10) + square((dy - 21) / 8.5F);
    if (canal < 1) {
        const bool cord = canal < 0.42F;
        tissue = {cord ? CordHu : -20.0F, cord ? ChestLabel::SpinalCord : ChestLabel::Background};
        return true;
    }
    // Arches and processes slope down and back.
    const float sloped = plane.vertebraPhase - 0.011F * std::max(0.0F, dy - 12);
    const float phase = sloped - std::floor(sloped);
    const bool pedicles = phase < 0.42F;
    const float arch = square(x / 14.5F) + square((dy - 21) / 12.5F);
    if (arch < 1 && (pedicles || dy > 22)) {
        tissue = {arch > 0.85F ? c.marrowHu + 330 : c.marrowHu + 160, plane.vertebra};
        return true;
    }
    if (std::abs(x) < 3.4F && dy > 30 && dy < 47 && phase > 0.2F && phase < 0.85F) {
        tissue = {std::abs(x) > 1.8F ? CorticalHu - 200 : c.marrowHu + 120, plane.vertebra};
        return true;
    }
    if (std::abs(dy - 20 - 0.2F * std::abs(x)) < 5.0F && std::abs(x) < 31 && pedicles) {
        tissue = {CorticalHu - 300, plane.vertebra};
        return true;
    }
    if (square(x / 23) + square((dy - 6) / 22) < 1) { // around the vertebra
        tissue = {c.fatHu + 30, ChestLabel::Background};
        return true;
    }
    return false;
}

bool Chest::breast(float x, float y, float z, Tissue& tissue) const
{
    const ChestParameters& c = m_parameters;
    if (c.breast <= 0 || y > -50)
        return false;
    const float radius = 50 * c.breast;
    // Lying down, breasts flatten and fall to the sides.
    const float q = square((std::abs(x) - 84) / (radius * 1.45F)) +
                    square((y + 88) / (radius * 0.72F)) + square((z + 8) / (radius * 1.3F));
    if (q > 1)
        return false;
    if (q > 0.95F) {
        tissue = {10.0F, ChestLabel::Background};
        return true;
    }
    // Glandular tissue in strands, less of it with age.
    const float n = valueNoise(c.seed + 35, x / 9, y / 9, z / 9);
    const float gland = 0.55F + 0.004F * static_cast<float>(c.patient.ageYears - 40) + 0.35F * q;
    tissue = {n > gland ? 25.0F : c.fatHu, ChestLabel::Background};
    return true;
}

} // namespace fovea
