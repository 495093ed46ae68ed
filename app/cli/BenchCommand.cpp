#include "app/cli/BenchCommand.h"

#include "app/cli/LoadBench.h"
#include "app/cli/Table.h"
#include "app/cli/ViewBench.h"
#include "app/cli/waitForEnd.h"

#include <QProcess>
#include <QProcessEnvironment>

#include <nlohmann/json.hpp>

#include <cstring>

namespace fovea {
namespace {

constexpr const char* referenceProcess = "--reference-process";

const char* kindName(BenchCase::Kind kind)
{
    return kind == BenchCase::Kind::OneWindow ? "one_window" : "all_windows";
}

} // namespace

BenchCommand::BenchCommand(CommandParser& parent, CommonOptions& options)
    : Command(parent, options, "bench", tr("Measure speed against others"))
    , m_analyze(parser().addSubcommand(
          "analyze", tr("Time an analysis, and say how far the answers are apart")))
    , m_load(parser().addSubcommand("load", tr("Time the opening of a series")))
    , m_view(parser().addSubcommand("view", tr("Time slices, labels and surfaces on the screen")))
    , m_search(parser().addSubcommand("search", tr("Time searches among many regions")))
    , m_ask(parser().addSubcommand("ask", tr("Time typed questions to their first answer")))
    , m_segment(parser().addSubcommand(
          "segment", tr("Time a segmentation network, and say how many voxels are labelled alike")))
    , m_import(parser().addSubcommand(
          "import",
          tr("Time finding, reading and taking many files, all in the system's cache, against "
             "DCMTK parsing the same files as dcmdump does")))
    , m_labels(parser().addSubcommand("labels", tr("Time the opening of a large DICOM SEG")))
    , m_list(parser().addSubcommand("list", tr("Time the study list and its search")))
{
    parser().requireSubcommand();
    addCommonOptions(m_load, options);
    m_load.count("--slices", m_slices, tr("Slices of 512 x 512"));
    m_load.count("--rounds", m_loadRounds, tr("Rounds; the fastest counts"));
    addCommonOptions(m_view, options);
    m_view.count("--slices", m_viewSlices, tr("Slices of 512 x 512"));
    m_view.count("--frames", m_frames, tr("Frames per way of moving"));
    addCommonOptions(m_search, options);
    m_search.count("--regions", m_searchOptions.regions, tr("Made-up regions"));
    m_search.count("--queries", m_searchOptions.queries, tr("Queries of each kind"));
    m_search.count("--probed", m_probed, tr("Percent of the clusters that a search looks into"));
    m_search.text("--folder", m_searchOptions.folder, tr("Where the regions are put meanwhile"),
                  "DIR");
    addCommonOptions(m_ask, options);
    m_ask.text("--model", m_askOptions.model,
               tr("Model package (default: the released size with random weights)"), "PACKAGE");
    m_ask.count("--studies", m_askOptions.studies, tr("Made-up studies of 20 regions"));
    m_ask.text("--folder", m_askOptions.folder, tr("Where the studies are put meanwhile"), "DIR");
    addCommonOptions(m_import, options);
    m_import.count("--files", m_importOptions.files, tr("Made-up images"));
    m_import.count("--matrix", m_importOptions.matrixSize,
                   tr("Their rows and columns; 512 makes the 525 kB of a real slice"));
    m_import.count("--rounds", m_importOptions.rounds, tr("Rounds; the fastest counts"));
    m_import.text("--folder", m_importOptions.folder, tr("Where the images are put meanwhile"),
                  "DIR");
    addCommonOptions(m_labels, options);
    m_labels.count("--slices", m_labelOptions.slices, tr("Slices of 512 x 512"));
    m_labels.count("--rounds", m_labelOptions.rounds, tr("Rounds; the fastest counts"));
    m_labels.text("--folder", m_labelOptions.folder, tr("Where the files are put meanwhile"),
                  "DIR");
    addCommonOptions(m_list, options);
    m_list.count("--studies", m_listOptions.studies, tr("Made-up studies"));
    m_list.count("--instances", m_listOptions.instances, tr("Made-up images of all studies"));
    m_list.text("--folder", m_listOptions.folder, tr("Where the studies are put meanwhile"), "DIR");
    addCommonOptions(m_segment, options);
    m_segment.text("--model", m_segmentOptions.model,
                   tr("Model folder (default: the size of TotalSegmentator's 3 mm model with "
                      "made-up weights)"),
                   "DIR");
    m_segment.numbers("--size", m_segmentOptions.size, 3, 8, 2048,
                      tr("Voxels of the made-up image along D, H and W"));
    m_segment.text("--way", m_segmentOptions.way,
                   tr("Only one way, in this process: reference, full or ours"), "NAME");
    m_segment.text("--labels", m_segmentOptions.labels, tr("File for the labels of --way"), "FILE");
    addCommonOptions(m_analyze, options);
    m_analyze.text("--model", m_model,
                   tr("Model package (default: the released size with random weights)"), "PACKAGE");
    m_analyze.count("--rounds", m_rounds, tr("Rounds; the fastest counts"));
    m_analyze.flag("--in-process-only", m_inProcessOnly,
                   tr("Without the reference in a process of its own"));
    m_analyze.flag(referenceProcess, m_referenceProcess,
                   tr("Only the reference, with LibTorch's own settings"));
}

bool BenchCommand::wantsOwnSettings(int argc, char** argv)
{
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], referenceProcess) == 0)
            return true;
    }
    return false;
}

