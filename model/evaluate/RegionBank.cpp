#include "model/evaluate/RegionBank.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <utility>

namespace fovea {

namespace {

constexpr std::size_t neighbours = 5;

double meanOfSmallest(std::vector<double> values)
{
    const std::size_t count = std::min(neighbours, values.size());
    std::ranges::partial_sort(values, values.begin() + static_cast<std::ptrdiff_t>(count));
    return std::accumulate(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(count),
                           0.0) /
           static_cast<double>(count);
}

double cosineDistance(const std::vector<float>& a, const std::vector<float>& b)
{
    return 1.0 - std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

double squaredDistance(const std::vector<double>& a, const std::vector<double>& b)
{
    double sum = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += (a[i] - b[i]) * (a[i] - b[i]);
    return sum;
}

/// Ledoit and Wolf's estimate from centred rows; empty without variance.
std::optional<std::vector<double>> shrunkCovariance(const std::vector<std::vector<double>>& rows)
{
    const double n = static_cast<double>(rows.size());
    const std::size_t size = rows.front().size();
    const double p = static_cast<double>(size);
    std::vector<double> s(size * size, 0.0);
    for (const std::vector<double>& row : rows) {
        for (std::size_t i = 0; i < size; ++i) {
            for (std::size_t j = 0; j < size; ++j)
                s[i * size + j] += row[i] * row[j] / n;
        }
    }
    double trace = 0.0;
    for (std::size_t i = 0; i < size; ++i)
        trace += s[i * size + i];
    const double identity = trace / p;
    if (!(identity > 1e-12)) // Of unit vectors: less is the mean's rounding.
        return std::nullopt;
    const double squares = std::inner_product(s.begin(), s.end(), s.begin(), 0.0);
    const double d2 = squares - p * identity * identity; // times p, as b2 is
    double b2 = 0.0;
    for (const std::vector<double>& row : rows) {
        const double length = std::inner_product(row.begin(), row.end(), row.begin(), 0.0);
        double through = 0.0;
        for (std::size_t i = 0; i < size; ++i)
            through +=
                row[i] * std::inner_product(row.begin(), row.end(),
                                            s.begin() + static_cast<std::ptrdiff_t>(i * size), 0.0);
        b2 += (length * length - 2.0 * through + squares) / (n * n);
    }
    const double shrinkage = d2 > 0.0 ? std::min(b2, d2) / d2 : 1.0;
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t j = 0; j < size; ++j)
            s[i * size + j] *= 1.0 - shrinkage;
        // Where the normals span few directions and nothing is shrunk, the rest still needs a
        // floor.
        s[i * size + i] += std::max(shrinkage, 1e-6) * identity;
    }
    return s;
}

} // namespace

std::optional<RegionBank> RegionBank::create(const std::vector<std::vector<float>>& normals)
{
    if (normals.size() < static_cast<std::size_t>(fewest) || normals.front().empty())
        return std::nullopt;
    const std::size_t size = normals.front().size();
    std::vector<double> mean(size, 0.0);
    for (const std::vector<float>& normal : normals) {
        if (normal.size() != size)
            return std::nullopt;
        for (std::size_t i = 0; i < size; ++i)
            mean[i] += normal[i] / static_cast<double>(normals.size());
    }
    std::vector<std::vector<double>> centred;
    for (const std::vector<float>& normal : normals) {
        centred.emplace_back(size);
        for (std::size_t i = 0; i < size; ++i)
            centred.back()[i] = normal[i] - mean[i];
    }
    auto covariance = shrunkCovariance(centred);
    auto factor = covariance ? Cholesky::create(std::move(*covariance), size) : std::nullopt;
    if (!factor)
        return std::nullopt;
    return RegionBank(normals, std::move(mean), std::move(*factor));
}

RegionBank::RegionBank(const std::vector<std::vector<float>>& normals, std::vector<double> mean,
                       Cholesky covariance)
    : m_normals(normals)
    , m_mean(std::move(mean))
    , m_covariance(std::move(covariance))
{
    for (const std::vector<float>& normal : m_normals)
        m_whitened.push_back(whitened(normal));
    for (const std::vector<float>& normal : m_normals) {
        std::vector<double> distances;
        for (const std::vector<float>& other : m_normals) {
            if (&other != &normal)
                distances.push_back(cosineDistance(normal, other));
        }
        m_own.push_back(meanOfSmallest(std::move(distances)));
    }
    std::ranges::sort(m_own);
}

std::vector<double> RegionBank::whitened(const std::vector<float>& vector) const
{
    std::vector<double> centred(m_mean.size());
    for (std::size_t i = 0; i < centred.size(); ++i)
        centred[i] = vector[i] - m_mean[i];
    return m_covariance.forward(std::move(centred));
}

double RegionBank::nearest(const std::vector<float>& vector) const
{
    std::vector<double> distances;
    for (const std::vector<float>& normal : m_normals)
        distances.push_back(cosineDistance(vector, normal));
    return meanOfSmallest(std::move(distances));
}

double RegionBank::nearestWhitened(const std::vector<float>& vector) const
{
    const std::vector<double> white = whitened(vector);
    std::vector<double> distances;
    for (const std::vector<double>& normal : m_whitened)
        distances.push_back(std::sqrt(squaredDistance(white, normal)));
    return meanOfSmallest(std::move(distances));
}

double RegionBank::mahalanobis(const std::vector<float>& vector) const
{
    const std::vector<double> white = whitened(vector);
    return std::sqrt(std::inner_product(white.begin(), white.end(), white.begin(), 0.0));
}

ArchivePlace RegionBank::place(const std::vector<float>& vector) const
{
    return archivePlace(m_own, nearest(vector));
}

} // namespace fovea
