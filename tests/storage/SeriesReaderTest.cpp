#include "storage/SeriesReader.h"

#include "storage/VolumeFile.h"
#include "tests/storage/SharedData.h"
#include "tests/storage/TemporaryFolder.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <cmath>
#include <fstream>
#include <map>
#include <numeric>
#include <set>

using namespace fovea;
using fovea::test::filesIn;
using fovea::test::sharedData;

namespace {

VolumeWithNotes read(const std::vector<std::filesystem::path>& files)
{
    auto result = readSeries(files, Progress());
    EXPECT_TRUE(result.ok()) << files.front() << (result ? "" : result.error().detail);
    return result ? *result : VolumeWithNotes();
}

bool hasNote(const VolumeWithNotes& read, SeriesNote::Kind kind)
{
    return std::ranges::any_of(read.notes,
                               [&](const SeriesNote& note) { return note.kind == kind; });
}

int largestDifference(const Volume& a, const Volume& b)
{
    int largest = 0;
    for (std::size_t i = 0; i < a.voxels().size(); ++i)
        largest = std::max(largest, std::abs(a.voxels()[i] - b.voxels()[i]));
    return largest;
}

} // namespace

TEST(SeriesReader, ReadsAChestCtInPatientOrder)
{
    FOVEA_NEEDS_SHARED_DATA();
    const VolumeWithNotes ct = read(filesIn(sharedData("chest-ct-dicom/covidctmd-P001")));
    ASSERT_NE(ct.volume, nullptr);
    const ImageGeometry& geometry = ct.volume->geometry();
    EXPECT_EQ(geometry.size, (Index3{512, 512, 148}));
    EXPECT_NEAR(geometry.spacingMm[2], 2.0, 1e-9);
    EXPECT_NEAR(geometry.originMm[2], -346.1, 1e-3);
    EXPECT_EQ(geometry.axes[2], (Vec3{0, 0, 1}));
    EXPECT_EQ(*std::ranges::min_element(ct.volume->voxels()), -1024);
    EXPECT_EQ(*std::ranges::max_element(ct.volume->voxels()), 1563);
    EXPECT_TRUE(ct.notes.empty());
}

TEST(SeriesReader, AgreesVoxelForVoxelWithTheSameVolumeAsNrrd)
{
    FOVEA_NEEDS_SHARED_DATA();
    const VolumeWithNotes ct = read(filesIn(sharedData("chest-ct-small/ct-64-dicom")));
    ASSERT_NE(ct.volume, nullptr);
    const auto nrrd = readVolumeFile(sharedData("chest-ct-small/ct-64.nrrd"), Progress());
    ASSERT_TRUE(nrrd.ok());
    EXPECT_TRUE(ct.volume->geometry().sameGrid(nrrd->volume->geometry()));
    EXPECT_TRUE(std::ranges::equal(ct.volume->voxels(), nrrd->volume->voxels()));
}

TEST(SeriesReader, DecodesEveryLosslessTransferSyntaxBitForBit)
{
    FOVEA_NEEDS_SHARED_DATA();
    const auto folder = sharedData("compressed/same-ct-slice");
    const VolumeWithNotes reference = read({folder / "CTImage.dcm"});
    ASSERT_NE(reference.volume, nullptr);
    EXPECT_FALSE(hasNote(reference, SeriesNote::Kind::LossyCompression));
    std::set<std::string> exact;
    std::map<std::string, int> seen;
    const std::string loss = "1.2.840.10008.1.2.4";
    for (const auto& path : filesIn(folder)) {
        const auto scan = scanFiles({path}, Progress());
        if (!scan.ok() || scan->allSeries().empty())
            continue;
        const std::string syntax = scan->allSeries()[0]->instances[0].transferSyntaxUid;
        const auto result = readSeries(std::vector{path}, Progress());
        ASSERT_TRUE(result.ok()) << syntax;
        const int difference = largestDifference(*result->volume, *reference.volume);
        // Largest differences as the samples' README states them, of other decoders.
        static const std::map<std::string, int> lossy{{".50", 65}, {".51", 36}, {".53", 36},
                                                      {".55", 36}, {".81", 1},  {".91", 5}};
        const auto bound = lossy.find(syntax.substr(std::min(syntax.size(), loss.size())));
        EXPECT_LE(difference, bound == lossy.end() ? 0 : bound->second) << syntax;
        ++seen[syntax];
        EXPECT_TRUE(difference == 0 || hasNote(*result, SeriesNote::Kind::LossyCompression))
            << syntax;
        if (difference == 0)
            exact.insert(syntax);
    }
    const std::string root = "1.2.840.10008.1.2";
    for (const char* lossless : {"", ".1", ".2", ".1.99", ".4.57", ".4.70", ".4.80", ".4.90", ".5"})
        EXPECT_TRUE(exact.contains(root + lossless)) << lossless;
    for (const char* any : {".4.50", ".4.51", ".4.53", ".4.55", ".4.81", ".4.91"})
        EXPECT_TRUE(seen.contains(root + any)) << any;
}

