#include "storage/LabelMapReader.h"

#include "storage/CatalogFile.h"
#include "storage/SeriesReader.h"
#include "storage/VolumeFile.h"
#include "tests/storage/SharedData.h"
#include "tests/storage/TemporaryFolder.h"

#include <map>
#include <set>

using namespace fovea;
using fovea::test::filesIn;
using fovea::test::sharedData;

namespace {

const AnatomyCatalog& catalog()
{
    static const AnatomyCatalog shipped =
        *readCatalogFile(FOVEA_SOURCE_DIR "/resources/catalog/anatomies.json");
    return shipped;
}

struct Ct {
    VolumePtr volume;
    LabelMapTarget target;
};

Ct dicomCt(const char* folder)
{
    Ct ct;
    const auto report = scanFolder(sharedData(folder), Progress());
    EXPECT_TRUE(report.ok());
    const ScannedSeries& series = *report->allSeries().at(0);
    const auto read = readSeries(series, Progress());
    EXPECT_TRUE(read.ok());
    ct.volume = read->volume;
    ct.target = {read->volume->geometry(), report->studies.at(0).studyInstanceUid,
                 series.frameOfReferenceUid};
    return ct;
}

Ct fileCt(const char* name)
{
    const auto read = readVolumeFile(sharedData(name), Progress());
    EXPECT_TRUE(read.ok());
    return {read->volume, {read->volume->geometry(), {}, {}}};
}

LabelMapWithNotes read(const std::string& name, const LabelMapTarget& target,
                       const LabelMapOptions& options = {})
{
    auto result = readLabelMap(sharedData(name), target, catalog(), options, Progress());
    EXPECT_TRUE(result.ok()) << name << ": " << (result ? "" : result.error().detail);
    return result ? *result : LabelMapWithNotes();
}

ErrorCode refusal(const std::string& name, const LabelMapTarget& target)
{
    const auto result = readLabelMap(sharedData(name), target, catalog(), {}, Progress());
    EXPECT_FALSE(result.ok()) << name;
    return result ? ErrorCode::Internal : result.error().code;
}

double meanHu(const Ct& ct, const LabelMap& labels, std::uint16_t label)
{
    double sum = 0;
    double count = 0;
    for (std::size_t i = 0; i < labels.labels().size(); ++i) {
        if (labels.labels()[i] == label) {
            sum += ct.volume->voxels()[i];
            ++count;
        }
    }
    return sum / count;
}

std::map<int, std::size_t> countsOnSlice(const LabelMap& labels, int k)
{
    std::map<int, std::size_t> counts;
    const auto& size = labels.geometry().size;
    for (int j = 0; j < size[1]; ++j) {
        for (int i = 0; i < size[0]; ++i)
            ++counts[labels.at({i, j, k})];
    }
    counts.erase(0);
    return counts;
}

bool hasNote(const LabelMapWithNotes& read, LabelMapNote::Kind kind)
{
    return std::ranges::any_of(read.notes,
                               [&](const LabelMapNote& note) { return note.kind == kind; });
}

std::size_t voxelsOf(const LabelMap& labels, std::uint16_t label)
{
    const Structure* structure = labels.structure(label);
    return structure ? structure->voxelCount : 0;
}

} // namespace

TEST(LabelMapReader, LaysAFlippedNiftiOntoADicomSeries)
{
    FOVEA_NEEDS_SHARED_DATA();
    const Ct ct = dicomCt("totalsegmentator/example_ct_dicom");
    const auto map = read("totalsegmentator/example_seg_dicom.nii.gz", ct.target);
    ASSERT_NE(map.labels, nullptr);
    EXPECT_FALSE(hasNote(map, LabelMapNote::Kind::Resampled));
    EXPECT_NEAR(meanHu(ct, *map.labels, 52), 177.3, 0.05);
    ASSERT_NE(map.labels->structure(52), nullptr);
    EXPECT_EQ(map.labels->structure(52)->anatomyId, "aorta");
}

