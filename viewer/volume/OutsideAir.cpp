#include "viewer/volume/OutsideAirInternals.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <vector>

namespace fovea {

namespace {

constexpr std::int16_t denser =
    -400; ///< HU: skin and what it holds; foam and blankets are lighter.
constexpr unsigned char kept = 255;

/// Index axis that lies closest to the patient's long axis.
int longAxis(const vtkMatrix4x4& toPatient)
{
    int axis = 0;
    for (int a = 1; a < 3; ++a) {
        if (std::abs(toPatient.GetElement(2, a)) > std::abs(toPatient.GetElement(2, axis)))
            axis = a;
    }
    return axis;
}

/// One plane across the long axis, as steps in the flat buffers.
struct Plane {
    std::size_t first = 0;
    std::array<int, 2> size{};
    std::array<std::size_t, 2> stride{};

    std::size_t at(int x, int y) const
    {
        return first + static_cast<std::size_t>(x) * stride[0] +
               static_cast<std::size_t>(y) * stride[1];
    }
};

void floodFromEdge(const std::int16_t* hu, unsigned char* mask, const Plane& plane)
{
    std::vector<std::array<int, 2>> open;
    const auto visit = [&](int x, int y) {
        if (x < 0 || y < 0 || x >= plane.size[0] || y >= plane.size[1])
            return;
        const std::size_t n = plane.at(x, y);
        if (mask[n] == 0 || hu[n] >= denser)
            return;
        mask[n] = 0;
        open.push_back({x, y});
    };
    for (int x = 0; x < plane.size[0]; ++x) {
        visit(x, 0);
        visit(x, plane.size[1] - 1);
    }
    for (int y = 0; y < plane.size[1]; ++y) {
        visit(0, y);
        visit(plane.size[0] - 1, y);
    }
    while (!open.empty()) {
        const auto [x, y] = open.back();
        open.pop_back();
        visit(x - 1, y);
        visit(x + 1, y);
        visit(x, y - 1);
        visit(x, y + 1);
    }
}

/// The next cell in the plane, too: half of it is air, and looks like a skin of its own.
void widen(unsigned char* mask, const Plane& plane)
{
    std::vector<std::size_t> border;
    for (int y = 0; y < plane.size[1]; ++y) {
        for (int x = 0; x < plane.size[0]; ++x) {
            const auto outside = [&](int nx, int ny) {
                return nx >= 0 && ny >= 0 && nx < plane.size[0] && ny < plane.size[1] &&
                       mask[plane.at(nx, ny)] == 0;
            };
            if (outside(x - 1, y) || outside(x + 1, y) || outside(x, y - 1) || outside(x, y + 1))
                border.push_back(plane.at(x, y));
        }
    }
    for (const std::size_t n : border)
        mask[n] = 0;
}

/// Voxels of a label map, inclusive.
struct Region {
    Vec3 low{};
    Vec3 high{};
    std::vector<bool> gut; ///< By label.
};

/// Around lungs and trachea; empty where there is neither.
std::optional<Region> airwayRegion(const LabelMap& labels)
{
    constexpr double marginMm = 10;
    const ImageGeometry& geometry = labels.geometry();
    std::optional<Region> region;
    for (const char* anatomy : {"lung", "trachea"}) {
        for (const std::uint16_t label : labels.labelsOf(anatomy)) {
            const Structure& structure = *labels.structure(label);
            Vec3 low{};
            Vec3 high{};
            for (int a = 0; a < 3; ++a) {
                low[a] = structure.low[a] - marginMm / geometry.spacingMm[a];
                high[a] = structure.high[a] + marginMm / geometry.spacingMm[a];
            }
            if (!region)
                region = Region{low, high, {}};
            for (int a = 0; a < 3; ++a) {
                region->low[a] = std::min(region->low[a], low[a]);
                region->high[a] = std::max(region->high[a], high[a]);
            }
        }
    }
    if (!region)
        return region;
    region->gut.resize(std::size_t{labels.maxLabel()} + 1);
    for (const char* anatomy : {"esophagus", "stomach", "duodenum", "small_bowel", "colon"}) {
        for (const std::uint16_t label : labels.labelsOf(anatomy))
            region->gut[label] = true;
    }
    return region;
}

/// Around a cell of the gut its neighbours, too: the gas at its wall.
void dropGut(const std::vector<std::array<int, 3>>& cells, const std::array<int, 3>& size,
             unsigned char* mask)
{
    for (const auto& [i, j, k] : cells) {
        for (int z = std::max(k - 1, 0); z <= std::min(k + 1, size[2] - 1); ++z) {
            for (int y = std::max(j - 1, 0); y <= std::min(j + 1, size[1] - 1); ++y) {
                for (int x = std::max(i - 1, 0); x <= std::min(i + 1, size[0] - 1); ++x)
                    mask[(static_cast<std::size_t>(z) * static_cast<std::size_t>(size[1]) +
                          static_cast<std::size_t>(y)) *
                             static_cast<std::size_t>(size[0]) +
                         static_cast<std::size_t>(x)] = 0;
            }
        }
    }
}

void keepAirways(const LabelMap& labels, const Region& region, const VolumeImage& proxy,
                 unsigned char* mask)
{
    const ImageGeometry& geometry = labels.geometry();
    const int* dimensions = proxy.image->GetDimensions();
    const std::array<int, 3> size{dimensions[0], dimensions[1], dimensions[2]};
    const auto indexOf = [&](int i, int j, int k) {
        const double* spacing = proxy.image->GetSpacing();
        std::array<double, 4> at{i * spacing[0], j * spacing[1], k * spacing[2], 1};
        proxy.toPatient->MultiplyPoint(at.data(), at.data());
        return geometry.patientToIndex({at[0], at[1], at[2]});
    };
    const Vec3 step = indexOf(1, 0, 0) - indexOf(0, 0, 0);
    std::vector<std::array<int, 3>> gut;
    unsigned char* cell = mask;
    for (int k = 0; k < size[2]; ++k) {
        for (int j = 0; j < size[1]; ++j) {
            const Vec3 first = indexOf(0, j, k);
            for (int i = 0; i < size[0]; ++i, ++cell) {
                const Vec3 index = first + step * i;
                Index3 voxel{};
                bool inside = true;
                for (int a = 0; a < 3; ++a) {
                    inside = inside && index[a] >= region.low[a] && index[a] <= region.high[a];
                    voxel[a] = std::clamp(static_cast<int>(std::lround(index[a])), 0,
                                          geometry.size[a] - 1);
                }
                if (!inside)
                    *cell = 0;
                else if (region.gut[labels.at(voxel)])
                    gut.push_back({i, j, k});
            }
        }
    }
    dropGut(gut, size, mask);
}

} // namespace

OutsideAir::OutsideAir(const VolumeImage& proxy, const LabelMap* labels)
    : m_mask(vtkSmartPointer<vtkImageData>::New())
    , m_fromPatient(vtkSmartPointer<vtkMatrix4x4>::New())
{
    vtkMatrix4x4::Invert(proxy.toPatient, m_fromPatient);
    m_mask->CopyStructure(proxy.image);
    m_mask->AllocateScalars(VTK_UNSIGNED_CHAR, 1);
    const int* size = proxy.image->GetDimensions();
    const auto* hu = static_cast<const std::int16_t*>(proxy.image->GetScalarPointer());
    auto* mask = static_cast<unsigned char*>(m_mask->GetScalarPointer());
    std::fill_n(mask, m_mask->GetNumberOfPoints(), kept);

    const std::array<std::size_t, 3> strides{1, static_cast<std::size_t>(size[0]),
                                             static_cast<std::size_t>(size[0]) *
                                                 static_cast<std::size_t>(size[1])};
    const auto z = static_cast<std::size_t>(longAxis(*proxy.toPatient));
    const std::size_t x = (z + 1) % 3;
    const std::size_t y = (z + 2) % 3;
    for (int n = 0; n < size[z]; ++n) {
        const Plane plane{
            static_cast<std::size_t>(n) * strides[z], {size[x], size[y]}, {strides[x], strides[y]}};
        floodFromEdge(hu, mask, plane);
        widen(mask, plane);
    }
    if (const auto region = labels ? airwayRegion(*labels) : std::nullopt)
        keepAirways(*labels, *region, proxy, mask);
}

bool OutsideAir::contains(const Vec3& positionMm) const
{
    std::array<double, 4> at{positionMm[0], positionMm[1], positionMm[2], 1};
    m_fromPatient->MultiplyPoint(at.data(), at.data());
    std::array<int, 3> cell{};
    for (int a = 0; a < 3; ++a) {
        cell[static_cast<std::size_t>(a)] = static_cast<int>(
            std::lround(at[static_cast<std::size_t>(a)] / m_mask->GetSpacing()[a]));
        if (cell[static_cast<std::size_t>(a)] < 0 ||
            cell[static_cast<std::size_t>(a)] >= m_mask->GetDimensions()[a])
            return false;
    }
    return *static_cast<const unsigned char*>(
               m_mask->GetScalarPointer(cell[0], cell[1], cell[2])) == 0;
}

} // namespace fovea
