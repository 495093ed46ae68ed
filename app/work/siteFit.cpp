#include "app/work/siteFit.h"

#include <utility>

namespace fovea {

Result<SiteFit> fitSite(const StudyDatabase& database, const ModelInfo& model,
                        const std::filesystem::path& table, const std::string& fittedAt,
                        const Progress& progress)
{
    const auto labels = table.empty() ? labelsFromVerdicts(database, model)
                                      : labelsFromTable(database, model, table);
    if (!labels)
        return labels.error();
    SiteFit fit;
    fit.findings = calibrateFindings(labels->findings, labels->patients);
    if (const Status added =
            addErrorIntervals(fit.findings, labels->findings, labels->patients, progress);
        !added)
        return added.error();
    fit.calibration = {model.fingerprint, fittedAt, {}};
    for (const CalibratedFinding& finding : fit.findings) {
        if (finding.outcome == CalibratedFinding::Outcome::Calibrated)
            fit.calibration.findings[finding.key] = finding.reference;
    }
    fit.patients = labels->patients;
    fit.withoutScore = labels->withoutScore;
    return fit;
}

} // namespace fovea