TEST(LabelMapReader, NamesStructuresFromTheNiftiHeader)
{
    FOVEA_NEEDS_SHARED_DATA();
    const Ct ct = fileCt("totalsegmentator/example_ct.nii.gz");
    EXPECT_EQ(ct.volume->geometry().size, (Index3{122, 101, 112}));
    EXPECT_EQ(*std::ranges::min_element(ct.volume->voxels()), -1207);
    EXPECT_EQ(*std::ranges::max_element(ct.volume->voxels()), 3382);
    const auto map = read("totalsegmentator/example_seg_fast_force_split.nii.gz", ct.target);
    ASSERT_NE(map.labels, nullptr);
    const LabelMap& labels = *map.labels;
    EXPECT_EQ(labels.structures().size(), 61u);
    EXPECT_EQ(voxelsOf(labels, 5), 41692u);
    EXPECT_EQ(voxelsOf(labels, 1), 9668u);
    EXPECT_EQ(voxelsOf(labels, 52), 1839u);
    EXPECT_EQ(voxelsOf(labels, 14), 2590u);
    EXPECT_EQ(labels.structure(5)->name, "liver");
    EXPECT_EQ(labels.structure(3)->side, Side::Left);
    EXPECT_EQ(labels.labelsOf("lung"), (std::vector<std::uint16_t>{10, 11, 14}));
    EXPECT_TRUE(map.notes.empty());
    // The patient's left kidney lies at larger x (LPS) than the right one.
    const auto centreX = [&](std::uint16_t label) {
        const Structure& structure = *labels.structure(label);
        const Vec3 low = labels.geometry().indexToPatient(
            {double(structure.low[0]), double(structure.low[1]), double(structure.low[2])});
        const Vec3 high = labels.geometry().indexToPatient(
            {double(structure.high[0]), double(structure.high[1]), double(structure.high[2])});
        return (low[0] + high[0]) / 2;
    };
    EXPECT_GT(centreX(3), centreX(2));
}

TEST(LabelMapReader, ReadsAFolderOfMasks)
{
    FOVEA_NEEDS_SHARED_DATA();
    const Ct whole = fileCt("totalsegmentator/example_ct.nii.gz");
    const auto folder = read("totalsegmentator/example_seg_fast", whole.target);
    ASSERT_NE(folder.labels, nullptr);
    EXPECT_GT(folder.labels->structures().size(), 10u);
    for (const Structure& structure : folder.labels->structures()) {
        const CatalogStructure* entry = catalog().structureForTotalSegmentator(structure.label);
        ASSERT_NE(entry, nullptr);
        EXPECT_EQ(entry->name, structure.name);
    }
    // Voxel counts: the volumes of statistics.json over 27 mm³.
    EXPECT_EQ(voxelsOf(*folder.labels, 5), 39350u);
    EXPECT_EQ(voxelsOf(*folder.labels, 1), 9630u);
    EXPECT_EQ(voxelsOf(*folder.labels, 52), 1174u);
    EXPECT_TRUE(hasNote(folder, LabelMapNote::Kind::PartlyCovered));
    EXPECT_FALSE(hasNote(folder, LabelMapNote::Kind::Resampled));
}

TEST(LabelMapReader, TakesAMapOfPartOfTheVolume)
{
    FOVEA_NEEDS_SHARED_DATA();
    const Ct ct = fileCt("totalsegmentator/example_ct.nii.gz");
    const auto part = read("totalsegmentator/example_seg.nii.gz", ct.target);
    ASSERT_NE(part.labels, nullptr);
    EXPECT_FALSE(hasNote(part, LabelMapNote::Kind::Resampled));
    EXPECT_TRUE(hasNote(part, LabelMapNote::Kind::PartlyCovered));
    for (const Structure& structure : part.labels->structures())
        EXPECT_LE(structure.high[2] - structure.low[2], 29) << structure.name;
}

/// How much is labelled, in ml, and the middle of it in the patient.
std::pair<double, Vec3> extentOf(const LabelMap& labels)
{
    const ImageGeometry& geometry = labels.geometry();
    std::size_t count = 0;
    Vec3 sum{0, 0, 0};
    for (int k = 0; k < geometry.size[2]; ++k) {
        for (int j = 0; j < geometry.size[1]; ++j) {
            for (int i = 0; i < geometry.size[0]; ++i) {
                if (labels.at({i, j, k}) == 0)
                    continue;
                ++count;
                sum = sum + geometry.indexToPatient({static_cast<double>(i), static_cast<double>(j),
                                                     static_cast<double>(k)});
            }
        }
    }
    const Vec3& mm = geometry.spacingMm;
    return {static_cast<double>(count) * mm[0] * mm[1] * mm[2] / 1000.0,
            sum * (1.0 / static_cast<double>(count))};
}

