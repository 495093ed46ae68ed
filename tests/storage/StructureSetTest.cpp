#include "storage/CatalogFile.h"
#include "storage/ContourRaster.h"
#include "storage/Importer.h"
#include "storage/LabelMapReader.h"
#include "tests/storage/SampleSeries.h"
#include "tests/storage/SampleStructureSet.h"
#include "tests/storage/SharedData.h"
#include "tests/storage/Taken.h"
#include "tests/storage/TemporaryFolder.h"

#include <algorithm>
#include <cmath>

using namespace fovea;
using namespace fovea::test;

namespace {

const AnatomyCatalog& catalog()
{
    static const AnatomyCatalog shipped =
        *readCatalogFile(FOVEA_SOURCE_DIR "/resources/catalog/anatomies.json");
    return shipped;
}

ImageGeometry grid()
{
    ImageGeometry geometry;
    geometry.size = {20, 16, 9};
    geometry.spacingMm = {0.8, 0.7, 2.5};
    geometry.originMm = {-11, 40, -300};
    return geometry;
}

LabelMapTarget target(const ImageGeometry& geometry = grid())
{
    return {geometry, "2.25.11", "2.25.12"};
}

Result<LabelMapWithNotes> readBack(const SampleStructureSet& set, const LabelMapTarget& onto)
{
    const TemporaryFolder folder;
    EXPECT_TRUE(writeStructureSet(set, folder / "rt.dcm"));
    return readLabelMap(folder / "rt.dcm", onto, catalog(), {}, Progress());
}

LabelMapPtr labelsOf(const SampleStructureSet& set, const LabelMapTarget& onto = target())
{
    const auto read = readBack(set, onto);
    EXPECT_TRUE(read.ok()) << (read ? "" : read.error().detail);
    return read ? read->labels : nullptr;
}

/// A plane as text: '.' where nothing is, else the label.
std::vector<std::string> plane(const LabelMap& labels, int k)
{
    std::vector<std::string> rows;
    for (int j = 0; j < labels.geometry().size[1]; ++j) {
        std::string row;
        for (int i = 0; i < labels.geometry().size[0]; ++i) {
            const int label = labels.at({i, j, k});
            row += label == 0 ? '.' : static_cast<char>('0' + label);
        }
        rows.push_back(row);
    }
    return rows;
}

std::size_t countOn(const LabelMap& labels, int k, char label = '1')
{
    std::size_t count = 0;
    for (const std::string& row : plane(labels, k))
        count += static_cast<std::size_t>(std::ranges::count(row, label));
    return count;
}

bool hasNote(const LabelMapWithNotes& read, LabelMapNote::Kind kind, std::size_t count)
{
    return std::ranges::any_of(read.notes, [&](const LabelMapNote& note) {
        return note.kind == kind && note.count == count;
    });
}

} // namespace

