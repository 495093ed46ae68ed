#pragma once

#include "model/domain/Error.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace fovea {

/// What ends the reading of a pickle; thrown by the parts of the machine, caught in readPickle()
/// and never seen outside.
struct PickleStop {
    Error error;
};

/// Throws a PickleStop with CheckpointBroken.
[[noreturn]] void stopPickle(const char* what);

/// The operands of a pickle's instructions, read front to back. Throws PickleStop where the stream
/// ends before them.
class PickleStream {
public:
    explicit PickleStream(std::string_view bytes)
        : m_bytes(bytes)
    {
    }

    std::size_t position() const { return m_at; }
    std::size_t size() const { return m_bytes.size(); }

    std::string_view take(std::uint64_t count);
    /// Little-endian, `size` of 1 to 8 bytes.
    std::uint64_t number(std::size_t size);
    /// Up to the next line feed, without it.
    std::string_view line();

private:
    std::string_view m_bytes;
    std::size_t m_at = 0;
};

/// Two's complement, little-endian, of at most 8 bytes; 0 for Python's longer integers, of which
/// only the bytes count (torch's magic number is one).
std::int64_t pickleLong(std::string_view bytes);
/// Python's decimal, with an optional L at its end.
std::int64_t pickleDecimal(std::string_view digits);
/// IEEE 754, 8 bytes, big-endian.
double pickleReal(std::string_view bytes);

} // namespace fovea
