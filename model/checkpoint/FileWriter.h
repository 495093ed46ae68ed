#pragma once

#include "model/domain/Result.h"

#include <filesystem>
#include <string_view>

namespace fovea {

/// A new file written front to back. Removing one that was left half written is the caller's.
class FileWriter {
public:
    /// FileNotWritable where the file exists or cannot be made.
    static Result<FileWriter> create(const std::filesystem::path& path);
    ~FileWriter();
    FileWriter(FileWriter&& other) noexcept;
    FileWriter& operator=(FileWriter&&) = delete;
    FileWriter(const FileWriter&) = delete;
    FileWriter& operator=(const FileWriter&) = delete;

    /// DiskFull, or FileNotWritable.
    Status write(std::string_view bytes);
    /// Waits until the file is on the disk and closes it. DiskFull, or FileNotWritable.
    Status close();

private:
    FileWriter(int descriptor, std::filesystem::path path)
        : m_descriptor(descriptor)
        , m_path(std::move(path))
    {
    }
    Error failure() const;

    int m_descriptor = -1;
    std::filesystem::path m_path;
};

/// A whole file of that text.
Status writeTextFile(const std::filesystem::path& path, std::string_view text);

/// Waits until a folder's entries are on the disk. FileNotWritable.
Status syncFolder(const std::filesystem::path& folder);

} // namespace fovea
