#include "model/segment/TotalParts.h"

#include <array>
#include <charconv>
#include <string>

namespace fovea {

std::optional<int> totalPartOffset(std::string_view datasetName)
{
    constexpr std::array<int, 5> offsets{0, 24, 50, 68, 91};
    constexpr std::string_view begin = "Dataset";
    if (!datasetName.starts_with(begin) ||
        datasetName.find("TotalSegmentator") == std::string_view::npos)
        return std::nullopt;
    int number = 0;
    const char* const first = datasetName.data() + begin.size();
    std::from_chars(first, datasetName.data() + datasetName.size(), number);
    for (const int firstPart : {291, 831}) {
        if (number >= firstPart && number < firstPart + 5)
            return offsets[static_cast<std::size_t>(number - firstPart)];
    }
    return std::nullopt;
}

} // namespace fovea
