#pragma once

#include "model/domain/Result.h"

#include <filesystem>
#include <string_view>

namespace fovea {

/// A file that is there whole or not at all: bytes go to a temporary neighbour, which is fsynced
/// and renamed over `path` by commit(). Until then, and after any failure, whatever stood at `path`
/// before is untouched; a crash leaves at most the neighbour (".<name>.<random>.part").
///
///     Result<AtomicFile> file = AtomicFile::create(path);
///     if (!file) return file.error();
///     if (Status s = file->write(bytes); !s) return s;
///     return file->commit();
///
/// Used by one thread at a time. Errors: FileNotWritable, DiskFull (arguments: path).
class AtomicFile {
public:
    /// The folder of `path` must exist.
    static Result<AtomicFile> create(const std::filesystem::path& path);

    AtomicFile(AtomicFile&& other) noexcept;
    AtomicFile& operator=(AtomicFile&& other) noexcept;
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;
    /// Without commit() the temporary neighbour is removed.
    ~AtomicFile();

    /// Appends. After a failure every further write() and commit() fails too.
    Status write(std::string_view bytes);
    /// fsync, rename, fsync of the folder. The object is spent afterwards.
    Status commit();

private:
    AtomicFile() = default;
    void discard();
    Error failure(int errorNumber);

    std::filesystem::path m_path;
    std::filesystem::path m_temporary;
    int m_descriptor = -1;
    bool m_failed = false;
};

/// create + write + commit.
Status writeFileAtomically(const std::filesystem::path& path, std::string_view bytes);

/// Waits until the bytes of an existing file (or the entries of a folder) are on the disk.
Status syncToDisk(const std::filesystem::path& path);

/// The Error for a failed write: DiskFull for ENOSPC and EDQUOT, FileNotWritable otherwise.
Error writeError(const std::filesystem::path& path, int errorNumber);

} // namespace fovea
