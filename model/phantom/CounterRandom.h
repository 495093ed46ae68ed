#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace fovea {

/// SplitMix64's output function (Steele, Lea, Flood, OOPSLA 2014): a bijection that scatters 64
/// bits. Hashing a voxel's number with it gives noise that does not depend on who draws it when.
constexpr std::uint64_t scatter(std::uint64_t z)
{
    z += 0x9E3779B97F4A7C15ULL;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

/// A named stream of random numbers: the same (seed, name) gives the same numbers on every
/// platform, and drawing more from one stream moves no other.
class CounterRandom {
public:
    CounterRandom(std::uint64_t seed, std::string_view name)
        : m_state(scatter(seed))
    {
        for (const char c : name)
            m_state = scatter(m_state ^ static_cast<unsigned char>(c));
    }

    std::uint64_t next() { return m_state = scatter(m_state); }
    /// In [0, 1).
    double uniform() { return static_cast<double>(next() >> 11) * 0x1p-53; }
    double uniform(double low, double high) { return low + (high - low) * uniform(); }
    bool chance(double probability) { return uniform() < probability; }
    /// In [0, count).
    std::size_t index(std::size_t count)
    {
        return static_cast<std::size_t>(uniform() * static_cast<double>(count));
    }
    /// Standard normal (Box and Muller).
    double normal()
    {
        const double radius = std::sqrt(-2.0 * std::log(1.0 - uniform()));
        return radius * std::cos(6.283185307179586 * uniform());
    }

private:
    std::uint64_t m_state;
};

/// Smooth noise in [0, 1] over space: values hashed at the corners of a unit lattice, blended with
/// smoothstep. Divide the position by the wanted feature size.
inline float valueNoise(std::uint64_t seed, float x, float y, float z)
{
    const auto cell = [](float v) { return static_cast<std::int64_t>(std::floor(v)); };
    const std::int64_t ix = cell(x), iy = cell(y), iz = cell(z);
    const auto ease = [](float t) { return t * t * (3.0F - 2.0F * t); };
    const float fx = ease(x - static_cast<float>(ix));
    const float fy = ease(y - static_cast<float>(iy));
    const float fz = ease(z - static_cast<float>(iz));
    const auto corner = [&](int dx, int dy, int dz) {
        const std::uint64_t key = static_cast<std::uint64_t>(ix + dx) * 0x9E3779B1ULL +
                                  static_cast<std::uint64_t>(iy + dy) * 0x85EBCA77C2B2ULL +
                                  static_cast<std::uint64_t>(iz + dz) * 0xC2B2AE3D27D4EB4FULL;
        return static_cast<float>(scatter(seed ^ key) >> 40) * 0x1p-24F;
    };
    const auto mix = [](float a, float b, float t) { return a + (b - a) * t; };
    const float low = mix(mix(corner(0, 0, 0), corner(1, 0, 0), fx),
                          mix(corner(0, 1, 0), corner(1, 1, 0), fx), fy);
    const float high = mix(mix(corner(0, 0, 1), corner(1, 0, 1), fx),
                           mix(corner(0, 1, 1), corner(1, 1, 1), fx), fy);
    return mix(low, high, fz);
}

} // namespace fovea
