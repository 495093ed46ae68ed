#include "app/cli/DemoCommand.h"

#include "app/cli/Table.h"
#include "app/cli/seriesAnalysis.h"
#include "app/text/names.h"
#include "app/work/RegionSearcher.h"
#include "app/work/sampleStudy.h"

#include <QStandardPaths>

#include <nlohmann/json.hpp>

namespace fovea {

namespace {

constexpr const char* Question = "pleural effusion";

} // namespace

DemoCommand::DemoCommand(CommandParser& parent, CommonOptions& options)
    : Command(parent, options, "demo", tr("Analyse a synthetic sample study"))
{
}

std::filesystem::path DemoCommand::archiveFolder(const CommandContext& context)
{
    if (context.archiveNamed())
        return context.archiveFolder();
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return (data + QLatin1String("/fovea/sample-archive")).toStdString();
}

Status DemoCommand::run(CommandContext& context)
{
    const std::filesystem::path folder = archiveFolder(context);
    const auto catalog = context.catalog();
    if (!catalog)
        return catalog.error();
    const auto engine = context.engine(ModelLibrary::demoPackage());
    if (!engine)
        return engine.error();
    auto database = StudyDatabase::open(folder);
    if (!database)
        return database.error();
    const auto sample =
        ensureSampleStudy(*database, *catalog, context.progress(tr("Making the sample study")));
    if (!sample)
        return sample.error();
    const auto analysis =
        analyzeSeries(context, *database, *catalog, **engine, sample->seriesId, {});
    if (!analysis)
        return analysis.error();
    auto terms = readQueryCatalog(ModelLibrary::resource("catalog/query-terms.json"));
    if (!terms)
        return terms.error();
    const auto api = context.modelApi();
    if (!api)
        return api.error();
    RegionQuestion question;
    question.text = Question;
    question.scope = RegionQuestion::Scope::Series;
    question.scopeId = sample->seriesId;
    RegionSearcher searcher(**api, std::move(*terms));
    const auto answer =
        searcher.ask(*database, **engine, question, context.progress(tr("Searching")));
    if (!answer)
        return answer.error();

    if (context.json()) {
        nlohmann::json out{{"model", modelJson((*engine)->info())},
                           {"archive", folder.string()},
                           {"synthetic", true},
                           {"analysis", analysisJson(*analysis, *catalog)},
                           {"question", Question},
                           {"matches", nlohmann::json::array()}};
        for (const RankedRegion& match : answer->matches) {
            out["matches"].push_back({{"rank", out["matches"].size() + 1},
                                      {"anatomy", match.anatomyId},
                                      {"score", match.score},
                                      {"cosine", match.cosine}});
        }
        context.console().print(out);
        return Done{};
    }
    Table table(
        {{tr("Rank"), Table::Align::Right}, {tr("Anatomy")}, {tr("Score"), Table::Align::Right}});
    int rank = 0;
    for (const RankedRegion& match : answer->matches) {
        table.addRow(
            {QString::number(++rank), anatomyName(match.anatomyId), number(match.score, 3)});
    }
    const QString end = QStringLiteral("\n");
    context.console().print(
        tr("This study is a synthetic phantom, not a patient. Fovea is research software and not "
           "a medical device.") +
        end + modelText((*engine)->info()) + end + analysisText(*analysis, *catalog) + end +
        tr("Asked for \"%1\":").arg(QLatin1String(Question)) + end + table.text());
    return Done{};
}

} // namespace fovea
