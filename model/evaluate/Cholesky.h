#pragma once

#include <cmath>
#include <cstddef>
#include <optional>
#include <vector>

namespace fovea {

/// Lower triangle L of a symmetric positive definite matrix A = L L^T of some hundred rows.
class Cholesky {
public:
    /// `matrix`: size x size, row by row; the lower triangle is read. Empty where it is not
    /// positive definite.
    static std::optional<Cholesky> create(std::vector<double> matrix, std::size_t size)
    {
        for (std::size_t i = 0; i < size; ++i) {
            for (std::size_t j = 0; j <= i; ++j) {
                double sum = matrix[i * size + j];
                for (std::size_t k = 0; k < j; ++k)
                    sum -= matrix[i * size + k] * matrix[j * size + k];
                if (i != j)
                    matrix[i * size + j] = sum / matrix[j * size + j];
                else if (sum > 0.0)
                    matrix[i * size + i] = std::sqrt(sum);
                else
                    return std::nullopt;
            }
        }
        return Cholesky(std::move(matrix), size);
    }

    /// L^-1 b: whitens where A is a covariance.
    std::vector<double> forward(std::vector<double> b) const
    {
        for (std::size_t i = 0; i < m_size; ++i) {
            for (std::size_t k = 0; k < i; ++k)
                b[i] -= m_lower[i * m_size + k] * b[k];
            b[i] /= m_lower[i * m_size + i];
        }
        return b;
    }
    /// A^-1 b.
    std::vector<double> solve(std::vector<double> b) const
    {
        b = forward(std::move(b));
        for (std::size_t i = m_size; i-- > 0;) {
            for (std::size_t k = i + 1; k < m_size; ++k)
                b[i] -= m_lower[k * m_size + i] * b[k];
            b[i] /= m_lower[i * m_size + i];
        }
        return b;
    }

private:
    Cholesky(std::vector<double> lower, std::size_t size)
        : m_lower(std::move(lower))
        , m_size(size)
    {
    }

    std::vector<double> m_lower;
    std::size_t m_size;
};

} // namespace fovea
