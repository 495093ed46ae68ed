#include "app/cli/AskCommand.h"

#include "app/cli/Table.h"
#include "app/cli/seriesAnalysis.h"
#include "app/text/names.h"
#include "app/work/RegionSearcher.h"
#include "app/work/auditCsv.h"
#include "app/work/fillScanners.h"

#include <nlohmann/json.hpp>

namespace fovea {

namespace {

const char* kindName(QueryTermKind kind)
{
    switch (kind) {
    case QueryTermKind::Anatomy:
        return "anatomy";
    case QueryTermKind::Sign:
        return "finding";
    case QueryTermKind::Side:
        return "side";
    case QueryTermKind::Place:
        return "place";
    case QueryTermKind::Degree:
        return "degree";
    case QueryTermKind::Negation:
        return "negation";
    case QueryTermKind::Normal:
        return "normal";
    case QueryTermKind::Filler:
    case QueryTermKind::End:
        break;
    }
    return "";
}

std::vector<std::string> unknownWords(const std::string& text, const UnderstoodQuery& query)
{
    std::vector<std::string> words;
    for (const UnknownWord& word : query.unknown)
        words.push_back(text.substr(word.begin, word.end - word.begin));
    return words;
}

nlohmann::json understoodJson(const std::string& text, const UnderstoodQuery& query)
{
    nlohmann::json chips = nlohmann::json::array();
    for (const QueryChip& chip : query.chips)
        chips.push_back({{"kind", kindName(chip.kind)},
                         {"id", chip.id},
                         {"text", text.substr(chip.begin, chip.end - chip.begin)},
                         {"negated", chip.negated}});
    return {{"subject", query.subject},
            {"negated", query.negated},
            {"anatomies", query.anatomyIds},
            {"chips", std::move(chips)},
            {"unknown_words", unknownWords(text, query)}};
}

/// 0: of several studies.
Result<std::int64_t> studyAskedAbout(const StudyDatabase& database, const RegionQuestion& question)
{
    if (question.scope == RegionQuestion::Scope::Study)
        return question.scopeId;
    if (question.scope != RegionQuestion::Scope::Series)
        return 0;
    const auto series = database.series(question.scopeId);
    if (!series)
        return series.error();
    return series->studyId;
}

} // namespace

AskCommand::AskCommand(CommandParser& parent, CommonOptions& options)
    : Command(parent, options, "ask", tr("Rank regions against a text or a region"))
{
    m_options.declare(parser());
    parser().count("--top", m_top, tr("How many matches to print"));
    addModelOptions(parser(), options, m_model);
}

Status AskCommand::analyseWhatIsMissing(CommandContext& context, StudyDatabase& database,
                                        Engine& engine) const
{
    const auto series = m_options.series(database);
    if (!series)
        return series.error();
    if (!*series)
        return Done{};
    const auto labelMap = newestLabelMap(database, (*series)->id);
    if (!labelMap)
        return labelMap.error();
    if (*labelMap) {
        const auto stored =
            database.analysis((*series)->id, (*labelMap)->id, engine.info().fingerprint);
        if (!stored)
            return stored.error();
        if (*stored)
            return Done{};
    }
    const auto catalog = context.catalog();
    if (!catalog)
        return catalog.error();
    const auto computed = analyzeSeries(context, database, *catalog, engine, (*series)->id, {});
    return computed ? Status(Done{}) : Status(computed.error());
}

Status AskCommand::refusal(const RegionAnswer& answer) const
{
    const auto refused = [](const QString& why) {
        return makeError(ErrorCode::BadOption, {"TEXT", why.toStdString()});
    };
    if (answer.query.problem == QueryProblem::Unknown)
        return refused(tr("the model knows none of these words"));
    if (answer.query.problem == QueryProblem::NoSubject)
        return refused(tr("it names neither an anatomy nor a finding"));
    const auto& unknown = answer.unknownAnatomies;
    if (!unknown.empty() && unknown.size() == answer.query.anatomyIds.size())
        return refused(tr("this model does not look at: %1").arg(anatomyName(unknown.front())));
    return Done{};
}

Status AskCommand::run(CommandContext& context)
{
    auto database = context.openExistingArchive();
    if (!database)
        return database.error();
    auto question = m_options.question(*database);
    if (!question)
        return question.error();
    question->count = static_cast<std::size_t>(m_top);
    const auto about = studyAskedAbout(*database, *question);
    if (!about)
        return about.error();
    auto log = AuditLog::open(database->folder());
    if (!log)
        return log.error();
    if (Status noted = log->note(AuditAction::Queried, *about,
                                 questionDetails(database->folder(), question->text));
        !noted)
        return noted;
    auto catalog = readQueryCatalog(ModelLibrary::resource("catalog/query-terms.json"));
    if (!catalog)
        return catalog.error();
    const auto engine = context.engine(CommandContext::modelPackage(m_model));
    if (!engine)
        return engine.error();
    const auto api = context.modelApi();
    if (!api)
        return api.error();
    if (Status s = analyseWhatIsMissing(context, *database, **engine); !s)
        return s;
    if (!question->filter.manufacturer.empty() || !question->filter.scannerModel.empty()) {
        const auto scanners = knownScanners(*database, context.progress(tr("Looking up scanners")));
        if (!scanners)
            return scanners.error();
    }
    RegionSearcher searcher(**api, std::move(*catalog));
    const auto answer =
        searcher.ask(*database, **engine, *question, context.progress(tr("Searching")));
    if (!answer)
        return answer.error();
    if (Status s = refusal(*answer); !s)
        return s;
    if (context.json()) {
        nlohmann::json out = json(*question, *answer);
        out["model"] = modelJson((*engine)->info());
        context.console().print(out);
        return Done{};
    }
    context.console().print(modelText((*engine)->info()) + QLatin1Char('\n') + text(*answer));
    return Done{};
}

nlohmann::json AskCommand::json(const RegionQuestion& question, const RegionAnswer& answer) const
{
    nlohmann::json out{{"text", question.text},
                       {"like", nullptr},
                       {"understood", nullptr},
                       {"regions", answer.regions},
                       {"matches", nlohmann::json::array()}};
    if (question.like)
        out["like"] = {{"series_id", question.like->seriesId},
                       {"anatomy", question.like->anatomyId}};
    else
        out["understood"] = understoodJson(question.text, answer.query);
    const auto known = [](const std::string& text) {
        return text.empty() ? nlohmann::json() : nlohmann::json(text);
    };
    for (const RankedRegion& match : answer.matches) {
        nlohmann::json entry{{"rank", out["matches"].size() + 1},
                             {"study_id", match.studyId},
                             {"series_id", match.seriesId},
                             {"study_date", known(match.studyDate)},
                             {"anatomy", match.anatomyId},
                             {"score", match.score},
                             {"cosine", match.cosine},
                             {"percentile", nullptr},
                             {"prompt", known(match.prompt)}};
        if (match.percentile)
            entry["percentile"] = *match.percentile;
        out["matches"].push_back(std::move(entry));
    }
    return out;
}

QString AskCommand::text(const RegionAnswer& answer) const
{
    QString out;
    if (!answer.query.subject.empty())
        out += (answer.query.negated ? tr("Understood: no %1") : tr("Understood: %1"))
                   .arg(QString::fromStdString(answer.query.subject)) +
               QLatin1Char('\n');
    if (!answer.query.unknown.empty())
        out += tr("%n word(s) were not understood", nullptr,
                  static_cast<int>(answer.query.unknown.size())) +
               QLatin1Char('\n');
    Table table({{tr("Rank"), Table::Align::Right},
                 {tr("Study"), Table::Align::Right},
                 {tr("Series"), Table::Align::Right},
                 {tr("Date")},
                 {tr("Anatomy")},
                 {tr("Score"), Table::Align::Right},
                 {tr("Percentile"), Table::Align::Right},
                 {tr("Cosine"), Table::Align::Right},
                 {tr("Nearest prompt")}});
    int rank = 0;
    for (const RankedRegion& match : answer.matches) {
        table.addRow({QString::number(++rank), QString::number(match.studyId),
                      QString::number(match.seriesId), QString::fromStdString(match.studyDate),
                      anatomyName(match.anatomyId), number(match.score, 3),
                      match.percentile ? number(100.0 * *match.percentile, 0) : QStringLiteral("-"),
                      number(match.cosine, 3), QString::fromStdString(match.prompt)});
    }
    if (answer.matches.empty())
        return out + tr("No region fits the question and the filters.") + QLatin1Char('\n');
    return out + table.text();
}

} // namespace fovea
