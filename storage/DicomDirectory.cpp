#include "storage/DicomDirectory.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <set>
#include <string>

namespace fovea {

namespace {

namespace fs = std::filesystem;

/// Of plain components: no way up or out.
bool isPlain(const std::string& component)
{
    return !component.empty() && component != "." && component != ".." &&
           std::ranges::none_of(component, [](unsigned char c) {
               return c < 0x20 || c == '/' || c == '\\' || c == ':';
           });
}

/// As it is compared where case and version numbers were lost or added.
std::string plainName(std::string name)
{
    name = name.substr(0, name.find(';'));
    while (name.ends_with('.'))
        name.pop_back();
    std::ranges::transform(name, name.begin(), [](unsigned char c) { return std::toupper(c); });
    return name;
}

/// The entry of a folder that a component of a name stands for.
std::optional<fs::path> entryOf(const fs::path& folder, const std::string& component)
{
    std::error_code failure;
    const fs::path exact = folder / component;
    if (fs::exists(exact, failure))
        return exact;
    const std::string wanted = plainName(component);
    for (fs::directory_iterator entry(folder, failure), end; !failure && entry != end;
         entry.increment(failure))
    {
        if (plainName(entry->path().filename().string()) == wanted)
            return entry->path();
    }
    return std::nullopt;
}

std::optional<fs::path> fileOf(const fs::path& folder, const std::vector<std::string>& components)
{
    fs::path place = folder;
    for (const std::string& component : components) {
        const auto entry = entryOf(place, component);
        if (!entry)
            return std::nullopt;
        place = *entry;
    }
    std::error_code failure;
    return fs::is_regular_file(place, failure) ? std::optional(place) : std::nullopt;
}

} // namespace

DirectoryFiles readDirectory(const DicomHeader& header, const fs::path& path)
{
    DirectoryFiles out;
    std::set<fs::path> known;
    const fs::path folder = path.parent_path();
    for (long i = 0; DcmItem* record = itemAt(header.dataset(), DCM_DirectoryRecordSequence, i);
         ++i)
    {
        const std::vector<std::string> components = header.texts(*record, DCM_ReferencedFileID);
        if (components.empty() || components == std::vector<std::string>{""})
            continue; // A patient, study or series.
        if (!std::ranges::all_of(components, isPlain)) {
            out.leftOut.push_back({path, makeError(ErrorCode::BrokenFile, {path.string()},
                                                   "a name that leads out of the folder")});
            continue;
        }
        fs::path named = folder;
        for (const std::string& component : components)
            named /= component;
        if (!known.insert(named).second)
            continue;
        if (const auto file = fileOf(folder, components))
            out.files.push_back(*file);
        else
            out.leftOut.push_back({named, makeError(ErrorCode::FileNotFound, {named.string()})});
    }
    return out;
}

} // namespace fovea
