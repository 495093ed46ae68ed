#include "app/cli/LoadBench.h"

#include "app/cli/Table.h"
#include "app/cli/processMemory.h"
#include "app/work/studyWork.h"
#include "storage/DicomScanner.h"
#include "storage/DicomWriter.h"
#include "storage/Importer.h"
#include "storage/pixelReading.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>
#include <limits>
#include <random>

namespace fovea {

namespace {

constexpr int MatrixSize = 512;

VolumePtr noise(int slices)
{
    ImageGeometry geometry;
    geometry.size = {MatrixSize, MatrixSize, slices};
    geometry.spacingMm = {0.7, 0.7, 0.625};
    std::vector<std::int16_t> voxels(geometry.voxelCount());
    std::mt19937 random(1);
    for (std::int16_t& voxel : voxels)
        voxel = static_cast<std::int16_t>(static_cast<int>(random() % 2048) - 1024);
    return Volume::create(geometry, std::move(voxels));
}

/// A series in an archive that refers to it, gone with this object.
struct Study {
    QTemporaryDir folder;
    std::filesystem::path images;
    std::filesystem::path archive;
    std::int64_t seriesId = 0;
};

Status make(Study& study, int slices, const Progress& progress)
{
    if (!study.folder.isValid())
        return makeError(ErrorCode::FileNotWritable, {study.folder.path().toStdString()});
    const std::filesystem::path folder = study.folder.path().toStdString();
    study.images = folder / "ct";
    study.archive = folder / "archive";
    CtSeriesOptions options;
    options.uids.seed = 1;
    PatientStudy patient;
    patient.patientName = "Bench";
    const auto written = writeCtSeries(*noise(slices), study.images, patient, options, progress);
    if (!written)
        return written.error();
    const auto scanned = scanFolder(study.images, progress);
    if (!scanned)
        return scanned.error();
    auto database = StudyDatabase::open(study.archive);
    if (!database)
        return database.error();
    const auto imported = importScan(*database, *scanned, ImportMode::Reference, progress);
    if (!imported)
        return imported.error();
    study.seriesId = imported->seriesIds.at(0);
    return Done{};
}

/// Runs and times; the fastest stays.
template <typename T> Status timed(double& fastest, const std::function<Result<T>()>& work)
{
    QElapsedTimer clock;
    clock.start();
    const Result<T> done = work();
    if (!done)
        return done.error();
    fastest = std::min(fastest, static_cast<double>(clock.nsecsElapsed()) / 1e9);
    return Done{};
}

struct Program {
    QString name;
    std::function<QStringList(const QString& folder, const QString& output)> arguments;
};

std::vector<Program> programs()
{
    return {{QStringLiteral("dicomtonifti"),
             [](const QString& folder, const QString& output) {
                 return QStringList{QStringLiteral("--silent"), QStringLiteral("-o"),
                                    output + QStringLiteral(".nii"), folder};
             }},
            {QStringLiteral("plastimatch"), [](const QString& folder, const QString& output) {
                 return QStringList{QStringLiteral("convert"), QStringLiteral("--input"), folder,
                                    QStringLiteral("--output-img"),
                                    output + QStringLiteral(".mha")};
             }}};
}

Result<Done> runProgram(const Program& program, const Study& study)
{
    const QTemporaryDir output(QFile::exists(QStringLiteral("/dev/shm"))
                                   ? QStringLiteral("/dev/shm/fovea-XXXXXX")
                                   : study.folder.filePath(QStringLiteral("out-XXXXXX")));
    QProcess process;
    process.setStandardOutputFile(QProcess::nullDevice());
    process.start(program.name, program.arguments(QString::fromStdString(study.images.string()),
                                                  output.filePath(QStringLiteral("image"))));
    if (!process.waitForFinished(-1) || process.exitStatus() != QProcess::NormalExit ||
        process.exitCode() != 0)
        return makeError(ErrorCode::Internal, {},
                         program.name.toStdString() + ": " +
                             process.readAllStandardError().toStdString());
    return Done{};
}

Status measureOurs(const Study& study, const std::vector<std::filesystem::path>& files,
                   LoadBench::Report& report, double& dcmtk, const Progress& progress)
{
    Status done = timed<VolumePtr>(report.firstSliceSeconds, [&]() -> Result<VolumePtr> {
        auto database = StudyDatabase::open(study.archive);
        return database ? loadPreview(*database, study.seriesId, progress)
                        : Result<VolumePtr>(database.error());
    });
    if (!done)
        return done;
    const bool peakKnown = ProcessMemory::forgetPeak();
    const double before = ProcessMemory::resident();
    done = timed<LoadedSeries>(report.seriesSeconds, [&]() -> Result<LoadedSeries> {
        auto database = StudyDatabase::open(study.archive);
        return database ? loadSeries(*database, study.seriesId, progress)
                        : Result<LoadedSeries>(database.error());
    });
    if (!done)
        return done;
    if (peakKnown)
        report.peakBytes = std::max(report.peakBytes, ProcessMemory::peak() - before);
    return timed<std::uint64_t>(dcmtk, [&] { return readPixelsWithDcmtkAlone(files, progress); });
}

} // namespace

Result<LoadBench::Report> LoadBench::run(CommandContext& context, int slices, int rounds)
{
    const Progress progress = context.progress(tr("Measuring"));
    Study study;
    const Status made = make(study, slices, progress.part(0.0, 0.2));
    if (!made)
        return made.error();
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(study.images))
        files.push_back(entry.path());

