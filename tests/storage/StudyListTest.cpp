#include "storage/StudyList.h"

#include "storage/SearchText.h"
#include "tests/storage/SampleArchive.h"

#include <gmock/gmock.h>

using namespace fovea;
using namespace fovea::test;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

namespace {

struct MadeUp {
    std::string uid;
    std::string name;
    std::string date;
    std::string description = "CT";
};

class StudyListTest : public testing::Test {
protected:
    StudyListTest()
    {
        auto opened = StudyDatabase::open(place / "archive");
        EXPECT_TRUE(opened.ok());
        database.emplace(std::move(*opened));
        add({"1.1", "Müller^Jörg", "20240131", "Thorax"});
        add({"1.2", "王^伟", "20230512", "Chest CT"});
        add({"1.3", "Σωκράτης^Παπαδόπουλος", "20240201", "Abdomen"});
        add({"1.4", "Nguyễn^Văn", "", "Chest CT"});
        add({"1.5", "محمد", "20211224", "Straße"});
    }
    std::int64_t add(const MadeUp& made)
    {
        SeriesEntry entry;
        entry.study.studyInstanceUid = made.uid;
        entry.study.patient.name = made.name;
        entry.study.patient.patientId = "ID-" + made.uid;
        entry.study.date = made.date;
        entry.study.description = made.description;
        entry.series.seriesInstanceUid = made.uid + ".7";
        entry.series.description = "series of " + made.uid;
        InstanceRecord image;
        image.sopInstanceUid = made.uid + ".7.1";
        image.path = "/nowhere/" + made.uid;
        entry.instances = {image};
        return taken(database->addSeries(entry)).studyId;
    }
    /// `scores`: finding id, score. The threshold is 0.5.
    void analyze(std::int64_t study, std::vector<std::pair<std::string, double>> scores)
    {
        const auto series = taken(database->seriesOf(study)).at(0).id;
        LabelMapRecord map;
        map.seriesId = series;
        map.path = "/nowhere/labels" + std::to_string(++maps);
        const auto stored = taken(database->addLabelMap(map));
        StudyAnalysis analysis;
        analysis.modelFingerprint = "model";
        for (const auto& [id, score] : scores) {
            Finding finding;
            finding.anatomyId = id == "pleural_effusion" ? "pleura" : "lung";
            finding.findingId = id;
            finding.displayName = id == "lung_nodule" ? "Lung nodule" : id;
            finding.score = score;
            finding.threshold = 0.5;
            analysis.findings.push_back(finding);
        }
        ASSERT_TRUE(database->saveAnalysis(series, stored.id, analysis).ok());
    }
    std::vector<std::string> found(const StudyListQuery& query)
    {
        std::vector<std::string> uids;
        for (const ListedStudy& listed : taken(listStudies(*database, query)).studies)
            uids.push_back(listed.study.studyInstanceUid);
        return uids;
    }
    std::vector<std::string> found(const std::string& text)
    {
        StudyListQuery query;
        query.text = text;
        return found(query);
    }

    const TemporaryFolder place;
    std::optional<StudyDatabase> database;
    const StudyNotes notes{place / "archive"};
    int maps = 0;
};

} // namespace

TEST_F(StudyListTest, FindsNamesInAnyScriptWithAndWithoutAccents)
{
    EXPECT_THAT(found("müller"), ElementsAre("1.1"));
    EXPECT_THAT(found("MULLER jorg"), ElementsAre("1.1"));
    EXPECT_THAT(found("王"), ElementsAre("1.2"));
    EXPECT_THAT(found("伟"), ElementsAre("1.2"));
    EXPECT_THAT(found("παπαδοπουλοσ"), ElementsAre("1.3"));
    EXPECT_THAT(found("Σωκρατης"), ElementsAre("1.3"));
    EXPECT_THAT(found("nguyen van"), ElementsAre("1.4"));
    EXPECT_THAT(found("مُحَمَّد"), ElementsAre("1.5")) << "with its vowels";
    EXPECT_THAT(found("محمد"), ElementsAre("1.5"));
    EXPECT_THAT(found("strasse"), ElementsAre("1.5"));
    EXPECT_THAT(found("id-1.4"), ElementsAre("1.4"));
    EXPECT_THAT(found("series of 1.4"), ElementsAre("1.4"));
    EXPECT_THAT(found("muller wang"), IsEmpty());
}

