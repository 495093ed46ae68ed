#include "app/work/phantomFolder.h"
#include "app/work/phantomWork.h"
#include "app/work/sampleStudy.h"
#include "model/phantom/PhantomSource.h"
#include "storage/CatalogFile.h"
#include "storage/DicomScanner.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>
#include <map>

// Phantoms as files: what is written reads back as what was made.

using namespace fovea;
namespace fs = std::filesystem;

namespace {

const PhantomGrid SmallGrid{{96, 80, 40}, {3.6, 3.6, 7.5}};

class PhantomFiles : public testing::Test {
protected:
    void SetUp() override
    {
        std::string name = (fs::temp_directory_path() / "fovea-phantom-test-XXXXXX").string();
        ASSERT_NE(::mkdtemp(name.data()), nullptr);
        m_folder = name;
        auto catalog =
            readCatalogFile(fs::path(FOVEA_SOURCE_DIR) / "resources/catalog/anatomies.json");
        ASSERT_TRUE(catalog) << catalog.error().detail;
        m_catalog = std::move(*catalog);
        auto rules =
            loadReportRules(fs::path(FOVEA_SOURCE_DIR) / "resources/catalog/report-rules.json");
        ASSERT_TRUE(rules) << rules.error().detail;
        m_rules = std::move(*rules);
    }
    void TearDown() override { fs::remove_all(m_folder); }

    Result<WrittenPhantom> write(std::uint64_t seed, const fs::path& below) const
    {
        return writePhantom(seed, SmallGrid, below, m_catalog, {});
    }