TEST(LabelMapReader, LaysAMapOfAnotherGridOverTheVolumeAndSaysSo)
{
    FOVEA_NEEDS_SHARED_DATA();
    const Ct ct = dicomCt("chest-ct-small/ct-64-dicom");
    const auto plain = read("chest-ct-small/wholeLung-64.nrrd", ct.target);
    ASSERT_NE(plain.labels, nullptr);
    EXPECT_FALSE(hasNote(plain, LabelMapNote::Kind::Resampled));

    LabelMapTarget finer = ct.target;
    for (int axis = 0; axis < 3; ++axis) {
        finer.geometry.size[axis] = ct.target.geometry.size[axis] * 3 / 2;
        finer.geometry.spacingMm[axis] = ct.target.geometry.spacingMm[axis] * 2 / 3;
        finer.geometry.originMm[axis] += 0.37;
    }
    const auto map = read("chest-ct-small/wholeLung-64.nrrd", finer);
    ASSERT_NE(map.labels, nullptr);
    EXPECT_TRUE(hasNote(map, LabelMapNote::Kind::Resampled));
    EXPECT_TRUE(map.labels->geometry().sameGrid(finer.geometry));
    const auto [expectedMl, expectedMiddle] = extentOf(*plain.labels);
    const auto [ml, middle] = extentOf(*map.labels);
    EXPECT_NEAR(ml, expectedMl, 0.02 * expectedMl);
    for (int axis = 0; axis < 3; ++axis)
        EXPECT_NEAR(middle[axis], expectedMiddle[axis], 0.5) << "axis " << axis;
}

TEST(LabelMapReader, TakesTheStructureFromTheFileNameOrTheCaller)
{
    FOVEA_NEEDS_SHARED_DATA();
    const Ct ct = dicomCt("chest-ct-small/ct-64-dicom");
    LabelMapOptions asLung;
    asLung.singleName = "wholeLung";
    const auto lung = read("chest-ct-small/wholeLung-64.nrrd", ct.target, asLung);
    ASSERT_NE(lung.labels, nullptr);
    ASSERT_EQ(lung.labels->structures().size(), 1u);
    EXPECT_EQ(lung.labels->structures()[0].anatomyId, "lung");
    EXPECT_EQ(lung.labels->structures()[0].voxelCount, 65624u);
    EXPECT_NEAR(meanHu(ct, *lung.labels, lung.labels->structures()[0].label), -873.8, 0.05);

    LabelMapOptions options;
    options.singleName = "heart";
    const auto heart = read("chest-ct-small/wholeLung-64.nrrd", ct.target, options);
    ASSERT_NE(heart.labels, nullptr);
    EXPECT_EQ(heart.labels->structures()[0].anatomyId, "heart");

    const auto unnamed = read("chest-ct-small/wholeLung-64.nrrd", ct.target);
    ASSERT_NE(unnamed.labels, nullptr);
    EXPECT_EQ(unnamed.labels->structures()[0].name, "label 1");
    EXPECT_EQ(unnamed.labels->structures()[0].anatomyId, "");
    EXPECT_TRUE(hasNote(unnamed, LabelMapNote::Kind::UnnamedLabels));

    const test::TemporaryFolder folder;
    const std::filesystem::path renamed = folder / "Lung_L.nrrd";
    std::filesystem::copy_file(sharedData("chest-ct-small/wholeLung-64.nrrd"), renamed);
    const auto left = readLabelMap(renamed, ct.target, catalog(), {}, Progress());
    ASSERT_TRUE(left.ok());
    EXPECT_EQ(left->labels->structures()[0].anatomyId, "lung");
    EXPECT_EQ(left->labels->structures()[0].side, Side::Left);
}

TEST(LabelMapReader, MasksAndNamesRegionLabels)
{
    FOVEA_NEEDS_SHARED_DATA();
    const Ct ct = dicomCt("chest-ct-small/ct-64-dicom");
    LabelMapOptions options;
    options.labelMask = 0xFF;
    for (const int left : {9, 10, 11})
        options.names[static_cast<std::uint16_t>(left)] = "Left lung";
    for (const int right : {12, 13, 14})
        options.names[static_cast<std::uint16_t>(right)] = "Lung_R";
    const auto map = read("chest-ct-small/lm-64.nrrd", ct.target, options);
    ASSERT_NE(map.labels, nullptr);
    ASSERT_NE(map.labels->structure(9), nullptr);
    EXPECT_EQ(map.labels->structure(9)->side, Side::Left);
    EXPECT_EQ(map.labels->structure(13)->side, Side::Right);
    EXPECT_EQ(map.labels->labelsOf("lung").size(), 6u);
    double column = 0;
    double slice = 0;
    double count = 0;
    for (int k = 0; k < 79; ++k) {
        for (int j = 0; j < 64; ++j) {
            for (int i = 0; i < 64; ++i) {
                if (map.labels->at({i, j, k}) == 9) {
                    column += i;
                    slice += k;
                    ++count;
                }
            }
        }
    }
    EXPECT_NEAR(column / count, 44.6, 0.05);
    EXPECT_NEAR(slice / count, 58.9, 0.05);
}