Status BenchCommand::run(CommandContext& context)
{
    if (m_view.parsed())
        return runView(context);
    if (m_search.parsed())
        return runSearch(context);
    if (m_ask.parsed())
        return runAsk(context);
    if (m_segment.parsed())
        return runSegment(context);
    if (m_import.parsed())
        return runImport(context);
    if (m_labels.parsed())
        return runLabels(context);
    if (m_list.parsed())
        return runList(context);
    return m_load.parsed() ? runLoad(context) : runAnalyze(context);
}

Status BenchCommand::runView(CommandContext& context)
{
    const auto report = ViewBench::run(context, m_viewSlices, m_frames);
    if (!report)
        return report.error();
    if (context.json())
        context.console().print(*report);
    else
        context.console().print(ViewBench::text(*report));
    return Done{};
}

Status BenchCommand::runSearch(CommandContext& context)
{
    SearchBench::Options options = m_searchOptions;
    options.probed = m_probed.value_or(0) / 100.0;
    const auto report = SearchBench::run(context, options);
    if (!report)
        return report.error();
    if (context.json())
        context.console().print(SearchBench::json(*report));
    else
        context.console().print(SearchBench::text(*report));
    return Done{};
}

Status BenchCommand::runAsk(CommandContext& context)
{
    const auto report = AskBench::run(context, m_askOptions);
    if (!report)
        return report.error();
    if (context.json())
        context.console().print(AskBench::json(*report));
    else
        context.console().print(AskBench::text(*report));
    return Done{};
}

Status BenchCommand::runList(CommandContext& context)
{
    const auto report = ListBench::run(context, m_listOptions);
    if (!report)
        return report.error();
    if (context.json())
        context.console().print(ListBench::json(*report));
    else
        context.console().print(ListBench::text(*report));
    return Done{};
}

Status BenchCommand::runSegment(CommandContext& context)
{
    if (!m_segmentOptions.way.empty())
        return SegmentBench::runWay(context, m_segmentOptions);
    const auto report = SegmentBench::run(context, m_segmentOptions);
    if (!report)
        return report.error();
    if (context.json())
        context.console().print(SegmentBench::json(*report));
    else
        context.console().print(SegmentBench::text(*report));
    return Done{};
}

Status BenchCommand::runImport(CommandContext& context)
{
    const auto report = ImportBench::run(context, m_importOptions);
    if (!report)
        return report.error();
    if (context.json())
        context.console().print(ImportBench::json(*report));
    else
        context.console().print(ImportBench::text(*report));
    return Done{};
}

