#include "storage/DicomWriter.h"

#include "storage/SeriesReader.h"
#include "tests/storage/DicomCheck.h"
#include "tests/storage/SampleSeries.h"
#include "tests/storage/TemporaryFolder.h"

#include <cmath>
#include <gmock/gmock.h>
#include <set>

using namespace fovea;
using namespace fovea::test;

namespace {

/// Every voxel of the original is found at its patient position in the series read back.
void expectSamePlaces(const ImageGeometry& geometry)
{
    const TemporaryFolder folder;
    const VolumePtr volume = sampleVolume(geometry);
    const auto written = writeCtSeries(*volume, folder / "ct", samplePatient(), seeded(7));
    ASSERT_TRUE(written.ok()) << written.error().detail;
    const auto read = readSeries(pathsOf(*written), Progress());
    ASSERT_TRUE(read.ok()) << read.error().detail;
    const Volume& found = *read->volume;
    EXPECT_EQ(found.geometry().voxelCount(), geometry.voxelCount());
    int misplaced = 0;
    for (int k = 0; k < geometry.size[2]; ++k) {
        for (int j = 0; j < geometry.size[1]; ++j) {
            for (int i = 0; i < geometry.size[0]; ++i) {
                const Vec3 patient = geometry.indexToPatient({1.0 * i, 1.0 * j, 1.0 * k});
                const Vec3 index = found.geometry().patientToIndex(patient);
                Index3 nearest;
                for (std::size_t axis = 0; axis < 3; ++axis) {
                    nearest[axis] = static_cast<int>(std::lround(index[axis]));
                    ASSERT_NEAR(index[axis], nearest[axis], 1e-3);
                }
                ASSERT_TRUE(found.geometry().contains(nearest));
                misplaced += found.at(nearest) == volume->at({i, j, k}) ? 0 : 1;
            }
        }
    }
    EXPECT_EQ(misplaced, 0);
}

ImageGeometry oblique()
{
    ImageGeometry geometry = smallGeometry();
    const double c = std::cos(0.3);
    const double s = std::sin(0.3);
    const double d = std::cos(-0.7);
    const double t = std::sin(-0.7);
    geometry.axes = {Vec3{c, s, 0}, Vec3{-s * d, c * d, t}, Vec3{s * t, -c * t, d}};
    return geometry;
}

} // namespace

TEST(DicomWriter, KeepsPlacesOfAnAxialVolume)
{
    expectSamePlaces(smallGeometry());
}

TEST(DicomWriter, KeepsPlacesOfFlippedVolumes)
{
    ImageGeometry prone = smallGeometry();
    prone.axes = {Vec3{-1, 0, 0}, Vec3{0, -1, 0}, Vec3{0, 0, 1}};
    expectSamePlaces(prone);
    ImageGeometry leftHanded = smallGeometry();
    leftHanded.axes[2] = {0, 0, -1};
    expectSamePlaces(leftHanded);
    ImageGeometry coronal = smallGeometry();
    coronal.axes = {Vec3{1, 0, 0}, Vec3{0, 0, -1}, Vec3{0, 1, 0}};
    expectSamePlaces(coronal);
}

TEST(DicomWriter, KeepsPlacesOfAnObliqueVolume)
{
    expectSamePlaces(oblique());
    ImageGeometry leftHanded = oblique();
    leftHanded.axes[2] = leftHanded.axes[2] * -1.0;
    expectSamePlaces(leftHanded);
}

TEST(DicomWriter, WritesWhatAValidatorAccepts)
{
    const TemporaryFolder folder;
    CtSeriesOptions options = seeded(7);
    options.kiloVolts = 120;
    const auto written =
        writeCtSeries(*sampleVolume(oblique()), folder / "ct", samplePatient(), options);
    ASSERT_TRUE(written.ok());
    const std::string verdict = dciodvfy(written->instances.front().path);
    if (verdict.empty())
        GTEST_SKIP() << "no dciodvfy";
    EXPECT_THAT(verdict, testing::HasSubstr("CTImage"));
    EXPECT_THAT(verdict, testing::Not(testing::HasSubstr("Error")));
}

