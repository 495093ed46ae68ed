#include "app/cli/LabelBench.h"

#include "app/cli/Table.h"
#include "app/cli/benchFolder.h"
#include "app/cli/processMemory.h"
#include "storage/DicomWriter.h"
#include "storage/LabelMapReader.h"
#include "storage/pixelReading.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>

namespace fovea {

namespace {

namespace fs = std::filesystem;

constexpr int MatrixSize = 512;
constexpr int Structures = 117;

ImageGeometry gridOf(int slices)
{
    ImageGeometry geometry;
    geometry.size = {MatrixSize, MatrixSize, slices};
    geometry.spacingMm = {0.8, 0.8, 1.0};
    return geometry;
}

/// Ellipsoids in five layers of 5 x 5, each as high as a fifth of the scan: as many frames as
/// structures of a trunk have (a vertebra is on fewer slices, an aorta on more).
LabelMapPtr ellipsoids(int slices)
{
    constexpr int perAxis = 5;
    const ImageGeometry geometry = gridOf(slices);
    std::vector<std::uint16_t> voxels(geometry.voxelCount(), 0);
    std::vector<Structure> structures;
    const std::array<double, 3> box{MatrixSize / double(perAxis), MatrixSize / double(perAxis),
                                    slices / double(perAxis)};
    for (std::uint16_t n = 0; n < Structures; ++n) {
        Structure structure;
        structure.label = static_cast<std::uint16_t>(n + 1);
        structure.name = "structure " + std::to_string(n + 1);
        structures.push_back(structure);
    }
    std::size_t at = 0;
    for (int k = 0; k < slices; ++k) {
        for (int j = 0; j < MatrixSize; ++j) {
            for (int i = 0; i < MatrixSize; ++i, ++at) {
                const std::array<int, 3> index{i, j, k};
                double distance = 0;
                int label = 0;
                for (std::size_t a = 3; a-- > 0;) {
                    const int cell = std::min(perAxis - 1, static_cast<int>(index[a] / box[a]));
                    const double off = (index[a] + 0.5) / box[a] - cell - 0.5;
                    distance += 4 * off * off;
                    label = label * perAxis + cell;
                }
                if (distance < 1 && label < Structures)
                    voxels[at] = static_cast<std::uint16_t>(label + 1);
            }
        }
    }
    return LabelMap::create(geometry, std::move(voxels), std::move(structures));
}

Status writeFile(const LabelMap& map, const fs::path& folder, const Progress& progress)
{
    const ImageGeometry& geometry = map.geometry();
    PatientStudy study;
    study.patientName = "Bench";
    CtSeriesOptions options;
    options.uids.seed = 1;
    const auto series =
        writeCtSeries(*Volume::create(geometry, std::vector<std::int16_t>(geometry.voxelCount())),
                      folder / "ct", study, options, progress.part(0.0, 0.5));
    if (!series)
        return series.error();
    std::vector<fs::path> files;
    for (const WrittenInstance& instance : series->instances)
        files.push_back(instance.path);
    const auto written = writeSegmentation(map, AnatomyCatalog(), files, folder / "seg.dcm", {},
                                           progress.part(0.5, 1.0));
    if (!written)
        return written.error();
    return Done{};
}

template <typename Work> Status timed(double& fastest, Work work)
{
    QElapsedTimer clock;
    clock.start();
    if (const auto done = work(); !done)
        return done.error();
    fastest = std::min(fastest, static_cast<double>(clock.nsecsElapsed()) / 1e9);
    return Done{};
}

Status measure(LabelBench::Report& report, const fs::path& file, LabelMapPtr& read,
               const Progress& progress)
{
    read.reset();
    const LabelMapTarget target{gridOf(report.slices), {}, {}};
    const bool peakKnown = ProcessMemory::forgetPeak();
    const double before = ProcessMemory::resident();
    const Status ours = timed(report.seconds, [&]() -> Status {
        auto labels = readLabelMap(file, target, AnatomyCatalog(), {}, progress);
        if (!labels)
            return labels.error();
        read = labels->labels;
        return Done{};
    });
    if (!ours)
        return ours;
    if (peakKnown)
        report.peakBytes = std::max(report.peakBytes, ProcessMemory::peak() - before);
    const Status parsed = timed(report.dcmtkSeconds, [&] {
        return parseWithDcmtkAlone({file}, ParsedExtent::ShortValues, 1, progress);
    });
    if (!parsed)
        return parsed;
    return timed(report.dcmtkAllSeconds,
                 [&] { return parseWithDcmtkAlone({file}, ParsedExtent::AllValues, 1, progress); });
}

} // namespace

Result<LabelBench::Report> LabelBench::run(CommandContext& context, const Options& options)
{
    const Progress progress = context.progress(tr("Measuring"));
    const QTemporaryDir temporary(benchFolder(options.folder));
    if (!temporary.isValid())
        return makeError(ErrorCode::FileNotWritable, {temporary.path().toStdString()});
    const fs::path folder = temporary.path().toStdString();
    constexpr double none = std::numeric_limits<double>::infinity();
    Report report;
    report.slices = options.slices;
    report.structures = Structures;
    report.mapBytes = 2.0 * MatrixSize * MatrixSize * options.slices;
    report.seconds = report.dcmtkSeconds = report.dcmtkAllSeconds = none;
    if (Status written = writeFile(*ellipsoids(options.slices), folder, progress.part(0.0, 0.5));
        !written)
        return written.error();
    report.fileBytes = static_cast<double>(fs::file_size(folder / "seg.dcm"));
    LabelMapPtr read;
    for (int round = 0; round < options.rounds; ++round) {
        const double from = 0.5 + 0.5 * round / options.rounds;
        const double to = 0.5 + 0.5 * (round + 1) / options.rounds;
        if (Status done = measure(report, folder / "seg.dcm", read, progress.part(from, to)); !done)
            return done.error();
    }
    const LabelMapPtr made = ellipsoids(options.slices);
    for (std::size_t n = 0; n < made->labels().size(); ++n)
        report.differing += made->labels()[n] != read->labels()[n] ? 1 : 0;
    return report;
}

nlohmann::json LabelBench::json(const Report& report)
{
    return {{"slices", report.slices},
            {"structures", report.structures},
            {"file_bytes", report.fileBytes},
            {"map_bytes", report.mapBytes},
            {"seconds", report.seconds},
            {"dcmtk_seconds", report.dcmtkSeconds},
            {"dcmtk_all_values_seconds", report.dcmtkAllSeconds},
            {"peak_bytes", report.peakBytes},
            {"differing_voxels", report.differing}};
}

QString LabelBench::text(const Report& report)
{
    QString text = tr("A DICOM SEG of %1 structures on %2 slices of 512 x 512, %3 MB")
                       .arg(report.structures)
                       .arg(report.slices)
                       .arg(number(report.fileBytes / 1e6, 0)) +
                   QLatin1Char('\n');
    Table table({{tr("Work")}, {tr("Seconds"), Table::Align::Right}});
    table.addRow({tr("File to label map"), number(report.seconds, 2)});
    table.addRow({tr("DCMTK, as dcmdump"), number(report.dcmtkSeconds, 2)});
    table.addRow({tr("DCMTK, all values (dcmdump +M)"), number(report.dcmtkAllSeconds, 2)});
    text += table.text();
    if (report.peakBytes > 0)
        text += tr("Memory at its peak: %1 label maps")
                    .arg(number(report.peakBytes / report.mapBytes, 2)) +
                QLatin1Char('\n');
    if (report.differing > 0)
        text += tr("Voxels that came out otherwise: %1").arg(number(report.differing, 0)) +
                QLatin1Char('\n');
    return text;
}

} // namespace fovea
