#pragma once

#include "model/domain/Result.h"

#include <filesystem>

namespace fovea {

/// An empty folder beside the place it is meant for, which takes that place when commit() is called
/// and is gone with all it holds otherwise.
class StagedFolder {
public:
    /// `target` must not exist or be a folder, which is then replaced. FileNotWritable.
    static Result<StagedFolder> create(const std::filesystem::path& target);
    ~StagedFolder();
    StagedFolder(StagedFolder&&) = default;
    StagedFolder& operator=(StagedFolder&&) = delete;
    StagedFolder(const StagedFolder&) = delete;
    StagedFolder& operator=(const StagedFolder&) = delete;

    const std::filesystem::path& path() const { return m_path; }

    /// Renames the folder onto its target; what was there before stays until then. After a power
    /// cut the one or the other is there, whole: files written with FileWriter are on the disk
    /// before. FileNotWritable leaves the target as it was.
    Status commit();

private:
    StagedFolder(std::filesystem::path path, std::filesystem::path target)
        : m_path(std::move(path))
        , m_target(std::move(target))
    {
    }

    std::filesystem::path m_path; ///< Empty once moved from.
    std::filesystem::path m_target;
};

} // namespace fovea