TEST(LabelMapReader, ReadsABinaryDicomSegmentation)
{
    FOVEA_NEEDS_SHARED_DATA();
    const Ct ct = dicomCt("dicom-seg/dcmqi/ct-3slice");
    const auto map = read("dicom-seg/dcmqi/liver.dcm", ct.target);
    ASSERT_NE(map.labels, nullptr);
    EXPECT_FALSE(hasNote(map, LabelMapNote::Kind::Resampled));
    EXPECT_EQ(countsOnSlice(*map.labels, 0), (std::map<int, std::size_t>{{1, 36233}}));
    EXPECT_EQ(countsOnSlice(*map.labels, 1), (std::map<int, std::size_t>{{1, 35645}}));
    EXPECT_EQ(countsOnSlice(*map.labels, 2), (std::map<int, std::size_t>{{1, 35220}}));
    EXPECT_EQ(map.labels->structures().at(0).anatomyId, "liver");
    const auto nrrd = read("dicom-seg/dcmqi/liver_seg.nrrd", ct.target);
    ASSERT_NE(nrrd.labels, nullptr);
    EXPECT_TRUE(std::ranges::equal(nrrd.labels->labels(), map.labels->labels()));
}

TEST(LabelMapReader, LetsTheLaterSegmentWinAnOverlap)
{
    FOVEA_NEEDS_SHARED_DATA();
    const Ct ct = dicomCt("dicom-seg/dcmqi/ct-3slice");
    const auto map = read("dicom-seg/dcmqi/partial_overlaps.dcm", ct.target);
    ASSERT_NE(map.labels, nullptr);
    EXPECT_TRUE(hasNote(map, LabelMapNote::Kind::Overlap));
    EXPECT_EQ(countsOnSlice(*map.labels, 2), (std::map<int, std::size_t>{{3, 10509}}));
    // Whatever lies over it, the last segment keeps all its voxels.
    EXPECT_EQ(countsOnSlice(*map.labels, 0)[5], 4713u);
    EXPECT_EQ(countsOnSlice(*map.labels, 1)[3], 117u);
}

TEST(LabelMapReader, ReadsLabelMapSegmentations)
{
    FOVEA_NEEDS_SHARED_DATA();
    const Ct ct = dicomCt("dicom-seg/dcmqi-24x38x3/image");
    for (const char* name : {"sparse-labelmap-ppv5.dcm", "sparse-labelmap-noppv.dcm"}) {
        const auto map = read(std::string("dicom-seg/dcmqi/") + name, ct.target);
        ASSERT_NE(map.labels, nullptr);
        std::multiset<std::size_t> perSlice;
        for (int k = 0; k < 3; ++k)
            perSlice.insert(countsOnSlice(*map.labels, k)[1]);
        EXPECT_EQ(perSlice, (std::multiset<std::size_t>{0, 315, 315})) << name;
        EXPECT_EQ(map.labels->structures().at(0).anatomyId, "liver");
    }
}

TEST(LabelMapReader, RefusesWhatDoesNotBelong)
{
    FOVEA_NEEDS_SHARED_DATA();
    const Ct other = dicomCt("chest-ct-small/ct-64-dicom");
    EXPECT_EQ(refusal("dicom-seg/dcmqi/liver.dcm", other.target), ErrorCode::OtherPatient);
    EXPECT_EQ(refusal("chest-ct-small/ct-64.nrrd", other.target), ErrorCode::NotALabelMap);
    EXPECT_EQ(refusal("geometry/philips-localizer.dcm", other.target), ErrorCode::NotALabelMap);
    EXPECT_EQ(refusal("nasty/pydicom/zipMR.gz", other.target), ErrorCode::NotDicom);
    EXPECT_EQ(refusal("no-such-file.nii.gz", other.target), ErrorCode::FileNotFound);
    EXPECT_EQ(refusal("reports", other.target), ErrorCode::NoStructures);
    LabelMapTarget far = other.target;
    far.geometry.originMm[0] += 5000;
    EXPECT_EQ(refusal("chest-ct-small/wholeLung-64.nrrd", far), ErrorCode::GridMismatch);
}
