#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace fovea::fuzz {

/// Damages inputs, the same way for the same seed on every machine.
class Mutator {
public:
    explicit Mutator(std::uint64_t seed)
        : m_random(seed)
    {
    }

    /// One of `inputs` after one to six changes: bytes and bits flipped, numbers made extreme,
    /// parts removed, repeated, or taken from another input. At most 64 KB.
    std::string next(const std::vector<std::string>& inputs);

private:
    std::size_t below(std::size_t limit) { return limit == 0 ? 0 : m_random() % limit; }
    void change(std::string& bytes, const std::string& other);

    std::mt19937_64 m_random;
};

} // namespace fovea::fuzz
