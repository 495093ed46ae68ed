#include "app/cli/TuneRun.h"

#include "app/cli/Table.h"
#include "app/cli/TrainProgress.h"
#include "app/cli/TuneJudge.h"
#include "app/cli/seriesAnalysis.h"
#include "app/cli/tuneEstimates.h"
#include "app/cli/tuneReport.h"
#include "app/text/durationText.h"
#include "app/text/names.h"
#include "app/work/tuning/tuningSource.h"
#include "model/engine/chooseTuneWay.h"

#include <nlohmann/json.hpp>

#include <system_error>

namespace fovea {

namespace {

struct RunText {
    Q_DECLARE_TR_FUNCTIONS(fovea::TuneRun)
};

const char* noteId(TuneNote::Kind kind)
{
    switch (kind) {
    case TuneNote::Kind::OneSidedTraining:
        return "one_sided_training";
    case TuneNote::Kind::OneSidedValidation:
        return "one_sided_validation";
    case TuneNote::Kind::FewPositives:
        return "few_positives";
    case TuneNote::Kind::StudiesLeftOut:
        return "studies_left_out";
    case TuneNote::Kind::StudiesNotCached:
        break;
    }
    return "studies_not_cached";
}

QString noteText(const TuneNote& note)
{
    const auto argument = [&](std::size_t n) {
        return n < note.arguments.size() ? note.arguments[n] : std::string();
    };
    const QString finding =
        QStringLiteral("%1 (%2)").arg(findingName(argument(1)), anatomyName(argument(0)));
    switch (note.kind) {
    case TuneNote::Kind::OneSidedTraining:
        return RunText::tr("%1: not learned from labels, which are all alike in training.")
            .arg(finding);
    case TuneNote::Kind::OneSidedValidation:
        return RunText::tr("%1: threshold and calibration stay what they were; its labels are all "
                           "alike in validation.")
            .arg(finding);
    case TuneNote::Kind::FewPositives:
        return RunText::tr("%1: only %2 training studies have it.")
            .arg(finding, QString::fromStdString(argument(2)));
    case TuneNote::Kind::StudiesLeftOut:
        return RunText::tr("Studies left out because they show none of the anatomies: %1.")
            .arg(QString::fromStdString(argument(0)));
    case TuneNote::Kind::StudiesNotCached:
        break;
    }
    return RunText::tr("Studies that did not fit the cache: %1.")
        .arg(QString::fromStdString(argument(0)));
}

QString megabytes(std::uint64_t bytes)
{
    return number(static_cast<double>(bytes) / (1 << 20), 0);
}

QString resultText(const TuneResult& result)
{
    Table table({{RunText::tr("Anatomy")},
                 {RunText::tr("Finding")},
                 {RunText::tr("Present"), Table::Align::Right},
                 {RunText::tr("Absent"), Table::Align::Right},
                 {RunText::tr("AUC before"), Table::Align::Right},
                 {RunText::tr("AUC after"), Table::Align::Right}});
    const auto value = [](const std::optional<double>& auc) {
        return auc ? number(*auc, 3) : QStringLiteral("-");
    };
    for (const TuneFindingResult& one : result.findings)
        table.addRow({anatomyName(one.anatomyId), findingName(one.findingId),
                      QString::number(one.positives), QString::number(one.negatives),
                      value(one.before), value(one.after)});
    QString text = RunText::tr("Validation, by which the model was chosen:") + QLatin1Char('\n') +
                   table.text(2);
    for (const TuneNote& note : result.notes)
        text += noteText(note) + QLatin1Char('\n');
    text += RunText::tr("%1 parameters changed in %2 steps (best: %3); %4, of them %5 to read and "
                        "encode; memory at most %6 MB (estimate %7 MB).")
                .arg(result.trainableParameters)
                .arg(result.steps)
                .arg(result.bestStep)
                .arg(durationText(result.seconds), durationText(result.encodingSeconds),
                     megabytes(result.measuredPeakBytes), megabytes(result.estimatedPeakBytes)) +
            QLatin1Char('\n');
    return text;
}

nlohmann::json json(const std::optional<double>& value)
{
    return value ? nlohmann::json(*value) : nlohmann::json();
}

nlohmann::json resultJson(const TuneResult& result)
{
    nlohmann::json out{{"improved", result.improved},
                       {"findings", nlohmann::json::array()},
                       {"mean_before", result.meanBefore},
                       {"mean_after", result.meanAfter},
                       {"steps", result.steps},
                       {"best_step", result.bestStep},
                       {"seconds", result.seconds},
                       {"encoding_seconds", result.encodingSeconds},
                       {"trainable_parameters", result.trainableParameters},
                       {"estimated_peak_bytes", result.estimatedPeakBytes},
                       {"measured_peak_bytes", result.measuredPeakBytes},
                       {"cache_bytes", result.cacheBytes},
                       {"notes", nlohmann::json::array()}};
    for (const TuneFindingResult& one : result.findings)
        out["findings"].push_back({{"anatomy", one.anatomyId},
                                   {"finding", one.findingId},
                                   {"new", one.isNew},
                                   {"positives", one.positives},
                                   {"negatives", one.negatives},
                                   {"before", json(one.before)},
                                   {"after", json(one.after)}});
    for (const TuneNote& note : result.notes)
        out["notes"].push_back({{"note", noteId(note.kind)}, {"arguments", note.arguments}});
    return out;
}

} // namespace

TuneRun::TuneRun(CommandParser parser)
    : m_parser(parser)
{
    m_data.declare(m_parser);
    m_parser.text("--way", m_way,
                  tr("What may change: heads, queries, lora, all, or auto (by the number of "
                     "studies, the default)"),
                  "WAY");
    m_parser.text("--site", m_site,
                  tr("Whose studies these are, in a few words; the package says so"), "WORDS",
                  CommandParser::Needed::Required);
    m_parser.text("--out", m_out, tr("Package folder to make"), "DIR",
                  CommandParser::Needed::Required);
    m_parser.count("--epochs", m_epochs, tr("Instead of the way's own number"));
    m_parser.numbers("--keep-old", m_keepOld, 1, 0.0, 1000.0,
                     tr("How strongly parameters are drawn back to the model's: 0 adapts most and "
                        "forgets most (default: %1)")
                         .arg(TuneOptions().keepOld));
    m_parser.flag("--co-teaching", m_coTeaching,
                  tr("Two models soften each other's targets, in twice the time"));
    m_parser.count(
        "--memory", m_memory,
        tr("What it may take, in gigabytes: what would take more is refused, what comes to "
           "take more is ended"));
    m_parser.text("--cache", m_cache, tr("Folder for encoded studies, which may be large"), "DIR");
    m_parser.count("--cache-gigabytes", m_cacheGigabytes,
                   tr("What that folder may hold (default: 8)"));
    m_parser.text("--checkpoint", m_checkpoint,
                  tr("Folder for checkpoints, from which training can go on"), "DIR");
    m_parser.flag("--resume", m_resume, tr("Go on from the latest checkpoint"));
    m_parser.text("--log", m_log, tr("Table of losses and validations to write, as CSV"), "FILE");
    m_parser.count("--benchmark", m_benchmark,
                   tr("How many synthetic chests to measure forgetting with"));
    m_parser.flag("--no-benchmark", m_noBenchmark, tr("Measure with the archive's studies alone"));
    m_parser.text("--model", m_model,
                  tr("The model to start from (default: yours, or the demo model)"), "PACKAGE");
}

Result<TuneWay> TuneRun::way(const TuningSet& set, const TuningNews& news) const
{
    if (m_way != "auto") {
        const auto named = tuneWayOf(m_way);
        if (named && *named != TuneWay::Calibration)
            return *named;
        return makeError(ErrorCode::BadOption, {"--way", "auto, heads, queries, lora or all"});
    }
    const TuneWay chosen = chooseTuneWay(set.of(TuningSplit::Training).size(),
                                         {!news.anatomies.empty(), !news.findings.empty()});
    if (chosen == TuneWay::Calibration)
        return makeError(ErrorCode::BadOption,
                         {"--way",
                          "so few studies are good for \"fovea-cli calibrate\" alone; name "
                          "a way to tune all the same"});
    return chosen;
}

TuneOptions TuneRun::tuneOptions(const TuningNews& news, TuneWay way) const
{
    const auto absolute = [](const std::string& path) {
        return path.empty() ? std::filesystem::path() : std::filesystem::absolute(path);
    };
    TuneOptions options;
    options.parentPackage = CommandContext::modelPackage(m_model);
    options.outputPackage = package();
    options.way = way;
    addNews(news, options);
    options.calibratedOn = m_site;
    options.codeVersion = FOVEA_VERSION;
    options.seed = m_data.seed;
    options.epochs = m_epochs;
    options.coTeaching = m_coTeaching;
    if (!m_keepOld.empty())
        options.keepOld = m_keepOld.front();
    if (m_memory)
        options.memoryLimit = memoryBytes(*m_memory);
    options.cacheFolder = absolute(m_cache);
    if (m_cacheGigabytes)
        options.cacheBudget = static_cast<std::uint64_t>(*m_cacheGigabytes) << 30;
    options.checkpointFolder = absolute(m_checkpoint);
    options.resume = m_resume;
    options.logFile = absolute(m_log);
    return options;
}

Status TuneRun::run(CommandContext& context) const
{
    if (m_resume && m_checkpoint.empty())
        return makeError(ErrorCode::BadOption, {"--resume", "needs --checkpoint"});
    const auto database = context.openExistingArchive();
    if (!database)
        return database.error();
    const auto engine = context.engine(CommandContext::modelPackage(m_model));
    if (!engine)
        return engine.error();
    const auto news = m_data.news((*engine)->info());
    if (!news)
        return news.error();
    const auto set = m_data.gather(*database, (*engine)->info(), *news, context);
    if (!set)
        return set.error();
    if (set->obstacle())
        return makeError(ErrorCode::BadOption,
                         {"--split", "a patient is in two splits; see \"fovea-cli tune check\""});
    const auto way = this->way(*set, *news);
    if (!way)
        return way.error();
    const auto ways = estimates(context, *set, *database, tuneOptions(*news, *way));
    if (!ways)
        return ways.error();
    for (const QString& line : waysText(*ways).split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        context.console().log(line);
    context.console().log(tr("Way: %1").arg(QString::fromStdString(nameOf(*way))));
    if (const Status fits = m_memory ? checkMemory(*ways, *way, *m_memory) : Done{}; !fits)
        return fits;
    // Before anything is learnt: whatever happens, nobody moves between the splits.
    if (const Status written = writePatientSplit(database->folder(), set->split); !written)
        return written.error();

    nlohmann::json out{{"improved", true}};
    QString text;
    std::error_code ignored;
    bool made = m_resume && std::filesystem::exists(package() / "model.json", ignored);
    if (!made) {
        const auto result = tune(context, *set, *database, tuneOptions(*news, *way));
        if (!result)
            return m_memory ? memoryError(result.error(), *m_memory) : result.error();
        out = resultJson(*result);
        text = resultText(*result);
        made = result->improved;
    }
    out["way"] = nameOf(*way);
    out["ways"] = waysJson(*ways);
    out["studies"] = tuningSetJson(*set)["studies"];
    out["package"] = nullptr;
    out["judgement"] = nullptr;
    if (!made)
        text += tr("No state of the training was better than the model is. Nothing was written.") +
                QLatin1Char('\n');
    else if (const Status judged = judge(context, *set, *database, out, text); !judged)
        return judged;
    if (context.json())
        context.console().print(out);
    else
        context.console().print(text);
    return Done{};
}

Result<std::vector<WayEstimate>> TuneRun::estimates(CommandContext& context, const TuningSet& set,
                                                    const StudyDatabase& database,
                                                    const TuneOptions& options)
{
    const auto engine = context.engine(options.parentPackage);
    if (!engine)
        return engine.error();
    const auto size = tuningSize(database, set, (*engine)->info().fingerprint);
    if (!size)
        return size.error();
    const auto api = context.modelApi();
    if (!api)
        return api.error();
    return estimateWays(**api, options, *size);
}

Result<TuneResult> TuneRun::tune(CommandContext& context, const TuningSet& set,
                                 const StudyDatabase& database, TuneOptions options) const
{
    const auto catalog = context.catalog();
    if (!catalog)
        return catalog.error();
    const auto api = context.modelApi();
    if (!api)
        return api.error();
    TrainProgress progress(context);
    options.log = [&context](const std::string& line) { context.console().log(printable(line)); };
    options.status = [&progress](const TrainStatus& status) { progress.show(status); };
    const auto source = [&](TuningSplit split) {
        return tuningSource(database.folder(), set.of(split), *catalog, context.stopToken());
    };
    return (*api)->tune(source(TuningSplit::Training), source(TuningSplit::Validation), options,
                        progress.progress());
}

Status TuneRun::judge(CommandContext& context, const TuningSet& set, const StudyDatabase& database,
                      nlohmann::json& out, QString& text) const
{
    TuningJudgement judgement;
    const std::optional<int> benchmark = m_noBenchmark ? std::optional(0) : m_benchmark;
    if (const Status judged =
            TuneJudge::judge(context, set, database, CommandContext::modelPackage(m_model),
                             package(), benchmark, judgement);
        !judged)
        return judged;
    out["package"] = package().string();
    out["judgement"] = nlohmann::json::parse(tuningJudgementToJson(judgement));
    text += judgementText(judgement) + tr("Written to %1").arg(printable(package().string())) +
            QLatin1Char('\n');
    return Done{};
}

} // namespace fovea
