#include "model/segment/labelPieces.h"

#include <algorithm>
#include <map>
#include <vector>

namespace fovea {
namespace {

/// Voxels of one label in a row, and the piece that they are of: a forest over runs, in which a
/// run's parent comes before it.
struct Run {
    std::size_t first = 0; ///< In the map.
    std::uint32_t count = 0;
    std::uint32_t parent = 0;
};

class Pieces {
public:
    Pieces(std::span<std::uint16_t> map, const Index3& size)
        : m_map(map)
        , m_width(static_cast<std::size_t>(size[2]))
    {
        const auto rows = static_cast<std::size_t>(size[1]);
        const std::size_t all = rows * static_cast<std::size_t>(size[0]);
        std::vector<std::size_t> begins; // Of each row's runs.
        for (std::size_t row = 0; row < all; ++row) {
            begins.push_back(m_runs.size());
            addRuns(row);
            if (row % rows > 0)
                join(begins[row - 1], begins[row], row - 1, row);
            if (row >= rows)
                join(begins[row - rows], begins[row - rows + 1], row - rows, row);
        }
        m_voxels.resize(m_runs.size());
        for (std::uint32_t n = 0; n < m_runs.size(); ++n)
            m_voxels[root(n)] += m_runs[n].count;
    }

    /// Calls wanted(label, voxels, root) of every piece, in the order of memory, and clears those
    /// that it does not want.
    template <typename Wanted> void keep(const Wanted& wanted)
    {
        std::vector<bool> kept(m_runs.size());
        for (std::uint32_t n = 0; n < m_runs.size(); ++n) {
            if (m_runs[n].parent == n)
                kept[n] = wanted(m_map[m_runs[n].first], m_voxels[n], n);
        }
        for (std::uint32_t n = 0; n < m_runs.size(); ++n) {
            if (!kept[root(n)])
                std::ranges::fill(m_map.subspan(m_runs[n].first, m_runs[n].count), 0);
        }
    }

    /// Calls visit(label, voxels, root) of every piece, in the order of memory.
    template <typename Visit> void each(const Visit& visit) const
    {
        for (std::uint32_t n = 0; n < m_runs.size(); ++n) {
            if (m_runs[n].parent == n)
                visit(m_map[m_runs[n].first], m_voxels[n], n);
        }
    }

private:
    void addRuns(std::size_t row)
    {
        const std::size_t end = (row + 1) * m_width;
        for (std::size_t at = row * m_width; at < end;) {
            const std::uint16_t label = m_map[at];
            const std::size_t first = at;
            while (at < end && m_map[at] == label)
                ++at;
            if (label != 0)
                m_runs.push_back({first, static_cast<std::uint32_t>(at - first),
                                  static_cast<std::uint32_t>(m_runs.size())});
        }
    }

    /// Runs [begin, end) of row `before` with those of `row`, which are the last ones there are.
    void join(std::size_t begin, std::size_t end, std::size_t before, std::size_t row)
    {
        const std::size_t shift = (row - before) * m_width;
        std::size_t a = begin;
        std::size_t b = firstOf(row);
        while (a < end && b < m_runs.size()) {
            const std::size_t aFirst = m_runs[a].first + shift;
            const std::size_t aEnd = aFirst + m_runs[a].count;
            const std::size_t bFirst = m_runs[b].first;
            const std::size_t bEnd = bFirst + m_runs[b].count;
            if (aFirst < bEnd && bFirst < aEnd && m_map[m_runs[a].first] == m_map[bFirst])
                unite(static_cast<std::uint32_t>(a), static_cast<std::uint32_t>(b));
            (aEnd < bEnd ? a : b) += 1;
        }
    }

    std::size_t firstOf(std::size_t row) const
    {
        const auto found = std::ranges::lower_bound(m_runs, row * m_width, {}, &Run::first);
        return static_cast<std::size_t>(found - m_runs.begin());
    }

    std::uint32_t root(std::uint32_t n)
    {
        while (m_runs[n].parent != n) {
            m_runs[n].parent = m_runs[m_runs[n].parent].parent;
            n = m_runs[n].parent;
        }
        return n;
    }

    void unite(std::uint32_t a, std::uint32_t b)
    {
        const std::uint32_t x = root(a);
        const std::uint32_t y = root(b);
        m_runs[std::max(x, y)].parent = std::min(x, y);
    }

    std::span<std::uint16_t> m_map;
    std::size_t m_width;
    std::vector<Run> m_runs;
    std::vector<std::size_t> m_voxels; ///< Of the pieces, at their roots.
};

} // namespace

void keepLargestPieces(std::span<std::uint16_t> map, const Index3& size,
                       const std::set<std::uint16_t>& labels)
{
    struct Largest {
        std::size_t voxels = 0;
        std::uint32_t root = 0;
    };
    Pieces pieces(map, size);
    std::map<std::uint16_t, Largest> largest;
    pieces.each([&](std::uint16_t label, std::size_t voxels, std::uint32_t root) {
        if (voxels > largest[label].voxels)
            largest[label] = {voxels, root};
    });
    pieces.keep([&](std::uint16_t label, std::size_t, std::uint32_t root) {
        return !labels.contains(label) || largest[label].root == root;
    });
}

void removeSmallPieces(std::span<std::uint16_t> map, const Index3& size, double voxels,
                       const std::set<std::uint16_t>& labels)
{
    Pieces(map, size).keep([&](std::uint16_t label, std::size_t own, std::uint32_t) {
        const bool asked = labels.empty() || labels.contains(label);
        return !asked || static_cast<double>(own) > voxels;
    });
}

} // namespace fovea
