#include "model/checkpoint/PickleStream.h"

#include <bit>
#include <charconv>

namespace fovea {

void stopPickle(const char* what)
{
    throw PickleStop{makeError(ErrorCode::CheckpointBroken, {what})};
}

std::string_view PickleStream::take(std::uint64_t count)
{
    if (count > m_bytes.size() - m_at)
        stopPickle("pickle is cut off");
    const std::string_view part = m_bytes.substr(m_at, count);
    m_at += count;
    return part;
}

std::uint64_t PickleStream::number(std::size_t size)
{
    const std::string_view part = take(size);
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < size; ++i)
        value |= std::uint64_t{static_cast<unsigned char>(part[i])} << (8 * i);
    return value;
}

std::string_view PickleStream::line()
{
    const std::size_t end = m_bytes.find('\n', m_at);
    if (end == std::string_view::npos)
        stopPickle("pickle is cut off");
    const std::string_view part = m_bytes.substr(m_at, end - m_at);
    m_at = end + 1;
    return part;
}

std::int64_t pickleLong(std::string_view bytes)
{
    if (bytes.size() > 8)
        return 0;
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        value |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
    const bool negative = !bytes.empty() && (static_cast<unsigned char>(bytes.back()) & 0x80U) != 0;
    if (negative && bytes.size() < 8)
        value |= ~std::uint64_t{0} << (8 * bytes.size());
    return static_cast<std::int64_t>(value);
}

std::int64_t pickleDecimal(std::string_view digits)
{
    if (!digits.empty() && digits.back() == 'L')
        digits.remove_suffix(1);
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size())
        stopPickle("pickle has a number that is none");
    return value;
}

double pickleReal(std::string_view bytes)
{
    std::uint64_t bits = 0;
    for (const char c : bytes)
        bits = (bits << 8) | static_cast<unsigned char>(c);
    return std::bit_cast<double>(bits);
}

} // namespace fovea
