#include "storage/FolderLock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace fovea {

FolderLock::~FolderLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

FolderLock FolderLock::tryLock(const std::filesystem::path& folder)
{
    FolderLock lock;
    lock.m_descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (lock.m_descriptor < 0)
        return lock;
    struct stat status{};
    // A folder removed between open and flock has no links left.
    if (::flock(lock.m_descriptor, LOCK_EX | LOCK_NB) != 0 ||
        ::fstat(lock.m_descriptor, &status) != 0 || status.st_nlink == 0)
        return {};
    return lock;
}

} // namespace fovea
