#pragma once

#include "model/domain/Anatomy.h"
#include "model/domain/ImageGeometry.h"
#include "model/phantom/FindingPlan.h"

#include <cstdint>

namespace fovea {

/// One chest in numbers. Lengths are millimetres of a reference adult; `scale` turns them into
/// this patient's. Coordinates are LPS with the origin near the carina's level: x to the patient's
/// left, y to posterior, z to superior.
///
/// Attenuations in Hounsfield units are the usual ranges of chest CT at 120 kVp: Webb, Mueller,
/// Naidich, High-Resolution CT of the Lung (lung, emphysema below -950, ground glass); Lim et al.,
/// RadioGraphics 2017 (fluids, fat, soft tissue); Agatston et al., JACC 1990 (calcium above 130);
/// Pickhardt et al., Ann Intern Med 2013 (marrow by age).
struct ChestParameters {
    std::uint64_t seed = 0;
    PatientPlan patient;
    Vec3 scale{1, 1, 1};
    Vec3 shiftMm{0, 0, 0}; ///< Patient off the scanner's centre.
    float rotation = 0;    ///< Radians about z: the patient lies slightly on a side.
    float warpMm = 4;      ///< How far the body's shapes wander from the reference's.

    float fatMm = 15;       ///< Subcutaneous.
    float muscleMm = 9;     ///< Of the chest wall outside the ribs.
    float breast = 0;       ///< Fraction of a full breast; 0 in men.
    float rightDomeZ = -48; ///< Top of the right hemidiaphragm; breathing moves it.
    float leftDomeZ = -58;
    float heartScale = 1; ///< Cardiomegaly included.
    float heartShiftX = 0;
    float pericardialMm = 0; ///< Thickness of fluid around the heart.
    float aortaScale = 1;
    float tortuosityMm = 0;   ///< How far arch and descending aorta bulge.
    float effusionMmLeft = 0; ///< Depth of the layer in front of the posterior chest wall.
    float effusionMmRight = 0;
    float collapseMmLeft = 0; ///< Thickness of collapsed lung above the diaphragm.
    float collapseMmRight = 0;
    float herniaRadiusMm = 0;
    float pneumothoraxLeft = 0; ///< By which part of its size the front of the lung retracts.
    float pneumothoraxRight = 0;
    float ascendingAortaMm = 0; ///< Diameter of a dilated one in this patient; 0: as aortaScale.
    float stomachGas = 0.3F;

    // Hounsfield units
    float bloodHu = 42;          ///< Unenhanced about 40 HU; 120 to 350 with contrast.
    float pulmonaryBloodHu = 42; ///< Pulmonary artery and right heart: first to enhance.
    float muscleHu = 55;         ///< 50 to 65 HU.
    float fatHu = -100;          ///< -120 to -80 HU.
    float liverHu = 58;          ///< 55 to 65 HU, about 110 in the venous phase.
    float liverFatHu = 0;        ///< How much fat darkens the liver.
    float spleenShiftHu = 0;     ///< Of the spleen against what the liver would have it.
    float lungHu = -855;         ///< -900 to -800 HU in inspiration.
    float marrowHu = 160;        ///< Trabecular bone, falls with age from about 220 to 80 HU.
    float gravityHu = 45;        ///< Dependent lung is that much denser than anterior lung.
    float noiseHu = 18;          ///< Standard deviation in a voxel of 0.7 x 0.7 x 2 mm, mid-chest.
    bool sharpKernel = false;
    float edgeGain = 0; ///< Overshoot of a sharp kernel.

    bool contrast() const { return bloodHu > 80; }
};

/// Draws a chest: the patient (planPatient), build, breathing, contrast phase, noise, kernel.
ChestParameters sampleChest(std::uint64_t seed, const PhantomSite& site = PhantomSite::reference());

} // namespace fovea
