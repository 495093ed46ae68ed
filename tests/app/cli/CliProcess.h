#pragma once

#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace fovea::test {

/// What one run of fovea-cli left behind.
struct CliResult {
    int exitCode = -1; ///< 128 + signal where a signal ended it.
    std::string output;
    std::string log;

    /// Standard output as JSON; a discarded value where it is none.
    nlohmann::json json() const { return nlohmann::json::parse(output, nullptr, false); }
};

/// Runs fovea-cli with a home of its own: a run never sees the user's settings or archive.
/// `interruptAfterMs` above 0 sends SIGINT then.
CliResult runCli(const std::vector<std::string>& arguments, int interruptAfterMs = 0);

/// A folder that goes with this object.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const std::filesystem::path& path() const { return m_path; }
    std::string operator/(const std::string& name) const { return (m_path / name).string(); }

private:
    std::filesystem::path m_path;
};

/// Writes phantoms of a size that is made in a second, below `folder`. Returns the --json answer.
nlohmann::json writeSmallPhantoms(const std::string& folder, int count = 1, int seed = 1);

} // namespace fovea::test
