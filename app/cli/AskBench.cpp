#include "app/cli/AskBench.h"

#include "app/cli/MadeUpRegions.h"
#include "app/cli/Table.h"
#include "app/work/RegionSearcher.h"
#include "storage/StudyDatabase.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <vector>

namespace fovea {

namespace {

constexpr int RegionsPerStudy = 20;

/// As somebody types them: in three languages, with sides, degrees and negations. No two ask for
/// the same.
constexpr std::array Questions{
    "left sided effusion, small",
    "calcified aorta",
    "ground glass in the right upper lobe",
    "enlarged lymph nodes in the mediastinum",
    "no pericardial effusion",
    "liver cyst",
    "splenomegaly",
    "kidney stone on the right",
    "emphysema",
    "consolidation left lower lobe",
    "kleiner Pleuraerguss links",
    "Verkalkung der Koronarien",
    "Lungenrundherd rechts",
    "Bronchiektasen",
    "Hiatushernie",
    "右侧胸腔积液",
    "肺气肿",
    "心包积液",
    "肝囊肿",
    "肺结节",
};

/// Encodes texts one by one, as asking did before they went together.
class OneByOne final : public Engine {
public:
    explicit OneByOne(Engine& engine)
        : m_engine(engine)
    {
    }
    const ModelInfo& info() const override { return m_engine.info(); }
    Result<StudyAnalysis> analyze(const Volume& volume, const LabelMap& labels,
                                  const Progress& progress) override
    {
        return m_engine.analyze(volume, labels, progress);
    }
    Result<ExplainedAnalysis> explain(const Volume& volume, const LabelMap& labels,
                                      const std::vector<RelevanceRequest>& requests,
                                      const Progress& progress) override
    {
        return m_engine.explain(volume, labels, requests, progress);
    }
    Result<RegionRelevance> relevance(const Volume& volume, const LabelMap& labels,
                                      const std::string& anatomyId,
                                      const std::vector<std::string>& positive,
                                      const std::vector<std::string>& negative,
                                      RelevanceMethod method, const Progress& progress) override
    {
        return m_engine.relevance(volume, labels, anatomyId, positive, negative, method, progress);
    }
    Result<std::vector<float>> embedText(const std::string& utf8) override
    {
        return m_engine.embedText(utf8);
    }

private:
    Engine& m_engine;
};

std::string uid(int study)
{
    return "1.2.826.0.1.3680043.10.1.9." + std::to_string(study);
}

Status fill(StudyDatabase& database, const ModelInfo& model, std::size_t dimension, int studies,
            const Progress& progress)
{
    MadeUpRegions regions(static_cast<std::size_t>(studies) * RegionsPerStudy, dimension, 1);
    for (int n = 1; n <= studies; ++n) {
        if (progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        SeriesEntry entry;
        entry.study.studyInstanceUid = uid(n);
        entry.series.seriesInstanceUid = uid(n) + ".1";
        const auto series = database.addSeries(entry);
        if (!series)
            return series.error();
        LabelMapRecord labels;
        labels.seriesId = series->seriesId;
        labels.path = "labels";
        const auto map = database.addLabelMap(labels);
        if (!map)
            return map.error();
        StudyAnalysis analysis;
        analysis.modelFingerprint = model.fingerprint;
        for (int i = 0; i < RegionsPerStudy; ++i) {
            RegionEmbedding region;
            region.anatomyId =
                model.anatomyIds[static_cast<std::size_t>(i) % model.anatomyIds.size()];
            region.vector = regions.region();
            region.attention = {1.0F};
            region.tokenGrid = {1, 1, 1};
            analysis.embeddings.push_back(std::move(region));
        }
        if (Status s = database.saveAnalysis(series->seriesId, map->id, analysis); !s)
            return s;
        progress.report(static_cast<double>(n) / studies);
    }
    return Done{};
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

/// Milliseconds of each question, in their order.
Result<std::vector<double>> askAll(RegionSearcher& searcher, const StudyDatabase& database,
                                   Engine& engine, int& sentences)
{
    std::vector<double> milliseconds;
    sentences = 0;
    for (const char* text : Questions) {
        RegionQuestion question;
        question.text = text;
        QElapsedTimer timer;
        timer.start();
        const auto answer = searcher.ask(database, engine, question, {});
        if (!answer)
            return answer.error();
        milliseconds.push_back(static_cast<double>(timer.nsecsElapsed()) * 1e-6);
        sentences += static_cast<int>(answer->query.prompts.size() + answer->query.contrary.size());
    }
    return milliseconds;
}

std::vector<double> others(const std::vector<double>& all)
{
    return {all.begin() + 1, all.end()};
}

} // namespace

Result<AskBench::Report> AskBench::run(CommandContext& context, const Options& options)
{
    const auto api = context.modelApi();
    if (!api)
        return api.error();
    const QTemporaryDir temporary(options.folder.empty()
                                      ? QString()
                                      : QString::fromStdString(options.folder + "/ask-XXXXXX"));
    if (!temporary.isValid())
        return makeError(ErrorCode::FileNotWritable, {options.folder});
    const std::filesystem::path folder = temporary.path().toStdString();
    std::filesystem::path package = CommandContext::modelPackage(options.model);
    if (options.model.empty()) {
        if (Status s = (*api)->writeMadeUpModel(folder / "model", package); !s)
            return s.error();
        package = folder / "model";
    }
    const auto ours = (*api)->load(package);
    if (!ours)
        return ours.error();
    const auto theirs = (*api)->load(package);
    if (!theirs)
        return theirs.error();
    const auto catalog = readQueryCatalog(ModelLibrary::resource("catalog/query-terms.json"));
    if (!catalog)
        return catalog.error();
    const auto probe = (*ours)->embedText("lung"); // how long vectors are
    if (!probe)
        return probe.error();
    auto database = StudyDatabase::open(folder / "archive");
    if (!database)
        return database.error();
    if (Status s = fill(*database, (*ours)->info(), probe->size(), options.studies,
                        context.progress(tr("Making studies")));
        !s)
        return s.error();

    Report report;
    report.questions = static_cast<int>(Questions.size());
    report.regions = static_cast<std::size_t>(options.studies) * RegionsPerStudy;
    RegionSearcher searcher(**api, *catalog);
    const auto first = askAll(searcher, *database, **ours, report.sentences);
    if (!first)
        return first.error();
    const auto again = askAll(searcher, *database, **ours, report.sentences);
    if (!again)
        return again.error();
    OneByOne single(**theirs);
    const auto peer = askAll(searcher, *database, single, report.sentences);
    if (!peer)
        return peer.error();
    report.firstMilliseconds = first->front();
    report.milliseconds = median(others(*first));
    report.slowestMilliseconds = std::ranges::max(others(*first));
    report.againMilliseconds = median(others(*again));
    report.peerMilliseconds = median(others(*peer));
    return report;
}

nlohmann::json AskBench::json(const Report& report)
{
    return {{"regions", report.regions},
            {"questions", report.questions},
            {"sentences", report.sentences},
            {"first_ms", report.firstMilliseconds},
            {"ms", report.milliseconds},
            {"slowest_ms", report.slowestMilliseconds},
            {"again_ms", report.againMilliseconds},
            {"one_by_one_ms", report.peerMilliseconds},
            {"ratio", report.peerMilliseconds / report.milliseconds}};
}

QString AskBench::text(const Report& report)
{
    using Align = Table::Align;
    QString text =
        tr("%n question(s), together %1 sentences, among %2 regions", nullptr, report.questions)
            .arg(QString::number(report.sentences), QString::number(report.regions)) +
        QStringLiteral("\n\n");
    Table table({{tr("To the answer")}, {tr("ms"), Align::Right}});
    table.addRow(
        {tr("First question, which opens the index"), number(report.firstMilliseconds, 0)});
    table.addRow({tr("Median of the others"), number(report.milliseconds, 0)});
    table.addRow({tr("Slowest of the others"), number(report.slowestMilliseconds, 0)});
    table.addRow({tr("Median, asked again"), number(report.againMilliseconds, 0)});
    table.addRow({tr("Median, sentences one by one"), number(report.peerMilliseconds, 0)});
    return text + table.text() +
           tr("%1 times as fast as one by one")
               .arg(number(report.peerMilliseconds / report.milliseconds, 1)) +
           QLatin1Char('\n');
}

} // namespace fovea
