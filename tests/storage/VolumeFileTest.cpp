#include "storage/VolumeFile.h"

#include "tests/storage/SharedData.h"
#include "tests/storage/TemporaryFolder.h"

#include <array>
#include <cmath>
#include <cstring>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <limits>
#include <string>
#include <vector>

using namespace fovea;

namespace {

/// A NIfTI-1 file of 3 x 2 x 2 voxels with an sform that maps (i, j, k) to RAS millimetres.
template <typename T>
void writeNifti(const std::filesystem::path& path, std::int16_t datatype,
                const std::array<T, 12>& voxels, float slope, float intercept = 0)
{
    std::array<char, 352> header{};
    const auto put = [&](std::size_t at, auto value) {
        std::memcpy(header.data() + at, &value, sizeof value);
    };
    put(0, std::int32_t{348});
    const std::array<std::int16_t, 8> dimensions{3, 3, 2, 2, 1, 1, 1, 1};
    std::memcpy(header.data() + 40, dimensions.data(), sizeof dimensions);
    put(70, datatype);
    put(72, static_cast<std::int16_t>(sizeof(T) * 8));
    const std::array<float, 8> spacing{1, 2, 3, 4, 0, 0, 0, 0};
    std::memcpy(header.data() + 76, spacing.data(), sizeof spacing);
    put(108, 352.0f);
    put(112, slope);
    put(116, intercept);
    put(254, std::int16_t{1}); // sform_code
    const std::array<float, 12> sform{2, 0, 0, -10, 0, 3, 0, -20, 0, 0, 4, 30};
    std::memcpy(header.data() + 280, sform.data(), sizeof sform);
    std::memcpy(header.data() + 344, "n+1", 4);
    std::ofstream file(path, std::ios::binary);
    file.write(header.data(), header.size());
    file.write(reinterpret_cast<const char*>(voxels.data()), sizeof voxels);
}

const float none = std::numeric_limits<float>::quiet_NaN();

std::vector<int> voxelsOf(const VolumeWithNotes& read)
{
    return {read.volume->voxels().begin(), read.volume->voxels().end()};
}

} // namespace

TEST(VolumeFile, TurnsRasIntoLps)
{
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "ct.nii";
    writeNifti<std::int32_t>(path, 8, {-1024, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 3000}, none);
    const auto read = readVolumeFile(path, Progress());
    ASSERT_TRUE(read.ok()) << read.error().detail;
    const ImageGeometry& geometry = read->volume->geometry();
    EXPECT_EQ(geometry.size, (Index3{3, 2, 2}));
    EXPECT_EQ(voxelsOf(*read), (std::vector<int>{-1024, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 3000}));
    EXPECT_TRUE(read->notes.empty());
    const Vec3 at = geometry.indexToPatient({1, 1, 1});
    EXPECT_NEAR(at[0], 8, 1e-4);  // RAS -10 + 2
    EXPECT_NEAR(at[1], 17, 1e-4); // RAS -20 + 3
    EXPECT_NEAR(at[2], 34, 1e-4);
}

TEST(VolumeFile, AppliesTheScaleOfTheFile)
{
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "scaled.nii";
    writeNifti<std::int16_t>(path, 4, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 2000}, 1.0f, -1024.0f);
    const auto read = readVolumeFile(path, Progress());
    ASSERT_TRUE(read.ok()) << read.error().detail;
    EXPECT_EQ(voxelsOf(*read).front(), -1024);
    EXPECT_EQ(voxelsOf(*read).back(), 976);
}

namespace {

/// The file of writeNifti() with fields changed.
template <typename T>
void change(const std::filesystem::path& path, std::size_t at, const std::vector<T>& values)
{
    std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
    file.seekp(static_cast<std::streamoff>(at));
    file.write(reinterpret_cast<const char*>(values.data()),
               static_cast<std::streamsize>(values.size() * sizeof(T)));
}

/// Where voxel (1, 1, 1) lies.
Vec3 placeOf(const VolumeWithNotes& read)
{
    return read.volume->geometry().indexToPatient({1, 1, 1});
}

void expectPlace(const VolumeWithNotes& read, const Vec3& place)
{
    for (std::size_t axis = 0; axis < 3; ++axis)
        EXPECT_NEAR(placeOf(read)[axis], place[axis], 1e-4) << axis;
}

} // namespace

