#pragma once

#include "model/search/RegionIndex.h"

#include <algorithm>
#include <vector>

namespace fovea {

/// The best `count` of all hits that were offered. Equal scores go by row, so that the answer does
/// not depend on the order of offers.
class BestHits {
public:
    explicit BestHits(std::size_t count)
        : m_count(count)
    {
    }

    /// Whether one of that score might be among the best.
    bool wants(float score) const
    {
        return m_count > 0 && (m_hits.size() < m_count || score >= m_hits.front().score);
    }

    void offer(RegionHit hit)
    {
        if (m_count == 0 || (m_hits.size() == m_count && !better(hit, m_hits.front())))
            return;
        if (m_hits.size() == m_count) {
            std::ranges::pop_heap(m_hits, better);
            m_hits.pop_back();
        }
        m_hits.push_back(hit);
        std::ranges::push_heap(m_hits, better);
    }

    std::vector<RegionHit> sorted() &&
    {
        std::ranges::sort(m_hits, better);
        return std::move(m_hits);
    }

private:
    static bool better(const RegionHit& a, const RegionHit& b)
    {
        return a.score != b.score ? a.score > b.score : a.row < b.row;
    }

    std::size_t m_count;
    std::vector<RegionHit> m_hits; ///< A heap, the worst in front.
};

} // namespace fovea
