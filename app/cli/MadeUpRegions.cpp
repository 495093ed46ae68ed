#include "app/cli/MadeUpRegions.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace fovea {
namespace {

constexpr std::size_t regionsPerCluster = 500;

void makeUnit(float* vector, std::size_t dimension)
{
    const float norm = std::sqrt(std::inner_product(vector, vector + dimension, vector, 0.0F));
    std::for_each(vector, vector + dimension, [&](float& value) { value /= norm; });
}

} // namespace

MadeUpRegions::MadeUpRegions(std::size_t regions, std::size_t dimension, std::uint64_t seed)
    : m_dimension(dimension)
    , m_state(seed * 0x9e3779b97f4a7c15ULL + 1)
    , m_gap(dimension)
    , m_centres(std::max<std::size_t>(1, regions / regionsPerCluster) * dimension)
{
    std::ranges::generate(m_gap, [this] { return normal(); });
    makeUnit(m_gap.data(), dimension);
    std::ranges::generate(m_centres, [this] { return normal(); });
    for (std::size_t first = 0; first < m_centres.size(); first += dimension)
        makeUnit(&m_centres[first], dimension);
}

std::vector<float> MadeUpRegions::region()
{
    return drawn(0.8, 0.0);
}

std::vector<float> MadeUpRegions::text()
{
    return drawn(1.6, 2.0);
}

std::vector<float> MadeUpRegions::drawn(double noise, double gap)
{
    const float* centre = &m_centres[next() % clusters() * m_dimension];
    const auto scale = static_cast<float>(noise / std::sqrt(static_cast<double>(m_dimension)));
    std::vector<float> vector(m_dimension);
    for (std::size_t i = 0; i < m_dimension; ++i)
        vector[i] = centre[i] + scale * normal() + static_cast<float>(gap) * m_gap[i];
    makeUnit(vector.data(), m_dimension);
    return vector;
}

/// Near enough to a normal distribution, and quick: the sum of four even numbers (Irwin-Hall),
/// with variance 1.
float MadeUpRegions::normal()
{
    const std::uint64_t bits = next();
    const std::uint64_t sum =
        (bits & 0xffff) + (bits >> 16 & 0xffff) + (bits >> 32 & 0xffff) + (bits >> 48);
    return (static_cast<float>(sum) / 65536.0F - 2.0F) * 1.7320508F;
}

/// splitmix64 (Steele, Lea, Flood, OOPSLA 2014).
std::uint64_t MadeUpRegions::next()
{
    m_state += 0x9e3779b97f4a7c15ULL;
    std::uint64_t z = m_state;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

} // namespace fovea
