#include "app/work/tuning/TuningSet.h"
#include "app/work/tuning/pastedReports.h"
#include "app/work/tuning/tuningSource.h"
#include "storage/CatalogFile.h"
#include "storage/DicomWriter.h"
#include "storage/Importer.h"
#include "storage/PhantomStudies.h"
#include "tests/app/tuning/siteRules.h"
#include "tests/storage/TemporaryFolder.h"

#include <algorithm>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

namespace fovea {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Not;
using Code = TuningProblem::Code;

constexpr const char* Ill = "There is a right pleural effusion. No emphysema.";
constexpr const char* Well = "No pleural effusion. The heart is normal in size.";

class TuningSetTest : public ::testing::Test {
protected:
    TuningSetTest()
        : database(std::move(*StudyDatabase::open(folder / "archive")))
    {
        request.asked = test::askedFindings();
        request.anatomyIds = {"lung", "heart"};
        request.modelName = "Small";
        request.compareImages = false; // There are no files.
    }

    /// Study n of patient n / 2, with accession number "A<n>" and UID "1.2.<n>".
    std::int64_t addStudy(int n, bool withLabels = true, const std::string& modality = "CT")
    {
        SeriesEntry entry;
        entry.study.studyInstanceUid = "1.2." + std::to_string(n);
        entry.study.accessionNumber = "A" + std::to_string(n);
        entry.study.description = "Thorax";
        entry.study.patient.patientId = "P" + std::to_string(n / 2);
        entry.series.seriesInstanceUid = entry.study.studyInstanceUid + ".1";
        entry.series.modality = modality;
        const auto stored = database.addSeries(entry);
        EXPECT_TRUE(stored);
        if (withLabels) {
            LabelMapRecord labels;
            labels.seriesId = stored->seriesId;
            labels.path = "/labels/" + std::to_string(n);
            EXPECT_TRUE(database.addLabelMap(labels));
        }
        return stored->studyId;
    }
    std::vector<std::int64_t> addStudies(int count)
    {
        std::vector<std::int64_t> ids;
        for (int n = 0; n < count; ++n)
            ids.push_back(addStudy(n));
        return ids;
    }

    std::filesystem::path file(const std::string& name, const std::string& text)
    {
        std::ofstream(folder / name, std::ios::binary) << text;
        return folder / name;
    }
    /// Every third of `count` studies has an effusion.
    void reports(int count)
    {
        std::string table = "accession,report\n";
        for (int n = 0; n < count; ++n)
            table += "A" + std::to_string(n) + ",\"" + (n % 3 == 0 ? Ill : Well) + "\"\n";
        request.reports = file("reports.csv", table);
    }
    Result<TuningSet> gather()
    {
        return gatherTuningSet(database, request, test::siteRules(), Progress());
    }
    static TuningProblem problem(Code code, std::vector<std::string> arguments)
    {
        return {code, std::move(arguments)};
    }

