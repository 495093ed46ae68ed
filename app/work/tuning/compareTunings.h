#pragma once

#include "app/work/tuning/TuningNews.h"
#include "model/engine/Engine.h"
#include "model/evaluate/TuningJudgement.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace fovea {

struct TuneComparisonRow;

/// What fine-tuning is worth, shown where the truth is known: a model that was made for one site's
/// synthetic chests is tuned on another's (PhantomSite), by each way and with growing numbers of
/// studies.
struct TuneComparisonOptions {
    std::filesystem::path parentPackage;
    std::string site = "lakeside";
    TuningNews news;           ///< What the site has and the parent does not know.
    std::vector<TuneWay> ways; ///< Calibration is on the same studies, all of them.
    std::vector<int> cases;    ///< Studies to learn from and to choose by; a fifth of them chooses.
    int test = 200;            ///< Further studies of the site that judge.
    int benchmark = 100;       ///< Studies of the reference site: what was known before.
    std::uint64_t seed = 1;    ///< Of training; studies are the same for every run.
    /// Other studies throughout: for finding settings, so that those that judge stay untouched.
    bool development = false;
    double wrongLabels =
        0; ///< Share of labels that are turned around (wrongLabels.h); not of tests.
    bool coTeaching = false;           ///< As TuneOptions.
    std::optional<double> keepOld;     ///< As TuneOptions; empty: its default.
    std::optional<std::int64_t> steps; ///< Of lora and all, about; empty: the way's own.
    std::filesystem::path work;        ///< Folder for packages and encoded studies; must not exist.
    std::string codeVersion;
    std::function<void(const std::string& line)> log;
    /// After every row, so that those before an error or a stop are not lost.
    std::function<void(const TuneComparisonRow& row)> done;
};

/// A finding is shifted at a site where the parent's AUC is lower by at least this than at the
/// reference site.
inline constexpr double LeastShift = 0.05;

/// Means over findings of one way with one number of studies.
struct TuneComparisonRow {
    TuneWay way = TuneWay::Heads;
    int cases = 0;
    bool improved = false; ///< Else all is as before.
    double seconds = 0;    ///< Of the tuning, encoding included: nothing is left of earlier rows.
    double encodingSeconds = 0;
    std::optional<double> foretoldSeconds; ///< estimateWays(); empty for calibration.
    std::uint64_t peakBytes = 0;           ///< Resident, of the whole process; 0: not known.
    std::uint64_t foretoldPeakBytes = 0;   ///< 0 for calibration.
    std::int64_t trainableParameters = 0;
    std::int64_t steps = 0; ///< Done.
    std::int64_t bestStep = 0;
    double knownBefore = 0; ///< AUC at the site, of the findings that the parent answers.
    double knownAfter = 0;
    std::size_t shifted = 0;             ///< How many of them are shifted.
    std::optional<double> shiftedBefore; ///< Of those; empty where none is.
    std::optional<double> shiftedAfter;
    std::optional<double> newAfter; ///< AUC at the site, of the others; empty where nothing is new.
    double errorBefore = 0; ///< Calibration error at the site, of the findings that both answer.
    double errorAfter = 0;
    double benchmarkBefore = 0; ///< AUC at the reference site.
    double benchmarkAfter = 0;
    TuningJudgement judgement; ///< Its refusals are what speaks against using it (JudgeTuning.h).
};

/// Whole: ways outside, cases inside. Errors of tune() and judgePackages(), but with too few cases
/// (TooFewCases, OneSidedLabels) the row says that nothing improved. BadOption (site, cases);
/// FileNotWritable; Cancelled.
Result<std::vector<TuneComparisonRow>>
compareTunings(ModelApi& api, const TuneComparisonOptions& options, const Progress& progress);

} // namespace fovea