TEST(SeriesReader, RescalesEveryStoredValueAsTheHeaderSays)
{
    FOVEA_NEEDS_SHARED_DATA();
    for (const char* name : {"compressed/same-ct-slice/CTImage.dcm", "nasty/pydicom/CT_small.dcm",
                             "geometry/enhanced-ct-2frame-flipped.dcm"})
    {
        const std::filesystem::path path = sharedData(name);
        const VolumeWithNotes ct = read({path});
        const auto scan = scanFiles({path}, Progress());
        ASSERT_TRUE(ct.volume && scan.ok()) << name;
        const ScannedInstance& instance = scan->allSeries().at(0)->instances.at(0);
        DcmFileFormat file;
        const Uint16* words = nullptr;
        unsigned long count = 0;
        ASSERT_TRUE(file.loadFile(path.c_str()).good());
        ASSERT_TRUE(file.getDataset()->findAndGetUint16Array(DCM_PixelData, words, &count).good());
        const auto voxels = ct.volume->voxels();
        ASSERT_GE(count, voxels.size());
        const std::size_t frames = instance.frames.size();
        const std::size_t frameSize = voxels.size() / frames;
        for (std::size_t i = 0; i < voxels.size(); ++i) {
            const int stored =
                instance.signedPixels ? static_cast<std::int16_t>(words[i]) : words[i];
            const ScannedFrame& frame = instance.frames[i / frameSize];
            double hu = std::round(frame.rescaleSlope * stored + frame.rescaleIntercept);
            if (instance.paddingValue == stored)
                hu = std::min(hu, -1024.0);
            // Slices ascend along the normal, whatever the order of frames.
            const Vec3 index = ct.volume->geometry().patientToIndex(frame.positionMm);
            const auto k = static_cast<std::size_t>(std::lround(index[2]));
            ASSERT_EQ(voxels[k * frameSize + i % frameSize], hu) << name << " voxel " << i;
        }
    }
}

TEST(SeriesReader, RefusesByNameWhatItDoesNotDecode)
{
    FOVEA_NEEDS_SHARED_DATA();
    // The same slice, said to be of a compression that no library here knows.
    std::ifstream in(sharedData("compressed/same-ct-slice/CTImage.dcm_JPEG2000LosslessOnly"
                                "TransferSyntax_1.2.840.10008.1.2.4.90.dcm"),
                     std::ios::binary);
    const std::string jpeg2000((std::istreambuf_iterator<char>(in)), {});
    const std::string uid = "1.2.840.10008.1.2.4.90";
    const std::size_t at = jpeg2000.find(uid);
    ASSERT_LT(at, 400u);
    const std::map<std::string, std::string> names{
        {"1.2.840.10008.1.2.4.20", ""}, // Of no standard: whatever is said, no crash.
        {"1.2.840.10008.1.2.4.201", "High-Throughput JPEG 2000"},
        {"1.2.840.10008.1.2.4.203", "High-Throughput JPEG 2000"}};
    const test::TemporaryFolder folder;
    for (const auto& [other, name] : names) {
        std::string bytes = jpeg2000;
        // Room for one more digit: a UID is padded to an even length.
        const std::string padded = other + std::string(other.size() % 2, '\0');
        bytes.replace(at, uid.size(), padded);
        bytes[at - 2] = static_cast<char>(padded.size()); // Explicit VR, length before the value.
        const auto grown = static_cast<unsigned char>(padded.size() - uid.size());
        bytes[140] = static_cast<char>(static_cast<unsigned char>(bytes[140]) + grown);
        std::ofstream(folder / "slice.dcm", std::ios::binary) << bytes;
        const auto read = readSeries(std::vector{folder / "slice.dcm"}, Progress());
        ASSERT_FALSE(read.ok()) << other;
        if (name.empty())
            continue;
        EXPECT_EQ(read.error().code, ErrorCode::UnsupportedPixels) << other;
        EXPECT_EQ(read.error().arguments.at(0), name);
    }
}

