#include "model/tuning/StudyCache.h"
#include "model/tuning/StudyTokens.h"

#include <ATen/ops/equal.h>
#include <ATen/ops/full.h>
#include <ATen/ops/rand.h>

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <random>

namespace fovea {
namespace {

namespace fs = std::filesystem;

ParameterMap study(double value)
{
    return {{"1.keys", at::full({6, 16}, value, at::kHalf)}, {"1.statistics", at::rand({20})}};
}

std::string key(char letter)
{
    return std::string(64, letter);
}

class Cache : public testing::Test {
protected:
    void SetUp() override
    {
        m_folder = fs::temp_directory_path() /
                   ("fovea-token-cache-" + std::to_string(std::random_device{}()));
    }
    void TearDown() override { fs::remove_all(m_folder); }

    StudyCache open(std::uint64_t budget = 1 << 20)
    {
        Result<StudyCache> cache = StudyCache::open(m_folder, budget);
        EXPECT_TRUE(cache.ok());
        return *std::move(cache);
    }
    fs::path file(char letter) const { return m_folder / (key(letter) + ".tokens"); }

    fs::path m_folder;
};

TEST_F(Cache, GivesBackWhatWasWritten)
{
    StudyCache cache = open();
    EXPECT_FALSE(cache.read(key('a')).has_value());
    const ParameterMap tensors = study(1.5);
    EXPECT_TRUE(*cache.write(key('a'), tensors));
    const auto back = open().read(key('a'));
    ASSERT_TRUE(back.has_value());
    ASSERT_EQ(back->size(), 2U);
    EXPECT_EQ(back->at("1.keys").scalar_type(), at::kHalf);
    for (const auto& [name, tensor] : tensors)
        EXPECT_TRUE(at::equal(back->at(name), tensor)) << name;
    EXPECT_EQ(cache.bytes(), fs::file_size(file('a')));
}

TEST_F(Cache, WhatIsDamagedOrForeignIsNone)
{
    ASSERT_TRUE(*open().write(key('a'), study(1)));
    ASSERT_TRUE(*open().write(key('b'), study(2)));
    ASSERT_TRUE(*open().write(key('c'), study(3)));
    {
        std::fstream flipped(file('a'), std::ios::in | std::ios::out | std::ios::binary);
        flipped.seekp(-3, std::ios::end);
        flipped.put('x');
    }
    fs::resize_file(file('b'), fs::file_size(file('b')) / 2);
    fs::copy_file(file('c'), file('d'));
    std::ofstream(file('e')) << "no tokens";
    StudyCache cache = open();
    for (const char letter : {'a', 'b', 'd', 'e'}) {
        EXPECT_FALSE(cache.read(key(letter)).has_value()) << letter;
        EXPECT_FALSE(fs::exists(file(letter))) << letter;
    }
    EXPECT_TRUE(cache.read(key('c')).has_value());
}

TEST_F(Cache, WhatIsNoTokensOfTheNetworkIsNone)
{
    NetworkConfig network;
    network.hidden = 16;
    network.levels = {0};
    network.anatomies = {"heart", "aorta"};
    const at::Tensor keys = at::full({6, 16}, 1.0, at::kHalf);
    const auto good = tokensOf({{"1.keys", keys}}, network);
    ASSERT_TRUE(good.has_value());
    EXPECT_EQ(good->front().anatomyIndex, 1);
    EXPECT_EQ(tensorsOf(*good).size(), 1U);
    EXPECT_FALSE(tokensOf({{"2.keys", keys}}, network).has_value()) << "no such anatomy";
    EXPECT_FALSE(tokensOf({{"1.keys", keys.slice(0, 0, 5)}}, network).has_value())
        << "of two levels";
    EXPECT_FALSE(tokensOf({{"1.keys", keys.slice(1, 0, 8)}}, network).has_value());
    EXPECT_FALSE(tokensOf({{"1.keys", keys}, {"more", keys}}, network).has_value());
    network.regionStatistics = true;
    EXPECT_FALSE(tokensOf({{"1.keys", keys}}, network).has_value());
}

TEST_F(Cache, HoldsItsBudgetAndLetsGoOfWhatNobodyAskedFor)
{
    ASSERT_TRUE(*open().write(key('a'), study(1)));
    const std::uint64_t one = fs::file_size(file('a'));
    ASSERT_TRUE(*open().write(key('b'), study(1)));
    fs::last_write_time(file('b'), fs::file_time_type::clock::now() - std::chrono::hours(1));

    StudyCache cache = open(2 * one + 1000);
    EXPECT_TRUE(*cache.write(key('c'), study(1)));
    EXPECT_TRUE(fs::exists(file('a')));
    EXPECT_FALSE(fs::exists(file('b'))) << "the older of the two went";
    ASSERT_TRUE(cache.read(key('a')).has_value());
    EXPECT_FALSE(*cache.write(key('d'), study(1))) << "a and c are in use";
    EXPECT_FALSE(fs::exists(file('d')));
    EXPECT_LE(cache.bytes(), 2 * one + 1000);
    EXPECT_EQ(cache.usedBytes(), cache.bytes());
}

TEST_F(Cache, ForgetsWhatAKilledProcessLeft)
{
    fs::create_directories(m_folder);
    const fs::path half = m_folder / (key('a') + ".tokens.new-999999999");
    std::ofstream(half) << "half";
    open();
    EXPECT_FALSE(fs::exists(half));
}

TEST_F(Cache, WithoutAFolderKeepsNothing)
{
    Result<StudyCache> cache = StudyCache::open({}, 1 << 20);
    ASSERT_TRUE(cache.ok());
    EXPECT_FALSE(*cache->write(key('a'), study(1)));
    EXPECT_FALSE(cache->read(key('a')).has_value());
    std::ofstream(m_folder) << "a file";
    EXPECT_EQ(StudyCache::open(m_folder, 1).error().code, ErrorCode::FileNotWritable);
}

} // namespace
} // namespace fovea
