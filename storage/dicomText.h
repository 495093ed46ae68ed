#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace fovea {

/// A DICOM text without the spaces and zeros that fill it up at either end.
inline std::string withoutPadding(const std::string& text)
{
    const auto isPadding = [](char c) { return c == ' ' || c == '\0'; };
    std::size_t first = 0;
    std::size_t last = text.size();
    while (first < last && isPadding(text[first]))
        ++first;
    while (last > first && isPadding(text[last - 1]))
        --last;
    return text.substr(first, last - first);
}

/// The values of a text of several, each without padding; none of an empty text.
inline std::vector<std::string> valuesOfText(const std::string& text)
{
    std::vector<std::string> values;
    std::size_t from = 0;
    while (!text.empty()) {
        const std::size_t to = text.find('\\', from);
        values.push_back(withoutPadding(text.substr(from, to - from)));
        if (to == std::string::npos)
            break;
        from = to + 1;
    }
    return values;
}

} // namespace fovea
