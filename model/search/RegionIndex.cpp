#include "model/search/RegionIndex.h"

#include "model/engine/torchErrors.h"
#include "model/search/BestHits.h"
#include "model/search/RegionLists.h"
#include "model/search/exactScores.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <utility>

namespace fovea {
namespace {

/// Of the rows that look best by their bits, so many are compared exactly for each hit asked for.
constexpr std::size_t candidatesPerHit = 20;
/// Where most rows are not allowed, more clusters are looked into, up to so many times.
constexpr std::size_t mostTimesProbed = 8;
/// Clusters are made anew when there are so many times the rows they were made of.
constexpr std::size_t rowsBeforeNewClusters = 4;

/// One bit per row: a search asks for many rows at random, which rows themselves are too large for.
using Bits = std::vector<std::uint8_t>;

std::size_t bitBytes(std::size_t rows)
{
    return (rows + 7) / 8;
}

void setBit(Bits& bits, std::size_t row)
{
    bits[row / 8] |= static_cast<std::uint8_t>(1U << (row % 8));
}

std::unordered_map<std::uint32_t, Bits> rowsByAnatomy(const RegionVectors& vectors)
{
    std::unordered_map<std::uint32_t, Bits> bits;
    Bits alive(bitBytes(vectors.rows.size()));
    bool someDead = false;
    for (std::size_t row = 0; row < vectors.rows.size(); ++row) {
        if (!vectors.rows[row].alive) {
            someDead = true;
            continue;
        }
        setBit(alive, row);
        Bits& own = bits[vectors.rows[row].anatomy];
        own.resize(alive.size());
        setBit(own, row);
    }
    if (someDead)
        bits[0] = std::move(alive);
    return bits;
}

class ListedIndex final : public RegionIndex {
public:
    ListedIndex(std::shared_ptr<const RegionVectors> vectors,
                std::shared_ptr<const RegionLists> lists, const RegionIndexOptions& options)
        : m_vectors(std::move(vectors))
        , m_lists(std::move(lists))
        , m_exactUpTo(options.exactUpTo)
        , m_probed(options.probed)
    {
        if (m_lists)
            m_ofAnatomy = rowsByAnatomy(*m_vectors);
    }

    const RegionVectors& vectors() const override { return *m_vectors; }
    std::size_t clustered() const override { return m_lists ? m_lists->rows() : 0; }
    std::size_t bytesPerRegion() const override
    {
        return m_lists ? m_lists->bytes() / m_lists->rows() : 0;
    }

    Result<std::vector<RegionHit>> search(const RegionSearch& search) const override
    {
        return guarded<std::vector<RegionHit>>([&]() -> Result<std::vector<RegionHit>> {
            if (search.direction.size() != m_vectors->dimension)
                return wrongDimension();
            BestHits best(search.count);
            if (search.rows && (!m_lists || search.rows->size() <= m_exactUpTo)) {
                for (const std::size_t row : *search.rows) {
                    if (fits(row, search))
                        best.offer({row, exactScore(*m_vectors, search.direction, row)});
                }
                return std::move(best).sorted();
            }
            if (m_lists)
                throughClusters(search, best);
            exactScores(*m_vectors, search.direction, clustered(), m_vectors->rows.size(),
                        [&](std::size_t first, std::span<const float> scores) {
                            for (std::size_t i = 0; i < scores.size(); ++i) {
                                if (fits(first + i, search) && listed(first + i, search))
                                    best.offer({first + i, scores[i]});
                            }
                        });
            return std::move(best).sorted();
        });
    }

    Result<std::vector<float>> scores(const std::vector<float>& direction,
                                      const std::vector<std::size_t>& rows) const override
    {
        if (direction.size() != m_vectors->dimension)
            return wrongDimension();
        std::vector<float> all;
        all.reserve(rows.size());
        for (const std::size_t row : rows)
            all.push_back(exactScore(*m_vectors, direction, row));
        return all;
    }

private:
    static Error wrongDimension()
    {
        return makeError(ErrorCode::BadOption,
                         {"direction", "the embeddings come from another model"});
    }

