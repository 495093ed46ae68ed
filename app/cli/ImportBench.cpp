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

#include <functional>

namespace fovea {

namespace {

namespace fs = std::filesystem;

template <typename T> Result<T> timed(double& seconds, const std::function<Result<T>()>& work)
{
    QElapsedTimer clock;
    clock.start();
    Result<T> done = work();
    seconds = static_cast<double>(clock.nsecsElapsed()) / 1e9;
    return done;
}

Result<ImportSummary> import(double& seconds, const fs::path& archive, const ScanReport& scan,
                             ImportMode mode, const Progress& progress)
{
    return timed<ImportSummary>(seconds, [&]() -> Result<ImportSummary> {
        auto database = StudyDatabase::open(archive);
        return database ? importScan(*database, scan, mode, progress)
                        : Result<ImportSummary>(database.error());
    });
}

Status measureOurs(ImportBench::Report& report, const fs::path& folder, const Progress& progress)
{
    const bool peakKnown = ProcessMemory::forgetPeak();
    const double before = ProcessMemory::resident();
    const auto scan = timed<ScanReport>(
        report.scanSeconds, [&] { return scanFolder(folder / "in", progress.part(0.0, 0.2)); });
    if (!scan)
        return scan.error();
    const auto referred = import(report.referSeconds, folder / "referring", *scan,
                                 ImportMode::Reference, progress.part(0.2, 0.4));
    if (!referred)
        return referred.error();
    if (peakKnown)
        report.peakBytes = ProcessMemory::peak() - before;
    const auto copied = import(report.copySeconds, folder / "copying", *scan, ImportMode::Copy,
                               progress.part(0.4, 0.8));
    if (!copied)
        return copied.error();
    report.taken = copied->instancesTaken;
    const auto again = import(report.againSeconds, folder / "copying", *scan, ImportMode::Copy,
                              progress.part(0.8, 1.0));
    if (!again)
        return again.error();
    report.takenAgain = again->instancesTaken;
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
    const auto files = writeManyImages(folder / "in", options.files, progress.part(0.0, 0.2));
    if (!files)
        return files.error();
    Report report;
    report.files = options.files;
    for (const fs::path& file : *files)
        report.bytes += static_cast<double>(fs::file_size(file));
    report.peers = {{"dcmtk", 1, 0.0}, {"dcmtk", 2, 0.0}, {"dcmtk_all_values", 2, 0.0}};
    double done = 0.2;
    for (Peer& peer : report.peers) {
        const auto extent =
            peer.name == "dcmtk" ? ParsedExtent::ShortValues : ParsedExtent::AllValues;
        const auto parsed = timed<std::uint64_t>(peer.seconds, [&] {
            return parseWithDcmtkAlone(*files, extent, peer.threads, progress.part(done, done));
        });
        if (!parsed)
            return parsed.error();
        done += 0.1;
    }
    if (Status measured = measureOurs(report, folder, progress.part(done, 1.0)); !measured)
        return measured.error();
    return report;
}

nlohmann::json ImportBench::json(const Report& report)
{
    nlohmann::json peers = nlohmann::json::array();
    for (const Peer& peer : report.peers) {
        peers.push_back(
            {{"name", peer.name},
             {"threads", peer.threads},
             {"seconds", peer.seconds},
             {"ratio", peer.seconds / (report.scanSeconds + report.referSeconds)},
             {"ratio_copied", peer.seconds / (report.scanSeconds + report.copySeconds)}});
    }
    return {{"files", report.files},
            {"bytes", report.bytes},
            {"scan_seconds", report.scanSeconds},
            {"refer_seconds", report.referSeconds},
            {"copy_seconds", report.copySeconds},
            {"again_seconds", report.againSeconds},
            {"taken", report.taken},
            {"taken_again", report.takenAgain},
            {"peak_bytes", report.peakBytes},
            {"peers", std::move(peers)}};
}

QString ImportBench::text(const Report& report)
{
    using Align = Table::Align;
    const auto rate = [&](double seconds) { return number(report.files / seconds, 0); };
    const double referred = report.scanSeconds + report.referSeconds;
    const double copied = report.scanSeconds + report.copySeconds;
    QString text =
        tr("%n file(s), %1 MB", nullptr, report.files).arg(number(report.bytes / 1e6, 0)) +
        QLatin1Char('\n');
    Table table({{tr("Work")},
                 {tr("Threads"), Align::Right},
                 {tr("Seconds"), Align::Right},
                 {tr("Files per second"), Align::Right},
                 {tr("Importing, of that rate"), Align::Right},
                 {tr("… with copies"), Align::Right}});
    for (const Peer& peer : report.peers) {
        table.addRow(
            {peer.name == "dcmtk" ? tr("DCMTK, as dcmdump") : tr("DCMTK, all values (dcmdump +M)"),
             QString::number(peer.threads), number(peer.seconds, 2), rate(peer.seconds),
             number(100 * peer.seconds / referred, 0) + QStringLiteral(" %"),
             number(100 * peer.seconds / copied, 0) + QStringLiteral(" %")});
    }
    const auto addOurs = [&](const QString& what, double seconds) {
        table.addRow({what, QStringLiteral("2"), number(seconds, 2), rate(seconds), {}, {}});
    };
    addOurs(tr("Scan"), report.scanSeconds);
    addOurs(tr("Scan, then import with the files left where they are"), referred);
    addOurs(tr("Scan, then import with copies"), copied);
    addOurs(tr("Scan, then the same again"), report.scanSeconds + report.againSeconds);
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