    test::TemporaryFolder folder;
    StudyDatabase database;
    TuningRequest request;
};

TEST_F(TuningSetTest, ReportsBecomeLabelsAndATable)
{
    addStudies(60);
    reports(60);
    const auto set = gather();
    ASSERT_TRUE(set);
    ASSERT_EQ(set->studies.size(), 60U);
    ASSERT_EQ(set->counts.size(), 4U);
    const LabelCount& effusion = set->counts[0];
    EXPECT_EQ(effusion.present[0] + effusion.present[1] + effusion.present[2], 20);
    EXPECT_EQ(effusion.absent[0] + effusion.absent[1] + effusion.absent[2], 40);
    EXPECT_GE(effusion.present[2], 3);
    EXPECT_THAT(set->problems, Contains(problem(Code::NothingKnown, {"lung", "gout"})));
    EXPECT_THAT(set->problems,
                Contains(problem(Code::OneSided, {"lung", "emphysema", "absent", "60"})));
    EXPECT_THAT(set->problems,
                Not(Contains(testing::Field(&TuningProblem::code, Code::TooFewStudies))));
    EXPECT_EQ(set->studies.front().regions.size(), 2U);
}

TEST_F(TuningSetTest, PastedTextsStandForAReportUntilItIsCorrectedWhole)
{
    addStudies(3);
    reports(3); // Study 0 alone has an effusion.
    const auto rules = test::siteRules();
    const auto effusions = [&] {
        std::vector<bool> there;
        const auto set = gather();
        EXPECT_TRUE(set);
        for (const TuningStudy& study : set->studies) {
            const auto label = study.labels.find({"lung", "pleural_effusion"});
            there.push_back(label != study.labels.end() && label->second);
        }
        return there;
    };
    EXPECT_EQ(effusions(), (std::vector{true, false, false}));
    ASSERT_TRUE(writePastedReport(folder / "archive", "1.2.1", takeApart(Ill, rules)));
    ASSERT_TRUE(writePastedReport(folder / "archive", "1.2.0", takeApart(Well, rules)));
    // One that is not in the archive is nobody's problem.
    ASSERT_TRUE(writePastedReport(folder / "archive", "9.9.9", takeApart(Ill, rules)));
    EXPECT_EQ(effusions(), (std::vector{false, true, false}));
    const auto set = gather();
    ASSERT_TRUE(set);
    for (const TuningProblem& one : set->problems)
        EXPECT_NE(one.code, Code::RowWithoutStudy);
    const auto kept = readPastedReport(folder / "archive", "1.2.1");
    ASSERT_TRUE(kept);
    EXPECT_EQ(*kept, takeApart(Ill, rules));

    request.corrections = file("corrections.csv", std::string("study,text\nA1,\"") + Well + "\"\n");
    EXPECT_EQ(effusions(), (std::vector{false, false, false}));
    request.corrections.clear();
    ASSERT_TRUE(writePastedReport(folder / "archive", "1.2.0", {}));
    EXPECT_EQ(effusions(), (std::vector{true, true, false}));
}

TEST_F(TuningSetTest, APatientIsInOneSplitAndStaysThere)
{
    addStudies(40);
    reports(60);
    auto set = gather();
    ASSERT_TRUE(set);
    std::map<std::string, TuningSplit> splits;
    std::map<std::int64_t, TuningSplit> before;
    for (const TuningStudy& study : set->studies) {
        const auto [known, isNew] = splits.emplace(study.patient, study.split);
        EXPECT_EQ(known->second, study.split) << "study " << study.studyId;
        before[study.studyId] = study.split;
    }
    EXPECT_EQ(splits.size(), 20U);
    ASSERT_TRUE(writePatientSplit(database.folder(), set->split));
    for (int n = 40; n < 60; ++n)
        addStudy(n);
    set = gather();
    ASSERT_TRUE(set);
    EXPECT_EQ(set->studies.size(), 60U);
    for (const TuningStudy& study : set->studies) {
        const auto known = before.find(study.studyId);
        EXPECT_TRUE(known == before.end() || known->second == study.split) << study.studyId;
    }
    request.seed = 2;
    EXPECT_EQ(gather().error().code, ErrorCode::BadOption);
}

TEST_F(TuningSetTest, RowsThatMeanNoStudyAreToldByTheirLines)
{
    addStudies(4);
    request.reports =
        file("reports.csv", "\xEF\xBB\xBFstudy,report\r\nA0,\"First,\nof two\"\r\n1.2.0,\"" +
                                std::string(Ill) + "\"\r\nA99,Lost.\r\n,No key.\r\n A1 ," + Well +
                                "\r\nA2,Guten Tag.\r\n");
    const auto set = gather();
    ASSERT_TRUE(set);
    EXPECT_THAT(set->problems, Contains(problem(Code::RowRepeated, {"2"})));
    EXPECT_THAT(set->problems, Contains(problem(Code::RowWithoutStudy, {"5"})));
    EXPECT_THAT(set->problems, Contains(problem(Code::RowWithoutStudy, {"6"})));
    EXPECT_THAT(set->problems, Contains(problem(Code::ReportNotUnderstood, {"3"})));
    EXPECT_THAT(set->problems, Contains(problem(Code::StudyWithoutLabels, {"3"})));
    EXPECT_THAT(set->problems, Contains(problem(Code::StudyWithoutReport, {"4"})));
    ASSERT_EQ(set->studies.size(), 2U);
    EXPECT_TRUE(set->studies[0].labels.at({"lung", "pleural_effusion"}));
    EXPECT_FALSE(set->studies[1].labels.at({"lung", "pleural_effusion"}));
}

TEST_F(TuningSetTest, AnAccessionNumberOfTwoStudiesIsNotGuessed)
{
    addStudy(0);
    SeriesEntry entry;
    entry.study.studyInstanceUid = "9.9";
    entry.study.accessionNumber = "A0";
    entry.series.seriesInstanceUid = "9.9.1";
    ASSERT_TRUE(database.addSeries(entry));
    reports(1);
    const auto set = gather();
    ASSERT_TRUE(set);
    EXPECT_THAT(set->problems, Contains(problem(Code::RowAmbiguous, {"2"})));
    EXPECT_THAT(set->studies, IsEmpty());
}

TEST_F(TuningSetTest, WhatCannotBeLearntFromIsLeftOutWithAWord)
{
    addStudy(0, false);
    addStudy(1, true, "MR");
    addStudy(2);
    reports(3);
    const auto set = gather();
    ASSERT_TRUE(set);
    EXPECT_THAT(set->problems, Contains(problem(Code::NoLabelMap, {"1"})));
    EXPECT_THAT(set->problems, Contains(problem(Code::NoSeries, {"2"})));
    EXPECT_EQ(set->studies.size(), 1U);
    EXPECT_THAT(set->problems, Contains(testing::Field(&TuningProblem::code, Code::TooFewStudies)));
}

TEST_F(TuningSetTest, VerdictsAndATableAreLabelsToo)
{
    const auto ids = addStudies(6);
    ASSERT_TRUE(database.saveVerdict(
        {ids[0], "lung", "pleural_effusion", Verdict::Rejected, "", "reader", ""}));
    ASSERT_TRUE(database.saveVerdict(
        {ids[1], "heart", "cardiomegaly", Verdict::Open, "unsure", "reader", ""}));
    request.labels = file("labels.csv", "study,pleural_effusion,heart/cardiomegaly\n"
                                        "A0,1,\n1.2.2,0,1\nA77,1,1\n");
    auto set = gather();
    ASSERT_TRUE(set);
    ASSERT_EQ(set->studies.size(), 2U);
    EXPECT_FALSE(set->studies[0].labels.at({"lung", "pleural_effusion"}));
    EXPECT_THAT(set->problems,
                Contains(problem(Code::LabelsDisagree, {"1", "lung", "pleural_effusion"})));
    EXPECT_TRUE(set->studies[1].labels.at({"heart", "cardiomegaly"}));
    EXPECT_EQ(set->counts[1].unknown[0] + set->counts[1].unknown[1] + set->counts[1].unknown[2], 2);
    request.verdicts = false;
    set = gather();
    EXPECT_TRUE(set->studies[0].labels.at({"lung", "pleural_effusion"}));
    request.labels = file("labels.csv", "study,unheard_of\nA0,1\n");
    EXPECT_EQ(gather().error().code, ErrorCode::TableColumnUnknown);
}

TEST_F(TuningSetTest, CorrectionsStandForReports)
{
    addStudies(2);
    reports(2);
    request.corrections = file("corrections.csv", "study,anatomy,text\n"
                                                  "A0,lung,No effusion.\n"
                                                  "A1,,Severe emphysema.\n");
    const auto set = gather();
    ASSERT_TRUE(set);
    EXPECT_FALSE(set->studies[0].labels.at({"lung", "pleural_effusion"}));
    EXPECT_TRUE(set->studies[1].labels.at({"lung", "emphysema"}));
}

TEST_F(TuningSetTest, AGivenSplitMayNotTearAPatientApart)
{
    addStudies(6);
    reports(6);
    request.split = file("split.csv", "study,split\nA0,training\nA1,training\nA2,validation\n"
                                      "A3,test\nA4,test\n");
    auto set = gather();
    ASSERT_TRUE(set);
    ASSERT_NE(set->obstacle(), nullptr);
    EXPECT_EQ(*set->obstacle(), problem(Code::PatientInTwoSplits, {"4", "3"}));
    EXPECT_THAT(set->problems, Contains(problem(Code::StudyWithoutSplit, {"6"})));
    EXPECT_EQ(set->studies.size(), 5U);

    request.split = file("split.csv", "study,split\nA0,training\nA1,training\nA2,test\nA3,test\n");
    set = gather();
    EXPECT_EQ(set->obstacle(), nullptr);
    EXPECT_EQ(set->of(TuningSplit::Test).size(), 2U);
    ASSERT_TRUE(writePatientSplit(database.folder(), set->split));
    // What judged a model once may not teach the next.
    request.split = file("split.csv", "study,split\nA0,training\nA2,training\n");
    set = gather();
    ASSERT_NE(set->obstacle(), nullptr);
    EXPECT_EQ(*set->obstacle(), problem(Code::PatientInTwoSplits, {"3", "0"}));
    request.split = file("split.csv", "study,split\nA0,exam\n");
    EXPECT_EQ(gather().error().code, ErrorCode::TableCellInvalid);
}

TEST_F(TuningSetTest, SearchesAndPhantomsAmongPatients)
{
    addStudies(3);
    SeriesEntry entry;
    entry.study.studyInstanceUid = std::string(phantomUidRoot) + "7";
    entry.study.patient.patientId = std::string(phantomPatientPrefix) + "7";
    entry.study.description = phantomDescription;
    entry.series.seriesInstanceUid = "2.25.8";
    ASSERT_TRUE(database.addSeries(entry));
    reports(3);
    auto set = gather();
    ASSERT_TRUE(set);
    EXPECT_THAT(set->problems, Contains(problem(Code::PhantomsAmongPatients, {"1", "3"})));
    request.query.text = "thorax";
    set = gather();
    EXPECT_THAT(set->problems,
                Not(Contains(testing::Field(&TuningProblem::code, Code::PhantomsAmongPatients))));
    EXPECT_EQ(set->studies.size(), 3U);
}

/// Real files: two studies with images of their own, and a copy of the first under other names.
class TuningFilesTest : public TuningSetTest {
protected:
    TuningFilesTest()
        : catalog(readCatalogFile(std::filesystem::path(FOVEA_SOURCE_DIR) /
                                  "resources/catalog/anatomies.json")
                      .value())
    {
        request.compareImages = true;
        addFiles(1, 1);
        addFiles(2, 2);
        addFiles(3, 1);
        request.labels = file("labels.csv", "study,pleural_effusion\nF1,1\nF2,0\nF3,0\n");
    }

