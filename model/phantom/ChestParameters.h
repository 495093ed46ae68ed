#pragma once

#include "model/domain/Anatomy.h"
#include "model/phantom/Phantom.h"

#include <array>
#include <cstdint>

namespace fovea {

/// How strongly each finding is drawn, in (0, 1]; 0 where it is absent.
struct FindingPlan {
    double emphysema = 0.0;
    double atelectasis = 0.0;
    double nodule = 0.0;
    double opacity = 0.0;
    double consolidation = 0.0;
    double mosaic = 0.0;
    std::array<double, 2> effusion{0.0, 0.0}; ///< Left, right.
    double cardiomegaly = 0.0;
    double pericardialEffusion = 0.0;
    double coronaryCalcification = 0.0;
    double hiatalHernia = 0.0;
    double aorticCalcification = 0.0;
};

/// One chest in numbers. Lengths are millimetres of a reference adult; `scale` turns them into
/// this patient's. Coordinates are LPS with the origin near the carina's level: x to the patient's
/// left, y to posterior, z to superior.
struct ChestParameters {
    std::uint64_t seed = 0;
    bool female = false;
    Vec3 scale{1, 1, 1};
    Vec3 shiftMm{0, 0, 0}; ///< Patient off the scanner's centre.

    float fatMm = 15;       ///< Subcutaneous.
    float breast = 0;       ///< Fraction of a full breast; 0 in men.
    float rightDomeZ = -48; ///< Top of the right hemidiaphragm; breathing moves it.
    float leftDomeZ = -58;
    float heartScale = 1; ///< Cardiomegaly included.
    float heartShiftX = 0;
    float pericardialMm = 0; ///< Thickness of fluid around the heart.
    float aortaScale = 1;
    float effusionMmLeft = 0; ///< Depth of the layer in front of the posterior chest wall.
    float effusionMmRight = 0;
    float herniaRadiusMm = 0;
    float stomachGas = 0.3F;

    // Hounsfield units
    float bloodHu = 42;   ///< Unenhanced about 40 HU; 120 to 350 with contrast.
    float muscleHu = 55;  ///< 50 to 65 HU.
    float liverHu = 58;   ///< 55 to 65 HU, about 110 in the venous phase.
    float lungHu = -855;  ///< -900 to -820 HU in inspiration.
    float marrowHu = 160; ///< Trabecular bone, falls with age from about 220 to 80 HU.
    float gravityHu = 45; ///< Dependent lung is that much denser than anterior lung.
    float noiseHu = 18;   ///< Standard deviation in a voxel of 0.7 x 0.7 x 2 mm.
    bool sharpKernel = false;

    FindingPlan plan;
};

/// Draws a chest: sex, build, breathing, contrast, noise and which findings it has. Findings are
/// independent of each other; about a third of lungs and hearts are wholly normal.
ChestParameters sampleChest(std::uint64_t seed);

} // namespace fovea