TEST(DicomWriter, MakesTheSameUidsFromTheSameSeed)
{
    const TemporaryFolder folder;
    const VolumePtr volume = sampleVolume(smallGeometry());
    const auto write = [&](const std::string& name, const CtSeriesOptions& options) {
        const auto written = writeCtSeries(*volume, folder / name, samplePatient(), options);
        EXPECT_TRUE(written.ok());
        return *written;
    };
    const WrittenSeries a = write("a", seeded(1));
    const WrittenSeries b = write("b", seeded(1));
    const WrittenSeries second = write("c", seeded(1, 2));
    const WrittenSeries other = write("d", seeded(2));
    const WrittenSeries random1 = write("e", CtSeriesOptions());
    const WrittenSeries random2 = write("f", CtSeriesOptions());
    EXPECT_EQ(a.studyInstanceUid, b.studyInstanceUid);
    EXPECT_EQ(a.seriesInstanceUid, b.seriesInstanceUid);
    EXPECT_EQ(a.instances[2].sopInstanceUid, b.instances[2].sopInstanceUid);
    EXPECT_EQ(a.studyInstanceUid, second.studyInstanceUid) << "two series of one study";
    EXPECT_EQ(a.frameOfReferenceUid, second.frameOfReferenceUid);
    EXPECT_NE(a.seriesInstanceUid, second.seriesInstanceUid);
    EXPECT_NE(a.studyInstanceUid, other.studyInstanceUid);
    EXPECT_NE(random1.studyInstanceUid, random2.studyInstanceUid);
    std::set<std::string> all;
    for (const WrittenSeries& series : {a, second, other, random1, random2}) {
        EXPECT_TRUE(all.insert(series.seriesInstanceUid).second) << "a UID twice";
        for (const WrittenInstance& instance : series.instances) {
            EXPECT_TRUE(all.insert(instance.sopInstanceUid).second) << "a UID twice";
            EXPECT_LE(instance.sopInstanceUid.size(), 64u);
            EXPECT_TRUE(instance.sopInstanceUid.starts_with("2.25."));
        }
    }
    CtSeriesOptions rooted = seeded(1);
    rooted.uids.root = "1.2.826.0.1.3680043.8";
    const WrittenSeries below = write("g", rooted);
    EXPECT_TRUE(below.studyInstanceUid.starts_with("1.2.826.0.1.3680043.8."));
    EXPECT_LE(below.studyInstanceUid.size(), 64u);
}

TEST(DicomWriter, WritesThePatientInUtf8)
{
    const TemporaryFolder folder;
    PatientStudy patient = samplePatient();
    patient.patientName = "Müller^Jörg=山田^太郎";
    patient.studyInstanceUid = "1.2.3.4";
    const auto written =
        writeCtSeries(*sampleVolume(smallGeometry()), folder / "ct", patient, seeded(1));
    ASSERT_TRUE(written.ok());
    EXPECT_EQ(written->studyInstanceUid, "1.2.3.4");
    const auto report = scanFolder(folder / "ct", Progress());
    ASSERT_TRUE(report.ok());
    ASSERT_EQ(report->studies.size(), 1u);
    const ScannedStudy& study = report->studies.front();
    EXPECT_EQ(study.patient.name, patient.patientName);
    EXPECT_EQ(study.patient.id, patient.patientId);
    EXPECT_EQ(study.patient.birthDate, "19700102");
    EXPECT_EQ(study.patient.sex, "F");
    EXPECT_EQ(study.studyInstanceUid, "1.2.3.4");
    EXPECT_EQ(study.date, "20240131");
    EXPECT_EQ(study.description, "CT chest");
    ASSERT_EQ(study.series.size(), 1u);
    EXPECT_EQ(study.series.front().seriesInstanceUid, written->seriesInstanceUid);
    EXPECT_EQ(study.series.front().frameOfReferenceUid, written->frameOfReferenceUid);
    EXPECT_EQ(study.series.front().description, "Thorax axial");
    ASSERT_FALSE(study.series.front().windows.empty());
    EXPECT_EQ(study.series.front().windows.front().width, 400);
}

TEST(DicomWriter, RefusesWhatDicomCannotSay)
{
    const TemporaryFolder folder;
    const VolumePtr volume = sampleVolume(smallGeometry());
    const auto code = [&](const PatientStudy& patient, const std::string& root) {
        CtSeriesOptions options = seeded(1);
        options.uids.root = root;
        const auto written = writeCtSeries(*volume, folder / "ct", patient, options);
        return written ? std::optional<ErrorCode>() : written.error().code;
    };
    PatientStudy sex = samplePatient();
    sex.sex = "male";
    EXPECT_EQ(code(sex, "2.25"), ErrorCode::BadOption);
    PatientStudy date = samplePatient();
    date.studyDate = "31.01.2024";
    EXPECT_EQ(code(date, "2.25"), ErrorCode::BadOption);
    for (const char* root : {"", "1..2", "1.2.", "1.02", "1.a", "1.2.3.4.5.6.7.8.9.10.11.12"})
        EXPECT_EQ(code(samplePatient(), root), ErrorCode::BadOption) << root;
    EXPECT_EQ(code(samplePatient(), "1.2.0"), std::nullopt);
}

TEST(DicomWriter, StopsWhenCancelled)
{
    const TemporaryFolder folder;
    std::stop_source stop;
    const Progress progress(stop.get_token(), [&](double) { stop.request_stop(); });
    const auto written = writeCtSeries(*sampleVolume(smallGeometry()), folder / "ct",
                                       samplePatient(), seeded(1), progress);
    ASSERT_FALSE(written.ok());
    EXPECT_EQ(written.error().code, ErrorCode::Cancelled);
}
