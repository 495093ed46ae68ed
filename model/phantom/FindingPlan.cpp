#include "model/phantom/FindingPlan.h"

#include "model/phantom/CounterRandom.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace fovea {

namespace {

/// What an ill lung has at most: reports with more are rare and too long to learn from.
constexpr std::size_t MostLungFindings = 5;

void thinOut(FindingPlan& plan, CounterRandom& random)
{
    const std::vector<double*> all{&plan.emphysema,     &plan.atelectasis,   &plan.nodule,
                                   &plan.opacity,       &plan.fibrosis,      &plan.mosaic,
                                   &plan.peribronchial, &plan.consolidation, &plan.bronchiectasis,
                                   &plan.septal};
    std::vector<double*> present;
    std::ranges::copy_if(all, std::back_inserter(present), [](const double* s) { return *s > 0; });
    const std::size_t effusion = plan.effusion[0] > 0 || plan.effusion[1] > 0 ? 1 : 0;
    // A third of the ill lungs have hardly anything: what each finding looks like alone.
    const std::size_t most = random.chance(0.33) ? 1 + random.index(2) : MostLungFindings;
    while (!present.empty() && present.size() + effusion > most) {
        const auto at = static_cast<std::ptrdiff_t>(random.index(present.size()));
        *present[static_cast<std::size_t>(at)] = 0;
        present.erase(present.begin() + at);
    }
}

/// Each from numbers of its own, so that no site's choice moves what another draws.
void planSiteFindings(FindingPlan& plan, std::uint64_t seed, const PhantomSite& site)
{
    const auto draw = [](CounterRandom& random, double probability) {
        const bool present = random.chance(probability);
        const double severity = random.uniform(0.25, 1.0);
        return present ? severity : 0.0;
    };
    CounterRandom air(seed, "pneumothorax");
    plan.pneumothorax = draw(air, site.pneumothorax);
    plan.pneumothoraxSide = air.chance(0.5) ? -1 : 1;
    CounterRandom aorta(seed, "aortic dilatation");
    plan.aorticDilatation = draw(aorta, site.aorticDilatation);
    CounterRandom liver(seed, "steatosis");
    plan.steatosis = draw(liver, site.steatosis);
}

} // namespace

PatientPlan planPatient(std::uint64_t seed, const PhantomSite& site)
{
    PatientPlan patient;
    CounterRandom random(seed, "patient");
    patient.female = random.chance(0.47);
    patient.ageYears = static_cast<int>(random.uniform(24, 90));
    const double age = std::clamp((patient.ageYears - 40) / 45.0, 0.0, 1.0);
    const bool smoker = random.chance(0.3);
    const bool failure = random.chance(0.08 + 0.12 * age);
    const bool infection = random.chance(0.2);
    const bool tuberculosis = random.chance(0.12);

    const auto draw = [&random](double probability) {
        const bool present = random.chance(probability);
        const double severity = random.uniform(0.25, 1.0);
        return present ? severity : 0.0;
    };
    FindingPlan& plan = patient.findings;
    const bool healthy = !failure && !infection && !tuberculosis && random.chance(0.45);
    const auto lung = [healthy, &site](std::string_view id, double probability) {
        return healthy ? 0.0 : site.chance(id, probability);
    };
    plan.emphysema = draw(lung("emphysema", smoker ? 0.68 : 0.24));
    plan.paraseptal = random.chance(0.35);
    plan.atelectasis = draw(lung("atelectasis", failure ? 0.5 : 0.37));
    plan.basal = random.chance(0.45);
    plan.atelectasisSide = random.chance(0.5) ? -1 : 1;
    plan.nodule = draw(lung("lung_nodule", smoker ? 0.52 : 0.4));
    plan.opacity = draw(lung("lung_opacity", infection ? 0.6 : 0.3));
    plan.fibrosis = draw(lung("pulmonary_fibrotic_sequela", tuberculosis ? 0.8 : 0.3));
    plan.mosaic = draw(lung("mosaic_attenuation_pattern", 0.37));
    plan.peribronchial = draw(lung("peribronchial_thickening", smoker || infection ? 0.55 : 0.26));
    plan.consolidation = draw(lung("consolidation", infection ? 0.6 : 0.28));
    plan.bronchiectasis = draw(lung("bronchiectasis", tuberculosis ? 0.65 : 0.32));
    plan.septal = draw(lung("interlobular_septal_thickening", failure ? 0.7 : 0.29));
    const double effusion = draw(lung("pleural_effusion", failure ? 0.62 : 0.22));
    const double side = random.uniform();
    const double other = random.uniform(0.4, 1.0);
    const double oneSided = failure ? 0.25 : 0.42;
    if (side < oneSided)
        plan.effusion = {effusion, 0.0};
    else if (side < 2 * oneSided)
        plan.effusion = {0.0, effusion};
    else
        plan.effusion = {effusion, effusion * other};
    thinOut(plan, random);

    plan.cardiomegaly = draw(site.chance("cardiomegaly", failure ? 0.75 : 0.2));
    plan.pericardialEffusion = draw(site.chance("pericardial_effusion", failure ? 0.35 : 0.22));
    plan.coronaryCalcification = draw(site.chance("coronary_artery_wall_calcification",
                                                  0.1 + 0.42 * age + (smoker ? 0.12 : 0.0)));
    plan.hiatalHernia = draw(site.chance("hiatal_hernia", 0.14 + 0.2 * age));
    plan.aorticCalcification = draw(site.chance("arterial_wall_calcification", 0.08 + 0.5 * age));

    CounterRandom variant(seed, "variants");
    VariantPlan& v = patient.variants;
    v.azygosFissure = variant.chance(0.04);
    v.dependentDensity = variant.chance(0.3);
    v.calcifiedLymphNode = variant.chance(0.2);
    v.pericardialFatPad = variant.chance(0.3);
    v.tortuousAorta = variant.chance(0.1 + 0.3 * age);
    v.apicalCap = variant.chance(0.08 + 0.2 * age);
    v.healedRibFracture = variant.chance(0.1);
    v.pleuralPlaque = variant.chance(0.08);
    v.mitralAnnulus = variant.chance(0.05 + 0.15 * age);
    v.pacemakerLead = variant.chance(0.02 + 0.08 * age);
    v.osteophytes = variant.chance(0.1 + 0.5 * age);
    v.esophagealAir = variant.chance(0.35);
    v.bulla = variant.chance(0.1);
    planSiteFindings(plan, seed, site);
    return patient;
}

} // namespace fovea
