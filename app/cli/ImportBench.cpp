#include "app/cli/ImportBench.h"

#include "app/cli/Table.h"
#include "app/cli/benchFolder.h"
#include "app/cli/processMemory.h"
#include "storage/Importer.h"
#include "storage/manyImages.h"
#include "storage/pixelReading.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>
#include <sys/resource.h>

namespace fovea {

namespace {

namespace fs = std::filesystem;

using Time = ImportBench::Time;

double processorSeconds()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

/// Runs and times; the fastest stays.
template <typename T> Result<T> timed(Time& fastest, const std::function<Result<T>()>& work)
{
    QElapsedTimer clock;
    clock.start();
    const double before = processorSeconds();
    Result<T> done = work();
    const Time time{static_cast<double>(clock.nsecsElapsed()) / 1e9, processorSeconds() - before};
    if (time.seconds < fastest.seconds)
        fastest = time;
    return done;
}

/// The archive is made and opened before, as a program does once.
Result<ImportSummary> import(Time& time, const fs::path& archive, const ScanReport& scan,
                             ImportMode mode, const Progress& progress)
{
    auto database = StudyDatabase::open(archive);
    if (!database)
        return database.error();
    return timed<ImportSummary>(time, [&] { return importScan(*database, scan, mode, progress); });
}

Status measurePeers(ImportBench::Report& report, const std::vector<fs::path>& files,
                    const Progress& progress)
{
    for (ImportBench::Peer& peer : report.peers) {
        const auto extent =
            peer.name == "dcmtk" ? ParsedExtent::ShortValues : ParsedExtent::AllValues;
        const auto parsed = timed<std::uint64_t>(
            peer.time, [&] { return parseWithDcmtkAlone(files, extent, peer.threads, progress); });
        if (!parsed)
            return parsed.error();
    }
    return Done{};
}

Status measureOurs(ImportBench::Report& report, const fs::path& folder, const Progress& progress)
{
    const bool peakKnown = ProcessMemory::forgetPeak();
    const double before = ProcessMemory::resident();
    const auto scan = timed<ScanReport>(
        report.scan, [&] { return scanFolder(folder / "in", progress.part(0.0, 0.2)); });
    if (!scan)
        return scan.error();
    const auto referred = import(report.refer, folder / "referring", *scan, ImportMode::Reference,
                                 progress.part(0.2, 0.4));
    if (!referred)
        return referred.error();
    if (peakKnown)
        report.peakBytes = std::max(report.peakBytes, ProcessMemory::peak() - before);
    const auto copied =
        import(report.copy, folder / "copying", *scan, ImportMode::Copy, progress.part(0.4, 0.8));
    if (!copied)
        return copied.error();
    report.taken = copied->instancesTaken;
    const auto again =
        import(report.again, folder / "copying", *scan, ImportMode::Copy, progress.part(0.8, 1.0));
    if (!again)
        return again.error();
    report.takenAgain = again->instancesTaken;
    std::error_code failure;
    fs::remove_all(folder / "referring", failure);
    if (!failure)
        fs::remove_all(folder / "copying", failure);
    if (failure)
        return makeError(ErrorCode::FileNotWritable, {folder.string()}, failure.message());
    return Done{};
}

} // namespace

Result<ImportBench::Report> ImportBench::run(CommandContext& context, const Options& options)
{
    const Progress progress = context.progress(tr("Measuring"));
    const QTemporaryDir temporary(benchFolder(options.folder));
    if (!temporary.isValid())
        return makeError(ErrorCode::FileNotWritable, {temporary.path().toStdString()});
    const fs::path folder = temporary.path().toStdString();
    auto files =
        writeManyImages(folder / "in", options.files, options.matrixSize, progress.part(0.0, 0.2));
    if (!files)
        return files.error();
    std::ranges::sort(*files);
    Report report;
    report.files = options.files;
    for (const fs::path& file : *files)
        report.bytes += static_cast<double>(fs::file_size(file));
    // Before anything is timed: files to the cache, DCMTK's dictionary to memory.
    const auto warm =
        parseWithDcmtkAlone(*files, ParsedExtent::AllValues, 2, progress.part(0.2, 0.2));
    if (!warm)
        return warm.error();
    report.peers = {{"dcmtk", 1, {}}, {"dcmtk", 2, {}}, {"dcmtk_all_values", 2, {}}};
    for (int round = 0; round < options.rounds; ++round) {
        const Progress part = progress.part(0.2 + 0.8 * round / options.rounds,
                                            0.2 + 0.8 * (round + 1) / options.rounds);
        Status measured = measurePeers(report, *files, part.part(0.0, 0.0));
        if (measured)
            measured = measureOurs(report, folder, part);
        if (!measured)
            return measured.error();
    }
    return report;
}

nlohmann::json ImportBench::json(const Report& report)
{
    nlohmann::json peers = nlohmann::json::array();
    for (const Peer& peer : report.peers) {
        peers.push_back(
            {{"name", peer.name},
             {"threads", peer.threads},
             {"seconds", peer.time.seconds},
             {"processor_seconds", peer.time.processorSeconds},
             {"ratio", peer.time.seconds / (report.scan.seconds + report.refer.seconds)},
             {"ratio_copied", peer.time.seconds / (report.scan.seconds + report.copy.seconds)}});
    }
    return {{"files", report.files},
            {"bytes", report.bytes},
            {"scan_seconds", report.scan.seconds},
            {"scan_processor_seconds", report.scan.processorSeconds},
            {"refer_seconds", report.refer.seconds},
            {"refer_processor_seconds", report.refer.processorSeconds},
            {"copy_seconds", report.copy.seconds},
            {"copy_processor_seconds", report.copy.processorSeconds},
            {"again_seconds", report.again.seconds},
            {"again_processor_seconds", report.again.processorSeconds},
            {"taken", report.taken},
            {"taken_again", report.takenAgain},
            {"peak_bytes", report.peakBytes},
            {"peers", std::move(peers)}};
}

QString ImportBench::text(const Report& report)
{
    using Align = Table::Align;
    const auto rate = [&](double seconds) { return number(report.files / seconds, 0); };
    const auto withScan = [&](const Time& time) {
        return Time{report.scan.seconds + time.seconds,
                    report.scan.processorSeconds + time.processorSeconds};
    };
    const Time referred = withScan(report.refer);
    const Time copied = withScan(report.copy);
    QString text =
        tr("%n file(s), %1 MB", nullptr, report.files).arg(number(report.bytes / 1e6, 0)) +
        QLatin1Char('\n');
    Table table({{tr("Work")},
                 {tr("Threads"), Align::Right},
                 {tr("Seconds"), Align::Right},
                 {tr("Processor seconds"), Align::Right},
                 {tr("Files per second"), Align::Right},
                 {tr("Importing, of that rate"), Align::Right},
                 {tr("… with copies"), Align::Right}});
    for (const Peer& peer : report.peers) {
        const double seconds = peer.time.seconds;
        table.addRow(
            {peer.name == "dcmtk" ? tr("DCMTK, as dcmdump") : tr("DCMTK, all values (dcmdump +M)"),
             QString::number(peer.threads), number(seconds, 2),
             number(peer.time.processorSeconds, 2), rate(seconds),
             number(100 * seconds / referred.seconds, 0) + QStringLiteral(" %"),
             number(100 * seconds / copied.seconds, 0) + QStringLiteral(" %")});
    }
    const auto addOurs = [&](const QString& what, const Time& time) {
        table.addRow({what,
                      QStringLiteral("2"),
                      number(time.seconds, 2),
                      number(time.processorSeconds, 2),
                      rate(time.seconds),
                      {},
                      {}});
    };
    addOurs(tr("Scan"), report.scan);
    addOurs(tr("Scan, then import with the files left where they are"), referred);
    addOurs(tr("Scan, then import with copies"), copied);
    addOurs(tr("Scan, then the same again"), withScan(report.again));
    text += table.text();
    text +=
        tr("Images taken: %1, when imported again: %2").arg(report.taken).arg(report.takenAgain) +
        QLatin1Char('\n');
    if (report.peakBytes > 0)
        text += tr("Memory at its peak: %1 MB").arg(number(report.peakBytes / 1e6, 0)) +
                QLatin1Char('\n');
    return text;
}

} // namespace fovea
