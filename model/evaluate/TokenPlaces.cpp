#include "model/evaluate/TokenPlaces.h"

#include "model/domain/ImageGeometry.h"

#include <algorithm>
#include <cmath>

namespace fovea {
namespace {

/// Voxels of each structure of the anatomy in each token.
struct VoxelCounts {
    std::vector<const Structure*> structures;
    std::vector<std::size_t> counts; ///< [token][structure]
};

/// From a patient position to the token whose box holds it.
class TokenGrid {
public:
    explicit TokenGrid(const RegionEmbedding& region)
        : m_region(region)
    {
        for (std::size_t axis = 0; axis < 3; ++axis) {
            const Vec3& step = region.tokenStepMm[axis];
            m_perMm[axis] = step * (1.0 / dot(step, step));
        }
    }
    std::optional<std::size_t> at(const Vec3& patientMm) const
    {
        const Vec3 from = patientMm - m_region.tokenOriginMm;
        std::size_t token = 0;
        for (std::size_t axis = 0; axis < 3; ++axis) {
            const double index = std::floor(dot(from, m_perMm[axis]) + 0.5);
            if (index < 0.0 || index >= m_region.tokenGrid[axis])
                return std::nullopt;
            token = token * static_cast<std::size_t>(m_region.tokenGrid[axis]) +
                    static_cast<std::size_t>(index);
        }
        return token;
    }

private:
    const RegionEmbedding& m_region;
    std::array<Vec3, 3> m_perMm{};
};

VoxelCounts countVoxels(const LabelMap& labels, const RegionEmbedding& region)
{
    VoxelCounts found;
    std::vector<int> position(std::size_t{labels.maxLabel()} + 1, -1);
    Index3 low = labels.geometry().size;
    Index3 high{-1, -1, -1};
    for (const Structure& structure : labels.structures()) {
        if (structure.anatomyId != region.anatomyId)
            continue;
        position[structure.label] = static_cast<int>(found.structures.size());
        found.structures.push_back(&structure);
        for (std::size_t axis = 0; axis < 3; ++axis) {
            low[axis] = std::min(low[axis], structure.low[axis]);
            high[axis] = std::max(high[axis], structure.high[axis]);
        }
    }
    found.counts.assign(region.attention.size() * found.structures.size(), 0);
    const TokenGrid grid(region);
    for (int k = low[2]; k <= high[2]; ++k) {
        for (int j = low[1]; j <= high[1]; ++j) {
            for (int i = low[0]; i <= high[0]; ++i) {
                const int structure = position[labels.at({i, j, k})];
                if (structure < 0)
                    continue;
                const auto token = grid.at(labels.geometry().indexToPatient(
                    {static_cast<double>(i), static_cast<double>(j), static_cast<double>(k)}));
                if (token)
                    ++found.counts[*token * found.structures.size() +
                                   static_cast<std::size_t>(structure)];
            }
        }
    }
    return found;
}

/// Middle of the anatomy's box along x.
double middleX(const LabelMap& labels, const std::vector<const Structure*>& structures)
{
    double low = INFINITY;
    double high = -INFINITY;
    for (const Structure* structure : structures) {
        for (const Index3& corner : {structure->low, structure->high}) {
            const double x = labels.geometry().indexToPatient({static_cast<double>(corner[0]),
                                                               static_cast<double>(corner[1]),
                                                               static_cast<double>(corner[2])})[0];
            low = std::min(low, x);
            high = std::max(high, x);
        }
    }
    return (low + high) / 2.0;
}

double centreX(const RegionEmbedding& region, std::size_t token)
{
    const auto size = [&](std::size_t axis) {
        return static_cast<std::size_t>(region.tokenGrid[axis]);
    };
    const std::array<std::size_t, 3> at{token / (size(1) * size(2)), token / size(2) % size(1),
                                        token % size(2)};
    double x = region.tokenOriginMm[0];
    for (std::size_t axis = 0; axis < 3; ++axis)
        x += region.tokenStepMm[axis][0] * static_cast<double>(at[axis]);
    return x;
}

} // namespace

TokenPlaces::TokenPlaces(const LabelMap& labels, const RegionEmbedding& region)
    : m_structures(region.attention.size(), 0)
    , m_sides(region.attention.size(), Side::None)
{
    const VoxelCounts found = countVoxels(labels, region);
    const double middle = middleX(labels, found.structures);
    for (std::size_t token = 0; token < region.attention.size(); ++token) {
        if (!(region.attention[token] > 0.0F))
            continue;
        m_tokens.push_back(token);
        std::size_t most = 0;
        std::size_t left = 0;
        std::size_t right = 0;
        for (std::size_t s = 0; s < found.structures.size(); ++s) {
            const Structure& structure = *found.structures[s];
            const std::size_t count = found.counts[token * found.structures.size() + s];
            if (count > most) {
                most = count;
                m_structures[token] = structure.label;
            }
            left += structure.side == Side::Left ? count : 0;
            right += structure.side == Side::Right ? count : 0;
        }
        if (left != right)
            m_sides[token] = left > right ? Side::Left : Side::Right;
        else
            m_sides[token] = centreX(region, token) > middle ? Side::Left : Side::Right;
    }
}

std::optional<std::size_t> TokenPlaces::peak(const std::vector<float>& values) const
{
    const auto found =
        std::ranges::max_element(m_tokens, {}, [&](std::size_t token) { return values[token]; });
    if (found == m_tokens.end())
        return std::nullopt;
    return *found;
}

} // namespace fovea
