#include "storage/SegmentationReader.h"

#include "storage/GridTransfer.h"
#include "storage/LabelNames.h"
#include "storage/SegmentationPixels.h"
#include "storage/SegmentationPlanes.h"
#include "storage/StructureRecognition.h"
#include "storage/StructureSetReader.h"
#include "storage/availableMemory.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <span>

namespace fovea {

namespace {

struct Segments {
    std::vector<Structure> structures;
    std::size_t unknown = 0;
};

Segments segmentsOf(const DicomHeader& header, const AnatomyCatalog& catalog)
{
    Segments out;
    for (long i = 0; DcmItem* segment = itemAt(header.dataset(), DCM_SegmentSequence, i); ++i) {
        const long number = integerAt(*segment, DCM_SegmentNumber).value_or(0);
        if (number < 1 || number > 65535)
            continue; // 0 names the background of a label map.
        std::string label = header.text(*segment, DCM_SegmentLabel);
        if (label.empty())
            label = "segment " + std::to_string(number);
        const CatalogStructure* entry = recogniseStructure(
            catalog, header, segment, DCM_SegmentedPropertyTypeCodeSequence, label);
        out.unknown += entry ? 0 : 1;
        out.structures.push_back(structureFor(static_cast<std::uint16_t>(number), label, entry));
    }
    return out;
}

class Assembly {
public:
    Assembly(const SegmentationPixels& pixels, const std::vector<FramePlane>& planes,
             const LabelMapTarget& target, const Progress& progress)
        : m_pixels(pixels)
        , m_planes(planes)
        , m_target(target)
        , m_progress(progress)
        , m_voxels(target.geometry.voxelCount(), 0)
    {
    }

    Status run();
    const TransferOutcome& outcome() const { return m_outcome; }
    bool anyLabel() const { return m_anyLabel; }
    std::vector<std::uint16_t> takeVoxels() { return std::move(m_voxels); }

private:
    /// Of every frame, where all of them lie on the volume's grid.
    std::optional<std::vector<AxisMap>> mapsOntoTarget() const;
    Status placeFrames(const std::vector<AxisMap>& maps);
    bool placeFrame(std::size_t frame, const AxisMap& map);
    Status resampleStack();
    Status resampleFrames();
    void resampleFrame(const FramePlane& plane, std::span<const std::uint16_t> labels);
    static Error unreadable() { return makeError(ErrorCode::BrokenFile, {}, "pixel data"); }
    void noteLabels(const std::vector<std::uint16_t>& frame)
    {
        m_anyLabel = m_anyLabel || std::ranges::any_of(frame, [](auto label) { return label; });
    }

