#include "app/cli/SearchBench.h"

#include "app/cli/MadeUpRegions.h"
#include "app/cli/Table.h"
#include "storage/RegionStore.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <ctime>
#include <limits>

namespace fovea {

namespace {

constexpr std::size_t Dimension = 256;
constexpr std::size_t Best = 20;
constexpr int RegionsPerStudy = 20;
const std::string Model = "made up";

struct Timer {
    Timer() { wall.start(); }
    double milliseconds() const { return static_cast<double>(wall.nsecsElapsed()) * 1e-6; }
    double seconds() const { return milliseconds() * 1e-3; }
    double processorMilliseconds() const
    {
        return 1e3 * static_cast<double>(std::clock() - processor) / CLOCKS_PER_SEC;
    }
    QElapsedTimer wall;
    std::clock_t processor = std::clock();
};

Status makeStore(const std::filesystem::path& folder, MadeUpRegions& data, int regions,
                 const Progress& progress)
{
    auto store = RegionStore::open(folder, Model, Dimension);
    if (!store)
        return store.error();
    std::vector<RegionEmbedding> study;
    for (int made = 0; made < regions; made += RegionsPerStudy) {
        if (progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        study.resize(static_cast<std::size_t>(std::min(RegionsPerStudy, regions - made)));
        for (std::size_t i = 0; i < study.size(); ++i) {
            study[i].anatomyId = std::to_string(i);
            study[i].vector = data.region();
        }
        if (Status s = store->add(made + 1, 1, study); !s)
            return s;
        progress.report(static_cast<double>(made) / regions);
    }
    return store->flush();
}

double sizeOf(const std::filesystem::path& folder)
{
    double bytes = 0.0;
    for (const auto& file : std::filesystem::directory_iterator(folder))
        bytes += static_cast<double>(file.file_size());
    return bytes;
}

double median(std::vector<double> values, double share = 0.5)
{
    std::ranges::sort(values);
    return values[static_cast<std::size_t>(static_cast<double>(values.size() - 1) * share)];
}

struct Answers {
    std::vector<std::vector<RegionHit>> hits;
    std::vector<double> milliseconds;
    double processorMilliseconds = 0.0; ///< Mean.
};

Result<Answers> askAll(const RegionIndex& index, const std::vector<std::vector<float>>& queries,
                       const Progress& progress)
{
    Answers answers;
    for (const std::vector<float>& query : queries) {
        if (progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        const Timer timer;
        auto hits = index.search({query, Best, 0, {}});
        if (!hits)
            return hits.error();
        answers.milliseconds.push_back(timer.milliseconds());
        answers.processorMilliseconds +=
            timer.processorMilliseconds() / static_cast<double>(queries.size());
        answers.hits.push_back(std::move(*hits));
        progress.report(static_cast<double>(answers.hits.size()) /
                        static_cast<double>(queries.size()));
    }
    return answers;
}

SearchBench::Kind compared(std::string name, const Answers& all, const Answers& found)
{
    SearchBench::Kind kind;
    kind.name = std::move(name);
    const auto queries = static_cast<double>(all.hits.size());
    for (std::size_t i = 0; i < all.hits.size(); ++i) {
        const std::vector<RegionHit>& truth = all.hits[i];
        for (const RegionHit& hit : found.hits[i])
            kind.recallAt20 +=
                static_cast<double>(std::ranges::count(truth, hit.row, &RegionHit::row)) /
                (static_cast<double>(truth.size()) * queries);
        kind.bestScore += static_cast<double>(truth.front().score) / queries;
        kind.twentiethScore += static_cast<double>(truth.back().score) / queries;
    }
    kind.exactMilliseconds = median(all.milliseconds);
    kind.exactProcessorMilliseconds = all.processorMilliseconds;
    kind.milliseconds = median(found.milliseconds);
    kind.milliseconds95 = median(found.milliseconds, 0.95);
    kind.processorMilliseconds = found.processorMilliseconds;
    return kind;
}

} // namespace

Result<SearchBench::Report> SearchBench::run(CommandContext& context, const Options& options)
{
    const auto api = context.modelApi();
    if (!api)
        return api.error();
    const QTemporaryDir temporary(options.folder.empty()
                                      ? QString()
                                      : QString::fromStdString(options.folder + "/search-XXXXXX"));
    if (!temporary.isValid())
        return makeError(ErrorCode::FileNotWritable, {options.folder});
    const std::filesystem::path folder = temporary.path().toStdString();

    Report report;
    report.regions = options.regions;
    MadeUpRegions data(static_cast<std::size_t>(options.regions), Dimension, 1);
    report.clustersOfData = data.clusters();
    const Timer storing;
    if (Status s = makeStore(folder, data, options.regions, context.progress(tr("Making regions")));
        !s)
        return s.error();
    report.storeSeconds = storing.seconds();
    report.storeBytesPerRegion = sizeOf(folder) / options.regions;
    const Timer opening;
    const auto vectors = readRegionVectors(folder, Model);
    if (!vectors)
        return vectors.error();
    report.openSeconds = opening.seconds();

    RegionIndexOptions exact;
    exact.exactUpTo = std::numeric_limits<std::size_t>::max();
    RegionIndexOptions quick;
    quick.listsFile = folder / "lists.ivf";
    if (options.probed > 0.0)
        quick.probed = options.probed;
    const auto all = (*api)->regionIndex(*vectors, exact, {});
    if (!all)
        return all.error();
    const Timer building;
    auto index = (*api)->regionIndex(*vectors, quick, context.progress(tr("Making the index")));
    if (!index)
        return index.error();
    report.buildSeconds = building.seconds();
    report.buildProcessorSeconds = building.processorMilliseconds() * 1e-3;
    report.clustered = (*index)->clustered();
    report.listsBytesPerRegion = sizeOf(folder) / options.regions - report.storeBytesPerRegion;
    const Timer reopening;
    index = (*api)->regionIndex(*vectors, quick, {});
    if (!index)
        return index.error();
    report.reopenSeconds = reopening.seconds();

    for (const bool text : {false, true}) {
        std::vector<std::vector<float>> queries(static_cast<std::size_t>(options.queries));
        std::ranges::generate(queries, [&] { return text ? data.text() : data.region(); });
        const auto truth = askAll(**all, queries, context.progress(tr("Comparing all")));
        if (!truth)
            return truth.error();
        const auto found = askAll(**index, queries, context.progress(tr("Searching")));
        if (!found)
            return found.error();
        report.kinds.push_back(compared(text ? "text" : "region", *truth, *found));
    }
    return report;
}

nlohmann::json SearchBench::json(const Report& report)
{
    nlohmann::json out{{"regions", report.regions},
                       {"dimension", Dimension},
                       {"data_clusters", report.clustersOfData},
                       {"clustered", report.clustered},
                       {"store_seconds", report.storeSeconds},
                       {"open_seconds", report.openSeconds},
                       {"build_seconds", report.buildSeconds},
                       {"build_processor_seconds", report.buildProcessorSeconds},
                       {"reopen_seconds", report.reopenSeconds},
                       {"store_bytes_per_region", report.storeBytesPerRegion},
                       {"lists_bytes_per_region", report.listsBytesPerRegion},
                       {"queries", nlohmann::json::array()}};
    for (const Kind& kind : report.kinds)
        out["queries"].push_back({{"like", kind.name},
                                  {"recall_at_20", kind.recallAt20},
                                  {"ms", kind.milliseconds},
                                  {"ms_95", kind.milliseconds95},
                                  {"processor_ms", kind.processorMilliseconds},
                                  {"exact_ms", kind.exactMilliseconds},
                                  {"exact_processor_ms", kind.exactProcessorMilliseconds},
                                  {"ratio", kind.exactMilliseconds / kind.milliseconds},
                                  {"best_score", kind.bestScore},
                                  {"score_20", kind.twentiethScore}});
    return out;
}

QString SearchBench::text(const Report& report)
{
    using Align = Table::Align;
    QString text =
        tr("%n region(s) of %1 dimensions in %2 clusters", nullptr, report.regions)
            .arg(QString::number(Dimension), QString::number(report.clustersOfData)) +
        QLatin1Char('\n') +
        (report.clustered == 0
             ? tr("No index: every search compares all")
             : tr("Index: %1 s to make (%2 s of processor time), %3 s to open, %4 bytes per region")
                   .arg(number(report.buildSeconds, 1), number(report.buildProcessorSeconds, 1),
                        number(report.reopenSeconds, 2), number(report.listsBytesPerRegion, 0))) +
        QLatin1Char('\n') +
        tr("Store: %1 s to write, %2 s to open, %3 bytes per region")
            .arg(number(report.storeSeconds, 1), number(report.openSeconds, 2),
                 number(report.storeBytesPerRegion, 0)) +
        QStringLiteral("\n\n");
    Table table({{tr("Queries like a")},
                 {tr("Recall@20"), Align::Right},
                 {tr("ms"), Align::Right},
                 {tr("ms, 95 %"), Align::Right},
                 {tr("Processor ms"), Align::Right},
                 {tr("All, ms"), Align::Right},
                 {tr("All, processor ms"), Align::Right},
                 {tr("Times as fast"), Align::Right},
                 {tr("Best score"), Align::Right},
                 {tr("20th"), Align::Right}});
    for (const Kind& kind : report.kinds)
        table.addRow({kind.name == "text" ? tr("text") : tr("region"), number(kind.recallAt20, 4),
                      number(kind.milliseconds, 2), number(kind.milliseconds95, 2),
                      number(kind.processorMilliseconds, 2), number(kind.exactMilliseconds, 1),
                      number(kind.exactProcessorMilliseconds, 1),
                      number(kind.exactMilliseconds / kind.milliseconds, 1),
                      number(kind.bestScore, 3), number(kind.twentiethScore, 3)});
    return text + table.text();
}

} // namespace fovea
