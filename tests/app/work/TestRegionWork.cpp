#include "app/work/fillScanners.h"
#include "app/work/ownFindings.h"
#include "app/work/promptTrial.h"
#include "app/work/savedQuestion.h"
#include "app/work/siteFindings.h"
#include "app/work/standingSearches.h"
#include "storage/PhantomStudies.h"
#include "tests/app/work/FakeRegionModel.h"
#include "tests/storage/TemporaryFolder.h"

#include <cmath>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

// Searching, standing searches and own findings over an archive, with a model of two dimensions.

namespace fovea {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

QueryCatalog queryCatalog()
{
    return readQueryCatalog(std::filesystem::path(FOVEA_SOURCE_DIR) /
                            "resources/catalog/query-terms.json")
        .value();
}

class RegionWorkTest : public ::testing::Test {
protected:
    /// A study with a lung whose vector has this angle to (1, 0), in degrees: 0 is ill, 90 is not.
    StoredSeries add(const std::string& uid, double degrees, const Scanner& scanner = {})
    {
        SeriesEntry entry;
        entry.study.studyInstanceUid = uid;
        entry.series.seriesInstanceUid = uid + ".1";
        entry.series.manufacturer = scanner.manufacturer;
        entry.series.scannerModel = scanner.model;
        return add(entry, degrees);
    }
    StoredSeries add(const SeriesEntry& entry, double degrees)
    {
        const auto stored = database.addSeries(entry);
        EXPECT_TRUE(stored);
        analyze(*stored, degrees);
        return *stored;
    }
    StoredSeries addPhantom(int number, double degrees)
    {
        SeriesEntry entry;
        entry.study.patient.patientId = std::string(phantomPatientPrefix) + std::to_string(number);
        entry.study.description = phantomDescription;
        entry.study.studyInstanceUid = std::string(phantomUidRoot) + std::to_string(number);
        entry.series.seriesInstanceUid = entry.study.studyInstanceUid + ".1";
        return add(entry, degrees);
    }
    void analyze(const StoredSeries& series, double degrees)
    {
        LabelMapRecord labels;
        labels.seriesId = series.seriesId;
        labels.path = "/labels";
        const auto map = database.addLabelMap(labels);
        EXPECT_TRUE(map);
        StudyAnalysis analysis;
        analysis.modelFingerprint = "f";
        analysis.embeddings = {region(degrees)};
        analysis.seconds = degrees;
        EXPECT_TRUE(database.saveAnalysis(series.seriesId, map->id, analysis));
    }
    static RegionEmbedding region(double degrees)
    {
        const double angle = degrees * 3.14159265358979 / 180.0;
        RegionEmbedding made;
        made.anatomyId = "lung";
        made.vector = {float(std::cos(angle)), float(std::sin(angle))};
        made.attention = {1.0F};
        made.tokenGrid = {1, 1, 1};
        return made;
    }
    static OwnFinding effusion()
    {
        return {"own:1", "Effusion", {"lung", {"Effusion."}, {"No effusion."}}};
    }
    RegionQuestion question(const std::string& text)
    {
        RegionQuestion asked;
        asked.text = text;
        return asked;
    }
    std::vector<std::int64_t> studiesFor(const RegionQuestion& asked)
    {
        const auto answer = searcher.ask(database, engine, asked, {});
        EXPECT_TRUE(answer);
        std::vector<std::int64_t> ids;
        for (const RankedRegion& match : answer->matches)
            ids.push_back(match.studyId);
        return ids;
    }

