#include "model/engine/segmentStudy.h"

#include "model/engine/CpuSetup.h"
#include "model/engine/torchErrors.h"
#include "model/segment/ConfidenceRecorder.h"
#include "model/segment/SegmentationModel.h"
#include "model/segment/TotalParts.h"
#include "model/segment/ZoomedSegmentation.h"
#include "model/segment/roughCrop.h"
#include "model/segment/segmentVolume.h"
#include "model/segment/trainingFolders.h"

#include <algorithm>
#include <optional>
#include <set>

namespace fovea {
namespace {

namespace fs = std::filesystem;

using Work = SegmentOptions::Work;

// Of a model's time, for progress.
constexpr double readShare = 0.02;
constexpr double resampledShare = 0.05;

/// Around what a coarse model finds (TotalSegmentator's totalsegmentator(), roi_subset).
constexpr double coarseMarginMm = 20.0;
constexpr double coarseShare = 0.15;

bool isWanted(const SegmentOptions& options, const std::string& structure)
{
    return options.structures.empty() ||
           std::ranges::find(options.structures, structure) != options.structures.end();
}

/// Segments one study with models that are read one after the other.
class StudySegmentation {
public:
    StudySegmentation(const Volume& volume, const SegmentOptions& options, bool several)
        : m_volume(volume)
        , m_options(options)
        , m_several(several)
    {
    }

    Status add(const fs::path& folder, const Progress& progress)
    {
        const auto needed = isNeeded(folder);
        if (!needed)
            return needed.error();
        if (!*needed)
            return Done{};
        const Result<SegmentationModel> model = readSegmentationModel(
            folder, {m_options.trainingFolder, m_options.folds}, progress.part(0.0, readShare));
        if (!model)
            return model.error();
        const SegmentationConfig& config = model->config;
        const std::optional<int> part = totalPartOffset(config.datasetName);
        if (m_several && (!part || !m_parts.insert(*part).second))
            return makeError(
                ErrorCode::BadOption,
                {config.datasetName,
                 "several models must be different parts of TotalSegmentator's “total”"});
        name(config, part.value_or(0));
        ConfidenceRecorder recorder(part.value_or(0));
        Status status = label(*model, part.value_or(0), progress.part(readShare, 1.0),
                              m_options.confidence ? &recorder : nullptr);
        if (status && m_options.confidence)
            note(recorder);
        return status;
    }

    /// BadOption where a wanted structure is none of the models'.
    Result<Segmentation> segmentation()
    {
        for (const std::string& wanted : m_options.structures) {
            if (std::ranges::find(m_structures, wanted, &Structure::name) == m_structures.end())
                return makeError(ErrorCode::BadOption,
                                 {"structures", "no model has “" + wanted + "”"});
        }
        if (m_zoomed) {
            if (m_options.smallPiecesMm3 > 0.0)
                m_zoomed->removeSmallPieces(m_options.smallPiecesMm3);
            m_labels = m_zoomed->labels();
        }
        leaveOut();
        std::ranges::sort(m_confidence, {}, &StructureConfidence::label);
        return Segmentation{
            LabelMap::create(m_volume.geometry(), std::move(m_labels), std::move(m_structures)),
            std::move(m_confidence)};
    }

private:
    /// Told without reading a weight.
    Result<bool> isNeeded(const fs::path& folder) const
    {
        if (m_options.structures.empty())
            return true;
        const auto training = chooseTraining(folder, m_options.trainingFolder);
        if (!training)
            return training.error();
        const auto config = configOfTraining(*training, {});
        if (!config)
            return config.error();
        return std::ranges::any_of(config->labels, [this](const SegmentationLabel& label) {
            return isWanted(m_options, label.name);
        });
    }

    Status label(const SegmentationModel& model, int offset, const Progress& progress,
                 ConfidenceRecorder* recorder)
    {
        if (workOf(model.config, m_options) == Work::NnUnet)
            return onOwnGrid(model, offset, progress, recorder);
        if (!m_zoomed) {
            auto zoomed = ZoomedSegmentation::create(model.config, m_volume, m_options,
                                                     progress.part(0.0, resampledShare));
            if (!zoomed)
                return zoomed.error();
            m_zoomed = std::move(*zoomed);
        }
        return m_zoomed->add(model, offset, m_options, progress.part(resampledShare, 1.0),
                             recorder);
    }

