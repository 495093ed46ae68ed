#include "storage/StructureSetReader.h"

#include "storage/ContourRaster.h"
#include "storage/LabelNames.h"
#include "storage/StructureRecognition.h"
#include "storage/StructureSet.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

namespace fovea {

namespace {

/// Half of what contours are usually drawn at, at most.
constexpr double furthestStepMm = 10;
/// Of a plane: points of one contour may lie so far apart along the normal.
constexpr double flat = 0.5;

/// A region whose contours are planes of the grid.
struct GridRegion {
    const ContouredRegion* region = nullptr;
    std::vector<PlaneContour> contours;
};

/// Empty where the contour lies across the slices.
std::optional<PlaneContour> onGrid(const std::vector<Vec3>& pointsMm, const ImageGeometry& geometry)
{
    PlaneContour contour;
    double lowest = 0;
    double highest = 0;
    double sum = 0;
    for (const Vec3& point : pointsMm) {
        const Vec3 index = geometry.patientToIndex(point);
        lowest = contour.points.empty() ? index[2] : std::min(lowest, index[2]);
        highest = contour.points.empty() ? index[2] : std::max(highest, index[2]);
        sum += index[2];
        contour.points.push_back({index[0], index[1]});
    }
    if (highest - lowest > flat)
        return std::nullopt;
    contour.plane = sum / static_cast<double>(pointsMm.size());
    return contour;
}

/// Another frame of reference: where both say one, it alone decides.
bool liesElsewhere(const ContouredRegion& region, const LabelMapTarget& target)
{
    return !region.frameOfReferenceUid.empty() && !target.frameOfReferenceUid.empty() &&
           region.frameOfReferenceUid != target.frameOfReferenceUid;
}

Status checkBelongs(const DicomHeader& header, const std::vector<ContouredRegion>& regions,
                    const LabelMapTarget& target)
{
    if (std::ranges::all_of(regions, [&](const auto& each) { return liesElsewhere(each, target); }))
        return makeError(ErrorCode::OtherPatient, {"frame of reference"});
    const bool stated =
        !target.frameOfReferenceUid.empty() && std::ranges::none_of(regions, [](const auto& each) {
            return each.frameOfReferenceUid.empty();
        });
    const std::string study = header.studyInstanceUid();
    if (!stated && !study.empty() && !target.studyInstanceUid.empty() &&
        study != target.studyInstanceUid)
        return makeError(ErrorCode::OtherPatient, {"study"});
    return Done{};
}

bool hasHole(const std::vector<PlaneContour>& contours, double step)
{
    std::vector<double> heights;
    for (const PlaneContour& contour : contours)
        heights.push_back(contour.plane);
    std::ranges::sort(heights);
    const auto wide = [&](double below, double above) { return above - below > 1.5 * step; };
    return std::ranges::adjacent_find(heights, wide) != heights.end();
}

class Filling {
public:
    Filling(const LabelMapTarget& target, double step)
        : m_geometry(target.geometry)
        , m_step(step)
        , m_voxels(target.geometry.voxelCount(), 0)
    {
    }

    void fill(const GridRegion& region, std::uint16_t label);
    bool anyWritten() const { return m_written; }
    std::size_t overlaps() const { return m_overlaps; }
    std::vector<std::uint16_t> takeVoxels() { return std::move(m_voxels); }

private:
    const ImageGeometry& m_geometry;
    double m_step;
    std::vector<std::uint16_t> m_voxels;
    bool m_written = false;
    std::size_t m_overlaps = 0;
};

void Filling::fill(const GridRegion& region, std::uint16_t label)
{
    const Index3& size = m_geometry.size;
    for (const PlaneOfContours& plane : contoursByPlane(region.contours, size[2], m_step)) {
        fillEvenOdd(plane.contours, size[0], size[1], [&](int j, int first, int last) {
            m_written = true;
            std::uint16_t* row = m_voxels.data() + m_geometry.offset({0, j, plane.k});
            for (int i = first; i <= last; ++i) {
                m_overlaps += row[i] != 0 && row[i] != label ? 1 : 0;
                row[i] = label;
            }
        });
    }
}

bool numbersAreLabels(const std::vector<GridRegion>& regions)
{
    std::set<long> seen;
    return std::ranges::all_of(regions, [&](const GridRegion& each) {
        const long number = each.region->number;
        return number >= 1 && number <= 65535 && seen.insert(number).second;
    });
}

} // namespace

Result<LabelMapWithNotes> readStructureSet(const DicomHeader& header,
                                           const std::filesystem::path& path,
                                           const LabelMapTarget& target,
                                           const AnatomyCatalog& catalog, const Progress& progress)
{
    const auto all = readStructureSetRegions(header, path);
    if (!all)
        return all.error();
    if (all->empty())
        return makeError(ErrorCode::NoStructures, {path.string()});
    if (const Status belongs = checkBelongs(header, *all, target); !belongs)
        return belongs.error();

    std::vector<GridRegion> regions;
    std::vector<std::vector<PlaneContour>> contours;
    bool across = false;
    for (const ContouredRegion& region : *all) {
        if (progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        GridRegion onTarget{&region, {}};
        bool flatAll = !liesElsewhere(region, target);
        for (const std::vector<Vec3>& points : region.contours) {
            std::optional<PlaneContour> contour = onGrid(points, target.geometry);
            across = across || !contour;
            flatAll = flatAll && contour;
            if (flatAll)
                onTarget.contours.push_back(std::move(*contour));
        }
        if (!flatAll || onTarget.contours.empty())
            continue;
        contours.push_back(onTarget.contours);
        regions.push_back(std::move(onTarget));
    }
    if (regions.empty())
        return across ? makeError(ErrorCode::GridMismatch, {"orientation"},
                                  "the contours lie across the slices")
                      : makeError(ErrorCode::NoStructures, {path.string()});
    const double step = std::clamp(stepOfContours(contours), 1.0,
                                   std::max(1.0, furthestStepMm / target.geometry.spacingMm[2]));

    LabelMapWithNotes out;
    Filling filling(target, step);
    std::vector<Structure> structures;
    const bool byNumber = numbersAreLabels(regions);
    std::size_t unknown = 0;
    std::size_t holed = 0;
    for (std::size_t n = 0; n < regions.size(); ++n) {
        if (progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        const ContouredRegion& region = *regions[n].region;
        const auto label =
            static_cast<std::uint16_t>(byNumber ? region.number : static_cast<long>(n) + 1);
        filling.fill(regions[n], label);
        holed += hasHole(regions[n].contours, step) ? 1 : 0;
        const std::string name =
            region.name.empty() ? "ROI " + std::to_string(region.number) : region.name;
        const CatalogStructure* entry = recogniseStructure(
            catalog, header, region.observation, DCM_RTROIIdentificationCodeSequence, name);
        unknown += entry ? 0 : 1;
        structures.push_back(structureFor(label, name, entry));
        progress.report(static_cast<double>(n + 1) / static_cast<double>(regions.size()));
    }
    if (!filling.anyWritten())
        return makeError(ErrorCode::GridMismatch, {"position"}, "no contour in the volume");

    using Kind = LabelMapNote::Kind;
    for (const auto& [kind, count] :
         {std::pair{Kind::Overlap, filling.overlaps()}, std::pair{Kind::UnknownStructures, unknown},
          std::pair{Kind::LeftOutStructures, all->size() - regions.size()},
          std::pair{Kind::MissingContours, holed}})
    {
        if (count > 0)
            out.notes.push_back({kind, count});
    }
    out.labels = LabelMap::create(target.geometry, filling.takeVoxels(), std::move(structures));
    return out;
}

} // namespace fovea
