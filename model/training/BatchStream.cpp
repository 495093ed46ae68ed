#include "model/training/BatchStream.h"

#include <numeric>
#include <set>
#include <sstream>

namespace fovea {

BatchStream::BatchStream(const std::vector<TrainingCase>& cases, BatchOptions options,
                         const WordPiece& words, std::size_t maxTokens, std::size_t batch,
                         std::uint64_t seed)
    : m_cases(cases)
    , m_options(std::move(options))
    , m_words(words)
    , m_maxTokens(maxTokens)
    , m_batches((cases.size() + batch - 1) / batch)
    , m_random(seed)
{
}

TrainingBatch BatchStream::next()
{
    std::vector<const TrainingCase*> cases;
    for (const std::size_t index : take())
        cases.push_back(&m_cases[index]);
    return make(cases);
}

TrainingBatch BatchStream::make(std::span<const TrainingCase* const> cases)
{
    return makeBatch(cases, m_options, m_words, m_maxTokens, m_random);
}

std::vector<std::size_t> BatchStream::take()
{
    std::vector<std::size_t>& order = m_position.order;
    if (m_position.next == 0) {
        order.resize(m_cases.size());
        std::iota(order.begin(), order.end(), 0);
        for (std::size_t n = order.size(); n > 1; --n)
            std::swap(order[n - 1], order[m_random() % n]);
    }
    const std::size_t from = m_position.next * order.size() / m_batches;
    const std::size_t to = (m_position.next + 1) * order.size() / m_batches;
    m_position.next = (m_position.next + 1) % m_batches;
    return {order.begin() + static_cast<std::ptrdiff_t>(from),
            order.begin() + static_cast<std::ptrdiff_t>(to)};
}

BatchStream::Position BatchStream::position() const
{
    Position position = m_position;
    std::ostringstream text;
    text << m_random;
    position.random = text.str();
    return position;
}

bool BatchStream::restore(const Position& position)
{
    const std::set<std::size_t> distinct(position.order.begin(), position.order.end());
    const bool permutation = distinct.size() == position.order.size() &&
                             position.order.size() == m_cases.size() &&
                             *distinct.rbegin() + 1 == m_cases.size();
    std::istringstream text(position.random);
    std::mt19937_64 random;
    if (!permutation || position.next >= m_batches || !(text >> random))
        return false;
    m_random = random;
    m_position = position;
    return true;
}

} // namespace fovea