    constexpr double none = std::numeric_limits<double>::infinity();
    Report report;
    report.slices = slices;
    report.pixelBytes = 2.0 * MatrixSize * MatrixSize * slices;
    report.firstSliceSeconds = report.seriesSeconds = none;
    report.peers.push_back({"dcmtk", none});
    std::vector<Program> installed;
    for (Program& program : programs()) {
        if (QStandardPaths::findExecutable(program.name).isEmpty()) {
            report.missing.push_back(program.name.toStdString());
            continue;
        }
        report.peers.push_back({program.name.toStdString(), none});
        installed.push_back(std::move(program));
    }
    for (int round = 0; round < rounds; ++round) {
        const Progress part =
            progress.part(0.2 + 0.8 * round / rounds, 0.2 + 0.8 * (round + 1) / rounds);
        const Status ours = measureOurs(study, files, report, report.peers[0].seconds, part);
        if (!ours)
            return ours.error();
        for (std::size_t n = 0; n < installed.size(); ++n) {
            if (progress.cancelled())
                return makeError(ErrorCode::Cancelled);
            const Status done = timed<Done>(report.peers[n + 1].seconds,
                                            [&] { return runProgram(installed[n], study); });
            if (!done)
                return done.error();
        }
    }
    return report;
}

nlohmann::json LoadBench::json(const Report& report)
{
    nlohmann::json peers = nlohmann::json::array();
    for (const Peer& peer : report.peers)
        peers.push_back({{"name", peer.name},
                         {"seconds", peer.seconds},
                         {"ratio", peer.seconds / report.seriesSeconds}});
    return {{"slices", report.slices},
            {"pixel_bytes", report.pixelBytes},
            {"first_slice_seconds", report.firstSliceSeconds},
            {"series_seconds", report.seriesSeconds},
            {"peak_bytes", report.peakBytes},
            {"peers", std::move(peers)},
            {"not_installed", report.missing}};
}

QString LoadBench::text(const Report& report)
{
    using Align = Table::Align;
    QString text =
        tr("%n slice(s) of 512 x 512, %1 MB of pixels", nullptr, report.slices)
            .arg(number(report.pixelBytes / 1e6, 0)) +
        QLatin1Char('\n') +
        tr("First slice ready to be shown: %1 ms").arg(number(report.firstSliceSeconds * 1e3, 1)) +
        QLatin1Char('\n');
    Table table({{tr("The whole series")},
                 {tr("Seconds"), Align::Right},
                 {tr("Fovea is … times as fast"), Align::Right}});
    table.addRow({QStringLiteral("Fovea"), number(report.seriesSeconds, 3), QStringLiteral("1")});
    for (const Peer& peer : report.peers)
        table.addRow(
            {peer.name == "dcmtk" ? tr("DCMTK, pixels alone") : QString::fromStdString(peer.name),
             number(peer.seconds, 3), number(peer.seconds / report.seriesSeconds, 2)});
    text += table.text();
    if (report.peakBytes > 0)
        text += tr("Memory at its peak: %1 times the pixels")
                    .arg(number(report.peakBytes / report.pixelBytes, 2)) +
                QLatin1Char('\n');
    for (const std::string& name : report.missing)
        text += tr("%1 is not installed and was left out.").arg(QString::fromStdString(name)) +
                QLatin1Char('\n');
    return text;
}

} // namespace fovea
