#pragma once

#include <filesystem>
#include <utility>

namespace fovea {

/// An flock on a folder's inode: follows the folder through a rename, ends with the object or with
/// the process. Also keeps two objects of one process apart.
class FolderLock {
public:
    FolderLock() = default;
    FolderLock(FolderLock&& other) noexcept
        : m_descriptor(std::exchange(other.m_descriptor, -1))
    {
    }
    FolderLock& operator=(FolderLock&& other) noexcept
    {
        std::swap(m_descriptor, other.m_descriptor);
        return *this;
    }
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;
    ~FolderLock();

    /// Not held afterwards where another holds it, the folder does not exist, or it went away in
    /// the meantime.
    static FolderLock tryLock(const std::filesystem::path& folder);
    bool held() const { return m_descriptor >= 0; }

private:
    int m_descriptor = -1;
};

} // namespace fovea