TEST_F(StudyListTest, FindsDatesAsTheyAreTyped)
{
    for (const char* date : {"20240131", "2024-01-31", "31.01.2024", "1/31/2024", "01/31/2024"})
        EXPECT_THAT(found(date), ElementsAre("1.1")) << date;
    EXPECT_THAT(found("2024"), ElementsAre("1.3", "1.1"));
    EXPECT_THAT(found("2024-02 abdomen"), ElementsAre("1.3"));
}

TEST_F(StudyListTest, FindsFindingsAndTheirScores)
{
    analyze(1, {{"lung_nodule", 0.85}, {"pleural_effusion", 0.1}});
    analyze(2, {{"lung_nodule", 0.55}, {"pleural_effusion", 0.9}});
    analyze(3, {{"lung_nodule", 0.2}});
    EXPECT_THAT(found("nodule > 0.8"), ElementsAre("1.1"));
    EXPECT_THAT(found("nodule>0.5"), UnorderedElementsAre("1.1", "1.2"));
    EXPECT_THAT(found("lung nodule >= 0.55"), UnorderedElementsAre("1.1", "1.2"));
    EXPECT_THAT(found("nodule < 0,3"), ElementsAre("1.3"));
    EXPECT_THAT(found("müller nodule > 0.8"), ElementsAre("1.1")) << "one finding has no Müller";
    EXPECT_THAT(found("王 nodule > 0.8"), IsEmpty());
    EXPECT_THAT(found("nodule > 0.5 effusion > 0.5"), ElementsAre("1.2"));
    EXPECT_THAT(found("pleura > 0.5"), ElementsAre("1.2")) << "by its anatomy";
    // A name alone: where the model says it is there.
    EXPECT_THAT(found("nodule"), UnorderedElementsAre("1.1", "1.2"));
    EXPECT_THAT(found("effusion"), ElementsAre("1.2"));
    EXPECT_THAT(found("nodule >"), UnorderedElementsAre("1.1", "1.2")) << "still being typed";
    EXPECT_THAT(found("> 0.5"), IsEmpty());
}

TEST_F(StudyListTest, FindsFindingsInTheUsersLanguage)
{
    analyze(1, {{"lung_nodule", 0.85}});
    analyze(2, {{"lung_nodule", 0.2}});
    StudyListQuery query;
    query.names = {[](const std::string& id, const std::string&) {
                       return std::string(id == "lung_nodule" ? "Lungenrundherd" : "");
                   },
                   [](const std::string& id) { return id == "lung" ? "Flügel" : std::string(); }};
    const auto said = [&](const char* text) {
        query.text = text;
        return found(query);
    };
    EXPECT_THAT(said("rundherd"), ElementsAre("1.1"));
    EXPECT_THAT(said("Rundherd < 0,5"), ElementsAre("1.2"));
    EXPECT_THAT(said("flugel rundherd > 0,5"), ElementsAre("1.1")) << "by its anatomy";
    EXPECT_THAT(said("nodule"), ElementsAre("1.1")) << "English names stay";
    EXPECT_THAT(found("rundherd"), IsEmpty());
}

TEST_F(StudyListTest, CountsTheNewestAnalysisAlone)
{
    analyze(1, {{"lung_nodule", 0.85}});
    analyze(1, {{"lung_nodule", 0.15}});
    EXPECT_THAT(found("nodule > 0.8"), IsEmpty());
    EXPECT_THAT(found("nodule < 0.2"), ElementsAre("1.1"));
    EXPECT_THAT(found("nodule"), IsEmpty());
}

