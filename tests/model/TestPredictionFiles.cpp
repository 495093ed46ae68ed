#include "model/evaluate/CsvTable.h"
#include "model/evaluate/PredictionFiles.h"
#include "model/evaluate/ctRateFindings.h"
#include "model/evaluate/patientOfVolume.h"

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace fovea {
namespace {

using testing::ElementsAre;

class PredictionFiles : public testing::Test {
protected:
    PredictionFiles()
    {
        std::string name =
            (std::filesystem::temp_directory_path() / "fovea-predictions-XXXXXX").string();
        m_folder = ::mkdtemp(name.data());
    }
    ~PredictionFiles() override { std::filesystem::remove_all(m_folder); }

    std::filesystem::path write(const std::string& name, const std::string& text) const
    {
        std::ofstream(m_folder / name, std::ios::binary) << text;
        return m_folder / name;
    }

    Result<PredictedCases> read(const std::string& predictions, const std::string& truth) const
    {
        return readPredictedCases(write("p.csv", predictions), write("t.csv", truth));
    }

    /// Arguments after the path.
    static std::vector<std::string> where(const Error& error)
    {
        return {error.arguments.begin() + 1, error.arguments.end()};
    }

    std::filesystem::path m_folder;
};

TEST_F(PredictionFiles, CsvAsRfc4180)
{
    const auto table = readCsv(write("a.csv", "\xEF\xBB\xBF\"Volume\",\"A, b\", C \r\n"
                                              "\r\n"
                                              "x,\"say \"\"hi\"\"\",\r\n"
                                              "\"two\nlines\",1,2\n"
                                              "y,3,4"));
    ASSERT_TRUE(table);
    EXPECT_THAT(table->columns, ElementsAre("Volume", "A, b", "C"));
    ASSERT_EQ(table->rows.size(), 3U);
    EXPECT_THAT(table->rows[0].cells, ElementsAre("x", "say \"hi\"", ""));
    EXPECT_EQ(table->rows[0].line, 3U);
    EXPECT_THAT(table->rows[1].cells, ElementsAre("two\nlines", "1", "2"));
    EXPECT_THAT(table->rows[2].cells, ElementsAre("y", "3", "4"));
    EXPECT_EQ(table->rows[2].line, 6U);
}

TEST_F(PredictionFiles, BrokenCsvNamesTheLine)
{
    const auto fails = [&](const std::string& text, ErrorCode code, const std::string& what) {
        const auto table = readCsv(write("a.csv", text));
        ASSERT_FALSE(table) << text;
        EXPECT_EQ(table.error().code, code) << text;
        EXPECT_EQ(table.error().arguments.back(), what) << text;
    };
    fails("v,a\nx,1\ny,2,3\n", ErrorCode::TableRowInvalid, "3");
    fails("v,a\nx\n", ErrorCode::TableRowInvalid, "2");
    fails("v,a\nx,\"1\n", ErrorCode::TableRowInvalid, "2");
    fails("v,a\nx,\"1\"2\n", ErrorCode::TableRowInvalid, "2");
    fails("v,a,a\nx,1,2\n", ErrorCode::TableColumnRepeated, "a");
    fails("", ErrorCode::TableColumnMissing, (m_folder / "a.csv").string());
    EXPECT_EQ(readCsv(m_folder / "absent.csv").error().code, ErrorCode::FileNotFound);
    EXPECT_EQ(readCsv(m_folder).error().code, ErrorCode::FileNotReadable);
}

TEST_F(PredictionFiles, ColumnsOfTheSameTitleBelongTogether)
{
    const auto cases = read("scan,Fracture,Own_name_with_parts\n"
                            "b.nii.gz,0.25,1\n"
                            "a,0.75,nan\n"
                            "only here,0.5,0.5\n",
                            "id,Own_name_with_parts,Fracture,Other\n"
                            "a.nii.gz,1,0,1\n"
                            "b,0,,0\n"
                            "c,0,1,0\n"
                            "d,0,1,0\n");
    ASSERT_TRUE(cases);
    EXPECT_EQ(cases->volumes, 2U);
    EXPECT_EQ(cases->onlyPredicted, 1U);
    EXPECT_EQ(cases->onlyLabelled, 2U);
    EXPECT_EQ(cases->emptyLabels, 1U);
    EXPECT_EQ(cases->patients, 2U);
    EXPECT_EQ(cases->unnamedPatients, 2U);
    EXPECT_THAT(cases->unansweredLabels, ElementsAre("Other"));
    ASSERT_EQ(cases->findings.size(), 2U);
    EXPECT_EQ(cases->findings[0].findingId, "Fracture");
    EXPECT_THAT(cases->findings[0].cases.scores, ElementsAre(0.75));
    EXPECT_THAT(cases->findings[0].cases.positive, ElementsAre(false));
    EXPECT_EQ(cases->findings[1].findingId, "Own_name_with_parts");
    EXPECT_EQ(cases->findings[1].cases.scores[0], 1.0);
    EXPECT_TRUE(std::isnan(cases->findings[1].cases.scores[1]));
    EXPECT_THAT(cases->findings[1].cases.positive, ElementsAre(false, true));
}

TEST_F(PredictionFiles, FvlmColumnsBelongToTheirFinding)
{
    const auto cases = read("file_name,lung_Atelectasis_Not Atelectatic._Atelectatic.,"
                            "kidney_Cyst_Not Cyst._Cyst.\n"
                            "valid_1_a_1.nii.gz,0.5,0.5\n"
                            "valid_1_b_2.nii.gz,0.5,0.5\n"
                            "train_1_a_1.nii.gz,0.5,0.5\n",
                            "VolumeName,Cyst,Atelectasis\n"
                            "valid_1_a_1.nii.gz,0,1\n"
                            "valid_1_b_2.nii.gz,0,1\n"
                            "train_1_a_1.nii.gz,1,0\n");
    ASSERT_TRUE(cases);
    ASSERT_EQ(cases->findings.size(), 2U);
    EXPECT_EQ(cases->findings[0].anatomyId, "lung");
    EXPECT_EQ(cases->findings[0].findingId, "atelectasis");
    EXPECT_THAT(cases->findings[0].cases.positive, ElementsAre(true, true, false));
    EXPECT_THAT(cases->findings[0].groups, ElementsAre(0U, 0U, 1U));
    EXPECT_EQ(cases->findings[1].anatomyId, "kidney");
    EXPECT_EQ(cases->findings[1].findingId, "Cyst");
    EXPECT_EQ(cases->patients, 2U);
    EXPECT_EQ(cases->unnamedPatients, 0U);
}

TEST_F(PredictionFiles, APatientColumnSaysWhoseAVolumeIs)
{
    const auto cases = read("v,A\nx,0.1\ny,0.2\nz,0.3\n", "v,patient,A\nx,p,0\ny,q,1\nz,p,1\n");
    ASSERT_TRUE(cases);
    EXPECT_THAT(cases->findings[0].groups, ElementsAre(0U, 1U, 0U));
    EXPECT_EQ(cases->patients, 2U);
    EXPECT_TRUE(cases->unansweredLabels.empty());
}

TEST_F(PredictionFiles, WhatIsWrongIsNamed)
{
    const auto fails = [&](const std::string& predictions, const std::string& truth, ErrorCode code,
                           const std::vector<std::string>& arguments) {
        const auto cases = read(predictions, truth);
        ASSERT_FALSE(cases) << predictions << truth;
        EXPECT_EQ(cases.error().code, code) << predictions << truth;
        EXPECT_EQ(where(cases.error()), arguments) << predictions << truth;
    };
    const std::string truth = "v,A\nx,1\n";
    const std::string truthPath = (m_folder / "t.csv").string();
    fails("v,A\nx,0.1\nx.nii,0.2\n", truth, ErrorCode::TableRowRepeated, {"3", "2"});
    fails("v,A\nx,high\n", truth, ErrorCode::TableCellInvalid, {"2", "A", "[0, 1]"});
    fails("v,A\nx,1.5\n", truth, ErrorCode::TableCellInvalid, {"2", "A", "[0, 1]"});
    fails("v,A\nx,inf\n", truth, ErrorCode::TableCellInvalid, {"2", "A", "[0, 1]"});
    fails("v,A\nx,\"0,5\"\n", truth, ErrorCode::TableCellInvalid, {"2", "A", "[0, 1]"});
    fails("v,A\nx,0.1\n", "v,A\nx,0.5\n", ErrorCode::TableCellInvalid, {"2", "A", "{0, 1}"});
    fails("v,A\n,0.1\n", truth, ErrorCode::TableCellEmpty, {"2", "v"});
    fails("v,A\nx,0.1\n", "v,patient,A\nx,,1\n", ErrorCode::TableCellEmpty, {"2", "patient"});
    fails("v,A,B\nx,0.1,0.2\n", truth, ErrorCode::TableColumnUnknown, {"B", truthPath});
    fails("v,a\nx,0.1\n", truth, ErrorCode::TableColumnUnknown, {"a", truthPath});
    fails("v,A,lung_A_Not A._A.\nx,0.1,0.2\n", truth, ErrorCode::TableColumnRepeated, {"A"});
    fails("v\nx\n", truth, ErrorCode::TableColumnMissing, {});
    fails("v,A\nz,0.1\n", truth, ErrorCode::TableNoCommonRow, {truthPath});
}

TEST(PatientOfVolume, OnlyFromCtRatesNames)
{
    EXPECT_EQ(patientOfVolume("valid_12_a_2"), "valid_12");
    EXPECT_EQ(patientOfVolume("train_7_bc_10"), "train_7");
    for (const char* other : {"valid_12_a", "valid_12_a_2_x", "12_valid_a_2", "valid_12_3_2",
                              "valid__a_2", "valid_12_a_", "", "CT1"})
        EXPECT_FALSE(patientOfVolume(other)) << other;
}

/// What the released model's answers on CT-RATE's validation set are known to give.
struct Published {
    const char* finding;
    double auc; ///< To four digits.
    double aucLow, aucHigh;
    double threshold, sensitivity, specificity, accuracy, weightedF1, precision, f1;
    double error; ///< To two digits.
    double a, b;
    double errorCalibrated;
};

// clang-format off
constexpr Published AllPublished[] = {
    {"emphysema", .7263, .692, .758, .576, .676, .680, .679, .710, .340, .452, .30, 0.850, -1.636, .02},
    {"atelectasis", .6660, .635, .698, .222, .671, .571, .594, .625, .324, .437, .17, 0.293, -0.865, .02},
    {"lung_nodule", .6394, .609, .665, .586, .543, .663, .609, .608, .568, .555, .12, 0.365, -0.204, .03},
    {"lung_opacity", .7244, .692, .751, .152, .660, .675, .669, .672, .566, .609, .19, 0.311, 0.046, .03},
    {"pulmonary_fibrotic_sequela", .6342, .600, .667, .515, .595, .616, .610, .630, .368, .455, .22, 1.263, -1.013, .03},
    {"pleural_effusion", .9208, .897, .946, .242, .800, .927, .911, .916, .605, .689, .03, 1.088, -0.274, .02},
    {"mosaic_attenuation_pattern", .8490, .810, .880, .444, .794, .758, .760, .812, .227, .353, .27, 1.280, -2.341, .01},
    {"peribronchial_thickening", .6698, .620, .714, .495, .605, .635, .631, .697, .179, .276, .37, 2.581, -1.981, .01},
    {"consolidation", .8356, .811, .864, .020, .789, .773, .776, .796, .452, .575, .09, 0.422, 0.082, .03},
    {"bronchiectasis", .7024, .654, .743, .495, .690, .646, .650, .716, .191, .300, .31, 0.391, -2.073, .03},
    {"interlobular_septal_thickening", .7922, .743, .835, .485, .715, .716, .716, .779, .183, .292, .35, 1.963, -2.370, .01},
    {"cardiomegaly", .9395, .924, .955, .434, .896, .841, .846, .870, .397, .551, .14, 1.026, -1.999, .02},
    {"pericardial_effusion", .8552, .809, .896, .333, .783, .829, .825, .862, .262, .393, .17, 0.874, -2.006, .01},
    {"coronary_artery_wall_calcification", .8591, .838, .877, .515, .843, .723, .753, .768, .507, .633, .27, 12.628, -1.934, .03},
    {"hiatal_hernia", .7318, .696, .766, .626, .635, .719, .708, .749, .267, .376, .37, 1.227, -2.153, .01},
    {"arterial_wall_calcification", .8955, .878, .912, .525, .813, .836, .830, .834, .663, .731, .28, 7.930, -1.319, .02},
};
// clang-format on

TEST(ReleasedModel, ItsPublishedFiguresAreReproduced)
{
    const std::filesystem::path folder =
        std::filesystem::path(FOVEA_SHARED_DIR) / "data/ct-rate-predictions";
    if (!std::filesystem::exists(folder))
        GTEST_SKIP() << "no shared sample data";
    const auto cases = readPredictedCases(folder / "predictions.csv", folder / "labels.csv");
    ASSERT_TRUE(cases);
    EXPECT_EQ(cases->volumes, 3006U);
    EXPECT_EQ(cases->onlyPredicted, 0U);
    EXPECT_EQ(cases->onlyLabelled, 33U);
    EXPECT_EQ(cases->unnamedPatients, 0U);
    EXPECT_THAT(cases->unansweredLabels, ElementsAre("Medical material", "Lymphadenopathy"));

    const auto all =
        measureFindings(cases->findings, cases->patients, MeasureOptions{}, Progress());
    ASSERT_TRUE(all);
    ASSERT_EQ(all->findings.size(), std::size(AllPublished));
    ASSERT_EQ(ctRateFindings().size(), std::size(AllPublished));
    constexpr double third = 0.0005 + 1e-9;
    constexpr double interval = 0.01; // Resampled with other numbers.
    constexpr double binned = 0.015;  // Binned and folded in another way.
    for (std::size_t i = 0; i < all->findings.size(); ++i) {
        const FindingMetrics& found = all->findings[i];
        const Published& known = AllPublished[i];
        SCOPED_TRACE(known.finding);
        EXPECT_EQ(found.findingId, known.finding);
        EXPECT_NEAR(*found.auc, known.auc, 0.00005 + 1e-9);
        EXPECT_NEAR(found.aucInterval->low, known.aucLow, interval);
        EXPECT_NEAR(found.aucInterval->high, known.aucHigh, interval);
        EXPECT_NEAR(*found.threshold, known.threshold, third);
        EXPECT_NEAR(found.operating->sensitivity.value, known.sensitivity, third);
        EXPECT_NEAR(found.operating->specificity.value, known.specificity, third);
        EXPECT_NEAR(found.operating->accuracy.value, known.accuracy, third);
        EXPECT_NEAR(found.operating->weightedF1.value, known.weightedF1, third);
        EXPECT_NEAR(found.operating->precision.value, known.precision, third);
        EXPECT_NEAR(found.operating->f1.value, known.f1, third);
        EXPECT_NEAR(found.calibration->error, known.error, binned);
        // Published without Platt's smoothed targets.
        EXPECT_NEAR(found.calibration->platt->a / known.a, 1.0, 0.02);
        EXPECT_NEAR(found.calibration->platt->b, known.b, 0.015);
        EXPECT_NEAR(*found.calibration->errorCalibrated, known.errorCalibrated, binned);
    }
    EXPECT_EQ(all->findings[0].unscored, 4);
    EXPECT_EQ(all->findings[11].unscored, 7);
    EXPECT_EQ(all->findings[14].unscored, 1);
    EXPECT_EQ(all->findings[15].unscored, 6);
    EXPECT_NEAR(all->meanAuc, 0.7776, 0.00005);
    EXPECT_NEAR(all->meanAucInterval->low, 0.768, 0.002);
    EXPECT_NEAR(all->meanAucInterval->high, 0.787, 0.002);
    EXPECT_NEAR(all->mean->accuracy.value, 0.723, third);
    EXPECT_NEAR(all->mean->weightedF1.value, 0.753, third);
    EXPECT_NEAR(all->mean->precision.value, 0.381, third);
    EXPECT_NEAR(all->mean->sensitivity.value, 0.719, third);
    EXPECT_NEAR(all->mean->specificity.value, 0.725, third);
}

} // namespace
} // namespace fovea
