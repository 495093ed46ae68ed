#include "model/segment/ZoomedSegmentation.h"

#include "model/segment/labelPieces.h"
#include "model/segment/segmentVolume.h"
#include "model/segment/slideIntoLabels.h"

#include <new>

namespace fovea {
namespace {

/// The configuration's spacing is of transposed axes.
Vec3 canonicalSpacing(const SegmentationConfig& config)
{
    Vec3 spacing{};
    for (std::size_t a = 0; a < 3; ++a)
        spacing[static_cast<std::size_t>(config.transposeForward[a])] = config.spacingMm[a];
    return spacing;
}

} // namespace

ZoomedSegmentation::ZoomedSegmentation(const Volume& volume, const ArrayView& canonical,
                                       const Vec3& spacingMm, ZoomedVolume zoomed)
    : m_volume(&volume)
    , m_canonical(canonical)
    , m_spacingMm(spacingMm)
    , m_zoomed(std::move(zoomed))
    , m_labels(m_zoomed.values.size())
{
}

Result<ZoomedSegmentation> ZoomedSegmentation::create(const SegmentationConfig& config,
                                                      const Volume& volume,
                                                      const SegmentOptions& options,
                                                      const Progress& progress)
{
    const ArrayView canonical = canonicalView(volume.geometry());
    const Vec3 spacing = canonicalSpacing(config);
    Result<ZoomedVolume> zoomed =
        zoomVolume(volume.voxels().data(), canonical, spacing, options.imageOrder, progress);
    if (!zoomed)
        return zoomed.error();
    try {
        return ZoomedSegmentation(volume, canonical, spacing, std::move(*zoomed));
    } catch (const std::bad_alloc&) {
        return makeError(ErrorCode::OutOfMemory, {"label map"});
    }
}

Status ZoomedSegmentation::add(const SegmentationModel& model, int offset,
                               const SegmentOptions& options, const Progress& progress,
                               ConfidenceRecorder* recorder)
{
    const SegmentationConfig& config = model.config;
    if (canonicalSpacing(config) != m_spacingMm)
        return makeError(ErrorCode::BadOption,
                         {config.datasetName, "its spacing is not that of the first model"});
    const ArrayView view =
        ArrayView::contiguous(m_zoomed.size, m_spacingMm).transposed(config.transposeForward);
    const SegmentationInput input = inputFromZoomed(config, m_zoomed.values.data(), view);
    return slideIntoLabels(model, input.image, slidingWindowOptions(model, options),
                           {m_labels.data(), view.cropped(input.low, input.high), offset}, recorder,
                           progress);
}

void ZoomedSegmentation::removeSmallPieces(double mm3)
{
    fovea::removeSmallPieces(m_labels, m_zoomed.size,
                             mm3 / (m_spacingMm[0] * m_spacingMm[1] * m_spacingMm[2]));
}

std::vector<std::uint16_t> ZoomedSegmentation::labels() const
{
    std::vector<std::uint16_t> labels(m_volume->geometry().voxelCount());
    labelsBack(m_labels.data(), m_zoomed.size, m_canonical, labels.data());
    return labels;
}

} // namespace fovea