TEST(ContourRaster, CountsCentresAndCoversEveryPixelOnce)
{
    const auto filled = [](std::vector<PlaneContour> contours) {
        std::vector<std::string> rows(6, std::string(8, '.'));
        std::vector<const PlaneContour*> all;
        for (const PlaneContour& contour : contours)
            all.push_back(&contour);
        fillEvenOdd(all, 8, 6, [&](int j, int first, int last) {
            for (int i = first; i <= last; ++i)
                rows[static_cast<std::size_t>(j)][static_cast<std::size_t>(i)] = '#';
        });
        return rows;
    };
    // A corner on a centre takes that centre at the upper left, and not at the lower right.
    EXPECT_EQ(filled({{0, {{1, 1}, {4, 1}, {4, 3}, {1, 3}}}}),
              (std::vector<std::string>{"........", ".###....", ".###....", "........", "........",
                                        "........"}));
    EXPECT_EQ(filled({{0, {{-3, -3}, {2.5, -3}, {2.5, 1.5}, {-3, 1.5}}}}),
              (std::vector<std::string>{"###.....", "###.....", "........", "........", "........",
                                        "........"}))
        << "cut off at the edge";
    // A hole as a contour of its own, and the same as one contour with a keyhole.
    const std::vector<std::string> ring{"........", ".#####..", ".#...#..",
                                        ".#...#..", ".#####..", "........"};
    EXPECT_EQ(filled({{0, {{0.5, 0.5}, {5.5, 0.5}, {5.5, 4.5}, {0.5, 4.5}}},
                      {0, {{1.5, 1.5}, {4.5, 1.5}, {4.5, 3.5}, {1.5, 3.5}}}}),
              ring);
    EXPECT_EQ(filled({{0,
                       {{0.5, 0.5},
                        {5.5, 0.5},
                        {5.5, 4.5},
                        {0.5, 4.5},
                        {0.5, 2},
                        {1.5, 2},
                        {1.5, 3.5},
                        {4.5, 3.5},
                        {4.5, 1.5},
                        {1.5, 1.5},
                        {1.5, 2},
                        {0.5, 2}}}}),
              ring);
}

TEST(StructureSet, FillsContoursHolesAndOverlaps)
{
    const ImageGeometry geometry = grid();
    SampleStructureSet set;
    SampleRegion lung{"Lung_R", {}};
    SampleRegion heart{"Heart", {}};
    for (int k = 6; k >= 2; --k) { // From high to low, as planning systems may write them.
        lung.contours.push_back(rectangle(geometry, {1.5, 2.5, 9.5, 10.5}, k));
        lung.contours.push_back(rectangle(geometry, {3.5, 4.5, 6.5, 7.5}, k));
        heart.contours.push_back(rectangle(geometry, {8.5, 2.5, 12.5, 5.5}, k));
    }
    set.regions = {lung, heart};
    const auto read = readBack(set, target());
    ASSERT_TRUE(read.ok()) << read.error().detail;
    const LabelMap& labels = *read->labels;
    for (int k = 0; k < 9; ++k) {
        const bool inside = k >= 2 && k <= 6;
        EXPECT_EQ(countOn(labels, k, '1'), inside ? 64u - 9u - 3u : 0u) << k;
        EXPECT_EQ(countOn(labels, k, '2'), inside ? 12u : 0u) << k;
    }
    EXPECT_EQ(plane(labels, 4)[6], "..11...111..........") << "the hole";
    EXPECT_TRUE(hasNote(*read, LabelMapNote::Kind::Overlap, 15));
    ASSERT_EQ(labels.structures().size(), 2u);
    EXPECT_EQ(labels.structures()[0].anatomyId, "lung");
    EXPECT_EQ(labels.structures()[0].side, Side::Right);
    EXPECT_EQ(labels.structures()[1].anatomyId, "heart");
}

TEST(StructureSet, LeavesMissingSlicesEmptyAndFillsBetweenWideOnes)
{
    const ImageGeometry geometry = grid();
    const std::array<double, 4> box{1.5, 2.5, 5.5, 6.5};
    SampleStructureSet set;
    set.regions = {{"Heart", {}}};
    for (const int k : {0, 1, 2, 3, 6, 7, 8})
        set.regions[0].contours.push_back(rectangle(geometry, box, k));
    const auto holed = readBack(set, target());
    ASSERT_TRUE(holed.ok());
    for (int k = 0; k < 9; ++k)
        EXPECT_EQ(countOn(*holed->labels, k), k == 4 || k == 5 ? 0u : 16u) << k;
    EXPECT_TRUE(hasNote(*holed, LabelMapNote::Kind::MissingContours, 1));

    // Every second slice: what is between belongs to both.
    set.regions[0].contours.clear();
    for (const int k : {2, 4, 6})
        set.regions[0].contours.push_back(rectangle(geometry, box, k));
    const auto wide = readBack(set, target());
    ASSERT_TRUE(wide.ok());
    for (int k = 0; k < 9; ++k)
        EXPECT_EQ(countOn(*wide->labels, k), k >= 1 && k <= 7 ? 16u : 0u) << k;
    EXPECT_TRUE(wide->notes.empty());

    // Twice as many contours as slices, which must not cancel each other out.
    set.regions[0].contours.clear();
    for (int half = 4; half <= 12; ++half)
        set.regions[0].contours.push_back(rectangle(geometry, box, half / 2.0));
    const LabelMapPtr dense = labelsOf(set);
    ASSERT_NE(dense, nullptr);
    for (int k = 0; k < 9; ++k)
        EXPECT_EQ(countOn(*dense, k), k >= 2 && k <= 6 ? 16u : 0u) << k;
}