    void addFiles(int n, int content)
    {
        const auto place = folder / ("ct" + std::to_string(n));
        ImageGeometry geometry;
        geometry.size = {8, 8, 4};
        geometry.spacingMm = {2, 2, 3};
        std::vector<std::int16_t> voxels(geometry.voxelCount());
        for (std::size_t v = 0; v < voxels.size(); ++v)
            voxels[v] = static_cast<std::int16_t>((v * 7 + static_cast<std::size_t>(content)) % 99);
        PatientStudy patient;
        patient.patientId = "F" + std::to_string(n);
        patient.accessionNumber = patient.patientId;
        CtSeriesOptions options;
        options.uids.seed = static_cast<std::uint64_t>(n);
        const auto written =
            writeCtSeries(*Volume::create(geometry, voxels), place, patient, options);
        ASSERT_TRUE(written);
        const auto imported =
            importScan(database, *scanFolder(place, {}), ImportMode::Reference, {});
        ASSERT_TRUE(imported);
        Structure lung;
        lung.label = 1;
        lung.name = "lung_lower_lobe_right";
        lung.anatomyId = "lung";
        std::vector<std::uint16_t> labels(geometry.voxelCount());
        std::fill_n(labels.begin(), 100, std::uint16_t{1});
        std::vector<std::filesystem::path> files;
        for (const WrittenInstance& instance : written->instances)
            files.push_back(instance.path);
        const auto seg = folder / ("seg" + std::to_string(n) + ".dcm");
        SegmentationOptions segmentation;
        segmentation.uids.seed = static_cast<std::uint64_t>(n);
        ASSERT_TRUE(writeSegmentation(*LabelMap::create(geometry, labels, {lung}), catalog, files,
                                      seg, segmentation));
        ASSERT_TRUE(
            attachLabelMap(database, imported->seriesIds.front(), seg, ImportMode::Reference, {}));
    }