TEST(VolumeFile, TakesTheSformAndSaysWhereTheQformIsElsewhere)
{
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "ct.nii";
    constexpr std::size_t codes = 252;
    constexpr std::size_t quaternion = 256;
    constexpr std::size_t sform = 280;
    const Vec3 bySform{8, 17, 34};
    writeNifti<std::int16_t>(path, 4, {}, none);
    // The same place twice: nothing to say.
    change<std::int16_t>(path, codes, {1, 1});
    change<float>(path, quaternion, {0, 0, 0, -10, -20, 30});
    auto read = readVolumeFile(path, Progress());
    ASSERT_TRUE(read.ok()) << read.error().detail;
    EXPECT_EQ(niftiPlacesApartMm(path), 0.0);
    expectPlace(*read, bySform);
    // Moved by 5 mm and turned over: j runs the other way.
    change<float>(path, quaternion, {1, 0, 0, -10, -20, 35});
    read = readVolumeFile(path, Progress());
    ASSERT_TRUE(read.ok());
    expectPlace(*read, bySform);
    EXPECT_NEAR(niftiPlacesApartMm(path), std::hypot(6.0, 5.0), 1e-3);
    // Without an sform the qform counts: RAS (-10 + 2, -20 - 3, 35 - 4).
    change<std::int16_t>(path, codes, {1, 0});
    read = readVolumeFile(path, Progress());
    ASSERT_TRUE(read.ok());
    expectPlace(*read, {8, 23, 31});
    EXPECT_EQ(niftiPlacesApartMm(path), 0.0);
    // An sform that leads to a standard brain is no place in this patient.
    change<std::int16_t>(path, codes, {1, 4});
    read = readVolumeFile(path, Progress());
    ASSERT_TRUE(read.ok());
    expectPlace(*read, {8, 23, 31});
    EXPECT_GT(niftiPlacesApartMm(path), 5.0);
    // Nor is a sheared one a grid.
    change<std::int16_t>(path, codes, {1, 1});
    change<float>(path, sform, {2, 1, 0, -10});
    read = readVolumeFile(path, Progress());
    ASSERT_TRUE(read.ok()) << read.error().detail;
    expectPlace(*read, {8, 23, 31});
}

TEST(VolumeFile, TakesLengthsFromTheMatrixAndTheirUnit)
{
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "ct.nii";
    writeNifti<std::int16_t>(path, 4, {}, none);
    change<float>(path, 80, {1, 1, 1}); // pixdim forgotten when it was resampled.
    auto read = readVolumeFile(path, Progress());
    ASSERT_TRUE(read.ok()) << read.error().detail;
    expectPlace(*read, {8, 17, 34});
    EXPECT_NEAR(read->volume->geometry().spacingMm[2], 4.0, 1e-6);
    change<char>(path, 123, {3}); // Micrometres.
    read = readVolumeFile(path, Progress());
    ASSERT_TRUE(read.ok()) << read.error().detail;
    expectPlace(*read, {0.008, 0.017, 0.034});
}

TEST(VolumeFile, ReadsBehindAnExtension)
{
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "ct.nii";
    writeNifti<std::int32_t>(path, 8, {-1024, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 3000}, none);
    std::string bytes;
    {
        std::ifstream file(path, std::ios::binary);
        bytes.assign(std::istreambuf_iterator<char>(file), {});
    }
    const std::int32_t size = 64;
    const std::int32_t code = 6; // A comment.
    std::string extension(static_cast<std::size_t>(size), 'x');
    std::memcpy(extension.data(), &size, sizeof size);
    std::memcpy(extension.data() + 4, &code, sizeof code);
    bytes.insert(352, extension);
    bytes[348] = 1;
    const float offset = 352 + 64;
    std::memcpy(bytes.data() + 108, &offset, sizeof offset);
    std::ofstream(path, std::ios::binary) << bytes;
    const auto read = readVolumeFile(path, Progress());
    ASSERT_TRUE(read.ok()) << read.error().detail;
    EXPECT_EQ(voxelsOf(*read), (std::vector<int>{-1024, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 3000}));
}

