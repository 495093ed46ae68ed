#include "storage/SegmentationReader.h"

#include "storage/FrameGroups.h"
#include "storage/GridTransfer.h"
#include "storage/LabelNames.h"
#include "storage/SegmentationPixels.h"
#include "storage/availableMemory.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace fovea {

namespace {

/// Where one frame lies: centre of its first pixel and the steps to the next column and row.
struct FramePlane {
    Vec3 originMm{};
    Vec3 columnStepMm{};
    Vec3 rowStepMm{};
    double thicknessMm = 0;    ///< Spacing Between Slices, else Slice Thickness, else 0.
    std::uint16_t segment = 0; ///< 0 in a label map.
};

std::optional<FramePlane> planeOf(DcmDataset& data, long frame)
{
    const FrameGroups groups(data, frame);
    DcmItem* position = groups.group(DCM_PlanePositionSequence);
    DcmItem* orientation = groups.group(DCM_PlaneOrientationSequence);
    DcmItem* measures = groups.group(DCM_PixelMeasuresSequence);
    if (!position || !orientation || !measures)
        return std::nullopt;
    const auto origin = numbersAt<3>(*position, DCM_ImagePositionPatient);
    const auto axes = orientationOf(*orientation);
    const auto spacing = numbersAt<2>(*measures, DCM_PixelSpacing);
    if (!origin || !axes || !spacing || !((*spacing)[0] > 0) || !((*spacing)[1] > 0))
        return std::nullopt;
    FramePlane plane;
    plane.originMm = *origin;
    plane.columnStepMm = (*axes)[0] * (*spacing)[1];
    plane.rowStepMm = (*axes)[1] * (*spacing)[0];
    plane.thicknessMm = numberAt(*measures, DCM_SpacingBetweenSlices).value_or(0);
    if (!(plane.thicknessMm > 0))
        plane.thicknessMm = numberAt(*measures, DCM_SliceThickness).value_or(0);
    if (DcmItem* segment = groups.group(DCM_SegmentIdentificationSequence)) {
        const long number = integerAt(*segment, DCM_ReferencedSegmentNumber).value_or(0);
        if (number > 0 && number <= 65535)
            plane.segment = static_cast<std::uint16_t>(number);
    }
    return plane;
}

/// SNOMED CT codes, or the retired SRT ones, that say left or right.
Side sideOf(const DicomHeader& header, DcmItem& segment, DcmItem* type)
{
    for (DcmItem* owner : {type, &segment}) {
        DcmItem* modifier =
            owner ? itemAt(*owner, DCM_SegmentedPropertyTypeModifierCodeSequence) : nullptr;
        if (!modifier)
            continue;
        const std::string code = header.text(*modifier, DCM_CodeValue);
        if (code == "7771000" || code == "G-A101")
            return Side::Left;
        if (code == "24028007" || code == "G-A100")
            return Side::Right;
    }
    return Side::None;
}

/// By code and side; by a code that stands for one structure alone; by a code known as an alias.
const CatalogStructure* structureByCode(const AnatomyCatalog& catalog, const CodedConcept& code,
                                        Side side)
{
    if (code.value.empty())
        return nullptr;
    if (const CatalogStructure* found = catalog.structureCoded(code, side))
        return found;
    const CatalogStructure* only = nullptr;
    int count = 0;
    for (const CatalogStructure& structure : catalog.structures()) {
        if (structure.code.scheme == code.scheme && structure.code.value == code.value) {
            only = &structure;
            ++count;
        }
    }
    return count == 1 ? only : catalog.structureNamed(code.value);
}

const CatalogStructure* recognise(const AnatomyCatalog& catalog, const DicomHeader& header,
                                  DcmItem& segment, const std::string& label)
{
    DcmItem* type = itemAt(segment, DCM_SegmentedPropertyTypeCodeSequence);
    const Side side = sideOf(header, segment, type);
    const CodedConcept code =
        type ? CodedConcept{header.text(*type, DCM_CodingSchemeDesignator),
                            header.text(*type, DCM_CodeValue), header.text(*type, DCM_CodeMeaning)}
             : CodedConcept{};
    const CatalogStructure* byCode = structureByCode(catalog, code, side);
    const CatalogStructure* byLabel = catalog.structureNamed(label);
    // "Left lung" coded as Lung without a side: the label says more.
    const bool labelSaysMore = byCode && byLabel && byCode->anatomyId == byLabel->anatomyId &&
                               byCode->side == Side::None && byLabel->side != Side::None;
    return byCode && !labelSaysMore ? byCode : byLabel;
}

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
        const CatalogStructure* entry = recognise(catalog, header, *segment, label);
        out.unknown += entry ? 0 : 1;
        out.structures.push_back(structureFor(static_cast<std::uint16_t>(number), label, entry));
    }
    return out;
}

ImageGeometry geometryOf(const FramePlane& plane, int columns, int rows)
{
    ImageGeometry geometry;
    geometry.size = {columns, rows, 1};
    geometry.spacingMm = {norm(plane.columnStepMm), norm(plane.rowStepMm),
                          plane.thicknessMm > 0 ? plane.thicknessMm : 1.0};
    geometry.originMm = plane.originMm;
    geometry.axes[0] = plane.columnStepMm * (1.0 / geometry.spacingMm[0]);
    geometry.axes[1] = plane.rowStepMm * (1.0 / geometry.spacingMm[1]);
    geometry.axes[2] = cross(geometry.axes[0], geometry.axes[1]);
    return geometry;
}

