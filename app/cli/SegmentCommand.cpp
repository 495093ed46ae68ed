#include "app/cli/SegmentCommand.h"

#include "app/ModelLibrary.h"
#include "app/Settings.h"
#include "app/cli/ModelFolders.h"
#include "app/cli/SegmentArchive.h"
#include "app/cli/Table.h"
#include "app/segmentLibrary.h"
#include "app/text/names.h"
#include "app/text/notes.h"
#include "model/chest/segmentChest.h"
#include "storage/LabelMapFile.h"
#include "storage/LabelMapReader.h"
#include "storage/VolumeFile.h"

#include <QLocale>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace fovea {

namespace {

constexpr double mm3PerMl = 1000.0;

double meanDice(const std::vector<LabelOverlap>& overlaps)
{
    double sum = 0.0;
    for (const LabelOverlap& overlap : overlaps)
        sum += overlap.dice();
    return sum / static_cast<double>(std::max<std::size_t>(overlaps.size(), 1));
}

bool isLung(const Structure& structure)
{
    return structure.anatomyId == "lung";
}

bool hasLungSides(const LabelMap& map)
{
    return std::ranges::none_of(map.structures(), [](const Structure& structure) {
        return isLung(structure) && structure.side == Side::None;
    });
}

/// The lungs alone under segmentChest()'s labels; both under the right one's without sides.
LabelMapPtr lungsOf(const LabelMap& map, bool sides)
{
    std::vector<std::uint16_t> to(std::size_t{1} + map.maxLabel());
    for (const Structure& structure : map.structures()) {
        const bool left = sides && structure.side == Side::Left;
        if (isLung(structure))
            to[structure.label] =
                static_cast<std::uint16_t>(left ? ChestLabel::LungLeft : ChestLabel::LungRight);
    }
    std::vector<std::uint16_t> labels(map.labels().size());
    std::ranges::transform(map.labels(), labels.begin(), [&](std::uint16_t l) { return to[l]; });
    const auto named = [](ChestLabel label, const char* name) {
        Structure structure;
        structure.label = static_cast<std::uint16_t>(label);
        structure.name = name;
        return structure;
    };
    return LabelMap::create(map.geometry(), std::move(labels),
                            {named(ChestLabel::LungRight, sides ? "lung_right" : "lung"),
                             named(ChestLabel::LungLeft, "lung_left")});
}

} // namespace

SegmentCommand::SegmentCommand(CommandParser& parent, CommonOptions& options)
    : Command(parent, options, "segment",
              tr("Segment a volume file or series of the archive, with an nnU-Net or without a "
                 "network"))
{
    parser().text("file", m_file, tr("CT to segment: NIfTI, NRRD or MetaImage, in HU"), "FILE");
    parser().text("--series", m_series, tr("One series of the archive, by id or SeriesInstanceUID"),
                  "ID");
    parser().flag("--all", m_all, tr("Every CT series of the archive without a segmentation"));
    parser().flag("--chest", m_chest,
                  tr("Lungs, airways and body of a chest CT, found without a network"));
    parser().flag("--demo", m_demo,
                  tr("The bundled network: it knows synthetic chests (phantoms) alone, and is not "
                     "for patients"));
    parser().texts(
        "--model", m_models,
        tr("nnU-Net as it is downloaded (zip or folder), or the name of an imported one; "
           "several: parts of TotalSegmentator's “total”"),
        "DIR");
    parser().text("--out", m_out, tr("Label map to write: .nii.gz, .nii, .nrrd or .mha"), "FILE");
    parser().text("--compare", m_compare,
                  tr("Another segmentation of the same CT: print how far each structure agrees"),
                  "LABELMAP");
    parser().text("--training", m_training,
                  tr("Name of the training folder, where the model folder has several"), "NAME");
    parser().text("--like", m_work,
                  tr("Whose order of work: automatic, totalsegmentator or nnunet"), "NAME");
    parser().numbers("--step", m_step, 1, 0.1, 1.0,
                     tr("Step of the sliding window in patches (default: the model's makers')"));
    parser().numbers(
        "--image-order", m_imageOrder, 1, 0, 3,
        tr("TotalSegmentator's spline for the image: 1 (default), or 3 as before 2.16"));
    parser().flag("--half-sums", m_halfSums,
                  tr("Add up windows in half precision, as the reference does"));
    parser().flag("--mirror", m_mirroring,
                  tr("See windows mirrored too, where training did (slower)"));
    parser().flag(
        "--smooth-edges", m_smoothEdges,
        tr("Outlines that follow the anatomy instead of the model's voxels (more memory)"));
    parser().numbers("--small-pieces", m_smallPieces, 1, 0.0, 1e9,
                     tr("Leave out pieces of a structure of no more than so many mm³ "
                        "(TotalSegmentator's own option has 200)"));
    parser().texts("--structure", m_structures,
                   tr("Only this structure, by the network's name; networks without any that are "
                      "wanted are not run"),
                   "NAME");
    parser().text("--coarse", m_coarse,
                  tr("nnU-Net that finds those structures roughly first; only their surroundings "
                     "are then segmented (TotalSegmentator's of 6 or 3 mm)"),
                  "DIR");
}

