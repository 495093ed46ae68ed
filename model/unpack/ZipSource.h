#pragma once

#include "model/checkpoint/MappedFile.h"
#include "model/checkpoint/ZipDirectory.h"
#include "model/domain/Progress.h"
#include "model/domain/Result.h"

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace fovea {

/// A zip file that a stranger made, to unpack some of its files. No name in it leads out of the
/// folder that it is unpacked to, no link is ever made, and what it says of sizes is believed of
/// nothing: files are written piece by piece, and never more than 64 MiB and twenty times the zip's
/// own size of them. Weights hardly get smaller by compression; what claims more is a bomb.
class ZipSource {
public:
    /// FileNotFound, FileNotReadable; ModelBroken (the file's name, what is wrong): not a zip, cut
    /// off, encrypted, compressed by anything but deflate, or a name that leads elsewhere.
    static Result<ZipSource> open(const std::filesystem::path& file);

    /// Paths of the files in it, with slashes, by name; neither folders nor what macOS adds.
    const std::vector<std::string>& files() const { return m_files; }

    /// Writes files to where `targets` says, paths below `folder`, which exists; folders between
    /// are made. What is written is on the disk when this returns; what a failure leaves is the
    /// caller's to remove. ModelBroken; FileNotWritable (also where a target exists), DiskFull;
    /// Cancelled.
    Status unpack(const std::map<std::string, std::filesystem::path>& targets,
                  const std::filesystem::path& folder, const Progress& progress) const;

private:
    ZipSource(std::string name, std::shared_ptr<MappedFile> file, ZipDirectory directory)
        : m_name(std::move(name))
        , m_file(std::move(file))
        , m_directory(std::move(directory))
    {
    }
    Error broken(const Error& error) const;

    std::string m_name;
    std::shared_ptr<MappedFile> m_file;
    ZipDirectory m_directory;
    std::vector<std::string> m_files;
};

/// Whether a path out of an archive stays below the folder that it is unpacked to: relative, of
/// plain components, none of them ".." or hidden in a drive or a backslash.
bool staysInside(std::string_view path);

} // namespace fovea