/// A frame's one-slice grid as seen by the volume: thickness must not matter, so it takes the
/// volume's own step along the frame's normal.
ImageGeometry withStepOf(ImageGeometry frame, const ImageGeometry& volume)
{
    std::size_t along = 0;
    for (std::size_t a = 1; a < 3; ++a) {
        if (std::abs(dot(frame.axes[2], volume.axes[a])) >
            std::abs(dot(frame.axes[2], volume.axes[along])))
            along = a;
    }
    frame.spacingMm[2] = volume.spacingMm[along];
    return frame;
}

/// The regular grid that all frames lie on, and which slice of it each frame is.
struct FrameStack {
    ImageGeometry geometry;
    std::vector<int> slices;
};

std::optional<FrameStack> stackOf(const std::vector<FramePlane>& planes, int columns, int rows)
{
    FrameStack stack;
    stack.geometry = geometryOf(planes.front(), columns, rows);
    const Vec3 normal = stack.geometry.axes[2];
    std::vector<double> heights;
    for (const FramePlane& plane : planes) {
        if (norm(plane.columnStepMm - planes.front().columnStepMm) > 1e-3 ||
            norm(plane.rowStepMm - planes.front().rowStepMm) > 1e-3)
            return std::nullopt;
        heights.push_back(dot(plane.originMm, normal));
    }
    std::vector<double> sorted = heights;
    std::ranges::sort(sorted);
    double step = stack.geometry.spacingMm[2];
    for (std::size_t i = 1; i < sorted.size(); ++i) {
        const double gap = sorted[i] - sorted[i - 1];
        if (gap > 0.01)
            step = std::min(step, gap);
    }
    const double count = std::round((sorted.back() - sorted.front()) / step) + 1;
    if (!(count < 65536))
        return std::nullopt;
    const auto lowest =
        static_cast<std::size_t>(std::ranges::min_element(heights) - heights.begin());
    stack.geometry.originMm = planes[lowest].originMm;
    stack.geometry.spacingMm[2] = step;
    stack.geometry.size[2] = static_cast<int>(count);
    for (const double height : heights)
        stack.slices.push_back(static_cast<int>(std::lround((height - sorted.front()) / step)));
    return stack;
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
    bool framesLieOnTarget() const;
    Status placeFrames();
    Status resampleStack();
    void noteLabels(const std::vector<std::uint16_t>& frame)
    {
        m_anyLabel = m_anyLabel || std::ranges::any_of(frame, [](auto label) { return label; });
    }

    const SegmentationPixels& m_pixels;
    const std::vector<FramePlane>& m_planes;
    const LabelMapTarget& m_target;
    const Progress& m_progress;
    std::vector<std::uint16_t> m_voxels;
    TransferOutcome m_outcome;
    bool m_anyLabel = false;
};

bool Assembly::framesLieOnTarget() const
{
    return std::ranges::all_of(m_planes, [&](const FramePlane& plane) {
        const ImageGeometry frame =
            withStepOf(geometryOf(plane, m_pixels.columns(), m_pixels.rows()), m_target.geometry);
        return axisMapBetween(frame, m_target.geometry).has_value();
    });
}

Status Assembly::run()
{
    return framesLieOnTarget() ? placeFrames() : resampleStack();
}

Status Assembly::placeFrames()
{
    std::vector<std::uint16_t> labels;
    for (std::size_t f = 0; f < m_planes.size(); ++f) {
        if (m_progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        m_pixels.frameLabels(f, m_planes[f].segment, labels);
        noteLabels(labels);
        const ImageGeometry frame = withStepOf(
            geometryOf(m_planes[f], m_pixels.columns(), m_pixels.rows()), m_target.geometry);
        const TransferOutcome outcome = transferLabels(frame, labels, m_target.geometry, m_voxels);
        m_outcome.written += outcome.written;
        m_outcome.overlaps += outcome.overlaps;
        m_progress.report(static_cast<double>(f + 1) / static_cast<double>(m_planes.size()));
    }
    return Done{};
}

Status Assembly::resampleStack()
{
    const auto stack = stackOf(m_planes, m_pixels.columns(), m_pixels.rows());
    if (!stack)
        return makeError(ErrorCode::GridMismatch, {"orientation"},
                         "frames of the segmentation do not make a regular grid");
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
        m_pixels.frameLabels(f, m_planes[f].segment, labels);
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
    if (header->text(DCM_Modality) != "SEG")
        return makeError(ErrorCode::NotALabelMap, {path.string(), header->kind()});
    const Status belongs = checkBelongs(*header, target);
    if (!belongs)
        return belongs.error();
    const Result<SegmentationPixels> pixels = SegmentationPixels::read(*header, path);
    if (!pixels)
        return pixels.error();

    std::vector<FramePlane> planes;
    for (int f = 0; f < pixels->frames(); ++f) {
        const std::optional<FramePlane> plane = planeOf(header->dataset(), f);
        if (!plane)
            return makeError(ErrorCode::BrokenFile, {path.string()},
                             "a frame without a place in the patient");
        if (!pixels->isLabelMap() && plane->segment == 0)
            return makeError(ErrorCode::BrokenFile, {path.string()}, "a frame of no segment");
        planes.push_back(*plane);
    }
    Assembly assembly(*pixels, planes, target, progress);
    const Status assembled = assembly.run();
    if (!assembled)
        return assembled.error();
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
