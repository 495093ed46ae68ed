#pragma once

#include "app/cli/Command.h"
#include "app/cli/TuneData.h"
#include "app/work/tuning/estimateWays.h"
#include "model/engine/TuneOptions.h"

#include <QCoreApplication>

#include <nlohmann/json_fwd.hpp>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace fovea {

/// `tune run --site WORDS --out DIR`, with the options of TuneData and [--way auto | heads |
/// queries | lora | all] [--epochs N] [--keep-old N] [--co-teaching] [--memory GB] [--cache DIR]
/// [--cache-gigabytes N] [--checkpoint DIR [--resume]] [--log FILE]
/// [--benchmark N | --no-benchmark] [--model PACKAGE]: tunes a model on the training
/// split of the archive's studies, chooses by the validation split, and judges what comes of it on
/// the test split (TuneJudge). The split is remembered before anything is learnt. The parent stays
/// as it is, and the new package is used only by `tune activate`. What each way would take is
/// logged before; with --memory, a way that may take more is refused, and what would fit is said;
/// one that comes to take more all the same is ended, and can be gone on with.
/// With --resume, what an earlier run has finished is not done again: a package that is there
/// already is judged.
///
/// --json: {"improved", "package" or null, "way", "ways": waysJson(), "studies": as
/// tuningSetJson(), "findings":
///  [{"anatomy", "finding", "new", "positives", "negatives", "before", "after"}] (AUC on
///  validation), "mean_before", "mean_after", "steps", "best_step", "seconds", "encoding_seconds",
///  "trainable_parameters", "estimated_peak_bytes", "measured_peak_bytes", "cache_bytes", "notes":
///  [{"note", "arguments"}], "judgement": as tuningJudgementToJson() or null}.
class TuneRun {
    Q_DECLARE_TR_FUNCTIONS(fovea::TuneRun)

public:
    /// Declares its options on `parser`, which it outlives.
    explicit TuneRun(CommandParser parser);
    bool chosen() const { return m_parser.parsed(); }
    Status run(CommandContext& context) const;

    /// Of every way, with what else the options say.
    static Result<std::vector<WayEstimate>> estimates(CommandContext& context, const TuningSet& set,
                                                      const StudyDatabase& database,
                                                      const TuneOptions& options);

private:
    std::filesystem::path package() const { return std::filesystem::absolute(m_out); }
    Result<TuneWay> way(const TuningSet& set, const TuningNews& news) const;
    TuneOptions tuneOptions(const TuningNews& news, TuneWay way) const;
    Result<TuneResult> tune(CommandContext& context, const TuningSet& set,
                            const StudyDatabase& database, TuneOptions options) const;
    Status judge(CommandContext& context, const TuningSet& set, const StudyDatabase& database,
                 nlohmann::json& out, QString& text) const;

    CommandParser m_parser;
    TuneData m_data;
    std::string m_model;
    std::string m_way = "auto";
    std::string m_site;
    std::string m_out;
    std::string m_cache;
    std::string m_checkpoint;
    std::string m_log;
    std::optional<int> m_cacheGigabytes;
    std::optional<int> m_epochs;
    std::vector<double> m_keepOld;
    bool m_coTeaching = false;
    std::optional<int> m_benchmark;
    std::optional<int> m_memory;
    bool m_noBenchmark = false;
    bool m_resume = false;
};

} // namespace fovea
