#pragma once

#include <cstdio>
#include <fcntl.h>
#include <functional>
#include <gtest/gtest.h>
#include <sched.h>
#include <string>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

namespace fovea::test {

/// Runs `work` in a process that may mount file systems of its own, which nobody else sees. What
/// it EXPECTs there counts here. Skips the test where the system does not allow it.
inline void withOwnMounts(const std::function<void()>& work)
{
    constexpr int notAllowed = 77;
    const uid_t user = getuid();
    const gid_t group = getgid();
    const pid_t child = fork();
    if (child == 0) {
        const auto put = [](const char* file, const std::string& text) {
            const int descriptor = open(file, O_WRONLY | O_CLOEXEC);
            const bool done = descriptor >= 0 && write(descriptor, text.data(), text.size()) ==
                                                     static_cast<ssize_t>(text.size());
            close(descriptor);
            return done;
        };
        if (unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0)
            _exit(notAllowed);
        put("/proc/self/setgroups", "deny");
        if (!put("/proc/self/uid_map", "0 " + std::to_string(user) + " 1") ||
            !put("/proc/self/gid_map", "0 " + std::to_string(group) + " 1") ||
            mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0)
            _exit(notAllowed);
        work();
        std::fflush(nullptr); // _exit() does not.
        _exit(testing::Test::HasFailure() ? 1 : testing::Test::IsSkipped() ? notAllowed : 0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    ASSERT_TRUE(WIFEXITED(status));
    if (WEXITSTATUS(status) == notAllowed)
        GTEST_SKIP() << "no mounts of one's own here";
    EXPECT_EQ(WEXITSTATUS(status), 0) << "see above";
}

} // namespace fovea::test
