#include "storage/MetaImageFile.h"

#include <algorithm>
#include <fstream>
#include <string>
#include <string_view>

namespace fovea {

namespace {

constexpr std::size_t longestHeader = 65536;
constexpr std::size_t longestLine = 4000;
constexpr std::size_t longestName = 100;

std::string_view trimmed(std::string_view text)
{
    const auto isSpace = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
    while (!text.empty() && isSpace(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isSpace(text.back()))
        text.remove_suffix(1);
    return text;
}

/// Names may be in any language: bytes beyond ASCII are text, too.
bool isText(std::string_view line)
{
    return std::ranges::all_of(
        line, [](unsigned char c) { return c == '\t' || c == '\r' || (c >= 0x20 && c != 0x7F); });
}

} // namespace

bool hasPlainMetaHeader(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::string start(longestHeader, '\0');
    file.read(start.data(), static_cast<std::streamsize>(start.size()));
    start.resize(static_cast<std::size_t>(file.gcount()));
    bool threeDimensional = false;
    for (std::string_view rest = start; !rest.empty();) {
        const std::size_t end = rest.find('\n');
        const std::string_view line = rest.substr(0, end);
        const std::size_t equals = line.find('=');
        if (line.size() > longestLine || !isText(line))
            return false;
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        if (trimmed(line).empty())
            continue;
        if (equals == std::string_view::npos)
            return false;
        const std::string_view name = trimmed(line.substr(0, equals));
        const std::string_view value = trimmed(line.substr(equals + 1));
        if (name.empty() || name.size() > longestName)
            return false;
        if (name == "NDims") {
            if (threeDimensional || (value != "3" && value != "4"))
                return false;
            threeDimensional = true;
        }
        if (name == "ElementDataFile")
            return threeDimensional && !value.empty();
    }
    return false;
}

} // namespace fovea
