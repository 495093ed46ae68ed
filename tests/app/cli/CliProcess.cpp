#include "tests/app/cli/CliProcess.h"

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace fovea::test {

namespace {

std::string contents(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

[[noreturn]] void becomeCli(const std::vector<std::string>& arguments, const TemporaryFolder& home)
{
    const auto redirect = [](const std::string& path, int target) {
        const int file = ::open(path.c_str(), O_CREAT | O_TRUNC | O_WRONLY, 0600);
        ::dup2(file, target);
    };
    redirect(home / "out", STDOUT_FILENO);
    redirect(home / "log", STDERR_FILENO);
    ::setenv("HOME", home.path().c_str(), 1);
    ::setenv("XDG_CONFIG_HOME", (home / "config").c_str(), 1);
    ::setenv("XDG_DATA_HOME", (home / "data").c_str(), 1);
    ::setenv("LC_ALL", "C.UTF-8", 1);
    ::unsetenv("LANGUAGE");
    std::vector<char*> argv{const_cast<char*>(FOVEA_CLI)};
    for (const std::string& argument : arguments)
        argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    ::execv(FOVEA_CLI, argv.data());
    ::_exit(127);
}

} // namespace

CliResult runCli(const std::vector<std::string>& arguments, int interruptAfterMs)
{
    const TemporaryFolder home;
    const pid_t child = ::fork();
    if (child < 0)
        throw std::runtime_error("fork failed");
    if (child == 0)
        becomeCli(arguments, home);
    if (interruptAfterMs > 0) {
        std::this_thread::sleep_for(std::chrono::milliseconds(interruptAfterMs));
        ::kill(child, SIGINT);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    CliResult result;
    result.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    result.output = contents(home / "out");
    result.log = contents(home / "log");
    return result;
}

TemporaryFolder::TemporaryFolder()
{
    std::string name = (std::filesystem::temp_directory_path() / "fovea-cli-test-XXXXXX").string();
    if (!::mkdtemp(name.data()))
        throw std::runtime_error("no temporary folder");
    m_path = name;
}

TemporaryFolder::~TemporaryFolder()
{
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

nlohmann::json writeSmallPhantoms(const std::string& folder, int count, int seed)
{
    const CliResult result = runCli({"phantom", "--count", std::to_string(count), "--seed",
                                     std::to_string(seed), "--out", folder, "--size", "96", "80",
                                     "40", "--spacing", "3.6", "3.6", "7.5", "--json"});
    if (result.exitCode != 0)
        throw std::runtime_error("phantom: " + result.log);
    return nlohmann::json::parse(result.output);
}

} // namespace fovea::test