TEST(SeriesReader, DecodesJpeg2000WithoutSopClass)
{
    FOVEA_NEEDS_SHARED_DATA();
    const VolumeWithNotes ct = read(filesIn(sharedData("totalsegmentator/example_ct_dicom")));
    ASSERT_NE(ct.volume, nullptr);
    EXPECT_EQ(ct.volume->geometry().size, (Index3{512, 512, 20}));
    EXPECT_NEAR(ct.volume->geometry().originMm[2], -804.5, 1e-6);
    EXPECT_NEAR(ct.volume->geometry().spacingMm[2], 2.0, 1e-6);
}

TEST(SeriesReader, ReadsMultiFrameImages)
{
    FOVEA_NEEDS_SHARED_DATA();
    const VolumeWithNotes flipped = read({sharedData("geometry/enhanced-ct-2frame-flipped.dcm")});
    ASSERT_NE(flipped.volume, nullptr);
    EXPECT_EQ(flipped.volume->geometry().size[2], 2);
    EXPECT_NEAR(flipped.volume->geometry().spacingMm[2], 10.0, 1e-6);
    EXPECT_EQ(flipped.volume->geometry().axes[0], (Vec3{-1, 0, 0}));
    EXPECT_EQ(flipped.volume->geometry().axes[2], (Vec3{0, 0, -1}));

    const VolumeWithNotes single = read(filesIn(sharedData("dicom-seg/dcmqi-24x38x3/image")));
    const VolumeWithNotes multi = read(filesIn(sharedData("dicom-seg/dcmqi-24x38x3/multiframe")));
    ASSERT_NE(single.volume, nullptr);
    ASSERT_NE(multi.volume, nullptr);
    EXPECT_TRUE(single.volume->geometry().sameGrid(multi.volume->geometry()));
    EXPECT_TRUE(std::ranges::equal(single.volume->voxels(), multi.volume->voxels()));
}

TEST(SeriesReader, StraightensATiltedHeadWithUnevenSlices)
{
    FOVEA_NEEDS_SHARED_DATA();
    const auto files = filesIn(sharedData("geometry/gantry-tilt-ge"));
    const VolumeWithNotes head = read(files);
    ASSERT_NE(head.volume, nullptr);
    const auto tilted =
        std::ranges::find(head.notes, SeriesNote::Kind::TiltCorrected, &SeriesNote::kind);
    ASSERT_NE(tilted, head.notes.end());
    EXPECT_NEAR(tilted->value, 18.5, 0.01);
    EXPECT_TRUE(hasNote(head, SeriesNote::Kind::UnevenResampled));
    // 151.9 mm along z are 144.1 mm along the normal; 4.22 mm are 4.00 mm.
    const ImageGeometry& geometry = head.volume->geometry();
    EXPECT_NEAR(geometry.spacingMm[2], 4.0, 0.01);
    EXPECT_EQ(geometry.size[0], 512);
    EXPECT_GT(geometry.size[1], 512 + 90);
    EXPECT_EQ(geometry.size[2], 37);
    // Pixels of the lowest slice are taken as they are, at their places in the patient.
    const VolumeWithNotes lowest = read({*std::ranges::min_element(files, {}, [](const auto& path) {
        return scanFiles({path}, Progress())->allSeries()[0]->instances[0].frames[0].positionMm[2];
    })});
    ASSERT_NE(lowest.volume, nullptr);
    std::size_t compared = 0;
    for (int j = 0; j < 512; j += 3) {
        for (int i = 0; i < 512; i += 3) {
            const Vec3 place =
                lowest.volume->geometry().indexToPatient({double(i), double(j), 0.0});
            const Vec3 index = geometry.patientToIndex(place);
            const Index3 voxel{static_cast<int>(std::lround(index[0])),
                               static_cast<int>(std::lround(index[1])),
                               static_cast<int>(std::lround(index[2]))};
            ASSERT_LT(std::abs(index[1] - voxel[1]) + std::abs(index[2] - voxel[2]), 1e-3);
            ASSERT_EQ(head.volume->at(voxel), lowest.volume->at({i, j, 0}));
            ++compared;
        }
    }
    EXPECT_EQ(compared, 171u * 171u);
}

