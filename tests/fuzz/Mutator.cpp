#include "tests/fuzz/Mutator.h"

#include <algorithm>
#include <array>

namespace fovea::fuzz {
namespace {

constexpr std::size_t largest = 65536;

/// Little-endian numbers at which sizes and signs turn over.
constexpr std::array<std::uint64_t, 10> extremes{0,
                                                 1,
                                                 0x7f,
                                                 0xff,
                                                 0x7fff,
                                                 0xffff,
                                                 0x7fffffff,
                                                 0xffffffff,
                                                 0x7fffffffffffffff,
                                                 0xffffffffffffffff};

} // namespace

void Mutator::change(std::string& bytes, const std::string& other)
{
    const std::size_t at = below(bytes.size());
    const std::size_t length = 1 + below(std::min<std::size_t>(64, bytes.size() - at));
    switch (below(8)) {
    case 0:
        bytes[at] = static_cast<char>(m_random());
        break;
    case 1:
        bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(8)));
        break;
    case 2: {
        const std::uint64_t value = extremes[below(extremes.size())];
        const std::size_t width = std::size_t{1} << below(4);
        for (std::size_t i = 0; i < width && at + i < bytes.size(); ++i)
            bytes[at + i] = static_cast<char>(value >> (8 * i));
        break;
    }
    case 3:
        bytes.erase(at, length);
        break;
    case 4:
        bytes.insert(at, bytes.substr(at, length));
        break;
    case 5: {
        const std::size_t from = below(other.size());
        bytes.insert(at, other.substr(from, length));
        break;
    }
    case 6: {
        const std::size_t from = below(other.size());
        bytes.replace(at, length, other.substr(from, length));
        break;
    }
    default:
        bytes.insert(at, 1, static_cast<char>(m_random()));
        break;
    }
}

std::string Mutator::next(const std::vector<std::string>& inputs)
{
    std::string bytes = inputs[below(inputs.size())];
    const std::size_t changes = 1 + below(6);
    for (std::size_t i = 0; i < changes; ++i) {
        if (bytes.empty())
            bytes.push_back('\0');
        change(bytes, inputs[below(inputs.size())]);
    }
    if (below(16) == 0)
        bytes.resize(below(bytes.size() + 1));
    bytes.resize(std::min(bytes.size(), largest));
    return bytes;
}

} // namespace fovea::fuzz
