#include "app/cli/SegmentBench.h"

#include "app/ModelLibrary.h"
#include "app/cli/Table.h"
#include "app/cli/waitForEnd.h"
#include "app/segmentLibrary.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstring>

namespace fovea {
namespace {

using Way = SegmentBenchOptions::Way;

struct NamedWay {
    const char* name;
    Way way;
};
// The one that the others are compared with comes first.
constexpr std::array<NamedWay, 3> ways{
    {{"full", Way::Full}, {"reference", Way::Reference}, {"ours", Way::Ours}}};

Result<std::vector<std::uint16_t>> readLabels(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return makeError(ErrorCode::FileNotReadable, {path.toStdString()});
    const QByteArray bytes = file.readAll();
    std::vector<std::uint16_t> labels(static_cast<std::size_t>(bytes.size()) /
                                      sizeof(std::uint16_t));
    std::memcpy(labels.data(), bytes.constData(), labels.size() * sizeof(std::uint16_t));
    return labels;
}

double equalShare(const std::vector<std::uint16_t>& a, const std::vector<std::uint16_t>& b)
{
    if (a.empty() || a.size() != b.size())
        return 0.0;
    std::size_t equal = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        equal += a[i] == b[i] ? 1 : 0;
    return static_cast<double>(equal) / static_cast<double>(a.size());
}

/// What one way prints, from a process of its own.
Result<nlohmann::json> ownProcess(CommandContext& context, const SegmentBench::Options& options,
                                  const char* way, const QString& labels)
{
    QStringList arguments{QStringLiteral("bench"),    QStringLiteral("segment"),
                          QStringLiteral("--way"),    QLatin1String(way),
                          QStringLiteral("--labels"), labels};
    if (!options.model.empty())
        arguments << QStringLiteral("--model") << QString::fromStdString(options.model);
    if (!options.size.empty()) {
        arguments << QStringLiteral("--size");
        for (const int side : options.size)
            arguments << QString::number(side);
    }
    QProcess process;
    process.start(QCoreApplication::applicationFilePath(), arguments);
    if (const Status ended = waitForEnd(process, context, {way}); !ended)
        return ended.error();
    try {
        return nlohmann::json::parse(process.readAllStandardOutput().toStdString());
    } catch (const nlohmann::json::exception& e) {
        return makeError(ErrorCode::Internal, {way}, e.what());
    }
}

} // namespace

Status SegmentBench::runWay(CommandContext& context, const Options& options)
{
    SegmentBenchOptions asked;
    const auto* const way = std::ranges::find(ways, options.way, &NamedWay::name);
    if (way == ways.end())
        return makeError(ErrorCode::BadOption, {"--way", "reference, full, ours"});
    asked.way = way->way;
    asked.model = options.model;
    if (!options.size.empty())
        asked.size = {options.size[0], options.size[1], options.size[2]};
    const auto api = loadSegmenterApi(ModelLibrary::installedLibrary());
    if (!api)
        return api.error();
    const auto run = (*api)->bench(asked, context.progress(tr("Measuring")));
    if (!run)
        return run.error();
    if (!options.labels.empty()) {
        QFile file(QString::fromStdString(options.labels));
        const auto bytes = static_cast<qint64>(run->labels.size() * sizeof(std::uint16_t));
        if (!file.open(QIODevice::WriteOnly) ||
            file.write(reinterpret_cast<const char*>(run->labels.data()), bytes) != bytes)
            return makeError(ErrorCode::FileNotWritable, {options.labels});
    }
    context.console().print(nlohmann::json{{"seconds", run->seconds},
                                           {"processor_seconds", run->processorSeconds},
                                           {"peak_bytes", run->peakBytes},
                                           {"windows", run->windows},
                                           {"threads", run->threads},
                                           {"processor", run->processor},
                                           {"torch", run->torchVersion}});
    return Done{};
}

Result<SegmentBench::Report> SegmentBench::run(CommandContext& context, const Options& options)
{
    const QTemporaryDir folder;
    const Progress progress = context.progress(tr("Measuring"));
    Report report;
    std::vector<std::uint16_t> full;
    for (const NamedWay& one : ways) {
        const QString file = folder.filePath(QLatin1String(one.name));
        const auto printed = ownProcess(context, options, one.name, file);
        if (!printed)
            return printed.error();
        auto labels = readLabels(file);
        if (!labels)
            return labels.error();
        if (full.empty())
            full = *labels;
        try {
            report.ways.push_back({one.name, printed->at("seconds"),
                                   printed->at("processor_seconds"), printed->at("peak_bytes"),
                                   equalShare(*labels, full)});
            printed->at("processor").get_to(report.processor);
            printed->at("torch").get_to(report.torchVersion);
            printed->at("threads").get_to(report.threads);
            printed->at("windows").get_to(report.windows);
        } catch (const nlohmann::json::exception& e) {
            return makeError(ErrorCode::Internal, {one.name}, e.what());
        }
        progress.report(static_cast<double>(report.ways.size()) / ways.size());
    }
    return report;
}

nlohmann::json SegmentBench::json(const Report& report)
{
    nlohmann::json out{{"processor", report.processor},
                       {"torch", report.torchVersion},
                       {"threads", report.threads},
                       {"windows", report.windows},
                       {"ways", nlohmann::json::array()}};
    const Way& reference = report.ways[1];
    for (const Way& way : report.ways)
        out["ways"].push_back(
            {{"name", way.name},
             {"seconds", way.seconds},
             {"processor_seconds", way.processorSeconds},
             {"ratio", reference.seconds / way.seconds},
             {"processor_ratio", reference.processorSeconds / way.processorSeconds},
             {"peak_bytes", way.peakBytes},
             {"equal_voxels", way.equalVoxels}});
    return out;
}

QString SegmentBench::text(const Report& report)
{
    using Align = Table::Align;
    QString text = tr("%1, %n thread(s), LibTorch %2", nullptr, report.threads)
                       .arg(QString::fromStdString(report.processor),
                            QString::fromStdString(report.torchVersion)) +
                   QLatin1Char('\n') + tr("%n window(s) of the network", nullptr, report.windows) +
                   QStringLiteral("\n\n");
    Table table({{tr("Way")},
                 {tr("Seconds"), Align::Right},
                 {tr("Processor seconds"), Align::Right},
                 {tr("Times as fast"), Align::Right},
                 {tr("… by processor time"), Align::Right},
                 {tr("Most memory, MB"), Align::Right},
                 {tr("Voxels as in fp32, %"), Align::Right}});
    const Way& reference = report.ways[1];
    for (const Way& way : report.ways) {
        const QString name = way.name == "full"        ? tr("reference, sums in fp32")
                             : way.name == "reference" ? tr("reference, sums in half precision")
                                                       : tr("ours");
        table.addRow({name, number(way.seconds, 1), number(way.processorSeconds, 1),
                      number(reference.seconds / way.seconds, 2),
                      number(reference.processorSeconds / way.processorSeconds, 2),
                      number(way.peakBytes / 1e6, 0), number(100.0 * way.equalVoxels, 3)});
    }
    return text + table.text();
}

} // namespace fovea