TEST(VolumeFile, RoundsFloatingPointAndSaysSo)
{
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "float.nii";
    writeNifti<float>(path, 16, {-0.6f, 0.4f, 1.5f, 0, -40000, 0, 0, 0, 0, 0, 0, 0}, none);
    const auto read = readVolumeFile(path, Progress());
    ASSERT_TRUE(read.ok()) << read.error().detail;
    const std::vector<int> voxels = voxelsOf(*read);
    EXPECT_EQ(std::vector<int>(voxels.begin(), voxels.begin() + 5),
              (std::vector<int>{-1, 0, 2, 0, -32768}));
    ASSERT_EQ(read->notes.size(), 1u);
    EXPECT_EQ(read->notes[0].kind, SeriesNote::Kind::RoundedValues);
}

TEST(VolumeFile, RefusesWhatIsNoCt)
{
    const test::TemporaryFolder folder;
    const auto bright = folder.path() / "bright.nii";
    writeNifti<std::int32_t>(bright, 8, {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 40000}, none);
    EXPECT_EQ(readVolumeFile(bright, Progress()).error().code, ErrorCode::ValueOutOfRange);
    const auto garbage = folder.path() / "garbage.nrrd";
    std::ofstream(garbage) << "not a volume";
    EXPECT_EQ(readVolumeFile(garbage, Progress()).error().code, ErrorCode::BrokenFile);
    const auto cut = folder.path() / "cut.nii";
    writeNifti<std::int16_t>(cut, 4, {}, none);
    std::filesystem::resize_file(cut, 360);
    EXPECT_FALSE(readVolumeFile(cut, Progress()).ok());
    EXPECT_EQ(readVolumeFile(folder.path() / "none.nii", Progress()).error().code,
              ErrorCode::FileNotFound);
    EXPECT_TRUE(isVolumeFileName("a/CT.NII.GZ"));
    EXPECT_FALSE(isVolumeFileName("a/CT.gz"));
}

TEST(VolumeFile, RefusesACutCompressedFile)
{
    FOVEA_NEEDS_SHARED_DATA();
    const test::TemporaryFolder folder;
    const auto copy = folder / "ct.nii.gz";
    std::filesystem::copy_file(test::sharedData("totalsegmentator/example_ct_sm.nii.gz"), copy);
    std::filesystem::permissions(copy, std::filesystem::perms::owner_all);
    EXPECT_TRUE(readVolumeFile(copy, Progress()).ok());
    // Bytes behind the volume hide the size at the end of the file; unpacking still finds it.
    std::ofstream(copy, std::ios::binary | std::ios::app) << "....";
    EXPECT_TRUE(readVolumeFile(copy, Progress()).ok());
    std::filesystem::resize_file(copy, std::filesystem::file_size(copy) / 2);
    const auto cut = readVolumeFile(copy, Progress());
    ASSERT_FALSE(cut.ok());
    EXPECT_EQ(cut.error().code, ErrorCode::BrokenFile);
}

TEST(VolumeFile, KeepsHeadersThatEndTheLibraryFromIt)
{
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "ct.nii";
    // Quaternions and matrices that are no numbers, or no lengths in a patient.
    for (const std::size_t at :
         {std::size_t{80}, std::size_t{256}, std::size_t{268}, std::size_t{280}, std::size_t{324}})
    {
        for (const float value : {none, std::numeric_limits<float>::infinity(), 1e30f}) {
            writeNifti<std::int16_t>(path, 4, {}, none);
            ASSERT_TRUE(readVolumeFile(path, Progress()).ok());
            std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
            file.seekp(static_cast<std::streamoff>(at));
            file.write(reinterpret_cast<const char*>(&value), sizeof value);
            file.close();
            const auto read = readVolumeFile(path, Progress());
            ASSERT_FALSE(read.ok()) << at;
            EXPECT_EQ(read.error().code, ErrorCode::BrokenFile);
        }
    }
}