    bool fits(std::size_t row, const RegionSearch& search) const
    {
        const RegionRow& region = m_vectors->rows[row];
        return region.alive && (search.anatomy == 0 || region.anatomy == search.anatomy);
    }

    static bool listed(std::size_t row, const RegionSearch& search)
    {
        return !search.rows || std::ranges::binary_search(*search.rows, row);
    }

    void throughClusters(const RegionSearch& search, BestHits& best) const
    {
        std::size_t times = 1;
        Bits rows;
        std::span<const std::uint8_t> allowed;
        if (search.rows) {
            times = std::clamp<std::size_t>(m_vectors->rows.size() /
                                                std::max<std::size_t>(1, search.rows->size()),
                                            times, mostTimesProbed);
            rows.resize(bitBytes(m_vectors->rows.size()));
            for (const std::size_t row : *search.rows) {
                if (fits(row, search))
                    setBit(rows, row);
            }
            allowed = rows;
        } else if (const auto known = m_ofAnatomy.find(search.anatomy); known != m_ofAnatomy.end())
            allowed = known->second;
        else if (search.anatomy != 0)
            return;
        const auto probes = static_cast<std::size_t>(std::ceil(
            m_probed * static_cast<double>(times) * static_cast<double>(m_lists->clusters())));
        for (const std::size_t row : m_lists->candidates(
                 search.direction, candidatesPerHit * search.count, probes, allowed))
            best.offer({row, exactScore(*m_vectors, search.direction, row)});
    }

    std::shared_ptr<const RegionVectors> m_vectors;
    std::shared_ptr<const RegionLists> m_lists; ///< Null: all are compared.
    std::size_t m_exactUpTo;
    double m_probed;
    /// By anatomyTag(): its rows that are alive; 0: all rows alive, where some are not.
    std::unordered_map<std::uint32_t, Bits> m_ofAnatomy;
};

using Lists = std::shared_ptr<const RegionLists>;

/// Written to the file and taken from there, where they take no memory of their own. Where that
/// fails, as they are: the next run makes them again.
Lists kept(Lists lists, const std::filesystem::path& file, const RegionVectors& vectors)
{
    if (!file.empty() && lists->write(file, vectors)) {
        if (Lists mapped = RegionLists::read(file, vectors))
            return mapped;
    }
    return lists;
}

Result<Lists> listsFor(const RegionVectors& vectors, const RegionIndexOptions& options,
                       const Progress& progress)
{
    if (!RegionLists::available() || vectors.rows.size() <= options.exactUpTo)
        return Lists();
    if (const Lists known = RegionLists::read(options.listsFile, vectors)) {
        if (vectors.rows.size() - known->rows() <= options.exactUpTo)
            return known;
        if (vectors.rows.size() / known->rows() < rowsBeforeNewClusters) {
            const auto longer = RegionLists::extended(options.listsFile, vectors, progress);
            if (!longer)
                return longer.error();
            if (*longer)
                return kept(*longer, options.listsFile, vectors);
        }
    }
    const auto made = RegionLists::make(vectors, progress);
    if (!made)
        return made.error();
    return kept(*made, options.listsFile, vectors);
}

} // namespace

Result<std::shared_ptr<const RegionIndex>>
RegionIndex::create(std::shared_ptr<const RegionVectors> vectors, const RegionIndexOptions& options,
                    const Progress& progress)
{
    using Index = std::shared_ptr<const RegionIndex>;
    return guarded<Index>([&]() -> Result<Index> {
        Result<Lists> lists = listsFor(*vectors, options, progress);
        if (!lists)
            return lists.error();
        return Index(std::make_shared<ListedIndex>(std::move(vectors), std::move(*lists), options));
    });
}

} // namespace fovea
