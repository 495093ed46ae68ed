#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace fovea {

/// 128 bits that tell contents apart (two FNV-1a streams with different starts, finally mixed):
/// for identities and file names, not against somebody who forges collisions.
class ContentHash {
public:
    void add(std::string_view bytes);
    /// 32 hexadecimal digits.
    std::string hex() const;
    std::uint64_t high() const;
    std::uint64_t low() const;

private:
    std::uint64_t m_first = 0xcbf29ce484222325ULL;
    std::uint64_t m_second = 0x9e3779b97f4a7c15ULL;
};

} // namespace fovea
