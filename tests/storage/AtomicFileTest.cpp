#include "storage/AtomicFile.h"

#include "tests/storage/FileSizeLimit.h"
#include "tests/storage/SharedData.h"
#include "tests/storage/TemporaryFolder.h"

#include <cerrno>
#include <fstream>
#include <sstream>

using namespace fovea;
using fovea::test::filesIn;
using fovea::test::FileSizeLimit;
using fovea::test::TemporaryFolder;

namespace {

std::string contents(const std::filesystem::path& path)
{
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

} // namespace

TEST(AtomicFile, ReplacesWhatWasThere)
{
    const TemporaryFolder folder;
    const auto path = folder / "file";
    ASSERT_TRUE(writeFileAtomically(path, "old").ok());
    ASSERT_TRUE(writeFileAtomically(path, "new and longer").ok());
    EXPECT_EQ(contents(path), "new and longer");
    EXPECT_EQ(filesIn(folder.path()).size(), 1u);
}

TEST(AtomicFile, ShowsNothingBeforeCommit)
{
    const TemporaryFolder folder;
    const auto path = folder / "file";
    ASSERT_TRUE(writeFileAtomically(path, "old").ok());
    {
        auto file = AtomicFile::create(path);
        ASSERT_TRUE(file.ok());
        ASSERT_TRUE(file->write("half of the n").ok());
        EXPECT_EQ(contents(path), "old");
    }
    EXPECT_EQ(contents(path), "old");
    EXPECT_EQ(filesIn(folder.path()).size(), 1u) << "the temporary file stayed";
}

TEST(AtomicFile, KeepsTheOldFileWhenWritingFailsInTheMiddle)
{
    const TemporaryFolder folder;
    const auto path = folder / "file";
    ASSERT_TRUE(writeFileAtomically(path, "old").ok());
    {
        const FileSizeLimit limit(1000);
        auto file = AtomicFile::create(path);
        ASSERT_TRUE(file.ok());
        EXPECT_TRUE(file->write(std::string(600, 'a')).ok());
        const Status written = file->write(std::string(600, 'b'));
        ASSERT_FALSE(written.ok());
        EXPECT_EQ(written.error().code, ErrorCode::FileNotWritable);
        EXPECT_EQ(written.error().arguments, std::vector{path.string()});
        EXPECT_FALSE(file->commit().ok()) << "half a file must not be committed";
    }
    EXPECT_EQ(contents(path), "old");
    EXPECT_EQ(filesIn(folder.path()).size(), 1u);
}

TEST(AtomicFile, TellsAFullDiskFromOthers)
{
    EXPECT_EQ(writeError("x", ENOSPC).code, ErrorCode::DiskFull);
    EXPECT_EQ(writeError("x", EACCES).code, ErrorCode::FileNotWritable);
    const TemporaryFolder folder;
    const Status written = writeFileAtomically(folder / "missing/file", "x");
    ASSERT_FALSE(written.ok());
    EXPECT_EQ(written.error().code, ErrorCode::FileNotWritable);
}
