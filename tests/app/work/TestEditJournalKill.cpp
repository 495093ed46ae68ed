#include "app/work/EditJournal.h"
#include "tests/storage/TemporaryFolder.h"

#include <csignal>
#include <gtest/gtest.h>
#include <random>
#include <sstream>
#include <sys/wait.h>
#include <unistd.h>

// A program that corrects a segmentation is killed at 200 random moments. Each time it is started
// it takes what the journal holds into one patch, as the window does with what a crash left, and
// goes on. Whatever it said was noted must be there, in order.

using namespace fovea;

namespace {

constexpr Index3 grid{64, 64, 64};

/// Large enough that it is not written at one stroke; its name is that of its structure.
LabelPatch patchOf(const std::vector<std::string>& names)
{
    LabelPatch patch;
    patch.box = {{0, 0, 0}, {63, 63, 63}};
    for (std::size_t row = 0; row < 64 * 64; row += 2)
        patch.runs.push_back({row * 64, 60, 0, 1});
    for (const std::string& name : names) {
        Structure structure;
        structure.label = 1;
        structure.name = name;
        patch.structures.push_back(structure);
    }
    return patch;
}

std::vector<std::string> namesIn(const EditJournal& journal)
{
    std::vector<std::string> names;
    const auto patches = journal.read(grid);
    EXPECT_TRUE(patches.ok());
    if (!patches)
        return names;
    for (const LabelPatch& patch : *patches) {
        EXPECT_EQ(patch.runs.size(), 64u * 32u);
        for (const Structure& structure : patch.structures)
            names.push_back(structure.name);
    }
    return names;
}

/// Runs in a process of its own; never returns.
[[noreturn]] void correctUntilKilled(const EditJournal& journal, int first, int report)
{
    const auto say = [&](char phase, int n) {
        const std::string line = std::string(1, phase) + ' ' + std::to_string(n) + '\n';
        if (write(report, line.data(), line.size()) < 0)
            _exit(1);
    };
    const std::vector<std::string> lost = namesIn(journal);
    say('r', 0); // Read, and ready.
    bool anew = true;
    if (!lost.empty()) {
        say('b', first);
        if (!journal.append(patchOf(lost), grid, true))
            _exit(1);
        anew = false;
    }
    for (int n = first;; ++n) {
        say('b', n);
        if (!journal.append(patchOf({std::to_string(n)}), grid, anew))
            _exit(1);
        say('d', n);
        anew = false;
    }
}

} // namespace

TEST(EditJournalKill, HoldsEveryCorrectionThatWasNoted)
{
    const test::TemporaryFolder folder;
    const EditJournal journal(folder.path(), 7, 8);
    std::mt19937 random(20260128);
    std::uniform_int_distribution<useconds_t> moment(0, 4000);
    std::vector<std::string> expected;
    int next = 1;
    int begun = 0;
    for (int kills = 0; kills < 200; ++kills) {
        int report[2];
        ASSERT_EQ(pipe(report), 0);
        const pid_t child = fork();
        if (child == 0) {
            close(report[0]);
            correctUntilKilled(journal, next, report[1]);
        }
        close(report[1]);
        char ready[4];
        ASSERT_EQ(::read(report[0], ready, sizeof ready), 4);
        usleep(moment(random));
        kill(child, SIGKILL);
        int status = 0;
        waitpid(child, &status, 0);
        ASSERT_TRUE(WIFSIGNALED(status));
        std::string told;
        char buffer[4096];
        for (ssize_t got = 0; (got = ::read(report[0], buffer, sizeof buffer)) > 0;)
            told.append(buffer, static_cast<std::size_t>(got));
        close(report[0]);
        std::istringstream lines(told);
        char phase = 0;
        bool underWay = false;
        for (int n = 0; lines >> phase >> n;) {
            underWay = phase == 'b';
            if (phase == 'd') {
                expected.push_back(std::to_string(n));
                next = n + 1;
            }
        }
        std::vector<std::string> found = namesIn(journal);
        if (underWay) {
            ++begun;
            if (found.size() == expected.size() + 1) {
                expected.push_back(std::to_string(next));
                ++next;
            }
        }
        ASSERT_EQ(found, expected) << "kill " << kills;
        if (expected.size() > 60) { // Saved: the journal has done its work.
            journal.remove();
            expected.clear();
        }
    }
    EXPECT_GT(next, 200) << "the kills came too early to prove anything";
    EXPECT_GT(begun, 20) << "no kill fell into a correction";
}
