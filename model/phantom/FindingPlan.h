#pragma once

#include "model/phantom/PhantomSite.h"

#include <array>
#include <cstdint>

namespace fovea {

/// How strongly each finding is to be drawn, in (0, 1]; 0 where it is absent.
struct FindingPlan {
    double emphysema = 0.0;
    bool paraseptal = false; ///< Emphysema under the pleura instead of in the lobules' middle.
    double atelectasis = 0.0;
    bool basal = false;      ///< Collapse above the diaphragm instead of bands.
    int atelectasisSide = 0; ///< Of basal collapse: -1 right, +1 left.
    double nodule = 0.0;
    double opacity = 0.0;
    double fibrosis = 0.0;
    std::array<double, 2> effusion{0.0, 0.0}; ///< Left, right.
    double mosaic = 0.0;
    double peribronchial = 0.0;
    double consolidation = 0.0;
    double bronchiectasis = 0.0;
    double septal = 0.0;
    double cardiomegaly = 0.0;
    double pericardialEffusion = 0.0;
    double coronaryCalcification = 0.0;
    double hiatalHernia = 0.0;
    double aorticCalcification = 0.0;
    // Of some sites only.
    double pneumothorax = 0.0;
    int pneumothoraxSide = 0; ///< -1 right, +1 left.
    double aorticDilatation = 0.0;
    double steatosis = 0.0;
};

/// What looks like a finding and is none: each confuses a reader who only asks how bright, how dark
/// or how large something is.
struct VariantPlan {
    bool azygosFissure = false;
    bool dependentDensity = false;   ///< Gravity's haze at the back: like an opacity.
    bool calcifiedLymphNode = false; ///< Like a plaque.
    bool pericardialFatPad = false;  ///< Like a larger heart or fluid.
    bool tortuousAorta = false;
    bool apicalCap = false; ///< Like scarring.
    bool healedRibFracture = false;
    bool pleuralPlaque = false;
    bool mitralAnnulus = false; ///< Calcified, but no coronary artery.
    bool pacemakerLead = false; ///< Metal in the heart.
    bool osteophytes = false;   ///< Bright beside the aorta.
    bool esophagealAir = false; ///< Like a small hernia.
    bool bulla = false;         ///< One large hole: no emphysema elsewhere.
};

struct PatientPlan {
    bool female = false;
    int ageYears = 60;
    FindingPlan findings;
    VariantPlan variants;
};

/// Draws who the patient is and what is found. Findings come together as diseases bring them
/// (heart failure: large heart, effusions, septal lines; smoking: emphysema, bronchial walls,
/// plaques; infection; old tuberculosis; age: plaques, hernia), yet each also comes alone, and
/// about a quarter of all lungs are normal. A site's own findings come on top of that, from random
/// numbers of their own. Deterministic.
PatientPlan planPatient(std::uint64_t seed, const PhantomSite& site = PhantomSite::reference());

} // namespace fovea