TEST(VolumeFile, KeepsQuaternionsThatEndTheLibraryFromIt)
{
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "ct.nii";
    writeNifti<std::int16_t>(path, 4, {}, none);
    change<std::int16_t>(path, 252, {2, 2}); // The library compares qform and sform.
    change<float>(path, 280, {-2, 0, 0, -10, 0, -3, 0, -20, 0, 0, 4, 30});
    for (const float tiny : {3.5e-41f, 2e-38f}) {
        change<float>(path, 256, {tiny, 0, 1, -10, -20, 30});
        const auto read = readVolumeFile(path, Progress());
        ASSERT_FALSE(read.ok()) << tiny;
        EXPECT_EQ(read.error().code, ErrorCode::BrokenFile);
    }
    // What rounding leaves of a right angle is none of these.
    for (const float small : {0.0f, 3.7e-33f, 6.1e-17f}) {
        change<float>(path, 256, {small, 0, 1, -10, -20, 30});
        EXPECT_TRUE(readVolumeFile(path, Progress()).ok()) << small;
    }
}

TEST(VolumeFile, BelievesNoSizeAndNoShearedGrid)
{
    const test::TemporaryFolder folder;
    const auto refusal = [&](const std::string& name, const std::string& bytes) {
        std::ofstream(folder / name, std::ios::binary) << bytes;
        const auto read = readVolumeFile(folder / name, Progress());
        return read ? std::string("read") : read.error().detail;
    };
    const auto meta = [](const std::string& matrix, const std::string& size) {
        return "ObjectType = Image\nNDims = 3\nBinaryData = True\nBinaryDataByteOrderMSB = False\n"
               "CompressedData = False\nTransformMatrix = " +
               matrix + "\nOffset = 0 0 0\nElementSpacing = 1 1 2\nDimSize = " + size +
               "\nElementType = MET_SHORT\nElementDataFile = LOCAL\n" + std::string(48, '\0');
    };
    const auto nrrd = [](const std::string& directions, const std::string& size) {
        return "NRRD0004\ntype: short\ndimension: 3\nspace: left-posterior-superior\nsizes: " +
               size + "\nspace directions: " + directions +
               "\nkinds: domain domain domain\nendian: little\nencoding: raw\n"
               "space origin: (0,0,0)\n\n" +
               std::string(48, '\0');
    };
    EXPECT_EQ(refusal("ct.mha", meta("1 0 0 0 1 0 0 0 1", "4 3 2")), "read");
    EXPECT_EQ(refusal("ct.mha", meta("1 0 0 0.6 0.8 0 0 0 1", "4 3 2")),
              "axes are not at right angles");
    EXPECT_EQ(refusal("ct.mha", meta("1 0 0 0 1 0 0 0 1", "60000 60000 60000")),
              "fewer voxels than declared");
    EXPECT_EQ(refusal("ct.nrrd", nrrd("(1,0,0) (0,1,0) (0,0,2)", "4 3 2")), "read");
    EXPECT_EQ(refusal("ct.nrrd", nrrd("(1,0,0) (0.6,0.8,0) (0,0,2)", "4 3 2")),
              "axes are not at right angles");
    EXPECT_EQ(refusal("ct.nrrd", nrrd("(1,0,0) (0,1,0) (0,0,2)", "60000 60000 60000")),
              "fewer voxels than declared");
    EXPECT_EQ(refusal("ct.mha", "NDims = 3\n" + std::string(20000, 'x') + " = 1\n"),
              "not a MetaImage header");
    EXPECT_EQ(refusal("ct.mha", "NDims = 99\nElementDataFile = LOCAL\n"), "not a MetaImage header");
}
