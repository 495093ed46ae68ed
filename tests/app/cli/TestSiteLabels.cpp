#include "app/work/siteCalibrationFile.h"
#include "app/work/siteLabels.h"
#include "tests/storage/TemporaryFolder.h"

#include <fstream>
#include <gtest/gtest.h>

namespace fovea {
namespace {

ModelInfo model()
{
    ModelInfo info;
    info.name = "Small";
    info.fingerprint = "f";
    info.findings = {{"lung", "nodule", "Lung nodule", {"a"}, {"b"}},
                     {"heart", "cardiomegaly", "Cardiomegaly", {"c"}, {"d"}}};
    return info;
}

/// An archive with 60 analyzed studies, two per patient; study n has scores n / 100.
class SiteLabelsTest : public ::testing::Test {
protected:
    SiteLabelsTest()
        : database(std::move(*StudyDatabase::open(folder.path())))
    {
        for (int n = 0; n < 60; ++n)
            studies.push_back(addStudy(n));
    }

    std::int64_t addStudy(int n)
    {
        SeriesEntry entry;
        entry.study.studyInstanceUid = "1.2." + std::to_string(n);
        entry.study.patient.patientId = "P" + std::to_string(n / 2);
        entry.series.seriesInstanceUid = entry.study.studyInstanceUid + ".1";
        const auto series = database.addSeries(entry);
        LabelMapRecord labels;
        labels.seriesId = series->seriesId;
        labels.path = "/labels/" + std::to_string(n);
        const auto map = database.addLabelMap(labels);
        StudyAnalysis analysis;
        analysis.modelFingerprint = "f";
        analysis.findings = {{"lung", "nodule", "", n / 100.0, {}, {}, {}},
                             {"heart", "cardiomegaly", "", n / 100.0, {}, {}, {}}};
        EXPECT_TRUE(database.saveAnalysis(series->seriesId, map->id, analysis));
        return series->studyId;
    }

    test::TemporaryFolder folder;
    StudyDatabase database;
    std::vector<std::int64_t> studies;
};

TEST_F(SiteLabelsTest, VerdictsMakeACalibrationThatTheWindowReads)
{
    for (std::size_t n = 0; n < studies.size(); ++n) {
        const bool accepted = n >= 35 || n % 7 == 3;
        ASSERT_TRUE(database.saveVerdict({studies[n], "lung", "nodule",
                                          accepted ? Verdict::Accepted : Verdict::Rejected, "",
                                          "reader", ""}));
    }
    const auto labels = labelsFromVerdicts(database, model());
    ASSERT_TRUE(labels);
    ASSERT_EQ(labels->findings.size(), 1U);
    EXPECT_EQ(labels->patients, 30U);
    EXPECT_EQ(labels->findings[0].cases.scores.size(), 60U);
    EXPECT_EQ(labels->findings[0].groups[0], labels->findings[0].groups[1]);

    const auto fitted = calibrateFindings(labels->findings, labels->patients);
    ASSERT_EQ(fitted[0].outcome, CalibratedFinding::Outcome::Calibrated);
    SiteCalibration calibration{"f", "2026-01-02T03:04:05Z", {}};
    calibration.findings[fitted[0].key] = fitted[0].reference;
    EXPECT_FALSE(readSiteCalibration(folder.path(), "f")->has_value());
    ASSERT_TRUE(writeSiteCalibration(folder.path(), calibration));
    const auto read = readSiteCalibration(folder.path(), "f");
    ASSERT_TRUE(read && read->has_value());
    EXPECT_EQ((*read)->findings.begin()->second.labels, 60);
    EXPECT_FALSE(readSiteCalibration(folder.path(), "another")->has_value());
    std::ofstream(siteCalibrationFile(folder.path(), "f")) << "{";
    EXPECT_EQ(readSiteCalibration(folder.path(), "f").error().code, ErrorCode::MetadataBroken);
}

TEST_F(SiteLabelsTest, ATableNamesStudiesAndFindings)
{
    const std::filesystem::path file = folder / "labels.csv";
    std::ofstream(file) << "study,nodule,heart/cardiomegaly\n1.2.3,1,0\n1.2.8,0,\n9.9,1,1\n";
    const auto labels = labelsFromTable(database, model(), file);
    ASSERT_TRUE(labels);
    EXPECT_EQ(labels->withoutScore, 1U);
    ASSERT_EQ(labels->findings.size(), 2U);
    EXPECT_EQ(labels->findings[0].cases.scores, (std::vector{0.03, 0.08}));
    EXPECT_EQ(labels->findings[0].cases.positive, (std::vector{true, false}));
    EXPECT_EQ(labels->findings[1].anatomyId, "heart");
    EXPECT_EQ(labels->findings[1].cases.scores, (std::vector{0.03}));

    std::ofstream(file) << "study,gout\n1.2.3,1\n";
    EXPECT_EQ(labelsFromTable(database, model(), file).error().code, ErrorCode::TableColumnUnknown);
    std::ofstream(file) << "study,nodule\n9.9,1\n";
    EXPECT_EQ(labelsFromTable(database, model(), file).error().code, ErrorCode::TableNoCommonRow);
}

} // namespace
} // namespace fovea