TEST(StructureSet, FollowsTheGridHoweverItLies)
{
    // Slices that descend, rows to the patient's right, and a plane tilted about x.
    ImageGeometry geometry = grid();
    const double c = std::cos(0.3);
    const double s = std::sin(0.3);
    geometry.axes = {Vec3{-1, 0, 0}, Vec3{0, c, s}, Vec3{0, s, -c}};
    SampleStructureSet set;
    set.regions = {{"Heart",
                    {rectangle(geometry, {1.5, 2.5, 5.5, 6.5}, 3),
                     rectangle(geometry, {1.5, 2.5, 4.5, 6.5}, 4)}}};
    const LabelMapPtr labels = labelsOf(set, target(geometry));
    ASSERT_NE(labels, nullptr);
    EXPECT_EQ(countOn(*labels, 3), 16u);
    EXPECT_EQ(countOn(*labels, 4), 12u);
    EXPECT_EQ(plane(*labels, 4)[3], "..111...............");
}

TEST(StructureSet, RefusesWhatDoesNotBelongAndLeavesOutWhatEnclosesNothing)
{
    const ImageGeometry geometry = grid();
    SampleStructureSet set;
    set.regions = {{"Heart", {rectangle(geometry, {1.5, 2.5, 5.5, 6.5}, 3)}}};
    const auto refusal = [](const SampleStructureSet& sample) {
        const auto read = readBack(sample, target());
        return read ? std::optional<Error>() : std::optional(read.error());
    };
    EXPECT_EQ(refusal(set), std::nullopt);
    SampleStructureSet other = set;
    other.frameOfReferenceUid = "2.25.99";
    EXPECT_EQ(refusal(other)->code, ErrorCode::OtherPatient);
    EXPECT_EQ(refusal(other)->arguments.at(0), "frame of reference");
    other.frameOfReferenceUid = "";
    EXPECT_EQ(refusal(other), std::nullopt) << "the study says it";
    other.studyUid = "2.25.98";
    EXPECT_EQ(refusal(other)->arguments.at(0), "study");
    other.frameOfReferenceUid = set.frameOfReferenceUid;
    EXPECT_EQ(refusal(other), std::nullopt) << "a planning study of the same scan";

    SampleStructureSet points = set;
    points.regions[0].type = "POINT";
    EXPECT_EQ(refusal(points)->code, ErrorCode::NoStructures);
    points.regions.push_back(set.regions[0]);
    const auto read = readBack(points, target());
    ASSERT_TRUE(read.ok());
    EXPECT_TRUE(hasNote(*read, LabelMapNote::Kind::LeftOutStructures, 1));
    EXPECT_EQ(read->labels->structures().at(0).label, 2);

    SampleStructureSet sagittal = set;
    sagittal.regions[0].contours = {{geometry.indexToPatient({3, 1, 1}),
                                     geometry.indexToPatient({3, 8, 1}),
                                     geometry.indexToPatient({3, 8, 6})}};
    EXPECT_EQ(refusal(sagittal)->code, ErrorCode::GridMismatch);
    SampleStructureSet far = set;
    for (Vec3& point : far.regions[0].contours[0])
        point[0] += 500;
    EXPECT_EQ(refusal(far)->code, ErrorCode::GridMismatch);
    far.regions[0].contours[0][1][2] = 1e7;
    EXPECT_EQ(refusal(far)->code, ErrorCode::BrokenFile);
    EXPECT_EQ(refusal(SampleStructureSet())->code, ErrorCode::NoStructures);
}