    AnatomyCatalog catalog;
};

TEST_F(TuningFilesTest, TheSameImagesUnderTwoNamesCountOnce)
{
    const auto set = gather();
    ASSERT_TRUE(set);
    EXPECT_THAT(set->problems, Contains(problem(Code::DuplicateStudy, {"3", "1"})));
    EXPECT_EQ(set->studies.size(), 2U);
    std::filesystem::remove_all(folder / "ct2");
    const auto without = gather();
    EXPECT_THAT(without->problems, Contains(problem(Code::SeriesUnreadable, {"2"})));
}

TEST_F(TuningFilesTest, StudiesAreLoadedOneByOneWithWhatIsSaidOfThem)
{
    const auto set = gather();
    ASSERT_TRUE(set);
    std::vector<const TuningStudy*> all;
    for (const TuningStudy& study : set->studies)
        all.push_back(&study);
    const StudySource source = tuningSource(database.folder(), all, catalog, {});
    ASSERT_EQ(source.count, 2U);
    const auto first = source.load(0);
    ASSERT_TRUE(first);
    EXPECT_EQ(first->volume->geometry().size, (Index3{8, 8, 4}));
    ASSERT_EQ(first->labels->structures().size(), 1U);
    EXPECT_EQ(first->labels->structures().front().anatomyId, "lung");
    ASSERT_EQ(first->regions.size(), 1U);
    EXPECT_EQ(first->regions.front().findings, std::vector<std::string>{"pleural_effusion"});
    EXPECT_EQ(source.load(1)->regions.front().findings, std::vector<std::string>{});
    EXPECT_EQ(source.load(2).error().code, ErrorCode::BadOption);
    EXPECT_EQ(patientNumbers({all[0], all[1], all[0]}), (std::vector<std::uint32_t>{0, 1, 0}));
}

} // namespace
} // namespace fovea
