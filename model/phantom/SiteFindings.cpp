#include "model/phantom/FindingPlaces.h"

// The truth of findings that some sites have (PhantomSite.h). They change shapes and tissues of the
// chest itself: there is nothing to draw over it.

namespace fovea {

void addSiteFindings(const Chest& chest, ChestFindings& out)
{
    const ChestParameters& c = chest.parameters();
    const FindingPlan& plan = c.patient.findings;
    if (plan.pneumothorax > 0) {
        const bool left = plan.pneumothoraxSide > 0;
        out.truth.findings.push_back(
            {"lung",
             "pneumothorax",
             "",
             plan.pneumothorax,
             {{0, left ? Side::Left : Side::Right, chest.pneumothoraxMm(left ? 1 : -1)}}});
    }
    if (plan.aorticDilatation > 0)
        out.truth.findings.push_back({"aorta",
                                      "thoracic_aortic_dilatation",
                                      "",
                                      plan.aorticDilatation,
                                      {{0, Side::None, c.ascendingAortaMm}}});
    if (plan.steatosis > 0)
        out.truth.findings.push_back({"liver", "hepatic_steatosis", "", plan.steatosis, {{}}});
}

} // namespace fovea