TEST(StructureSet, MeasuresAThoraxAsItWasContoured)
{
    FOVEA_NEEDS_SHARED_DATA();
    ImageGeometry geometry;
    geometry.size = {512, 512, 130};
    geometry.spacingMm = {0.976562, 0.976562, 3};
    geometry.originMm = {-249.511719, -483.011719, -640.200012};
    const auto read = readLabelMap(sharedData("rtstruct/lctsc-S1-101/RT.dcm"), {geometry, {}, {}},
                                   catalog(), {}, Progress());
    ASSERT_TRUE(read.ok()) << read.error().detail;
    const LabelMap& labels = *read->labels;
    // Areas of the contours times 3 mm (the samples' README); a slim structure has few voxels.
    struct Expected {
        const char* anatomy;
        Side side;
        double ml;
        double tolerance;
    };
    for (const auto& [anatomy, side, ml, tolerance] :
         {Expected{"spinal_cord", Side::None, 62.68, 0.02},
          Expected{"lung", Side::Right, 2139.07, 0.005},
          Expected{"lung", Side::Left, 1780.88, 0.005},
          Expected{"heart", Side::None, 747.04, 0.005},
          Expected{"esophagus", Side::None, 27.72, 0.03}})
    {
        const auto found = std::ranges::find_if(labels.structures(), [&](const Structure& each) {
            return each.anatomyId == anatomy && each.side == side;
        });
        ASSERT_NE(found, labels.structures().end()) << anatomy;
        const double measured =
            static_cast<double>(found->voxelCount) * geometry.voxelVolumeMm3() / 1000;
        EXPECT_NEAR(measured, ml, tolerance * ml) << anatomy;
    }
    EXPECT_TRUE(hasNote(*read, LabelMapNote::Kind::MissingContours, 1)) << "15 mm of the heart";
    const auto middleOf = [&](Side side) {
        const auto found = std::ranges::find(labels.structures(), side, &Structure::side);
        return geometry.indexToPatient({(found->low[0] + found->high[0]) / 2.0, 0, 0})[0];
    };
    EXPECT_GT(middleOf(Side::Left), middleOf(Side::Right) + 100);
    EXPECT_EQ(readLabelMap(sharedData("rtstruct/lctsc-S1-101/RT.dcm"), {geometry, {}, "2.25.1"},
                           catalog(), {}, Progress())
                  .error()
                  .code,
              ErrorCode::OtherPatient);
}

TEST(StructureSet, ComesIntoTheArchiveWithTheSeriesItNames)
{
    FOVEA_NEEDS_SHARED_DATA();
    const TemporaryFolder folder;
    auto database = StudyDatabase::open(folder / "archive");
    const auto scan = scanFolder(sharedData("rtstruct"), Progress());
    ASSERT_TRUE(database.ok() && scan.ok());
    // One of the four was made from another, identity included.
    ASSERT_EQ(scan->leftOut.size(), 1u);
    EXPECT_EQ(scan->leftOut[0].reason.arguments.at(0), "SOPInstanceUID");
    const auto summary = importScan(*database, *scan, ImportMode::Copy);
    ASSERT_TRUE(summary.ok());
    EXPECT_EQ(summary->seriesAdded, 2);
    EXPECT_EQ(summary->labelMapsTaken, 3);
    const auto again = importScan(*database, *scan, ImportMode::Copy);
    ASSERT_TRUE(again.ok());
    EXPECT_EQ(again->labelMapsTaken, 0);
    EXPECT_EQ(again->labelMapsAlreadyThere, 3);
}
