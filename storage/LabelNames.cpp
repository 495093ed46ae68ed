#include "storage/LabelNames.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <cstring>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>
#include <zlib.h>

namespace fovea {

namespace {

/// Okabe and Ito's palette: told apart by colour-blind readers too.
constexpr std::array<Rgb, 7> palette{Rgb{230, 159, 0},  Rgb{86, 180, 233}, Rgb{0, 158, 115},
                                     Rgb{240, 228, 66}, Rgb{0, 114, 178},  Rgb{213, 94, 0},
                                     Rgb{204, 121, 167}};

std::optional<std::uint16_t> labelIn(std::string_view text)
{
    unsigned value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value > 65535)
        return std::nullopt;
    return static_cast<std::uint16_t>(value);
}

/// Between `open` and `close` after `from`; moves `from` behind it.
std::optional<std::string_view> between(std::string_view text, std::string_view open,
                                        std::string_view close, std::size_t& from)
{
    const std::size_t start = text.find(open, from);
    if (start == std::string_view::npos)
        return std::nullopt;
    const std::size_t end = text.find(close, start + open.size());
    if (end == std::string_view::npos)
        return std::nullopt;
    from = end + close.size();
    return text.substr(start + open.size(), end - start - open.size());
}

LabelNames caretNames(std::string_view xml)
{
    LabelNames names;
    std::size_t from = 0;
    while (const auto entry = between(xml, "<Label ", "</Label>", from)) {
        std::size_t at = 0;
        const auto key = between(*entry, "Key=\"", "\"", at);
        const auto cdata = between(*entry, "<![CDATA[", "]]>", at);
        const std::size_t plain = entry->find('>');
        if (!key || plain == std::string_view::npos)
            continue;
        const std::optional<std::uint16_t> label = labelIn(*key);
        const std::string_view name = cdata ? *cdata : entry->substr(plain + 1);
        if (label && *label != 0 && !name.empty())
            names[*label] = std::string(name);
    }
    return names;
}

struct GzipCloser {
    void operator()(gzFile file) const { gzclose(file); }
};

} // namespace

Structure structureFor(std::uint16_t label, const std::string& name, const AnatomyCatalog& catalog)
{
    return structureFor(label, name, catalog.structureNamed(name));
}

Structure structureFor(std::uint16_t label, const std::string& name, const CatalogStructure* entry)
{
    Structure structure;
    structure.label = label;
    structure.name = name;
    structure.colour = palette[label % palette.size()];
    if (entry) {
        structure.anatomyId = entry->anatomyId;
        structure.side = entry->side;
        structure.colour = entry->colour;
    }
    return structure;
}

std::string structureNameOf(const std::filesystem::path& path)
{
    std::filesystem::path name = path.filename();
    std::string extension = name.extension().string();
    std::ranges::transform(extension, extension.begin(),
                           [](unsigned char c) { return std::tolower(c); });
    name = name.stem();
    if (extension == ".gz")
        name = name.stem();
    if (name.extension() == ".seg")
        name = name.stem();
    return name.string();
}

LabelNames slicerNames(const std::map<std::string, std::string>& header)
{
    LabelNames names;
    for (int segment = 0;; ++segment) {
        const std::string prefix = "Segment" + std::to_string(segment) + "_";
        const auto name = header.find(prefix + "Name");
        const auto value = header.find(prefix + "LabelValue");
        if (name == header.end() || value == header.end())
            return names;
        if (const auto label = labelIn(value->second); label && *label != 0)
            names[*label] = name->second;
    }
}

LabelNames niftiNames(const std::filesystem::path& path)
{
    constexpr std::size_t headerSize = 348;
    constexpr std::size_t voxelOffsetField = 108;
    constexpr float mostExtension = 1 << 20;
    // gzread() passes files that are not compressed through.
    const std::unique_ptr<gzFile_s, GzipCloser> file(gzopen(path.c_str(), "rb"));
    std::array<char, headerSize> header{};
    if (!file || gzread(file.get(), header.data(), headerSize) != int(headerSize))
        return {};
    std::int32_t size = 0;
    float voxelOffset = 0;
    std::memcpy(&size, header.data(), sizeof size);
    std::memcpy(&voxelOffset, header.data() + voxelOffsetField, sizeof voxelOffset);
    if (size != int(headerSize) || std::memcmp(header.data() + 344, "n+1", 4) != 0 ||
        !(voxelOffset > headerSize + 4) || !(voxelOffset < mostExtension))
        return {};
    std::string extensions(static_cast<std::size_t>(voxelOffset) - headerSize, '\0');
    const int got = gzread(file.get(), extensions.data(), static_cast<unsigned>(extensions.size()));
    if (got <= 0)
        return {};
    extensions.resize(static_cast<std::size_t>(got));
    return caretNames(extensions);
}

} // namespace fovea
