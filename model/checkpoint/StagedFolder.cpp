#include "model/checkpoint/StagedFolder.h"

#include "model/checkpoint/FileWriter.h"

#include <cstdio>
#include <fcntl.h>
#include <string>
#include <unistd.h>

namespace fovea {

namespace fs = std::filesystem;

Result<StagedFolder> StagedFolder::create(const fs::path& target)
{
    std::error_code error;
    fs::path absolute = fs::absolute(target, error).lexically_normal();
    if (absolute.filename().empty()) // "folder/"
        absolute = absolute.parent_path();
    const std::string name = absolute.filename().string() + ".new-" + std::to_string(::getpid());
    fs::path path = absolute.parent_path() / name;
    fs::remove_all(path, error); // of a process of the same number that was killed
    if (!fs::create_directories(path, error) || error)
        return makeError(ErrorCode::FileNotWritable, {target.string()});
    return StagedFolder(std::move(path), std::move(absolute));
}

StagedFolder::~StagedFolder()
{
    std::error_code ignored;
    if (!m_path.empty())
        fs::remove_all(m_path, ignored);
}

Status StagedFolder::commit()
{
    if (Status status = syncFolder(m_path); !status)
        return status;
    std::error_code error;
    if (fs::exists(m_target, error)) {
        // At one stroke; the destructor then removes the former content.
        if (::renameat2(AT_FDCWD, m_path.c_str(), AT_FDCWD, m_target.c_str(), RENAME_EXCHANGE) != 0)
            return makeError(ErrorCode::FileNotWritable, {m_target.string()});
    } else {
        fs::rename(m_path, m_target, error);
        if (error)
            return makeError(ErrorCode::FileNotWritable, {m_target.string()});
    }
    return syncFolder(m_target.parent_path());
}

} // namespace fovea