    test::TemporaryFolder folder;
    StudyDatabase database = std::move(StudyDatabase::open(folder.path()).value());
    test::FakeApi api;
    test::FakeEngine engine;
    RegionSearcher searcher{api, queryCatalog()};
};

TEST_F(RegionWorkTest, SeesAStudyThatCameSinceTheLastQuestion)
{
    const auto ill = add("1", 10);
    EXPECT_THAT(studiesFor(question("pleural effusion")), ElementsAre(ill.studyId));
    EXPECT_THAT(studiesFor(question("pleural effusion")), ElementsAre(ill.studyId));
    EXPECT_EQ(api.indicesMade, 1) << "nothing has changed";
    const auto worse = add("2", 5);
    EXPECT_THAT(studiesFor(question("pleural effusion")), ElementsAre(worse.studyId, ill.studyId));
    analyze(worse, 80);
    EXPECT_THAT(studiesFor(question("pleural effusion")), ElementsAre(ill.studyId, worse.studyId));
}

TEST_F(RegionWorkTest, FiltersByScannerAsSoonAsItIsKnown)
{
    const auto one = add("1", 10, {"Maker", "One"});
    const auto other = add("2", 20, {"Other", "Two"});
    RegionQuestion asked = question("pleural effusion");
    asked.filter.manufacturer = "MAKER";
    EXPECT_THAT(studiesFor(asked), ElementsAre(one.studyId));
    asked.filter.scannerModel = "Two";
    EXPECT_THAT(studiesFor(asked), IsEmpty());
    ASSERT_TRUE(database.setScanner(other.seriesId, {"Maker", "Two"}));
    EXPECT_THAT(studiesFor(asked), ElementsAre(other.studyId)) << "the index is the same";
    EXPECT_EQ(api.indicesMade, 1);
}

TEST_F(RegionWorkTest, AStandingSearchMarksWhatReachesItsMargin)
{
    const auto ill = add("1", 10);
    const auto healthy = add("2", 80);
    const auto answer = searcher.ask(database, engine, question("pleural effusion"), {});
    ASSERT_THAT(answer->matches, SizeIs(2));
    SavedSearch search = searchFor(question("pleural effusion"));
    search.name = "Effusions";
    search.standing = StandingRule{answer->matches[0].score, "f"};
    ASSERT_TRUE(database.saveSearch(search));
    search.name = "Of another model";
    search.standing->modelFingerprint = "g";
    ASSERT_TRUE(database.saveSearch(search));

    EXPECT_THAT(*markStudy(database, engine, searcher, healthy.studyId, {}), IsEmpty());
    const auto marks = markStudy(database, engine, searcher, ill.studyId, {});
    ASSERT_TRUE(marks);
    ASSERT_THAT(*marks, SizeIs(1)) << "the study that the limit is from";
    EXPECT_EQ(marks->front().searchName, "Effusions");
    EXPECT_EQ(marks->front().anatomyId, "lung");
    ASSERT_THAT(*database.searchMarks(), SizeIs(1));
    EXPECT_EQ(database.searchMarks()->front().studyId, ill.studyId);
}

TEST_F(RegionWorkTest, AStandingSearchKeepsToItsFilter)
{
    const auto ill = add("1", 10, {"Maker", "One"});
    RegionQuestion asked = question("pleural effusion");
    asked.filter.manufacturer = "Other";
    SavedSearch search = searchFor(asked);
    search.name = "Effusions";
    search.standing = StandingRule{-2.0, "f"};
    ASSERT_TRUE(database.saveSearch(search));
    EXPECT_THAT(*markStudy(database, engine, searcher, ill.studyId, {}), IsEmpty());
    ASSERT_TRUE(database.setScanner(ill.seriesId, {"Other", "One"}));
    EXPECT_THAT(*markStudy(database, engine, searcher, ill.studyId, {}), SizeIs(1));
}

TEST_F(RegionWorkTest, OwnFindingsAreReadAgainstTheOtherStudies)
{
    const auto open = add("open", 30);
    const auto alone =
        scoreOwnFindings(database, engine, searcher, {effusion()}, {region(30)}, open.studyId, {});
    ASSERT_TRUE(alone);
    ASSERT_THAT(alone->findings, SizeIs(1));
    EXPECT_NEAR(alone->findings[0].score, std::cos(0.5235988) - std::sin(0.5235988), 1e-5);
    EXPECT_FALSE(alone->findings[0].calibrated);
    EXPECT_FALSE(alone->findings[0].threshold);
    const FindingKey key{"lung", "own:1"};
    EXPECT_EQ(alone->places.at(key).studies, 0) << "not itself";

    for (int i = 0; i < 20; ++i) // 5 of 20 are farther from it.
        add(std::to_string(i), i < 5 ? 60 : 10);
    const auto among =
        scoreOwnFindings(database, engine, searcher, {effusion()}, {region(30)}, open.studyId, {});
    EXPECT_EQ(among->places.at(key).studies, 20);
    EXPECT_NEAR(*among->places.at(key).percentile, 25.0, 1e-9);
    // A patient is not ranked among synthetic chests, nor one of these among patients.
    const auto phantom = addPhantom(1, 30);
    addPhantom(2, 60);
    const auto still =
        scoreOwnFindings(database, engine, searcher, {effusion()}, {region(30)}, open.studyId, {});
    EXPECT_EQ(still->places.at(key), among->places.at(key));
    const auto drawn = scoreOwnFindings(database, engine, searcher, {effusion()}, {region(30)},
                                        phantom.studyId, {});
    EXPECT_EQ(drawn->places.at(key).studies, 1);
    EXPECT_TRUE(drawn->places.at(key).phantoms);
    // Of an anatomy that the study does not have there is nothing to say.
    OwnFinding heart = effusion();
    heart.prompts.anatomyId = "heart";
    EXPECT_THAT(
        scoreOwnFindings(database, engine, searcher, {heart}, {region(30)}, open.studyId, {})
            ->findings,
        IsEmpty());
}

TEST_F(RegionWorkTest, ATrialSetsScoresSideBySide)
{
    // Before, (1, 0) is ill; after, the prompts are exchanged.
    const auto ill = add("1", 5);
    const auto healthy = add("2", 85);
    const auto between = add("3", 44);
    for (const auto& [study, verdict] :
         {std::pair{ill.studyId, Verdict::Accepted}, std::pair{healthy.studyId, Verdict::Rejected}})
        ASSERT_TRUE(
            database.saveVerdict({study, "lung", "pleural_effusion", verdict, "", "reader", ""}));
    const TrialRequest request{"pleural_effusion",
                               RegionPrompts{"lung", {"Effusion."}, {"No effusion."}},
                               {"lung", {"No effusion."}, {"Effusion."}},
                               0.5,
                               2};
    const auto trial = tryPrompts(database, engine, searcher, request, {});
    ASSERT_TRUE(trial);
    EXPECT_EQ(trial->studies, 3U);
    EXPECT_EQ(trial->aboveBefore, 2U);
    EXPECT_EQ(trial->aboveAfter, 1U);
    EXPECT_EQ(trial->crossedUp, 1U);
    EXPECT_EQ(trial->crossedDown, 2U);
    EXPECT_EQ(trial->aucBefore, 1.0);
    EXPECT_EQ(trial->aucAfter, 0.0);
    ASSERT_THAT(trial->largest, SizeIs(2));
    for (const TriedStudy& study : trial->largest)
        EXPECT_NE(study.studyId, between.studyId) << "it changes least";
    EXPECT_NEAR(*trial->largest[0].before + trial->largest[0].after, 1.0, 1e-6);
    TrialRequest fresh = request;
    fresh.before.reset();
    const auto first = tryPrompts(database, engine, searcher, fresh, {});
    EXPECT_FALSE(first->aucBefore);
    EXPECT_FALSE(first->largest[0].before);
    EXPECT_EQ(first->largest[0].studyId, healthy.studyId) << "by score";
}

TEST_F(RegionWorkTest, AStudyCountsOnceByItsNewestAnalysis)
{
    const auto study = add("1", 80);
    SeriesEntry second;
    second.study.studyInstanceUid = "1";
    second.series.seriesInstanceUid = "1.2";
    analyze(*database.addSeries(second), 10);
    const auto snapshot = searcher.snapshot(database, engine, {});
    ASSERT_TRUE(snapshot);
    const auto margins =
        archiveMargins(**snapshot, promptVectors(engine, effusion().prompts)->direction(), "lung");
    ASSERT_TRUE(margins);
    ASSERT_THAT(*margins, SizeIs(1));
    EXPECT_EQ(margins->front().studyId, study.studyId);
    EXPECT_GT(margins->front().margin, 0.5);
    EXPECT_EQ(promptVectors(engine, {"lung", {}, {"No."}}).error().code, ErrorCode::EmptyText);
}

TEST(OwnFindingsFile, ComesBackAsItWasWritten)
{
    const test::TemporaryFolder folder;
    EXPECT_THAT(*readOwnFindings(folder.path()), IsEmpty());
    const std::vector<OwnFinding> findings{
        {"own:1", "Grüner Star", {"lung", {"A.", "B."}, {"No A."}}}};
    ASSERT_TRUE(writeOwnFindings(folder.path(), findings));
    EXPECT_EQ(*readOwnFindings(folder.path()), findings);
}

TEST(OwnFindingsFile, SaysWhatIsWrongWithIt)
{
    const test::TemporaryFolder folder;
    std::filesystem::create_directories(ownFindingsFile(folder.path()).parent_path());
    const auto code = [&](const std::string& text) {
        std::ofstream(ownFindingsFile(folder.path())) << text;
        const auto read = readOwnFindings(folder.path());
        return read ? ErrorCode::Cancelled : read.error().code;
    };
    const std::string good =
        R"({"id":"own:1","name":"N","anatomy":"lung","positive":["A."],"negative":["B."]})";
    EXPECT_EQ(code("{\"findings\":[" + good + "]}"), ErrorCode::Cancelled) << "nothing is wrong";
    EXPECT_EQ(code("{\"findings\":[" + good + "," + good + "]}"), ErrorCode::MetadataBroken);
    EXPECT_EQ(code("{"), ErrorCode::MetadataBroken);
    EXPECT_EQ(code("[]"), ErrorCode::MetadataBroken);
    for (const auto& [from, to] : {std::pair{"own:1", "1"}, std::pair{"\"A.\"", "\" \""},
                                   std::pair{"\"B.\"", ""}, std::pair{"\"N\"", "\"\""}})
    {
        std::string bad = good;
        bad.replace(bad.find(from), std::string(from).size(), to);
        EXPECT_EQ(code("{\"findings\":[" + bad + "]}"), ErrorCode::MetadataBroken) << bad;
    }
}

Finding scored(const std::string& finding, double score)
{
    Finding made;
    made.anatomyId = "lung";
    made.findingId = finding;
    made.displayName = finding;
    made.score = score;
    made.threshold = 0.5;
    return made;
}

std::vector<std::string> namesOf(const std::vector<Finding>& findings)
{
    std::vector<std::string> names;
    for (const Finding& finding : findings)
        names.push_back(finding.displayName);
    return names;
}

TEST(SiteFindings, ChangeOrderNamesAndWhatIsShown)
{
    const std::vector<Finding> model{scored("a", 0.1), scored("b", 0.2), scored("c", 0.3)};
    SiteReading site;
    EXPECT_THAT(namesOf(withSite(model, site)), ElementsAre("a", "b", "c"));
    site.scores.findings = {scored("own:1", 0.4)};
    EXPECT_THAT(namesOf(withSite(model, site)), ElementsAre("a", "b", "c", "own:1"));
    site.catalog = {{{"lung", "c"}, "Third", true, {}},
                    {{"lung", "own:1"}, "", true, {}},
                    {{"lung", "a"}, "", false, {}}};
    EXPECT_THAT(namesOf(withSite(model, site)), ElementsAre("Third", "own:1", "b"));
}

TEST(SiteFindings, OneWithOtherPromptsWaitsForItsScore)
{
    const std::vector<Finding> model{scored("a", 0.1)};
    SiteReading site;
    site.catalog = {{{"lung", "a"}, "", true, RegionPrompts{"lung", {"A."}, {"No."}}}};
    EXPECT_THAT(withSite(model, site), IsEmpty()) << "the package's score is of other prompts";
    site.scores.findings = {scored("a", 0.7), scored("gone", 0.2)};
    const auto read = withSite(model, site);
    ASSERT_THAT(read, SizeIs(1)) << "nothing of a finding that the model no longer has";
    EXPECT_EQ(read[0].score, 0.7);

    ReadingContext context;
    context.calibratedOn = "somewhere";
    context.reworded = site.reworded();
    context.site[{"lung", "a"}] = {1.0, 0.0, 0.5, 10};
    const FindingReading reading = readFinding(read[0], context);
    EXPECT_TRUE(reading.reworded);
    EXPECT_FALSE(reading.threshold) << "fitted to the package's prompts";
    EXPECT_FALSE(reading.probability);
}

TEST(SiteFindings, ComeBackAsTheyWereWritten)
{
    const test::TemporaryFolder folder;
    EXPECT_THAT(*readSiteFindings(folder.path(), "f"), IsEmpty());
    const std::vector<SiteFinding> findings{
        {{"lung", "b"}, "Name", true, {}},
        {{"lung", "a"}, "", false, RegionPrompts{"lung", {"A.", "B."}, {"No A."}}}};
    ASSERT_TRUE(writeSiteFindings(folder.path(), "f", findings));
    EXPECT_EQ(*readSiteFindings(folder.path(), "f"), findings);
    EXPECT_THAT(*readSiteFindings(folder.path(), "g"), IsEmpty()) << "of another model";
    std::ofstream(siteFindingsFile(folder.path(), "f"))
        << R"({"findings":[{"anatomy":"lung","finding":"a","positive":[],"negative":["B."]}]})";
    EXPECT_EQ(readSiteFindings(folder.path(), "f").error().code, ErrorCode::MetadataBroken);
    ASSERT_TRUE(writeSiteFindings(folder.path(), "f", {}));
    EXPECT_FALSE(std::filesystem::exists(siteFindingsFile(folder.path(), "f")));
}

TEST(SavedQuestion, KeepsTextScopeAndFilter)
{
    RegionQuestion asked;
    asked.text = "Pleuraerguss";
    asked.scope = RegionQuestion::Scope::Patient;
    asked.filter.fromDate = "20240101";
    asked.filter.toDate = "20241231";
    asked.filter.sex = "F";
    asked.filter.youngest = 0;
    asked.filter.oldest = 80;
    asked.filter.bodyPart = "CHEST";
    asked.filter.manufacturer = "Maker";
    asked.filter.scannerModel = "One";
    asked.filter.findings = {{"lung", "nodule", {}}, {"heart", "cardiomegaly", 0.5}};
    const auto back = questionOf(searchFor(asked));
    ASSERT_TRUE(back);
    EXPECT_EQ(back->text, asked.text);
    EXPECT_EQ(back->scope, asked.scope);
    EXPECT_EQ(filterToJson(back->filter), filterToJson(asked.filter));
    EXPECT_EQ(back->filter.youngest, 0);
    EXPECT_EQ(back->filter.findings[1].score, 0.5);
    EXPECT_EQ(filterToJson({}), "");
    EXPECT_EQ(filterFromJson("{\"sex\": 3}").error().code, ErrorCode::MetadataBroken);
}

} // namespace
} // namespace fovea
