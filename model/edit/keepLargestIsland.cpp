#include "model/edit/StructureMask.h"
#include "model/edit/StructureOperations.h"

#include <algorithm>
#include <numeric>

namespace fovea {

namespace {

/// Voxels of the structure side by side in one row of the block.
struct Run {
    int from = 0;
    int to = 0; ///< Inclusive.
    std::size_t row = 0;
};

/// Sets of runs that touch each other.
class Islands {
public:
    explicit Islands(std::size_t count)
        : m_parent(count)
    {
        std::iota(m_parent.begin(), m_parent.end(), std::size_t{0});
    }
    std::size_t rootOf(std::size_t run)
    {
        while (m_parent[run] != run)
            run = m_parent[run] = m_parent[m_parent[run]];
        return run;
    }
    void join(std::size_t a, std::size_t b)
    {
        a = rootOf(a);
        b = rootOf(b);
        m_parent[std::max(a, b)] = std::min(a, b);
    }

private:
    std::vector<std::size_t> m_parent;
};

void joinRows(const std::vector<Run>& runs, std::size_t a, std::size_t aEnd, std::size_t b,
              std::size_t bEnd, Islands& islands)
{
    while (a < aEnd && b < bEnd) {
        if (runs[a].from <= runs[b].to && runs[b].from <= runs[a].to)
            islands.join(a, b);
        if (runs[a].to < runs[b].to)
            ++a;
        else
            ++b;
    }
}

} // namespace

Result<LabelPatch> keepLargestIsland(const LabelMap& map, const EditTarget& target,
                                     const Progress& progress)
{
    return guardedOperation([&]() -> Result<LabelPatch> {
        const auto mask = StructureMask::of(map, target, 0);
        if (!mask)
            return LabelPatch{};
        const Index3 size = mask->block.box.size();
        const auto rowCount = static_cast<std::size_t>(size[1]) * static_cast<std::size_t>(size[2]);
        const auto width = static_cast<std::size_t>(size[0]);
        std::vector<Run> runs;
        std::vector<std::size_t> firstOf(rowCount + 1); // Of each row, in `runs`.
        for (std::size_t row = 0; row < rowCount; ++row) {
            firstOf[row] = runs.size();
            const std::uint8_t* line = mask->inside.data() + row * width;
            for (int i = 0; i < size[0]; ++i) {
                if (!line[i])
                    continue;
                if (i > 0 && line[i - 1])
                    runs.back().to = i;
                else
                    runs.push_back({i, i, row});
            }
        }
        firstOf[rowCount] = runs.size();

        Islands islands(runs.size());
        const auto rowsPerSlice = static_cast<std::size_t>(size[1]);
        for (std::size_t row = 0; row < rowCount; ++row) {
            if (row % rowsPerSlice == 0) {
                if (progress.cancelled())
                    return makeError(ErrorCode::Cancelled);
                progress.report(static_cast<double>(row) / static_cast<double>(rowCount));
            }
            for (const std::size_t back : {std::size_t{1}, rowsPerSlice}) {
                const bool sameSlice = back != 1 || row % rowsPerSlice != 0;
                if (row >= back && sameSlice)
                    joinRows(runs, firstOf[row], firstOf[row + 1], firstOf[row - back],
                             firstOf[row - back + 1], islands);
            }
        }

        std::vector<std::size_t> voxels(runs.size());
        for (std::size_t n = 0; n < runs.size(); ++n)
            voxels[islands.rootOf(n)] += static_cast<std::size_t>(runs[n].to - runs[n].from + 1);
        const auto largest =
            static_cast<std::size_t>(std::ranges::max_element(voxels) - voxels.begin());
        std::vector<std::uint8_t> wanted(mask->inside.size());
        for (std::size_t n = 0; n < runs.size(); ++n) {
            if (islands.rootOf(n) == largest)
                std::fill_n(wanted.begin() + static_cast<std::ptrdiff_t>(runs[n].row * width) +
                                runs[n].from,
                            runs[n].to - runs[n].from + 1, std::uint8_t{1});
        }
        return mask->patchTo(map, target, wanted);
    });
}

} // namespace fovea
