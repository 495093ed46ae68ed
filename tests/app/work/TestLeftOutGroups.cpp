#include "app/work/leftOutGroups.h"

#include <gtest/gtest.h>

using namespace fovea;

namespace {

LeftOutFile file(const char* path, ErrorCode code, std::vector<std::string> more = {})
{
    more.insert(more.begin(), path);
    return {path, makeError(code, std::move(more))};
}

} // namespace

TEST(LeftOutGroups, FilesOfOneReasonAreOneGroupWhicheverFileItNames)
{
    const std::vector<LeftOutFile> files{
        file("a/readme.txt", ErrorCode::NotDicom), file("a/mr1", ErrorCode::NotCt, {"MR"}),
        file("b/notes.txt", ErrorCode::NotDicom),  file("a/us1", ErrorCode::NotCt, {"US"}),
        file("a/mr2", ErrorCode::NotCt, {"MR"}),   file("c/x.txt", ErrorCode::NotDicom)};
    const auto groups = groupLeftOut(files);
    ASSERT_EQ(groups.size(), 3u);
    EXPECT_EQ(groups[0].first->path, "a/readme.txt");
    EXPECT_EQ(groups[0].count, 3u);
    EXPECT_EQ(groups[1].first->path, "a/mr1");
    EXPECT_EQ(groups[1].count, 2u);
    EXPECT_EQ(groups[2].first->path, "a/us1");
    EXPECT_EQ(groups[2].count, 1u);
    EXPECT_TRUE(groupLeftOut({}).empty());
}