Status BenchCommand::runLabels(CommandContext& context)
{
    const auto report = LabelBench::run(context, m_labelOptions);
    if (!report)
        return report.error();
    if (context.json())
        context.console().print(LabelBench::json(*report));
    else
        context.console().print(LabelBench::text(*report));
    return Done{};
}

Status BenchCommand::runLoad(CommandContext& context)
{
    const auto report = LoadBench::run(context, m_slices, m_loadRounds);
    if (!report)
        return report.error();
    if (context.json())
        context.console().print(LoadBench::json(*report));
    else
        context.console().print(LoadBench::text(*report));
    return Done{};
}

Status BenchCommand::runAnalyze(CommandContext& context)
{
    const auto api = context.modelApi();
    if (!api)
        return api.error();
    BenchOptions options;
    if (!m_model.empty())
        options.package = CommandContext::modelPackage(m_model);
    options.rounds = m_rounds;
    options.referenceOnly = m_referenceProcess;
    const auto report = (*api)->bench(options, context.progress(tr("Measuring")));
    if (!report)
        return report.error();
    OwnProcess own;
    if (!m_referenceProcess && !m_inProcessOnly) {
        auto found = runOwnProcess(context);
        if (!found)
            return found.error();
        own = std::move(*found);
    }
    if (context.json())
        context.console().print(json(*report, own));
    else
        context.console().print(text(*report, own));
    return Done{};
}

Result<BenchCommand::OwnProcess> BenchCommand::runOwnProcess(CommandContext& context) const
{
    QStringList arguments{QStringLiteral("bench"),    QStringLiteral("analyze"),
                          QStringLiteral("--json"),   QLatin1String(referenceProcess),
                          QStringLiteral("--rounds"), QString::number(m_rounds)};
    if (!m_model.empty())
        arguments << QStringLiteral("--model") << QString::fromStdString(m_model);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("OMP_WAIT_POLICY"));
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QCoreApplication::applicationFilePath(), arguments);
    if (const Status ended = waitForEnd(process, context); !ended)
        return ended.error();
    const std::string output = process.readAllStandardOutput().toStdString();
    OwnProcess own;
    try {
        const auto report = nlohmann::json::parse(output);
        for (const nlohmann::json& one : report.at("cases"))
            own[one.at("kind")] = one.at("variants").at(0).at("seconds");
    } catch (const nlohmann::json::exception& e) {
        return makeError(ErrorCode::Internal, {}, e.what());
    }
    return own;
}

nlohmann::json BenchCommand::json(const BenchReport& report, const OwnProcess& own) const
{
    nlohmann::json out{{"processor", report.processor},
                       {"threads", report.threads},
                       {"torch", report.torchVersion},
                       {"cases", nlohmann::json::array()},
                       {"rates", nlohmann::json::array()},
                       {"prompts",
                        {{"count", report.prompts},
                         {"reference_seconds", report.promptsReferenceSeconds},
                         {"seconds", report.promptsSeconds}}},
                       {"preprocess_seconds", nullptr},
                       {"peak_device_bytes", nullptr}};
    for (const BenchCase& one : report.cases) {
        nlohmann::json variants = nlohmann::json::array();
        const auto ownSeconds = own.find(kindName(one.kind));
        for (const BenchVariant& variant : one.variants) {
            nlohmann::json entry{{"name", variant.name},
                                 {"seconds", variant.seconds},
                                 {"median_seconds", variant.medianSeconds},
                                 {"passes", variant.passes},
                                 {"ratio", one.variants.front().seconds / variant.seconds},
                                 {"ratio_own_process", nullptr},
                                 {"vector_difference", variant.vectorDifference},
                                 {"smallest_cosine", variant.smallestCosine},
                                 {"score_difference", variant.scoreDifference}};
            if (ownSeconds != own.end())
                entry["ratio_own_process"] = ownSeconds->second / variant.seconds;
            variants.push_back(std::move(entry));
        }
        out["cases"].push_back({{"kind", kindName(one.kind)}, {"variants", std::move(variants)}});
    }
    for (const BenchRate& rate : report.rates)
        out["rates"].push_back({{"name", rate.name},
                                {"product_gflops", rate.productGflops},
                                {"encoder_gflops", rate.encoderGflops},
                                {"seconds_per_pass", rate.secondsPerPass}});
    if (report.preprocessSeconds)
        out["preprocess_seconds"] = *report.preprocessSeconds;
    if (report.peakDeviceBytes)
        out["peak_device_bytes"] = *report.peakDeviceBytes;
    return out;
}

