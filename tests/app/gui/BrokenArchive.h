#pragma once

#include <filesystem>
#include <fstream>
#include <utility>

namespace fovea {

/// The archive cannot be opened for as long as this lives.
class BrokenArchive {
public:
    explicit BrokenArchive(std::filesystem::path folder)
        : m_folder(std::move(folder))
        , m_away(m_folder.string() + ".away")
    {
        std::filesystem::rename(m_folder, m_away);
        std::ofstream(m_folder) << "in the way";
    }
    ~BrokenArchive()
    {
        std::filesystem::remove(m_folder);
        std::filesystem::rename(m_away, m_folder);
    }
    BrokenArchive(const BrokenArchive&) = delete;
    BrokenArchive& operator=(const BrokenArchive&) = delete;

private:
    std::filesystem::path m_folder;
    std::filesystem::path m_away;
};

} // namespace fovea
