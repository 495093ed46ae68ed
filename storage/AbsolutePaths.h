#pragma once

#include <filesystem>
#include <string>
#include <system_error>

// Internal to storage/.

namespace fovea {

/// Files' absolute paths. Finding that of a folder takes longer than all else that is done about a
/// file, and the next file mostly lies in the same.
class AbsolutePaths {
public:
    AbsolutePaths()
    {
        std::error_code error; // Without a working folder only what is absolute can be found.
        m_start = std::filesystem::current_path(error);
    }

    bool knows(const std::filesystem::path& file) const
    {
        return !m_start.empty() || file.is_absolute();
    }
    std::filesystem::path of(const std::filesystem::path& file)
    {
        const std::string& name = file.native();
        const std::size_t end = name.rfind('/') + 1; // 0 where there is none.
        if (m_absolute.empty() || name.compare(0, end, m_folder) != 0) {
            m_folder = name.substr(0, end);
            m_absolute = (m_start / m_folder / ".").lexically_normal().native();
        }
        return std::filesystem::path(m_absolute + name.substr(end));
    }

private:
    std::filesystem::path m_start;
    std::string m_folder;   ///< As the last file names it, with its slash.
    std::string m_absolute; ///< Likewise.
};

} // namespace fovea
