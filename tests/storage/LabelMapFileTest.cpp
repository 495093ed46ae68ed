#include "storage/LabelMapFile.h"

#include "storage/LabelMapReader.h"

#include "TemporaryFolder.h"
#include <algorithm>
#include <gtest/gtest.h>

namespace fovea {
namespace {

using test::TemporaryFolder;

/// A small map on an oblique grid, the same from no two sides.
LabelMapPtr obliqueMap()
{
    ImageGeometry geometry;
    geometry.size = {5, 4, 3};
    geometry.spacingMm = {0.8, 0.9, 2.5};
    geometry.originMm = {-12.5, 30.0, 101.0};
    geometry.axes = {Vec3{0.8, 0.6, 0.0}, Vec3{0.6, -0.8, 0.0}, Vec3{0.0, 0.0, -1.0}};
    std::vector<std::uint16_t> labels(geometry.voxelCount());
    labels[geometry.offset({1, 2, 0})] = 10;
    labels[geometry.offset({4, 0, 2})] = 10;
    labels[geometry.offset({0, 3, 1})] = 300;
    Structure lung;
    lung.label = 10;
    lung.name = "lung_upper_lobe_left";
    Structure other;
    other.label = 300;
    other.name = "something of ours";
    return LabelMap::create(geometry, std::move(labels), {lung, other});
}

AnatomyCatalog catalog()
{
    return AnatomyCatalog{};
}

TEST(LabelMapFile, comesBackAsItWas)
{
    const TemporaryFolder folder;
    const LabelMapPtr map = obliqueMap();
    for (const char* name : {"map.nii.gz", "map.nii", "map.nrrd", "map.mha", "MAP.NII.GZ"}) {
        const auto path = folder.path() / name;
        ASSERT_TRUE(writeLabelMapFile(path, *map)) << name;
        const auto read = readLabelMap(path, {map->geometry(), {}, {}}, catalog(), {}, {});
        ASSERT_TRUE(read) << name;
        EXPECT_TRUE(std::ranges::equal(read->labels->labels(), map->labels())) << name;
        EXPECT_TRUE(std::ranges::none_of(read->notes, [](const LabelMapNote& note) {
            return note.kind == LabelMapNote::Kind::Resampled;
        })) << name;
    }
    const auto named =
        readLabelMap(folder.path() / "map.nrrd", {map->geometry(), {}, {}}, catalog(), {}, {});
    ASSERT_TRUE(named);
    ASSERT_EQ(named->labels->structures().size(), 2u);
    EXPECT_EQ(named->labels->structures()[1].name, "something of ours");
    std::size_t files = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder.path()))
        ++files;
    EXPECT_EQ(files, 5u) << "nothing is left beside them";
}

TEST(LabelMapFile, whatCannotBeWrittenIsSaid)
{
    const TemporaryFolder folder;
    const auto writing = [&](const std::filesystem::path& path) {
        return writeLabelMapFile(path, *obliqueMap()).error().code;
    };
    EXPECT_EQ(writing(folder.path() / "map.png"), ErrorCode::BadOption);
    EXPECT_EQ(writing(folder.path() / "map.mhd"), ErrorCode::BadOption);
    EXPECT_EQ(writing(folder.path() / "absent/map.nrrd"), ErrorCode::FileNotWritable);
    EXPECT_EQ(writing(folder.path() / "absent/map.nii.gz"), ErrorCode::FileNotWritable);
}

} // namespace
} // namespace fovea
