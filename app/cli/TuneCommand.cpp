#include "app/cli/TuneCommand.h"

#include "app/Settings.h"
#include "app/cli/seriesAnalysis.h"
#include "app/cli/tuneEstimates.h"
#include "app/cli/tuneReport.h"
#include "app/text/durationText.h"
#include "app/text/tuningText.h"
#include "app/work/siteFile.h"
#include "app/work/staleAnalyses.h"
#include "app/work/tuning/judgementFile.h"
#include "app/work/tuning/textTable.h"

#include <nlohmann/json.hpp>

#include <system_error>

namespace fovea {

namespace {

nlohmann::json concernsJson(const std::vector<TuningConcern>& concerns)
{
    auto out = nlohmann::json::array();
    for (const TuningConcern& one : concerns)
        out.push_back({{"what", concernId(one.code)},
                       {"anatomy", one.key.anatomyId},
                       {"finding", one.key.findingId},
                       {"benchmark", one.benchmark},
                       {"text", tuningConcernText(one).toStdString()}});
    return out;
}

} // namespace

TuneCommand::TuneCommand(CommandParser& parent, CommonOptions& options)
    : Command(parent, options, "tune", tr("Fine-tune a model on this site's own studies"))
    , m_check(
          add(parser(), options, "check",
              tr("What the archive's studies could teach a model, and what is wrong with them")))
    , m_run(add(parser(), options, "run", tr("Tune a model and judge what comes of it")))
    , m_judge(add(parser(), options, "judge",
                  tr("Compare a tuned model with the one it was made from")))
    , m_activate(add(parser(), options, "activate", tr("Use a tuned model from now on")))
    , m_export(add(parser(), options, "export",
                   tr("Take out of a tuned model what makes it of its parent, for another site")))
    , m_import(add(parser(), options, "import", tr("Make a tuned model of another site's adapter")))
    , m_compare(add(parser(), options, "compare",
                    tr("Show on synthetic chests what each way of tuning is worth")))
{
    parser().requireSubcommand();
    m_data.declare(m_check);
    m_check.text("--texts", m_texts,
                 tr("CSV to write of what reports say of each anatomy, to be corrected"), "FILE");
    addModelOptions(m_check, options, m_model);

    m_activate.text("package", m_package, tr("The tuned model package"), "PACKAGE",
                    CommandParser::Needed::Required);
    m_activate.flag("--anyway", m_anyway,
                    tr("Even though it is significantly worse somewhere, or was not judged"));
    m_activate.flag(
        "--analyze", m_analyze,
        tr("Analyze the archive's studies with it at once, so that searches find them"));

    m_export.text("package", m_package, tr("The tuned model package"), "PACKAGE",
                  CommandParser::Needed::Required);
    m_export.text("--out", m_out, tr("Folder to make"), "DIR", CommandParser::Needed::Required);

    m_import.text("adapter", m_package, tr("The adapter's folder"), "DIR",
                  CommandParser::Needed::Required);
    m_import.text("--out", m_out, tr("Package folder to make"), "DIR",
                  CommandParser::Needed::Required);
    m_import.text("--model", m_model,
                  tr("The model that it was made from (default: yours, or the demo model)"),
                  "PACKAGE");
}

CommandParser TuneCommand::add(CommandParser& parent, CommonOptions& options,
                               const std::string& name, const QString& description)
{
    CommandParser added = parent.addSubcommand(name, description);
    addCommonOptions(added, options);
    return added;
}

Status TuneCommand::run(CommandContext& context)
{
    if (m_check.parsed())
        return check(context);
    if (m_run.chosen())
        return m_run.run(context);
    if (m_judge.chosen())
        return m_judge.run(context);
    if (m_compare.chosen())
        return m_compare.run(context);
    if (m_activate.parsed())
        return activate(context);
    return m_export.parsed() ? exportAdapter(context) : importAdapter(context);
}

Status TuneCommand::check(CommandContext& context) const
{
    const auto database = context.openExistingArchive();
    if (!database)
        return database.error();
    const auto engine = context.engine(CommandContext::modelPackage(m_model));
    if (!engine)
        return engine.error();
    const ModelInfo& model = (*engine)->info();
    const auto news = m_data.news(model);
    if (!news)
        return news.error();
    const auto set = m_data.gather(*database, model, *news, context);
    if (!set)
        return set.error();
    if (!m_texts.empty()) {
        const auto table = textTable(*database, *set);
        if (!table)
            return table.error();
        if (const Status written = writeSiteFile(std::filesystem::absolute(m_texts), *table);
            !written)
            return written.error();
    }
    // With a cache and checkpoints, as in the window.
    TuneOptions options;
    options.parentPackage = CommandContext::modelPackage(m_model);
    options.cacheFolder = options.checkpointFolder = database->folder() / "tuning";
    addNews(*news, options);
    const auto ways = TuneRun::estimates(context, *set, *database, options);
    if (!ways)
        return ways.error();
    if (context.json()) {
        nlohmann::json out = tuningSetJson(*set);
        out["model"] = modelJson(model);
        out["ways"] = waysJson(*ways);
        context.console().print(out);
        return Done{};
    }
    context.console().print(modelText(model) + QLatin1Char('\n') + tuningSetText(*set) +
                            QLatin1Char('\n') + waysText(*ways));
    return Done{};
}

Status TuneCommand::activate(CommandContext& context) const
{
    const std::filesystem::path package = std::filesystem::absolute(m_package);
    const auto engine = context.engine(package);
    if (!engine)
        return engine.error();
    const auto judgement = readJudgement(package);
    if (!judgement)
        return judgement.error();
    const bool judged = *judgement && (*judgement)->after == (*engine)->info().fingerprint;
    std::vector<TuningConcern> refusals;
    if (judged)
        refusals = (*judgement)->refusals;
    const std::filesystem::path before = CommandContext::modelPackage({});
    const bool refused = (!judged || !refusals.empty()) && !m_anyway;
    if (!refused)
        Settings().setModelPackage(package);
    nlohmann::json out{{"package", package.string()},
                       {"before", before.string()},
                       {"judged", judged},
                       {"activated", !refused},
                       {"refusals", concernsJson(refusals)},
                       {"to_analyze", nullptr}};
    QString text;
    for (const TuningConcern& one : refusals)
        text += tuningConcernText(one) + QLatin1Char('\n');
    Status outcome = Done{};
    if (!refused) {
        text += tr("In use from now on: %1").arg(printable(package.string())) + QLatin1Char('\n') +
                tr("Before: %1").arg(printable(before.string())) + QLatin1Char('\n');
        outcome = bringUp(context, **engine, out, text);
    }
    if (context.json())
        context.console().print(out);
    else
        context.console().print(text);
    if (!refused)
        return outcome;
    return makeError(ErrorCode::BadOption,
                     {"activate", judged ? "the model is significantly worse; see above"
                                         : "this model has no judgement of its own"});
}

Status TuneCommand::bringUp(CommandContext& context, Engine& engine, nlohmann::json& out,
                            QString& text) const
{
    auto database = context.openExistingArchive();
    if (!database) // The model is in use all the same.
        return m_analyze ? Status(database.error()) : Done{};
    const auto stale = staleAnalyses(*database, engine.info().fingerprint);
    if (!stale)
        return stale.error();
    const double seconds = stale->secondsEach * static_cast<double>(stale->series.size());
    out["to_analyze"] = {
        {"studies", stale->studies}, {"series", stale->series.size()}, {"seconds", seconds}};
    if (stale->series.empty())
        return Done{};
    if (!m_analyze) {
        text += tr("%n studies of the archive were analyzed by another model; searches find them "
                   "once this one has analyzed them too, in about %1: \"fovea-cli analyze --all\".",
                   nullptr, stale->studies)
                    .arg(durationText(seconds)) +
                QLatin1Char('\n');
        return Done{};
    }
    const auto catalog = context.catalog();
    if (!catalog)
        return catalog.error();
    int failed = 0;
    for (const StaleSeries& one : stale->series) {
        const auto analysis = analyzeSeries(context, *database, *catalog, engine, one.seriesId, {});
        if (!analysis && analysis.error().code == ErrorCode::Cancelled)
            return analysis.error();
        if (!analysis)
            context.logError(analysis.error());
        failed += analysis ? 0 : 1;
    }
    const auto analyzed = stale->series.size() - static_cast<std::size_t>(failed);
    out["analyzed"] = analyzed;
    out["failed"] = failed;
    text += tr("Series analyzed: %1; failed: %2").arg(analyzed).arg(failed) + QLatin1Char('\n');
    return Done{};
}

Status TuneCommand::exportAdapter(CommandContext& context) const
{
    const std::filesystem::path folder = std::filesystem::absolute(m_out);
    if (const Status copied = copyAdapter(m_package, folder); !copied)
        return copied;
    if (context.json())
        context.console().print(nlohmann::json{{"adapter", folder.string()}});
    else
        context.console().print(tr("Written to %1").arg(printable(folder.string())) +
                                QLatin1Char('\n'));
    return Done{};
}

Status TuneCommand::importAdapter(CommandContext& context) const
{
    const auto api = context.modelApi();
    if (!api)
        return api.error();
    const std::filesystem::path package = std::filesystem::absolute(m_out);
    const auto info = (*api)->applyAdapter(CommandContext::modelPackage(m_model), m_package,
                                           package, context.progress(tr("Importing model")));
    if (!info)
        return info.error();
    if (context.json()) {
        nlohmann::json out = modelJson(*info);
        out["package"] = package.string();
        context.console().print(out);
        return Done{};
    }
    context.console().print(modelText(*info) +
                            tr("Written to %1").arg(printable(package.string())) +
                            QLatin1Char('\n'));
    return Done{};
}

} // namespace fovea