TEST(SeriesReader, RefusesFilesOfTwoSeries)
{
    FOVEA_NEEDS_SHARED_DATA();
    auto files = filesIn(sharedData("dicom-seg/dcmqi/ct-3slice"));
    files.push_back(sharedData("compressed/same-ct-slice/CTImage.dcm"));
    const auto result = readSeries(files, Progress());
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.error().code, ErrorCode::InconsistentSeries);
    files.back() = sharedData("geometry/philips-localizer.dcm");
    EXPECT_EQ(readSeries(files, Progress()).error().code, ErrorCode::Localizer);
    EXPECT_EQ(readSeries(std::vector<std::filesystem::path>{}, Progress()).error().code,
              ErrorCode::EmptySeries);
}

TEST(SeriesReader, FillsAMissingSliceAndSaysSo)
{
    FOVEA_NEEDS_SHARED_DATA();
    auto files = filesIn(sharedData("chest-ct-small/ct-64-dicom"));
    const VolumeWithNotes whole = read(files);
    files.erase(files.begin() + 40);
    const VolumeWithNotes holed = read(files);
    ASSERT_NE(holed.volume, nullptr);
    EXPECT_EQ(holed.volume->geometry().size, whole.volume->geometry().size);
    EXPECT_TRUE(hasNote(holed, SeriesNote::Kind::MissingSlices));
    const std::size_t slice = 64 * 64;
    int blank = 0;
    for (std::size_t k = 0; k < 79; ++k) {
        const auto a = whole.volume->voxels().subspan(k * slice, slice);
        const auto b = holed.volume->voxels().subspan(k * slice, slice);
        if (!std::ranges::equal(a, b)) {
            ++blank;
            EXPECT_TRUE(std::ranges::all_of(b, [](std::int16_t hu) { return hu == -1024; }));
        }
    }
    EXPECT_EQ(blank, 1);
    files.erase(files.begin() + 20, files.begin() + 32);
    EXPECT_EQ(readSeries(files, Progress()).error().code, ErrorCode::UnevenSpacing);
}

TEST(SeriesReader, NeverCrashesOnBrokenPixels)
{
    FOVEA_NEEDS_SHARED_DATA();
    int good = 0;
    int refused = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(sharedData("nasty"))) {
        if (!entry.is_regular_file())
            continue;
        readSeries(std::vector{entry.path()}, Progress()).ok() ? ++good : ++refused;
    }
    EXPECT_GE(good, 3);
    EXPECT_GT(refused, 100);
}

TEST(SeriesReader, StopsWhenAsked)
{
    FOVEA_NEEDS_SHARED_DATA();
    std::stop_source stop;
    const Progress progress(stop.get_token(), [&](double fraction) {
        if (fraction > 0.3)
            stop.request_stop();
    });
    const auto result = readSeries(filesIn(sharedData("chest-ct-small/ct-64-dicom")), progress);
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.error().code, ErrorCode::Cancelled);
}
