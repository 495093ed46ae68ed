#include "storage/ContentHash.h"

#include <cstdio>

namespace fovea {

namespace {

constexpr std::uint64_t fnvPrime = 0x100000001b3ULL;

/// SplitMix64's finalizer: spreads FNV's weak high bits.
std::uint64_t mix(std::uint64_t x)
{
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

} // namespace

void ContentHash::add(std::string_view bytes)
{
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        m_first = (m_first ^ byte) * fnvPrime;
        m_second = (m_second ^ (m_second >> 29) ^ byte) * 0xff51afd7ed558ccdULL;
    }
}

std::uint64_t ContentHash::high() const
{
    return mix(m_first);
}

std::uint64_t ContentHash::low() const
{
    return mix(m_second ^ mix(m_first));
}

std::string ContentHash::hex() const
{
    char text[33];
    std::snprintf(text, sizeof text, "%016llx%016llx", static_cast<unsigned long long>(high()),
                  static_cast<unsigned long long>(low()));
    return text;
}

} // namespace fovea
