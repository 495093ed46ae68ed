// Zips that strangers made: what is unpacked, and what is refused before it does harm.

#include "model/unpack/ZipSource.h"
#include "tests/storage/TemporaryFolder.h"
#include "tests/unpack/ZipWriter.h"

#include <fstream>
#include <gtest/gtest.h>
#include <random>

namespace fovea {
namespace {

namespace fs = std::filesystem;

using testing::zipOf;

class ZipSourceTest : public ::testing::Test {
protected:
    fs::path write(const std::string& bytes)
    {
        const fs::path file = folder / "model.zip";
        std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
        return file;
    }
    Status unpackAll(const std::string& bytes)
    {
        const Result<ZipSource> zip = ZipSource::open(write(bytes));
        if (!zip)
            return zip.error();
        std::map<std::string, fs::path> targets;
        for (const std::string& file : zip->files())
            targets.emplace(file, file);
        fs::create_directories(folder / "out");
        return zip->unpack(targets, folder / "out", Progress{});
    }
    std::string read(const std::string& name)
    {
        std::ifstream in(folder / "out" / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    void expectRefused(const std::string& bytes, const std::string& why)
    {
        const Status status = unpackAll(bytes);
        ASSERT_FALSE(status) << why;
        EXPECT_EQ(status.error().code, ErrorCode::ModelBroken);
        ASSERT_EQ(status.error().arguments.size(), 2u);
        EXPECT_EQ(status.error().arguments[0], "model.zip");
        EXPECT_NE(status.error().arguments[1].find(why), std::string::npos)
            << status.error().arguments[1];
    }

    test::TemporaryFolder folder;
};

/// More than one piece, and no better compressible than weights are.
std::string noise(std::size_t bytes)
{
    std::mt19937 random(7);
    std::string made(bytes, '\0');
    for (char& c : made)
        c = static_cast<char>(random());
    return made;
}

TEST_F(ZipSourceTest, StoredAndCompressedFilesComeBack)
{
    const std::string large = noise(3'000'001);
    ASSERT_TRUE(unpackAll(zipOf({{"a/", "", false, {}, {}},
                                 {"a/plain.txt", "stored", false, {}, {}},
                                 {"a/b/small.txt", std::string(10'000, 'x'), true, {}, {}},
                                 {"a/b/large.bin", large, true, {}, {}},
                                 {"a/empty", "", true, {}, {}},
                                 {"__MACOSX/a/._plain.txt", "Finder", true, {}, {}}})));
    EXPECT_EQ(read("a/plain.txt"), "stored");
    EXPECT_EQ(read("a/b/small.txt"), std::string(10'000, 'x'));
    EXPECT_EQ(read("a/b/large.bin"), large);
    EXPECT_TRUE(fs::exists(folder / "out/a/empty"));
    EXPECT_FALSE(fs::exists(folder / "out/__MACOSX"));
}

TEST_F(ZipSourceTest, NoNameLeadsOut)
{
    for (const char* name : {"../evil", "a/../../evil", "/etc/evil", "a//b", "./a", "C:/evil",
                             "a\\..\\evil", "a/..", "line\nbreak"})
        expectRefused(zipOf({{name, "x", false, {}, {}}}), "leads out");
    EXPECT_FALSE(fs::exists(folder / "evil"));
    std::string deep;
    for (int n = 0; n < 40; ++n)
        deep += "d/";
    EXPECT_FALSE(staysInside(deep + "x"));
    EXPECT_FALSE(staysInside(std::string(300, 'n')));
    EXPECT_TRUE(staysInside("Dataset297_TotalSegmentator/fold_0/checkpoint_final.pth"));
}

TEST_F(ZipSourceTest, ATargetMustStayInsideToo)
{
    const Result<ZipSource> zip = ZipSource::open(write(zipOf({{"a", "x", true, {}, {}}})));
    ASSERT_TRUE(zip);
    EXPECT_FALSE(zip->unpack({{"a", "../a"}}, folder.path(), Progress{}));
    EXPECT_FALSE(zip->unpack({{"b", "b"}}, folder.path(), Progress{}));
}

TEST_F(ZipSourceTest, WhatUnpacksToAbsurdlyMuchIsRefusedBeforeItIsWritten)
{
    // 200 MB of zeros take 200 kB.
    expectRefused(zipOf({{"bomb", std::string(200'000'000, '\0'), true, {}, {}}}), "absurdly much");
    EXPECT_FALSE(fs::exists(folder / "out/bomb"));
    expectRefused(zipOf({{"bomb", "x", true, 0xfffffff0, {}}}), "absurdly much");
}

TEST_F(ZipSourceTest, MoreThanItSaysIsNotWritten)
{
    expectRefused(zipOf({{"liar", std::string(50'000'000, '\0'), true, 100, {}}}),
                  "larger than it says");
    std::error_code ignored;
    EXPECT_LE(fs::file_size(folder / "out/liar", ignored), 100u);
}

TEST_F(ZipSourceTest, DamageIsSaid)
{
    const std::string good = zipOf({{"a", noise(5000), true, {}, {}}});
    expectRefused("not a zip at all", "not a zip");
    expectRefused(good.substr(0, 4000), "cut off");
    std::string flipped = good;
    flipped[1000] = static_cast<char>(flipped[1000] ^ 0x40);
    expectRefused(flipped, "damaged");
    fs::remove_all(folder / "out");
    expectRefused(zipOf({{"a", "text", true, {}, 1u}}), "damaged");
    fs::remove_all(folder / "out");
    expectRefused(zipOf({{"a", "text", true, 400u, {}}}), "damaged");
    std::string encrypted = good;
    encrypted[encrypted.rfind("PK\x01\x02") + 8] = 1;
    expectRefused(encrypted, "encrypted");
}

TEST_F(ZipSourceTest, ItIsStopped)
{
    const Result<ZipSource> zip =
        ZipSource::open(write(zipOf({{"a", noise(4'000'000), true, {}, {}}})));
    ASSERT_TRUE(zip);
    std::stop_source stop;
    const Progress progress(stop.get_token(), [&](double) { stop.request_stop(); });
    const Status status = zip->unpack({{"a", "a"}}, folder.path(), progress);
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, ErrorCode::Cancelled);
}

} // namespace
} // namespace fovea
