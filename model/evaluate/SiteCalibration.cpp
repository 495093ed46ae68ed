#include "model/evaluate/SiteCalibration.h"

#include "model/evaluate/CalibrationBootstrap.h"
#include "model/evaluate/CalibrationError.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <stdexcept>

namespace fovea {

namespace {

using Json = nlohmann::ordered_json;
using Outcome = CalibratedFinding::Outcome;

CalibratedFinding calibrate(const FindingCases& finding, const std::vector<int>& foldOfGroup)
{
    CalibratedFinding out;
    out.key = {finding.anatomyId, finding.findingId};
    out.positives = static_cast<int>(std::ranges::count(finding.cases.positive, true));
    out.negatives = static_cast<int>(finding.cases.positive.size()) - out.positives;
    if (std::min(out.positives, out.negatives) < fewestLabelsPerClass)
        return out;
    const auto fit = fitPlatt(finding.cases);
    if (!fit) {
        out.outcome = Outcome::NotFitted;
        return out;
    }
    if (!(fit->a > 0.0) || *areaUnderRoc(finding.cases) <= 0.5) {
        out.outcome = Outcome::ScoreMisleads;
        return out;
    }
    out.outcome = Outcome::Calibrated;
    out.reference = {fit->a, fit->b, operatingThreshold(finding.cases),
                     out.positives + out.negatives};
    out.errorBefore = *expectedCalibrationError(finding.cases);
    out.before = reliabilityBins(finding.cases);
    if (foldOfGroup.size() < CalibrationFolds)
        return out;
    if (const auto after =
            crossCalibrated(finding.cases, finding.groups, foldOfGroup, CalibrationFolds))
    {
        out.errorAfter = expectedCalibrationError(*after);
        out.after = reliabilityBins(*after);
    }
    return out;
}

SiteCalibration calibrationOf(const Json& json)
{
    if (json.at("format") != 1)
        throw std::invalid_argument("unknown format number");
    SiteCalibration calibration;
    calibration.modelFingerprint = json.at("model");
    calibration.fittedAt = json.at("fitted_at");
    for (const Json& one : json.at("findings")) {
        SiteReference reference;
        reference.a = one.at("a");
        reference.b = one.at("b");
        if (!one.at("threshold").is_null())
            reference.threshold = one.at("threshold").get<double>();
        reference.labels = one.at("labels");
        calibration.findings[{one.at("anatomy"), one.at("finding")}] = reference;
    }
    return calibration;
}

} // namespace

std::vector<CalibratedFinding> calibrateFindings(const std::vector<FindingCases>& findings,
                                                 std::size_t groupCount, std::uint64_t seed)
{
    const std::vector<int> folds = dealFolds(groupCount, CalibrationFolds, seed);
    std::vector<CalibratedFinding> all;
    for (const FindingCases& finding : findings)
        all.push_back(calibrate(finding, folds));
    return all;
}

Status addErrorIntervals(std::vector<CalibratedFinding>& calibrated,
                         const std::vector<FindingCases>& findings, std::size_t groupCount,
                         const Progress& progress, std::uint64_t seed)
{
    Evaluation evaluation;
    evaluation.findings.resize(calibrated.size());
    for (std::size_t n = 0; n < calibrated.size(); ++n) {
        if (calibrated[n].outcome != Outcome::Calibrated)
            continue;
        CalibrationMetrics& metrics = evaluation.findings[n].calibration.emplace();
        metrics.error = calibrated[n].errorBefore;
        metrics.errorCalibrated = calibrated[n].errorAfter;
    }
    MeasureOptions options;
    options.seed = seed;
    if (const Status added = addCalibrationIntervals(
            evaluation, findings, dealFolds(groupCount, CalibrationFolds, seed), options, progress);
        !added)
        return added;
    for (std::size_t n = 0; n < calibrated.size(); ++n) {
        if (const auto& metrics = evaluation.findings[n].calibration) {
            calibrated[n].errorBeforeInterval = metrics->errorInterval;
            calibrated[n].errorAfterInterval = metrics->errorCalibratedInterval;
        }
    }
    return Done{};
}

std::string siteCalibrationToJson(const SiteCalibration& calibration)
{
    Json json{{"format", 1},
              {"model", calibration.modelFingerprint},
              {"fitted_at", calibration.fittedAt},
              {"findings", Json::array()}};
    for (const auto& [key, reference] : calibration.findings)
        json["findings"].push_back(
            {{"anatomy", key.anatomyId},
             {"finding", key.findingId},
             {"a", reference.a},
             {"b", reference.b},
             {"threshold", reference.threshold ? Json(*reference.threshold) : Json(nullptr)},
             {"labels", reference.labels}});
    return json.dump(1) + "\n";
}

Result<SiteCalibration> siteCalibrationFromJson(const std::string& json, const std::string& name)
{
    try {
        return calibrationOf(Json::parse(json));
    } catch (const std::exception& e) { // nlohmann's, and the check's above
        return makeError(ErrorCode::MetadataBroken, {name, e.what()});
    }
}

} // namespace fovea
