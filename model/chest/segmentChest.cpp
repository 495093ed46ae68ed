#include "model/chest/segmentChest.h"

#include "model/chest/claimAir.h"
#include "model/chest/findAirway.h"
#include "model/chest/findBody.h"
#include "model/chest/findLungs.h"
#include "model/chest/paintLabels.h"

#include <new>
#include <utility>

namespace fovea {

namespace {

constexpr std::uint16_t firstLabel = static_cast<std::uint16_t>(ChestLabel::LungRight);

Structure structure(ChestLabel label, const char* name, const char* anatomy, Side side, Rgb colour)
{
    Structure made;
    made.label = static_cast<std::uint16_t>(label);
    made.name = name;
    made.anatomyId = anatomy;
    made.side = side;
    made.colour = colour;
    return made;
}

std::vector<Structure> structures()
{
    return {
        structure(ChestLabel::LungRight, "lung_right", "lung", Side::Right, {76, 158, 205}),
        structure(ChestLabel::LungLeft, "lung_left", "lung", Side::Left, {110, 190, 236}),
        structure(ChestLabel::Trachea, "trachea", "trachea", Side::None, {150, 220, 235}),
        structure(ChestLabel::Body, "body", "", Side::None, {190, 190, 190}),
    };
}

/// 0 outside, else 1 + (label - firstLabel).
std::vector<std::uint8_t> coarseLabels(const GridMask& body, const GridMask& airway,
                                       const LungPair& lungs)
{
    const auto small = [](ChestLabel label) {
        return static_cast<std::uint8_t>(static_cast<std::uint16_t>(label) - firstLabel + 1);
    };
    std::vector<std::uint8_t> labels(body.size());
    for (std::size_t n = 0; n < labels.size(); ++n) {
        if (airway[n])
            labels[n] = small(ChestLabel::Trachea);
        else if (lungs.right[n])
            labels[n] = small(ChestLabel::LungRight);
        else if (lungs.left[n])
            labels[n] = small(ChestLabel::LungLeft);
        else if (body[n])
            labels[n] = small(ChestLabel::Body);
    }
    return labels;
}

Result<LabelMapPtr> segmented(const Volume& volume, const Progress& progress)
{
    const Error cancelled = makeError(ErrorCode::Cancelled);
    const CoarseGrid grid = CoarseGrid::of(volume);
    progress.report(0.1);
    const GridMask body = findBody(grid, progress.part(0.1, 0.1));
    if (body.empty() || progress.cancelled())
        return cancelled;
    progress.report(0.3);
    const GridMask candidates = lungCandidates(grid, body);
    GridMask airway = findAirway(grid, body, candidates, progress.part(0.3, 0.3));
    if (airway.empty() || progress.cancelled())
        return cancelled;
    progress.report(0.4);
    LungPair lungs = findLungs(grid, body, candidates, airway, progress.part(0.4, 0.4));
    if (progress.cancelled())
        return cancelled;
    if (!lungs.found)
        return makeError(ErrorCode::NoRegion, {"lung"});
    claimAir(grid, body, airway, lungs);
    progress.report(0.8);
    std::vector<std::uint16_t> labels =
        paintLabels(grid, coarseLabels(body, airway, lungs), volume, progress.part(0.8, 1.0));
    if (labels.empty())
        return cancelled;
    for (std::uint16_t& label : labels) {
        if (label > 0)
            label = static_cast<std::uint16_t>(label + firstLabel - 1);
    }
    LabelMapPtr map = LabelMap::create(volume.geometry(), std::move(labels), structures());
    progress.report(1.0);
    return map;
}

} // namespace

std::string chestSegmenterFingerprint()
{
    return "fovea-chest-1";
}

Result<LabelMapPtr> segmentChest(const Volume& volume, const Progress& progress)
{
    if (volume.voxels().empty())
        return makeError(ErrorCode::NoRegion, {"lung"});
    try {
        return segmented(volume, progress);
    } catch (const std::bad_alloc&) {
        return makeError(ErrorCode::OutOfMemory, {"segmentation"});
    }
}

} // namespace fovea
