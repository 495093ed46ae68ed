// What the C library keeps of freed memory.

#include "model/tuning/freedMemory.h"

#include <cstdint>
#include <fstream>
#include <gtest/gtest.h>
#include <memory>
#include <unistd.h>
#include <vector>

namespace fovea {
namespace {

std::int64_t residentBytes()
{
    std::ifstream statm("/proc/self/statm");
    std::int64_t all = 0;
    std::int64_t resident = 0;
    statm >> all >> resident;
    return resident * sysconf(_SC_PAGESIZE);
}

TEST(FreedMemory, GapsBelowWhatIsStillUsedGoBackToTheSystem)
{
#ifdef __SANITIZE_ADDRESS__
    GTEST_SKIP() << "sanitizers have a memory of their own";
#endif
    constexpr std::int64_t blockBytes = 100 << 10; // below what glibc maps by itself
    std::vector<std::unique_ptr<std::vector<char>>> blocks;
    for (int n = 0; n < 5000; ++n)
        blocks.push_back(std::make_unique<std::vector<char>>(blockBytes, 'x'));
    const std::int64_t full = residentBytes();
    blocks.erase(blocks.begin(), blocks.end() - 1);
    const std::int64_t kept = residentBytes();
    EXPECT_LT(full - kept, 1000 * blockBytes) << "nothing to give back";
    giveBackFreedMemory();
    EXPECT_GT(kept - residentBytes(), 4000 * blockBytes);
    EXPECT_EQ(blocks.back()->back(), 'x');
}

} // namespace
} // namespace fovea