    fs::path m_folder;
    AnatomyCatalog m_catalog;
    ReportRules m_rules;
};

std::string contents(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::map<std::string, std::size_t> voxelsByName(const LabelMap& labels)
{
    std::map<std::string, std::size_t> voxels;
    for (const Structure& structure : labels.structures())
        voxels[structure.anatomyId] += structure.voxelCount;
    return voxels;
}

} // namespace

TEST_F(PhantomFiles, readBackIsWhatWasMade)
{
    const auto written = write(3, m_folder);
    ASSERT_TRUE(written) << written.error().detail;
    EXPECT_EQ(written->folder, m_folder / "phantom-3");
    const auto read = readStudyFolder(written->folder, m_catalog, m_rules, {});
    ASSERT_TRUE(read) << int(read.error().code) << read.error().detail;
    const auto phantom = makePhantom(3, SmallGrid, {});
    ASSERT_TRUE(phantom);
    const LabelledStudy expected = labelledStudy(*phantom);

    EXPECT_TRUE(read->volume->geometry().sameGrid(expected.volume->geometry()));
    EXPECT_TRUE(std::ranges::equal(read->volume->voxels(), expected.volume->voxels()));
    // A segment number is not the segmenter's label; what counts is the anatomy of each voxel.
    EXPECT_EQ(voxelsByName(*read->labels), voxelsByName(*expected.labels));

    ASSERT_EQ(read->regions.size(), expected.regions.size());
    for (const auto& region : expected.regions) {
        const auto it =
            std::ranges::find(read->regions, region.anatomyId, &LabelledStudy::Region::anatomyId);
        ASSERT_NE(it, read->regions.end()) << region.anatomyId;
        EXPECT_EQ(it->text, region.text);
        EXPECT_EQ(it->findings, region.findings);
        ASSERT_EQ(it->details.size(), region.details.size());
        for (std::size_t n = 0; n < region.details.size(); ++n) {
            EXPECT_EQ(it->details[n].findingId, region.details[n].findingId);
            EXPECT_DOUBLE_EQ(it->details[n].severity, region.details[n].severity);
            EXPECT_EQ(it->details[n].side, region.details[n].side);
            EXPECT_EQ(it->details[n].siteSides, region.details[n].siteSides);
        }
    }
}

TEST_F(PhantomFiles, anotherSitesStudyReadsBackWithItsOwnFindings)
{
    // Seed 7 has all findings that the site adds.
    const PhantomSite lakeside = PhantomSite::lakeside();
    const auto written = writePhantom(7, SmallGrid, m_folder, m_catalog, {}, lakeside);
    ASSERT_TRUE(written) << written.error().detail;
    EXPECT_EQ(written->folder, m_folder / "phantom-lakeside-7");
    EXPECT_EQ(written->studyInstanceUid, phantomStudyUid(7, SmallGrid, lakeside));
    EXPECT_NE(written->studyInstanceUid, phantomStudyUid(7, SmallGrid));
    EXPECT_EQ(nlohmann::json::parse(contents(written->folder / "truth.json")).at("site"),
              "lakeside");
    const auto scan = scanFolder(written->folder, {});
    ASSERT_TRUE(scan);
    EXPECT_EQ(scan->studies[0].patient.id, "PHANTOM-lakeside-7");

    const std::map<std::string, std::string> added{{"pneumothorax", "lung"},
                                                   {"thoracic_aortic_dilatation", "aorta"},
                                                   {"hepatic_steatosis", "liver"}};
    // With its truth, and by the report alone.
    for (const bool truth : {true, false}) {
        if (!truth)
            fs::remove(written->folder / "truth.json");
        const auto read = readStudyFolder(written->folder, m_catalog, m_rules, {});
        ASSERT_TRUE(read) << read.error().detail;
        EXPECT_GT(voxelsByName(*read->labels)["liver"], 1000u);
        for (const auto& [finding, anatomy] : added) {
            const auto region =
                std::ranges::find(read->regions, anatomy, &LabelledStudy::Region::anatomyId);
            ASSERT_NE(region, read->regions.end()) << anatomy;
            EXPECT_EQ(std::ranges::count(region->findings, finding), 1) << finding;
            const auto said =
                std::ranges::find(region->statements, finding, &FindingStatement::findingId);
            ASSERT_NE(said, region->statements.end()) << finding;
            EXPECT_TRUE(said->present);
        }
    }
}

TEST_F(PhantomFiles, theReferencesTruthNamesNoSite)
{
    const auto written = write(3, m_folder);
    ASSERT_TRUE(written);
    EXPECT_EQ(nlohmann::json::parse(contents(written->folder / "truth.json")).count("site"), 0u);
}

TEST_F(PhantomFiles, aReportAloneIsTakenApart)
{
    const auto written = write(5, m_folder);
    ASSERT_TRUE(written);
    const auto known = readStudyFolder(written->folder, m_catalog, m_rules, {});
    ASSERT_TRUE(known);
    fs::remove(written->folder / "truth.json");
    ASSERT_EQ(studyFolders(m_folder)->size(), 1u);
    const auto read = readStudyFolder(written->folder, m_catalog, m_rules, {});
    ASSERT_TRUE(read) << read.error().detail;
    EXPECT_EQ(read->regions.size(), m_catalog.anatomies().size());
    std::size_t findings = 0;
    for (const auto& region : known->regions) {
        const auto it =
            std::ranges::find(read->regions, region.anatomyId, &LabelledStudy::Region::anatomyId);
        ASSERT_NE(it, read->regions.end()) << region.anatomyId;
        EXPECT_THAT(it->findings, testing::UnorderedElementsAreArray(region.findings));
        for (const std::string& finding : region.findings) {
            const auto said =
                std::ranges::find(it->statements, finding, &FindingStatement::findingId);
            ASSERT_NE(said, it->statements.end()) << finding;
            EXPECT_TRUE(said->present);
            EXPECT_FALSE(said->wordings.empty());
        }
        findings += region.findings.size();
    }
    EXPECT_GT(findings, 0u);
}

TEST_F(PhantomFiles, twoRunsWriteTheSameStudy)
{
    const auto one = write(3, m_folder / "one");
    const auto two = write(3, m_folder / "two");
    ASSERT_TRUE(one);
    ASSERT_TRUE(two);
    EXPECT_EQ(one->studyInstanceUid, two->studyInstanceUid);
    EXPECT_EQ(one->seriesInstanceUid, two->seriesInstanceUid);
    std::size_t images = 0;
    for (const auto& entry : fs::directory_iterator(one->ctFolder)) {
        ++images;
        EXPECT_EQ(contents(entry.path()), contents(two->ctFolder / entry.path().filename()));
    }
    EXPECT_EQ(images, 40u);
    EXPECT_EQ(contents(one->folder / "truth.json"), contents(two->folder / "truth.json"));
    EXPECT_EQ(contents(one->folder / "report.txt"), contents(two->folder / "report.txt"));
}

TEST_F(PhantomFiles, uidsFollowSeedAndGrid)
{
    PhantomGrid other = SmallGrid;
    other.spacingMm[2] = 5.0;
    const std::string uid = phantomStudyUid(3, SmallGrid);
    EXPECT_NE(uid, phantomStudyUid(4, SmallGrid));
    EXPECT_NE(uid, phantomStudyUid(3, other));
    EXPECT_LE(uid.size(), 64u);
    EXPECT_THAT(uid, testing::MatchesRegex("2\\.25\\.[1-9][0-9]+"));
    const auto written = write(3, m_folder);
    ASSERT_TRUE(written);
    const auto scan = scanFolder(written->folder, {});
    ASSERT_TRUE(scan);
    ASSERT_EQ(scan->studies.size(), 1u);
    EXPECT_EQ(scan->studies[0].studyInstanceUid, uid);
    EXPECT_EQ(scan->studies[0].patient.name, "Phantom^3");
    EXPECT_EQ(scan->studies[0].patient.id, "PHANTOM-3");
    EXPECT_EQ(scan->studies[0].segmentations.size(), 1u);
}

TEST_F(PhantomFiles, cancelledLeavesNothing)
{
    std::stop_source stop;
    const Progress progress(stop.get_token(), [&](double fraction) {
        if (fraction > 0.6)
            stop.request_stop();
    });
    const auto written = writePhantom(3, SmallGrid, m_folder, m_catalog, progress);
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, ErrorCode::Cancelled);
    EXPECT_TRUE(fs::is_empty(m_folder));
}

