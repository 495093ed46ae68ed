#include "model/engine/segmentStudy.h"

#include "model/engine/CpuSetup.h"
#include "model/engine/torchErrors.h"
#include "model/segment/ConfidenceRecorder.h"
#include "model/segment/SegmentationModel.h"
#include "model/segment/TotalParts.h"
#include "model/segment/ZoomedSegmentation.h"
#include "model/segment/segmentVolume.h"

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

/// Segments one study with models that are read one after the other.
class StudySegmentation {
public:
    StudySegmentation(const Volume& volume, const SegmentOptions& options, bool several)
        : m_volume(volume)
        , m_options(options)
        , m_several(several)
        , m_confident(options.confidence)
    {
    }

    Status add(const fs::path& folder, const Progress& progress)
    {
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
        const Work work =
            m_options.work == Work::Automatic ? automaticWork(config) : m_options.work;
        const Progress rest = progress.part(readShare, 1.0);
        if (work == Work::NnUnet)
            return alone(*model, rest);
        name(config, part.value_or(0));
        if (!m_zoomed) {
            auto zoomed = ZoomedSegmentation::create(config, m_volume, m_options,
                                                     rest.part(0.0, resampledShare));
            if (!zoomed)
                return zoomed.error();
            m_zoomed = std::move(*zoomed);
        }
        ConfidenceRecorder recorder(part.value_or(0));
        Status status =
            m_zoomed->add(*model, part.value_or(0), m_options, rest.part(resampledShare, 1.0),
                          m_confident ? &recorder : nullptr);
        if (status)
            note(recorder);
        return status;
    }

    Segmentation segmentation()
    {
        std::ranges::sort(m_confidence, {}, &StructureConfidence::label);
        return {labelMap(), std::move(m_confidence)};
    }

private:
    LabelMapPtr labelMap()
    {
        return LabelMap::create(m_volume.geometry(),
                                m_zoomed ? m_zoomed->labels() : std::move(m_labels),
                                std::move(m_structures));
    }

    void note(ConfidenceRecorder& recorder)
    {
        for (const StructureConfidence& one : recorder.finish())
            m_confidence.push_back(one);
    }

    /// nnU-Net's own order of work answers on the volume's grid, so that nothing could be joined.
    Status alone(const SegmentationModel& model, const Progress& progress)
    {
        if (m_several)
            return makeError(
                ErrorCode::BadOption,
                {model.config.datasetName, "several models need TotalSegmentator's order of work"});
        name(model.config, 0);
        SegmentOptions options = m_options;
        options.work = Work::NnUnet;
        ConfidenceRecorder recorder;
        auto labels =
            segmentVolume(model, m_volume, options, progress, m_confident ? &recorder : nullptr);
        if (!labels)
            return labels.error();
        note(recorder);
        m_labels = std::move(*labels);
        return Done{};
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

    const Volume& m_volume;
    const SegmentOptions& m_options;
    bool m_several;
    bool m_confident;
    std::set<int> m_parts;
    std::optional<ZoomedSegmentation> m_zoomed;
    std::vector<std::uint16_t> m_labels;
    std::vector<Structure> m_structures;
    std::vector<StructureConfidence> m_confidence;
};

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
        StudySegmentation study(volume, options, modelFolders.size() > 1);
        const double share = 1.0 / static_cast<double>(modelFolders.size());
        for (std::size_t i = 0; i < modelFolders.size(); ++i) {
            const double from = share * static_cast<double>(i);
            if (Status status = study.add(modelFolders[i], progress.part(from, from + share));
                !status)
                return status.error();
        }
        progress.report(1.0);
        return study.segmentation();
    });
}

} // namespace fovea