bool SegmentCommand::isPlain() const
{
    return m_training.empty() && m_work == "automatic" && m_step.empty() && m_imageOrder.empty() &&
           !m_halfSums && !m_mirroring && !m_smoothEdges && m_smallPieces.empty() &&
           m_structures.empty() && m_coarse.empty();
}

Result<SegmentOptions> SegmentCommand::options() const
{
    using Work = SegmentOptions::Work;
    SegmentOptions made;
    if (m_work == "totalsegmentator")
        made.work = Work::TotalSegmentator;
    else if (m_work == "nnunet")
        made.work = Work::NnUnet;
    else if (m_work != "automatic")
        return makeError(ErrorCode::BadOption,
                         {"--like " + m_work, "automatic, totalsegmentator, nnunet"});
    if (!m_step.empty())
        made.step = m_step.front();
    if (!m_imageOrder.empty())
        made.imageOrder = m_imageOrder.front();
    made.halfSums = m_halfSums;
    made.mirroring = m_mirroring;
    made.trainingFolder = m_training;
    made.smoothEdges = m_smoothEdges;
    if (!m_smallPieces.empty())
        made.smallPiecesMm3 = m_smallPieces.front();
    made.structures = m_structures;
    return made;
}

Status SegmentCommand::checkRequest() const
{
    const int ways = (m_models.empty() ? 0 : 1) + (m_chest ? 1 : 0) + (m_demo ? 1 : 0);
    if (ways != 1)
        return makeError(ErrorCode::BadOption,
                         {"--model", "either at least one folder, or --chest, or --demo"});
    if ((m_file.empty() ? 0 : 1) + (m_series.empty() ? 0 : 1) + (m_all ? 1 : 0) != 1)
        return makeError(ErrorCode::BadOption, {"FILE", "a file, --series or --all, one of them"});
    if (m_file.empty()) {
        const bool plain = !m_demo && m_out.empty() && m_compare.empty() && isPlain();
        // The archive knows a segmentation by its segmenter alone.
        return plain ? Status(Done{})
                     : Status(makeError(ErrorCode::BadOption,
                                        {"--series", "takes --chest or --model, nothing else"}));
    }
    if (!isLabelMapFileName(m_out))
        return makeError(ErrorCode::BadOption, {"--out", ".nii.gz, .nii, .nrrd, .mha"});
    // Asked before minutes of work, not after.
    std::error_code failure;
    const std::filesystem::path folder = std::filesystem::absolute(m_out).parent_path();
    if (!std::filesystem::is_directory(folder, failure))
        return makeError(ErrorCode::FileNotWritable, {m_out}, "no such folder");
    return Done{};
}

Status SegmentCommand::run(CommandContext& context)
{
    if (Status status = checkRequest(); !status)
        return status;
    if (m_file.empty())
        return runOnArchive(context);
    const Result<SegmentOptions> chosen = options();
    if (!chosen)
        return chosen.error();
    const auto volume = readVolumeFile(m_file, context.progress(tr("Reading")));
    if (!volume)
        return volume.error();
    LabelMapPtr other;
    if (!m_compare.empty()) {
        const auto read = readOther(context, volume->volume->geometry());
        if (!read)
            return read.error();
        other = *read;
    }
    const Result<Segmentation> made = segmented(context, *volume->volume, *chosen);
    if (!made)
        return made.error();
    if (Status status = writeLabelMapFile(std::filesystem::absolute(m_out), *made->labels); !status)
        return status;
    if (other) {
        const Comparison comparison = compared(made->labels, *other);
        print(context, *comparison.labels, made->confidence, comparison.overlaps);
    } else {
        print(context, *made->labels, made->confidence, {});
    }
    return Done{};
}

Status SegmentCommand::runOnArchive(CommandContext& context) const
{
    SegmentArchive::Request request{m_series, {SegmenterChoice::Kind::Chest, "chest", {}, {}, {}}};
    if (m_chest)
        return SegmentArchive::run(context, request);
    const auto folders = ModelFolders::resolve(m_models, Settings().modelsFolder(),
                                               context.progress(tr("Reading the network")));
    if (!folders)
        return folders.error();
    request.choice = {SegmenterChoice::Kind::Network, "network", folders->folders(), {}, {}};
    return SegmentArchive::run(context, request);
}