    const SegmentationPixels& m_pixels;
    const std::vector<FramePlane>& m_planes;
    const LabelMapTarget& m_target;
    const Progress& m_progress;
    std::vector<std::uint16_t> m_voxels;
    SegmentationPixels::Buffer m_buffer;
    TransferOutcome m_outcome;
    bool m_anyLabel = false;
};

std::optional<std::vector<AxisMap>> Assembly::mapsOntoTarget() const
{
    std::vector<AxisMap> maps;
    for (const FramePlane& plane : m_planes) {
        const ImageGeometry frame = withStepOf(
            frameGeometry(plane, m_pixels.columns(), m_pixels.rows()), m_target.geometry);
        const std::optional<AxisMap> map = axisMapBetween(frame, m_target.geometry);
        if (!map)
            return std::nullopt;
        maps.push_back(*map);
    }
    return maps;
}

Status Assembly::run()
{
    const auto maps = mapsOntoTarget();
    return maps ? placeFrames(*maps) : resampleStack();
}

Status Assembly::placeFrames(const std::vector<AxisMap>& maps)
{
    for (std::size_t f = 0; f < m_planes.size(); ++f) {
        if (m_progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        if (!placeFrame(f, maps[f]))
            return unreadable();
        m_progress.report(static_cast<double>(f + 1) / static_cast<double>(m_planes.size()));
    }
    return Done{};
}

/// Goes from labelled pixel to labelled pixel: most of a frame is empty, and a map of a hundred
/// structures has ten thousand frames. False: the file ends.
bool Assembly::placeFrame(std::size_t frame, const AxisMap& map)
{
    const ImageGeometry& target = m_target.geometry;
    const std::array<std::ptrdiff_t, 3> strides{1, target.size[0],
                                                std::ptrdiff_t{target.size[0]} * target.size[1]};
    const auto columnAxis = static_cast<std::size_t>(map.axis[0]);
    const auto rowAxis = static_cast<std::size_t>(map.axis[1]);
    // A step along a row of the frame and one to its next row, in voxels of the target.
    const std::ptrdiff_t step = map.sign[0] * strides[columnAxis];
    const std::ptrdiff_t rowStep = map.sign[1] * strides[rowAxis];
    const std::ptrdiff_t start =
        map.offset[0] * strides[0] + map.offset[1] * strides[1] + map.offset[2] * strides[2];
    Index3 last = map.offset;
    last[columnAxis] += map.sign[0] * (m_pixels.columns() - 1);
    last[rowAxis] += map.sign[1] * (m_pixels.rows() - 1);
    const bool inside = target.contains(map.offset) && target.contains(last);
    const auto columns = static_cast<std::size_t>(m_pixels.columns());
    std::size_t row = 0;
    std::size_t rowEnd = columns;
    return m_pixels.visitFrame(
        frame, m_planes[frame].segment, m_buffer, [&](std::size_t pixel, std::uint16_t label) {
            m_anyLabel = true;
            while (pixel >= rowEnd) {
                ++row;
                rowEnd += columns;
            }
            const auto column = static_cast<std::ptrdiff_t>(pixel + columns - rowEnd);
            if (!inside) {
                Index3 at = map.offset;
                at[columnAxis] += map.sign[0] * static_cast<int>(column);
                at[rowAxis] += map.sign[1] * static_cast<int>(row);
                if (!target.contains(at))
                    return;
            }
            std::uint16_t& voxel = m_voxels[static_cast<std::size_t>(
                start + column * step + static_cast<std::ptrdiff_t>(row) * rowStep)];
            ++m_outcome.written;
            m_outcome.overlaps += voxel != 0 && voxel != label ? 1 : 0;
            voxel = label;
        });
}

Status Assembly::resampleStack()
{
    const auto stack = frameStack(m_planes, m_pixels.columns(), m_pixels.rows());
    if (!stack)
        return resampleFrames();
    std::vector<std::uint16_t> labels;
    // Two frames far apart make a large grid of nothing.
    const std::uint64_t bytes = std::uint64_t{stack->geometry.voxelCount()} * sizeof(std::uint16_t);
    if (const Status fits = checkMemory("label map", bytes, availableMemory()); !fits)
        return fits;
    std::vector<std::uint16_t> assembled(stack->geometry.voxelCount(), 0);
    const std::size_t frameSize =
        static_cast<std::size_t>(m_pixels.columns()) * static_cast<std::size_t>(m_pixels.rows());
    std::size_t overlaps = 0;
    for (std::size_t f = 0; f < m_planes.size(); ++f) {
        if (m_progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        if (!m_pixels.frameLabels(f, m_planes[f].segment, m_buffer, labels))
            return unreadable();
        noteLabels(labels);
        std::uint16_t* to =
            assembled.data() + static_cast<std::size_t>(stack->slices[f]) * frameSize;
        for (std::size_t i = 0; i < frameSize; ++i) {
            if (labels[i] == 0)
                continue;
            overlaps += to[i] != 0 && to[i] != labels[i] ? 1 : 0;
            to[i] = labels[i];
        }
        m_progress.report(0.8 * static_cast<double>(f + 1) / static_cast<double>(m_planes.size()));
    }
    m_outcome = transferLabels(stack->geometry, assembled, m_target.geometry, m_voxels);
    m_outcome.overlaps += overlaps;
    return Done{};
}

/// Each frame by itself, as thick as it says it is: those of a tilted gantry or of uneven slices
/// make no grid, and the volume that they belong to was resampled.
Status Assembly::resampleFrames()
{
    std::vector<std::uint16_t> labels;
    m_outcome.exact = false;
    for (std::size_t f = 0; f < m_planes.size(); ++f) {
        if (m_progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        if (!m_pixels.frameLabels(f, m_planes[f].segment, m_buffer, labels))
            return unreadable();
        noteLabels(labels);
        resampleFrame(m_planes[f], labels);
        m_progress.report(static_cast<double>(f + 1) / static_cast<double>(m_planes.size()));
    }
    return Done{};
}

void Assembly::resampleFrame(const FramePlane& plane, std::span<const std::uint16_t> labels)
{
    ImageGeometry frame = frameGeometry(plane, m_pixels.columns(), m_pixels.rows());
    const ImageGeometry& target = m_target.geometry;
    frame.spacingMm[2] = std::max(plane.thicknessMm, withStepOf(frame, target).spacingMm[2]);
    // Only the planes that it can reach, where they are parallel to it.
    ImageGeometry slab = target;
    constexpr double parallel = 1 - 1e-6;
    if (std::abs(dot(frame.axes[2], target.axes[2])) > parallel) {
        const double middle = target.patientToIndex(frame.originMm)[2];
        const double reach = 0.5 * frame.spacingMm[2] / target.spacingMm[2] + 0.01;
        const double first = std::max(0.0, std::ceil(middle - reach));
        const double last = std::min(target.size[2] - 1.0, std::floor(middle + reach));
        if (!(first <= last))
            return;
        slab.originMm = target.indexToPatient({0, 0, first});
        slab.size[2] = static_cast<int>(last - first) + 1;
    }
    const Vec3 start = target.patientToIndex(slab.originMm);
    const auto firstPlane = static_cast<std::size_t>(std::lround(start[2]));
    const std::size_t planeSize =
        static_cast<std::size_t>(target.size[0]) * static_cast<std::size_t>(target.size[1]);
    const TransferOutcome outcome =
        transferLabels(frame, labels, slab,
                       std::span(m_voxels).subspan(firstPlane * planeSize, slab.voxelCount()));
    m_outcome.written += outcome.written;
    m_outcome.overlaps += outcome.overlaps;
}

Status checkBelongs(const DicomHeader& header, const LabelMapTarget& target)
{
    const auto differs = [](const std::string& a, const std::string& b) {
        return !a.empty() && !b.empty() && a != b;
    };
    if (differs(header.studyInstanceUid(), target.studyInstanceUid))
        return makeError(ErrorCode::OtherPatient, {"study"});
    if (differs(header.text(DCM_FrameOfReferenceUID), target.frameOfReferenceUid))
        return makeError(ErrorCode::OtherPatient, {"frame of reference"});
    return Done{};
}

} // namespace

Result<LabelMapWithNotes> readDicomSegmentation(const std::filesystem::path& path,
                                                const LabelMapTarget& target,
                                                const AnatomyCatalog& catalog,
                                                const Progress& progress)
{
    const Result<DicomHeader> header = DicomHeader::load(path, DicomHeader::Extent::WholeFile);
    if (!header)
        return header.error();
    if (header->sopClassUid() == UID_RTStructureSetStorage)
        return readStructureSet(*header, path, target, catalog, progress);
    if (header->text(DCM_Modality) != "SEG")
        return makeError(ErrorCode::NotALabelMap, {path.string(), header->kind()});
    const Status belongs = checkBelongs(*header, target);
    if (!belongs)
        return belongs.error();
    const Result<SegmentationPixels> pixels = SegmentationPixels::read(*header, path);
    if (!pixels)
        return pixels.error();

    const auto planes = framePlanes(header->dataset(), pixels->frames());
    if (!planes)
        return makeError(ErrorCode::BrokenFile, {path.string()},
                         "a frame without a place in the patient");
    if (!pixels->isLabelMap() &&
        std::ranges::any_of(*planes, [](const FramePlane& p) { return p.segment == 0; }))
        return makeError(ErrorCode::BrokenFile, {path.string()}, "a frame of no segment");
    Assembly assembly(*pixels, *planes, target, progress);
    const Status assembled = assembly.run();
    if (!assembled) {
        return assembled.error().code == ErrorCode::BrokenFile
                   ? makeError(ErrorCode::BrokenFile, {path.string()}, assembled.error().detail)
                   : assembled.error();
    }
    if (!assembly.anyLabel())
        return makeError(ErrorCode::NoStructures, {path.string()});
    if (assembly.outcome().written == 0)
        return makeError(ErrorCode::GridMismatch, {"position"}, "no labelled voxel in the volume");

    LabelMapWithNotes out;
    if (!assembly.outcome().exact)
        out.notes.push_back({LabelMapNote::Kind::Resampled, 0});
    if (assembly.outcome().overlaps > 0)
        out.notes.push_back({LabelMapNote::Kind::Overlap, assembly.outcome().overlaps});
    Segments segments = segmentsOf(*header, catalog);
    if (segments.unknown > 0)
        out.notes.push_back({LabelMapNote::Kind::UnknownStructures, segments.unknown});
    out.labels =
        LabelMap::create(target.geometry, assembly.takeVoxels(), std::move(segments.structures));
    return out;
}

} // namespace fovea
