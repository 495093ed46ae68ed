#include "model/evaluate/patientOfVolume.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace fovea {
namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

} // namespace

std::optional<std::string> patientOfVolume(std::string_view volume)
{
    constexpr std::array<bool (*)(char), 4> kinds{isLetter, isDigit, isLetter, isDigit};
    std::size_t begin = 0;
    std::size_t patientEnd = 0;
    for (std::size_t part = 0; part < kinds.size(); ++part) {
        const bool last = part + 1 == kinds.size();
        const std::size_t end = last ? volume.size() : volume.find('_', begin);
        if (end == std::string_view::npos || end == begin ||
            !std::ranges::all_of(volume.substr(begin, end - begin), kinds[part]))
            return std::nullopt;
        if (part == 1)
            patientEnd = end;
        begin = end + 1;
    }
    return std::string(volume.substr(0, patientEnd));
}

} // namespace fovea