TEST_F(StudyListTest, KeepsTagsAndNotesAndFindsThem)
{
    ASSERT_TRUE(
        notes.write(2, {false, "Ask Dr. Ärmel\nabout the trial", {"teaching", " Case "}}).ok());
    ASSERT_TRUE(notes.write(4, {false, "", {"teaching"}}).ok());
    EXPECT_THAT(taken(notes.of(2)).tags, ElementsAre("Case", "teaching"));
    EXPECT_THAT(taken(notes.tags()), ElementsAre(TagCount{"Case", 1}, TagCount{"teaching", 2}));
    EXPECT_THAT(found("armel trial"), ElementsAre("1.2"));
    EXPECT_THAT(found("TEACH"), ElementsAre("1.2", "1.4"));
    StudyListQuery query;
    query.tag = "teaching";
    EXPECT_THAT(found(query), ElementsAre("1.2", "1.4"));
    query.notedOnly = true;
    EXPECT_THAT(found(query), ElementsAre("1.2"));
    const auto listing = taken(listStudies(*database, query));
    EXPECT_EQ(listing.studies.at(0).note.note, "Ask Dr. Ärmel\nabout the trial");
    EXPECT_EQ(listing.studies.at(0).series.size(), 1u);
    // Replaced as a whole; nothing is left of the study when it goes.
    ASSERT_TRUE(notes.write(2, {}).ok());
    EXPECT_THAT(taken(notes.tags()), ElementsAre(TagCount{"teaching", 1}));
    ASSERT_TRUE(database->removeStudy(4).ok());
    EXPECT_THAT(taken(notes.tags()), IsEmpty());
    EXPECT_EQ(notes.write(4711, {}).error().code, ErrorCode::NotInArchive);
    EXPECT_EQ(notes.setRead(4711, true).error().code, ErrorCode::NotInArchive);
}

TEST_F(StudyListTest, KnowsWhatNobodyHasReadAndWhatIsNewAgain)
{
    StudyListQuery unread;
    unread.unreadOnly = true;
    EXPECT_EQ(taken(listStudies(*database, unread)).matching, 5u);
    EXPECT_TRUE(taken(notes.seriesOpened(taken(database->seriesOf(1)).at(0).id)));
    EXPECT_FALSE(taken(notes.seriesOpened(taken(database->seriesOf(1)).at(0).id)));
    EXPECT_EQ(taken(listStudies(*database, unread)).unread, 4u);
    ASSERT_TRUE(notes.setRead(1, false).ok());
    EXPECT_EQ(found(unread).size(), 5u);
    ASSERT_TRUE(notes.setRead(1, true).ok());
    ASSERT_TRUE(notes.write(1, {false, "seen", {"x"}}).ok());
    EXPECT_TRUE(taken(notes.of(1)).isRead) << "a note changes nothing about that";
    // Importing the same again is no news and loses nothing; another series is.
    add({"1.1", "Müller^Jörg", "20240131", "Thorax"});
    EXPECT_EQ(taken(notes.of(1)), (StudyNote{true, "seen", {"x"}}));
    SeriesEntry more;
    more.study.studyInstanceUid = "1.1";
    more.series.seriesInstanceUid = "1.1.8";
    ASSERT_TRUE(database->addSeries(more).ok());
    EXPECT_EQ(taken(notes.of(1)), (StudyNote{false, "seen", {"x"}}));
}

TEST_F(StudyListTest, OrdersAndLimits)
{
    StudyListQuery query;
    EXPECT_THAT(found(query), ElementsAre("1.3", "1.1", "1.2", "1.5", "1.4"));
    query.order = StudyOrder::LastArrived;
    EXPECT_THAT(found(query), ElementsAre("1.5", "1.4", "1.3", "1.2", "1.1"));
    query.order = StudyOrder::Name;
    EXPECT_THAT(found(query), ElementsAre("1.1", "1.4", "1.3", "1.5", "1.2"));
    query.limit = 2;
    EXPECT_THAT(found(query), ElementsAre("1.1", "1.4"));
    EXPECT_EQ(taken(listStudies(*database, query)).matching, 5u);
}

TEST(SearchTextLoose, TakesAccentsAwayAndNothingElse)
{
    EXPECT_EQ(looseForSearch(foldForSearch("Ærø Łódź Þór ÿ ÷ Žižek")), "aro lodz tor y ÷ zizek");
    EXPECT_EQ(looseForSearch(foldForSearch("Ёлкин Ο Ναός")), "елкин ο ναοσ");
    EXPECT_EQ(looseForSearch("Ａｂ１ e\xCC\x81 漢字 한글 ไทย"), "ab1 e 漢字 한글 ไทย");
    EXPECT_EQ(looseForSearch("\xFF\xC3"), "\xFF\xC3") << "bytes that are no letters stay";
}

TEST(StudyTags, AreTakenFromWhatIsTyped)
{
    EXPECT_THAT(tagsFrom(" b, a ,, B,trial 7 "), ElementsAre("a", "b", "trial 7"));
    EXPECT_THAT(tagsFrom(""), IsEmpty());
    EXPECT_THAT(tagsFrom(" , "), IsEmpty());
}
