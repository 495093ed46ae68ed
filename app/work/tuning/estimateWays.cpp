#include "app/work/tuning/estimateWays.h"

#include <algorithm>
#include <iterator>

namespace fovea {

namespace {

/// Of fovea-cli with LibTorch and an archive, before it reads a model; measured: see
/// estimateTune.h.
constexpr std::uint64_t processBytes = 500'000'000;
constexpr std::uint64_t bytesPerVoxel = 4; ///< 2 of the image, 2 of the labels.
/// Analyses are read whole to know how long one took.
constexpr int timed = 5;
/// To read and to prepare a study, beside a second for every so many bytes of it.
constexpr double studySeconds = 0.1;
constexpr double studyBytesPerSecond = 100e6;
/// A step's own: texts, losses, the optimizer, the log.
constexpr double stepSeconds = 0.05;
/// A study's share of a step of heads, in analyses, and the studies of one (tuneRecipe()). Measured
/// with `tune compare`: 285 steps on 160 studies and their validations took as long as 130
/// analyses.
constexpr double headAnalyses = 0.014;
constexpr double headBatch = 32;
/// Of their steps: validations without a better one end most before. 150 to 285 of 600 were done.
constexpr double headSteps = 0.4;
/// A study's share of a step that goes through the encoders, in analyses, and the studies of one.
/// Measured likewise: 180 steps of lora and their validations took as long as 1760 analyses, 210 of
/// `all`, which has gradients of every weight, as long as 4000.
constexpr double loraAnalyses = 0.8;
constexpr double allAnalyses = 1.4;
constexpr double wholeBatch = 12;
constexpr double wholeValidations = 10;
/// Of a checkpoint: value, two moments and best in fp32; two, and one that is written.
constexpr std::uint64_t checkpointBytes = std::uint64_t{3} * 4 * 4;

bool isWhole(TuneWay way)
{
    return way == TuneWay::Lora || way == TuneWay::All;
}

std::optional<double> secondsOf(const TuningSize& size, TuneWay way, std::int64_t most)
{
    if (!size.analysisSeconds)
        return std::nullopt;
    const double steps = static_cast<double>(most) * (isWhole(way) ? 1 : headSteps);
    const double analysis = *size.analysisSeconds;
    const auto training = static_cast<double>(size.training);
    const auto validation = static_cast<double>(size.validation);
    const double read =
        studySeconds + static_cast<double>(size.largestStudyBytes) / studyBytesPerSecond;
    double seconds = (training + validation) * read + steps * stepSeconds;
    if (isWhole(way)) {
        const double learning = way == TuneWay::All ? allAnalyses : loraAnalyses;
        seconds += analysis * (steps * std::min(training, wholeBatch) * learning +
                               wholeValidations * validation);
    } else {
        seconds += analysis *
                   (training + validation + steps * std::min(training, headBatch) * headAnalyses);
    }
    return seconds;
}

/// Mean of what a few of the series took, by this model or (empty) by any.
Result<std::optional<double>> analysisSeconds(const StudyDatabase& database, const TuningSet& set,
                                              const std::string& fingerprint)
{
    double sum = 0;
    int found = 0;
    for (const TuningStudy& study : set.studies) {
        const auto analyses = database.analysesOf(study.seriesId);
        if (!analyses)
            return analyses.error();
        for (const AnalysisRecord& one : *analyses) {
            if (!fingerprint.empty() && one.modelFingerprint != fingerprint)
                continue;
            const auto whole =
                database.analysis(study.seriesId, one.labelMapId, one.modelFingerprint);
            if (!whole)
                return whole.error();
            if (!*whole)
                continue;
            sum += (*whole)->seconds;
            ++found;
            break;
        }
        if (found == timed)
            break;
    }
    return found > 0 ? std::optional(sum / found) : std::nullopt;
}

} // namespace

Result<TuningSize> tuningSize(const StudyDatabase& database, const TuningSet& set,
                              const std::string& fingerprint)
{
    TuningSize size;
    size.training = set.of(TuningSplit::Training).size();
    size.validation = set.of(TuningSplit::Validation).size();
    for (const TuningStudy& study : set.studies) {
        const auto series = database.series(study.seriesId);
        if (!series)
            return series.error();
        std::uint64_t bytes = bytesPerVoxel;
        for (const int side : series->size)
            bytes *= static_cast<std::uint64_t>(std::max(0, side));
        size.largestStudyBytes = std::max(size.largestStudyBytes, bytes);
    }
    for (const std::string& model : {fingerprint, std::string()}) {
        const auto seconds = analysisSeconds(database, set, model);
        if (!seconds)
            return seconds.error();
        if (!size.analysisSeconds)
            size.analysisSeconds = *seconds;
    }
    return size;
}

Result<std::vector<WayEstimate>> estimateWays(ModelApi& api, TuneOptions options,
                                              const TuningSize& size)
{
    std::vector<WayEstimate> ways;
    for (const TuneWay way : TuneWays) {
        if (way == TuneWay::Calibration ||
            (way == TuneWay::Queries && options.newAnatomies.empty()))
            continue;
        options.way = way;
        const auto estimate = api.estimateTune(options, size.training, size.largestStudyBytes);
        if (!estimate)
            return estimate.error();
        WayEstimate one;
        one.way = way;
        one.trainableParameters = estimate->trainableParameters;
        one.steps = estimate->steps;
        one.seconds = secondsOf(size, way, estimate->steps);
        one.peakBytes = processBytes + estimate->peakBytes;
        if (!options.cacheFolder.empty())
            one.diskBytes = std::min(options.cacheBudget,
                                     estimate->bytesPerStudy * (size.training + size.validation));
        if (!options.checkpointFolder.empty())
            one.diskBytes +=
                checkpointBytes * static_cast<std::uint64_t>(estimate->trainableParameters);
        ways.push_back(one);
    }
    return ways;
}

const WayEstimate* estimateOf(const std::vector<WayEstimate>& ways, TuneWay way)
{
    const auto found = std::ranges::find(ways, way, &WayEstimate::way);
    return found == ways.end() ? nullptr : &*found;
}

std::vector<WayEstimate> waysWithin(const std::vector<WayEstimate>& ways, std::uint64_t limit)
{
    std::vector<WayEstimate> within;
    std::ranges::copy_if(ways, std::back_inserter(within),
                         [limit](const WayEstimate& one) { return one.peakBytes <= limit; });
    return within;
}

} // namespace fovea