TEST_F(PhantomFiles, existingStudyIsNotOverwritten)
{
    ASSERT_TRUE(write(3, m_folder));
    const auto again = write(3, m_folder);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, ErrorCode::BadOption);
}

TEST_F(PhantomFiles, brokenTruthIsNamed)
{
    ASSERT_TRUE(write(3, m_folder));
    const fs::path truth = m_folder / "phantom-3/truth.json";
    for (const char* text : {"{", "[]", "{\"report\": {}, \"findings\": 3}",
                             "{\"report\": {}, \"findings\": [{\"anatomy\": 1}]}"})
    {
        std::ofstream(truth, std::ios::trunc) << text;
        const auto read = readStudyFolder(m_folder / "phantom-3", m_catalog, m_rules, {});
        ASSERT_FALSE(read) << text;
        EXPECT_EQ(read.error().code, ErrorCode::MetadataBroken) << text;
        EXPECT_EQ(read.error().arguments[0], truth.string());
    }
}

TEST_F(PhantomFiles, studyFoldersAreThoseWithATruth)
{
    EXPECT_EQ(studyFolders(m_folder / "absent").error().code, ErrorCode::FileNotFound);
    fs::create_directories(m_folder / "b");
    EXPECT_EQ(studyFolders(m_folder).error().code, ErrorCode::NoCases);
    for (const char* name : {"c", "a"}) {
        fs::create_directories(m_folder / name);
        std::ofstream(m_folder / name / "truth.json") << "{}";
    }
    const auto folders = studyFolders(m_folder);
    ASSERT_TRUE(folders);
    EXPECT_THAT(*folders, testing::ElementsAre(m_folder / "a", m_folder / "c"));
}

TEST_F(PhantomFiles, sampleStudyHasFindingsAndIsMadeOnce)
{
    auto database = StudyDatabase::open(m_folder / "archive");
    ASSERT_TRUE(database) << database.error().detail;
    const auto first = ensureSampleStudy(*database, m_catalog, {});
    ASSERT_TRUE(first) << int(first.error().code) << first.error().detail;
    EXPECT_TRUE(first->added);
    const auto second = ensureSampleStudy(*database, m_catalog, {});
    ASSERT_TRUE(second);
    EXPECT_FALSE(second->added);
    EXPECT_EQ(second->studyId, first->studyId);
    EXPECT_EQ(second->seriesId, first->seriesId);
    EXPECT_EQ(database->studies()->size(), 1u);
    EXPECT_EQ(database->labelMapsOf(first->seriesId)->size(), 1u);
    const auto study = database->study(first->studyId);
    ASSERT_TRUE(study);
    EXPECT_EQ(study->studyInstanceUid, phantomStudyUid(SampleStudySeed, sampleStudyGrid()));

    const auto phantom = makePhantom(SampleStudySeed, SmallGrid, {});
    ASSERT_TRUE(phantom);
    EXPECT_TRUE(std::ranges::any_of(phantom->truth.findings, [](const ShownFinding& finding) {
        return finding.findingId == "pleural_effusion";
    })) << "the sample question is about a pleural effusion";
}
