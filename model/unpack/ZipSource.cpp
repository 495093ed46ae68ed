#include "model/unpack/ZipSource.h"

#include "model/checkpoint/FileWriter.h"
#include "model/unpack/inflateEntry.h"

#include <algorithm>
#include <cstdint>
#include <set>

namespace fovea {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t alwaysAllowed = std::uint64_t{64} << 20;
constexpr std::uint64_t mostlyCompressed = 20;
constexpr std::size_t longestComponent = 200;
constexpr std::size_t deepest = 12;

bool isPlain(std::string_view component)
{
    const auto odd = [](unsigned char c) { return c < 0x20 || c == 0x7f || c == '\\' || c == ':'; };
    return !component.empty() && component != "." && component != ".." &&
           component.size() <= longestComponent && std::ranges::none_of(component, odd);
}

/// Finder's own notes beside the files, "._name" and "__MACOSX".
bool isOfMacOs(std::string_view path)
{
    const std::size_t slash = path.rfind('/');
    return path.starts_with("__MACOSX/") ||
           path.substr(slash == std::string_view::npos ? 0 : slash + 1).starts_with("._");
}

Status makeFolders(const fs::path& folder, std::set<fs::path>& made)
{
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        return makeError(ErrorCode::FileNotWritable, {folder.string()}, error.message());
    made.insert(folder);
    return Done{};
}

} // namespace

bool staysInside(std::string_view path)
{
    for (std::size_t depth = 0; depth < deepest; ++depth) {
        const std::size_t slash = path.find('/');
        if (!isPlain(path.substr(0, slash)))
            return false;
        if (slash == std::string_view::npos)
            return true;
        path.remove_prefix(slash + 1);
    }
    return false;
}

Error ZipSource::broken(const Error& error) const
{
    // What a zip's directory and data say of themselves, under the name of the file.
    if (error.code != ErrorCode::CheckpointBroken)
        return error;
    return makeError(ErrorCode::ModelBroken, {m_name, error.arguments.front()});
}

Result<ZipSource> ZipSource::open(const fs::path& path)
{
    Result<std::shared_ptr<MappedFile>> file = MappedFile::open(path);
    if (!file)
        return file.error();
    const std::string name = path.filename().string();
    if (!ZipDirectory::looksLikeZip((*file)->text()))
        return makeError(ErrorCode::ModelBroken, {name, "not a zip file"});
    Result<ZipDirectory> directory =
        ZipDirectory::read((*file)->text(), ZipDirectory::Allow::Deflated);
    if (!directory)
        return makeError(ErrorCode::ModelBroken, {name, directory.error().arguments.front()});
    ZipSource source(name, *std::move(file), *std::move(directory));
    for (const auto& [entry, bytes] : source.m_directory.entries()) {
        const std::string_view inner =
            std::string_view(entry).substr(0, entry.size() - (entry.ends_with('/') ? 1 : 0));
        if (!staysInside(inner))
            return makeError(ErrorCode::ModelBroken,
                             {name, "a name in it leads out of its folder"});
        if (!entry.ends_with('/') && !isOfMacOs(entry))
            source.m_files.push_back(entry);
    }
    return source;
}

Status ZipSource::unpack(const std::map<std::string, fs::path>& targets, const fs::path& folder,
                         const Progress& progress) const
{
    const std::uint64_t allowed = alwaysAllowed + mostlyCompressed * m_file->text().size();
    std::uint64_t total = 0;
    for (const auto& [name, target] : targets) {
        const auto entry = m_directory.entries().find(name);
        if (entry == m_directory.entries().end() || !staysInside(target.generic_string()))
            return makeError(ErrorCode::ModelBroken, {m_name, "a file is missing in it"});
        // inflateEntry() holds each one to what it says here.
        if (entry->second.originalSize > allowed - total)
            return makeError(ErrorCode::ModelBroken, {m_name, "it unpacks to absurdly much"});
        total += entry->second.originalSize;
    }
    std::set<fs::path> folders{folder};
    double done = 0.0;
    for (const auto& [name, target] : targets) {
        const fs::path place = folder / target;
        if (Status status = makeFolders(place.parent_path(), folders); !status)
            return status;
        Result<FileWriter> writer = FileWriter::create(place);
        if (!writer)
            return writer.error();
        const ZipDirectory::Entry& entry = m_directory.entries().at(name);
        const double share = static_cast<double>(entry.originalSize) /
                             static_cast<double>(std::max<std::uint64_t>(total, 1));
        if (Status status = inflateEntry(
                entry, [&](std::string_view piece) { return writer->write(piece); },
                progress.part(done, std::min(1.0, done + share)));
            !status)
            return broken(status.error());
        if (Status status = writer->close(); !status)
            return status;
        done += share;
    }
    for (const fs::path& made : folders) {
        if (Status status = syncFolder(made); !status)
            return status;
    }
    return Done{};
}

} // namespace fovea