Result<Segmentation> SegmentCommand::segmented(CommandContext& context, const Volume& volume,
                                               const SegmentOptions& chosen) const
{
    if (m_chest) {
        const auto labels = segmentChest(volume, context.timedProgress(tr("Segmenting")));
        if (!labels)
            return labels.error();
        return Segmentation{*labels, {}};
    }
    if (m_demo) {
        context.console().log(tr("This network knows synthetic chests alone. What it says of a "
                                 "patient means nothing."));
        return segmentedBy(context, {ModelLibrary::resource("model/segmenter")}, volume, chosen);
    }
    const auto folders = ModelFolders::resolve(m_models, Settings().modelsFolder(),
                                               context.progress(tr("Reading the network")));
    if (!folders)
        return folders.error();
    if (m_coarse.empty())
        return segmentedBy(context, folders->folders(), volume, chosen);
    const auto coarse = ModelFolders::resolve({m_coarse}, Settings().modelsFolder(),
                                              context.progress(tr("Reading the network")));
    if (!coarse)
        return coarse.error();
    SegmentOptions cropped = chosen;
    cropped.coarseModel = coarse->folders().front();
    return segmentedBy(context, folders->folders(), volume, cropped);
}

Result<Segmentation> SegmentCommand::segmentedBy(CommandContext& context,
                                                 const std::vector<std::filesystem::path>& models,
                                                 const Volume& volume, const SegmentOptions& chosen)
{
    const auto api = loadSegmenterApi(ModelLibrary::installedLibrary());
    if (!api)
        return api.error();
    return (*api)->segment(models, volume, chosen, context.timedProgress(tr("Segmenting")));
}

SegmentCommand::Comparison SegmentCommand::compared(const LabelMapPtr& labels,
                                                    const LabelMap& other) const
{
    if (!m_chest)
        return {labels, labelOverlaps(*labels, other)};
    const bool sides = hasLungSides(other);
    const LabelMapPtr lungs = lungsOf(*labels, sides);
    return {lungs, labelOverlaps(*lungs, *lungsOf(other, sides))};
}

Result<LabelMapPtr> SegmentCommand::readOther(CommandContext& context,
                                              const ImageGeometry& geometry) const
{
    const auto catalog = context.catalog();
    if (!catalog)
        return catalog.error();
    LabelMapOptions how;
    if (m_chest)
        how.singleName = "lung"; // A mask that says nothing of itself can only be that.
    const auto other = readLabelMap(m_compare, {geometry, {}, {}}, *catalog, how,
                                    context.progress(tr("Reading the other segmentation")));
    if (!other)
        return other.error();
    return other->labels;
}

void SegmentCommand::print(CommandContext& context, const LabelMap& labels,
                           const std::vector<StructureConfidence>& confidence,
                           const std::optional<std::vector<LabelOverlap>>& overlaps) const
{
    std::vector<LabelOverlap> rows;
    if (overlaps) {
        rows = *overlaps;
    } else {
        for (const Structure& structure : labels.structures())
            rows.push_back({structure.label, structure.voxelCount, 0, 0});
    }
    nlohmann::json out{{"out", m_out},
                       {"structures", nlohmann::json::array()},
                       {"notes", nlohmann::json::array()}};
    QString notes;
    for (const std::string& file : {m_file, m_compare}) {
        const double apartMm = file.empty() ? 0.0 : niftiPlacesApartMm(file);
        if (apartMm <= 0)
            continue;
        const QString note = printable(file) + QLatin1String(": ") + twoPlacesText(apartMm);
        out["notes"].push_back(note.toStdString());
        notes += tr("Note: %1").arg(note) + QLatin1Char('\n');
    }
    std::vector<Table::Column> columns{
        {tr("Label"), Table::Align::Right}, {tr("Structure")}, {tr("Volume"), Table::Align::Right}};
    if (overlaps)
        columns.push_back({tr("Dice"), Table::Align::Right});
    Table table(columns);
    for (const LabelOverlap& row : rows) {
        const Structure* const structure = labels.structure(row.label);
        const double ml =
            static_cast<double>(row.first) * labels.geometry().voxelVolumeMm3() / mm3PerMl;
        nlohmann::json entry{{"label", row.label},
                             {"name", structure ? structure->name : std::string()},
                             {"voxels", row.first},
                             {"volume_ml", ml}};
        QStringList cells{QString::number(row.label),
                          structure ? printable(structure->name) : tr("only in the other map"),
                          tr("%1 ml").arg(QLocale().toString(ml, 'f', 1))};
        if (const auto known =
                std::ranges::find(confidence, row.label, &StructureConfidence::label);
            known != confidence.end())
        {
            entry["probability"] = known->probability;
            entry["rim_entropy_bits"] = known->rimEntropy;
        }
        if (overlaps) {
            entry["dice"] = row.dice();
            cells.append(QLocale().toString(row.dice(), 'f', 4));
        }
        out["structures"].push_back(entry);
        table.addRow(cells);
    }
    if (overlaps)
        out["mean_dice"] = meanDice(rows);
    if (context.json()) {
        context.console().print(out);
        return;
    }
    QString text = table.text();
    if (rows.empty())
        text = tr("No structure was found.") + QLatin1Char('\n');
    else if (overlaps)
        text += tr("Mean Dice of %n structure(s): %1", nullptr, static_cast<int>(rows.size()))
                    .arg(QLocale().toString(meanDice(rows), 'f', 4)) +
                QLatin1Char('\n');
    context.console().print(text + notes);
}

} // namespace fovea