    /// nnU-Net's own order of work answers on the volume's grid.
    Status onOwnGrid(const SegmentationModel& model, int offset, const Progress& progress,
                     ConfidenceRecorder* recorder)
    {
        SegmentOptions options = m_options;
        options.work = Work::NnUnet;
        auto labels = segmentVolume(model, m_volume, options, progress, recorder);
        if (!labels)
            return labels.error();
        if (m_labels.empty() && offset == 0) {
            m_labels = std::move(*labels);
            return Done{};
        }
        m_labels.resize(labels->size());
        for (std::size_t i = 0; i < labels->size(); ++i) {
            if ((*labels)[i] != 0)
                m_labels[i] = static_cast<std::uint16_t>((*labels)[i] + offset);
        }
        return Done{};
    }

    void note(ConfidenceRecorder& recorder)
    {
        for (const StructureConfidence& one : recorder.finish())
            m_confidence.push_back(one);
    }

    void name(const SegmentationConfig& config, int offset)
    {
        for (const SegmentationLabel& label : config.labels) {
            Structure structure;
            structure.label = static_cast<std::uint16_t>(label.value + offset);
            structure.name = label.name;
            m_structures.push_back(std::move(structure));
        }
    }

    void leaveOut()
    {
        if (m_options.structures.empty())
            return;
        std::set<std::uint16_t> out;
        for (const Structure& structure : m_structures) {
            if (!isWanted(m_options, structure.name))
                out.insert(structure.label);
        }
        std::erase_if(m_structures, [&](const auto& one) { return out.contains(one.label); });
        std::erase_if(m_confidence, [&](const auto& one) { return out.contains(one.label); });
        std::ranges::replace_if(
            m_labels, [&](std::uint16_t label) { return out.contains(label); }, std::uint16_t{0});
    }

    const Volume& m_volume;
    const SegmentOptions& m_options;
    bool m_several;
    std::set<int> m_parts;
    std::optional<ZoomedSegmentation> m_zoomed;
    std::vector<std::uint16_t> m_labels;
    std::vector<Structure> m_structures;
    std::vector<StructureConfidence> m_confidence;
};

Result<Segmentation> segmentWhole(const std::vector<fs::path>& modelFolders, const Volume& volume,
                                  const SegmentOptions& options, const Progress& progress)
{
    StudySegmentation study(volume, options, modelFolders.size() > 1);
    const double share = 1.0 / static_cast<double>(modelFolders.size());
    for (std::size_t i = 0; i < modelFolders.size(); ++i) {
        const double from = share * static_cast<double>(i);
        if (Status status = study.add(modelFolders[i], progress.part(from, from + share)); !status)
            return status.error();
    }
    return study.segmentation();
}

/// First where, then exactly. Where the coarse model finds nothing, nothing is there.
Result<Segmentation> segmentCropped(const std::vector<fs::path>& modelFolders, const Volume& volume,
                                    const SegmentOptions& options, const Progress& progress)
{
    if (options.structures.empty())
        return makeError(ErrorCode::BadOption,
                         {"coarse model", "it needs names of structures to look for"});
    SegmentOptions rough;
    rough.work = options.work;
    rough.structures = options.structures;
    rough.confidence = false;
    const auto found =
        segmentWhole({options.coarseModel}, volume, rough, progress.part(0.0, coarseShare));
    if (!found)
        return found.error();
    const auto inner = boxOf(*found->labels, options.structures);
    if (!inner)
        return Segmentation{found->labels, {}};
    const RoughBox box =
        widened(*inner, {coarseMarginMm, coarseMarginMm, coarseMarginMm}, volume.geometry());
    const VolumePtr part = cropped(volume, box);
    auto segmented = segmentWhole(modelFolders, *part, options, progress.part(coarseShare, 1.0));
    if (!segmented)
        return segmented.error();
    segmented->labels = LabelMap::create(
        volume.geometry(), uncropped(segmented->labels->labels(), box, volume.geometry().size),
        segmented->labels->structures());
    return segmented;
}

} // namespace

Result<Segmentation> segmentStudy(const std::vector<fs::path>& modelFolders, const Volume& volume,
                                  const SegmentOptions& options, const Progress& progress)
{
    if (modelFolders.empty())
        return makeError(ErrorCode::ModelNotFound, {""});
    if (Status status = checkOptions(options); !status)
        return status.error();
    return guarded<Segmentation>([&]() -> Result<Segmentation> {
        prepareCpuForInference();
        auto segmented = options.coarseModel.empty()
                             ? segmentWhole(modelFolders, volume, options, progress)
                             : segmentCropped(modelFolders, volume, options, progress);
        if (segmented)
            progress.report(1.0);
        return segmented;
    });
}

} // namespace fovea
