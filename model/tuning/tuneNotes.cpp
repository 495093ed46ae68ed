#include "model/tuning/tuneNotes.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace fovea {

namespace {

constexpr std::size_t FewPositives = 5;

Error bad(const char* option, const char* why)
{
    return makeError(ErrorCode::BadOption, {option, why});
}

} // namespace

std::vector<TuneNote> labelNotes(const std::vector<PromptPairLoss::Count>& training,
                                 const Evaluation& validation)
{
    std::vector<TuneNote> notes;
    for (const PromptPairLoss::Count& count : training) {
        if (count.positives == 0 || count.negatives == 0)
            notes.push_back({TuneNote::Kind::OneSidedTraining, {count.anatomyId, count.findingId}});
        else if (count.positives < FewPositives)
            notes.push_back({TuneNote::Kind::FewPositives,
                             {count.anatomyId, count.findingId, std::to_string(count.positives)}});
    }
    for (const FindingMetrics& finding : validation.findings) {
        if (!finding.auc)
            notes.push_back(
                {TuneNote::Kind::OneSidedValidation, {finding.anatomyId, finding.findingId}});
    }
    return notes;
}

std::vector<TuneFindingResult> findingResults(const Evaluation& before, const Evaluation& after,
                                              std::size_t known)
{
    std::vector<TuneFindingResult> results;
    for (std::size_t n = 0; n < before.findings.size(); ++n) {
        const FindingMetrics& own = before.findings[n];
        results.push_back({own.anatomyId, own.findingId, n >= known, own.positives, own.negatives,
                           own.auc, after.findings[n].auc});
    }
    return results;
}

Status checkLabels(const std::vector<PromptPairLoss::Count>& training, const Evaluation& validation)
{
    const bool learnable = std::ranges::any_of(training, [](const PromptPairLoss::Count& count) {
        return count.positives > 0 && count.negatives > 0;
    });
    if (!learnable)
        return makeError(ErrorCode::OneSidedLabels, {"training"});
    const bool judgeable = std::ranges::any_of(
        validation.findings, [](const FindingMetrics& finding) { return finding.auc.has_value(); });
    if (!judgeable)
        return makeError(ErrorCode::OneSidedLabels, {"validation"});
    return Done{};
}

Status checkTuneOptions(const TuneOptions& options)
{
    if (options.way == TuneWay::Calibration)
        return bad("way", "calibration alone needs no training: it is fitted to verdicts");
    if (options.way == TuneWay::Queries && options.newAnatomies.empty())
        return bad("way", "queries are for new anatomies; heads learn findings of known ones");
    if (options.calibratedOn.empty())
        return bad("calibratedOn", "name the site whose studies these are");
    if (options.batch && *options.batch < 2)
        return bad("batch", "must be at least 2: there is nothing to contrast with");
    if (options.epochs && *options.epochs < 1)
        return bad("epochs", "must be positive");
    if (options.learningRate && !(*options.learningRate > 0))
        return bad("learningRate", "must be positive");
    if (!(options.keepOld >= 0) || !(options.promptPairs >= 0))
        return bad("keepOld", "neither it nor promptPairs may be negative");
    if (options.patience < 0 || options.checkpointEvery < 0)
        return bad("patience", "neither it nor checkpointEvery may be negative");
    if (options.loraRank < 1 || options.loraRank > 256)
        return bad("loraRank", "must be from 1 to 256");
    if (options.resume && options.checkpointFolder.empty())
        return bad("resume", "needs a folder of checkpoints");
    return Done{};
}

std::string settingsJson(const TuneOptions& options, const Recipe& recipe)
{
    nlohmann::ordered_json json;
    json["way"] = nameOf(options.way);
    json["epochs"] = recipe.epochs;
    json["batch"] = recipe.batch;
    json["learningRate"] = recipe.learningRate;
    json["keepOld"] = options.keepOld;
    json["promptPairs"] = options.promptPairs;
    json["patience"] = options.patience;
    json["coTeaching"] = options.coTeaching;
    if (options.way == TuneWay::Lora)
        json["loraRank"] = options.loraRank;
    json["newAnatomies"] = nlohmann::ordered_json::array();
    for (const TuneAnatomy& anatomy : options.newAnatomies)
        json["newAnatomies"].push_back(anatomy.id);
    json["newFindings"] = nlohmann::ordered_json::array();
    for (const TuneFinding& finding : options.newFindings)
        json["newFindings"].push_back(
            {finding.anatomyId, finding.id, finding.prompts.positive, finding.prompts.negative});
    return json.dump();
}

} // namespace fovea
