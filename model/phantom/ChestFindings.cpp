#include "model/phantom/ChestFindings.h"

#include "model/phantom/ChestStructures.h"
#include "model/phantom/FindingPlaces.h"

#include <algorithm>

namespace fovea {

namespace {

std::vector<FindingSite> bothLungs()
{
    return {{0, Side::Left, 0}, {0, Side::Right, 0}};
}

/// What is a property of the whole lung, or of its shape.
void addDiffuse(const Chest& chest, const LungTree& tree, PhantomTruth& truth)
{
    const ChestParameters& c = chest.parameters();
    const FindingPlan& plan = c.patient.findings;
    const auto lung = [&truth](double severity, const char* id, const char* kind,
                               std::vector<FindingSite> sites) {
        if (severity > 0)
            truth.findings.push_back({"lung", id, kind, severity, std::move(sites)});
    };
    lung(plan.emphysema, "emphysema", plan.paraseptal ? "paraseptal" : "centrilobular",
         bothLungs());
    lung(plan.mosaic, "mosaic_attenuation_pattern", "", bothLungs());
    lung(plan.peribronchial, "peribronchial_thickening", "", bothLungs());
    lung(plan.septal, "interlobular_septal_thickening", "", bothLungs());

    std::vector<FindingSite> effusions;
    const auto [left, right] = plan.effusion;
    if (left > 0)
        effusions.push_back({0, Side::Left, c.effusionMmLeft});
    if (right > 0)
        effusions.push_back({0, Side::Right, c.effusionMmRight});
    std::ranges::stable_sort(effusions, std::ranges::greater{}, &FindingSite::millimetres);
    lung(std::max(left, right), "pleural_effusion", "", std::move(effusions));

    // Dilated bronchi are those wider than their artery would have them.
    std::vector<FindingSite> dilated;
    if (plan.bronchiectasis > 0) {
        for (const BronchusPiece& piece : tree.bronchi) {
            const bool known =
                std::ranges::find(dilated, piece.lobe, &FindingSite::structure) != dilated.end();
            if (piece.lobe != 0 && piece.dilated && !known)
                dilated.push_back(lobeSite(piece.lobe, 0));
        }
        if (!dilated.empty())
            lung(plan.bronchiectasis, "bronchiectasis", "cylindrical", std::move(dilated));
    }
}

void addHeart(const Chest& chest, PhantomTruth& truth)
{
    const ChestParameters& c = chest.parameters();
    const FindingPlan& plan = c.patient.findings;
    if (plan.cardiomegaly > 0)
        truth.findings.push_back({"heart",
                                  "cardiomegaly",
                                  "",
                                  plan.cardiomegaly,
                                  {{0, Side::None, chest.heart().transverseMm()}}});
    if (plan.pericardialEffusion > 0)
        truth.findings.push_back({"heart",
                                  "pericardial_effusion",
                                  "",
                                  plan.pericardialEffusion,
                                  {{0, Side::None, c.pericardialMm}}});
    if (plan.hiatalHernia > 0)
        truth.findings.push_back({"esophagus",
                                  "hiatal_hernia",
                                  "",
                                  plan.hiatalHernia,
                                  {{0, Side::None, 2 * c.herniaRadiusMm}}});
}

} // namespace

ChestFindings placeFindings(const Chest& chest, const LungTree& tree)
{
    const ChestParameters& c = chest.parameters();
    const FindingPlan& plan = c.patient.findings;
    ChestFindings out;
    out.truth.seed = c.seed;
    out.truth.female = c.patient.female;
    out.truth.ageYears = c.patient.ageYears;
    out.truth.contrast = c.contrast();
    addDiffuse(chest, tree, out.truth);
    if (plan.opacity > 0)
        placeOpacities(chest, out);
    if (plan.consolidation > 0)
        placeConsolidation(chest, out);
    if (plan.nodule > 0)
        placeNodules(chest, tree, out);
    if (plan.atelectasis > 0)
        placeAtelectasis(chest, out);
    if (plan.fibrosis > 0)
        placeFibrosis(chest, out);
    addHeart(chest, out.truth);
    if (plan.coronaryCalcification > 0)
        placeCoronaryPlaques(chest, out);
    if (plan.aorticCalcification > 0)
        placeAorticPlaques(chest, out);
    addSiteFindings(chest, out);
    placeVariants(chest, out);
    return out;
}

} // namespace fovea