QString BenchCommand::text(const BenchReport& report, const OwnProcess& own) const
{
    using Align = Table::Align;
    const QString none = QStringLiteral("-");
    QString text = tr("%1, %n thread(s), LibTorch %2", nullptr, report.threads)
                       .arg(QString::fromStdString(report.processor),
                            QString::fromStdString(report.torchVersion)) +
                   QLatin1Char('\n');
    for (const BenchCase& one : report.cases) {
        text += QLatin1Char('\n') +
                (one.kind == BenchCase::Kind::OneWindow
                     ? tr("A study whose anatomies share one window")
                     : tr("A study whose anatomies have a window each")) +
                QLatin1Char('\n');
        Table table({{tr("Way")},
                     {tr("Passes"), Align::Right},
                     {tr("Seconds"), Align::Right},
                     {tr("Times as fast"), Align::Right},
                     {tr("… as a process of its own"), Align::Right},
                     {tr("Vectors apart"), Align::Right},
                     {tr("Smallest cosine"), Align::Right},
                     {tr("Scores apart"), Align::Right}});
        const auto ownSeconds = own.find(kindName(one.kind));
        for (const BenchVariant& variant : one.variants) {
            table.addRow(
                {QString::fromStdString(variant.name), QString::number(variant.passes),
                 number(variant.seconds, 3),
                 number(one.variants.front().seconds / variant.seconds, 2),
                 ownSeconds == own.end() ? none : number(ownSeconds->second / variant.seconds, 2),
                 QString::number(variant.vectorDifference, 'g', 2),
                 number(variant.smallestCosine, 6),
                 QString::number(variant.scoreDifference, 'g', 2)});
        }
        text += table.text();
        if (ownSeconds != own.end())
            text += tr("The reference in a process of its own: %1 s")
                        .arg(number(ownSeconds->second, 3)) +
                    QLatin1Char('\n');
    }
    text += QLatin1Char('\n');
    for (const BenchRate& rate : report.rates)
        text += tr("Encoder, %1: %2 s a pass, %3 GFLOP/s, %4 % of the %5 GFLOP/s that its "
                   "products reach alone")
                    .arg(QString::fromStdString(rate.name), number(rate.secondsPerPass, 3),
                         number(rate.encoderGflops, 0),
                         number(100.0 * rate.encoderGflops / rate.productGflops, 0),
                         number(rate.productGflops, 0)) +
                QLatin1Char('\n');
    if (report.promptsSeconds > 0.0)
        text +=
            tr("%n prompt(s), once per model: padded %1 s, ours %2 s (%3 times as fast)", nullptr,
               report.prompts)
                .arg(number(report.promptsReferenceSeconds, 2), number(report.promptsSeconds, 3),
                     number(report.promptsReferenceSeconds / report.promptsSeconds, 0)) +
            QLatin1Char('\n');
    if (report.preprocessSeconds)
        text += tr("Preprocessing 512 x 512 x 600 voxels: %1 s")
                    .arg(number(*report.preprocessSeconds, 3)) +
                QLatin1Char('\n');
    if (report.peakDeviceBytes)
        text += tr("Most device memory: %1 MB")
                    .arg(number(static_cast<double>(*report.peakDeviceBytes) / 1e6, 0)) +
                QLatin1Char('\n');
    return text;
}

} // namespace fovea
