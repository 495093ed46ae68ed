#include "model/query/understandQuery.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <ostream>

namespace fovea {
namespace {

const QueryCatalog& catalog()
{
    static const Result<QueryCatalog> read =
        readQueryCatalog(FOVEA_SOURCE_DIR "/resources/catalog/query-terms.json");
    return *read;
}

struct Case {
    const char* text;
    const char* subject; ///< With "not: " where the question asks for its absence.
    const char* anatomies;
    const char* unknown = ""; ///< Words, separated by blanks.
};

void PrintTo(const Case& one, std::ostream* out)
{
    *out << one.text;
}

class Questions : public testing::TestWithParam<Case> {};

TEST_P(Questions, AreUnderstood)
{
    ASSERT_FALSE(catalog().terms.empty());
    const std::string text = GetParam().text;
    const UnderstoodQuery query = understandQuery(text, catalog());
    EXPECT_EQ(query.problem, QueryProblem::None);
    EXPECT_EQ((query.negated ? "not: " : "") + query.subject, GetParam().subject);
    std::string anatomies;
    for (const std::string& id : query.anatomyIds)
        anatomies += (anatomies.empty() ? "" : " ") + id;
    EXPECT_EQ(anatomies, GetParam().anatomies);
    std::string unknown;
    for (const UnknownWord& word : query.unknown)
        unknown += (unknown.empty() ? "" : " ") + text.substr(word.begin, word.end - word.begin);
    EXPECT_EQ(unknown, GetParam().unknown);
    for (const QueryChip& chip : query.chips) {
        EXPECT_LT(chip.begin, chip.end);
        EXPECT_LE(chip.end, text.size());
    }
    EXPECT_FALSE(query.prompts.empty());
    EXPECT_FALSE(query.contrary.empty());
}

INSTANTIATE_TEST_SUITE_P(
    English, Questions,
    testing::Values(
        Case{"pleural effusion", "pleural effusion", "lung"},
        Case{"left sided effusion, small", "small left pleural effusion", "lung"},
        Case{"small pleural effusion on the left", "small left pleural effusion", "lung"},
        Case{"Large RIGHT pleural effusion.", "large right pleural effusion", "lung"},
        Case{"calcified aorta", "aortic wall calcification", "aorta"},
        Case{"calcification of the coronary arteries",
             "coronary artery calcification in the coronary arteries", "heart"},
        Case{"severe coronary artery calcification", "severe coronary artery calcification",
             "heart"},
        Case{"enlarged heart", "cardiomegaly", "heart"},
        Case{"pericardial effusion", "pericardial effusion", "heart"},
        Case{"fluid around the heart", "pericardial effusion", "heart", "around"},
        Case{"ground-glass opacity in the left upper lobe",
             "ground-glass opacity in the left upper lobe", "lung"},
        Case{"no effusion", "not: pleural effusion", "lung"},
        Case{"no evidence of pleural effusion", "not: pleural effusion", "lung"},
        Case{"lungs without nodules", "not: lung nodule", "lung"},
        Case{"consolidation but no effusion", "consolidation without pleural effusion", "lung"},
        Case{"no effusion, consolidation", "consolidation without pleural effusion", "lung"},
        Case{"no effusion or nodule", "not: pleural effusion or lung nodule", "lung"},
        Case{"effusion is not seen", "not: pleural effusion", "lung"},
        // Sides and sizes that are part of a name.
        Case{"left atrium", "left atrium", "heart"},
        Case{"enlargement of the left atrium", "cardiomegaly in the left atrium", "heart"},
        Case{"small bowel", "small bowel", "small_bowel"},
        Case{"large bowel", "large bowel", "colon"}, Case{"left kidney", "left kidney", "kidneys"},
        Case{"stone in the left kidney", "stone of the left kidney", "kidneys"},
        Case{"cyst in both kidneys", "cyst of the bilateral kidneys", "kidneys"},
        Case{"kidneys", "kidneys", "kidneys"}, Case{"normal heart", "normal heart", "heart"},
        Case{"pulmonary artery", "pulmonary artery", "pulmonary_artery"},
        Case{"nodule of the thyroid", "nodule of the thyroid", "thyroid"},
        Case{"enlarged pulmonary artery", "enlargement of the pulmonary artery",
             "pulmonary_artery"},
        Case{"wobbly pleural effusion", "pleural effusion", "lung", "wobbly"}));

INSTANTIATE_TEST_SUITE_P(
    German, Questions,
    testing::Values(
        Case{"Pleuraerguss links", "left pleural effusion", "lung"},
        Case{"kleiner linksseitiger Pleuraerguss", "small left pleural effusion", "lung"},
        Case{"ohne Erguss", "not: pleural effusion", "lung"},
        Case{"kein Nachweis von Pleuraerguss", "not: pleural effusion", "lung"},
        Case{"Erguss nicht vorhanden", "not: pleural effusion", "lung"},
        Case{"verkalkte Aorta", "aortic wall calcification", "aorta"},
        Case{"Aortenverkalkung", "aortic wall calcification", "aorta"},
        Case{"hochgradige Koronarverkalkung", "severe coronary artery calcification", "heart"},
        Case{"Vergrößertes Herz", "cardiomegaly", "heart"},
        Case{"VERGRÖSSERTES HERZ", "cardiomegaly", "heart"},
        // "ö" in two code points, as some systems write it.
        Case{"vergro\u0308ssertes Herz", "cardiomegaly", "heart"},
        Case{"linke Niere", "left kidney", "kidneys"},
        Case{"linker Vorhof", "left atrium", "heart"},
        Case{"Dünndarm", "small bowel", "small_bowel"},
        Case{"Perikarderguss", "pericardial effusion", "heart"},
        Case{"Konsolidierung im rechten Unterlappen", "consolidation in the right lower lobe",
             "lung"},
        Case{"Infiltrat ohne Erguss", "consolidation without pleural effusion", "lung"},
        Case{"beidseitige Pleuraergüsse", "bilateral pleural effusion", "lung"},
        Case{"unauffällige Leber", "normal liver", "liver"}));

INSTANTIATE_TEST_SUITE_P(
    Chinese, Questions,
    testing::Values(
        Case{"胸腔积液", "pleural effusion", "lung"},
        Case{"左侧胸腔积液", "left pleural effusion", "lung"},
        Case{"左侧少量胸腔积液", "small left pleural effusion", "lung"},
        Case{"无胸腔积液", "not: pleural effusion", "lung"},
        Case{"未见胸腔积液", "not: pleural effusion", "lung"},
        Case{"主动脉钙化", "aortic wall calcification", "aorta"},
        Case{"冠状动脉重度钙化", "severe coronary artery calcification in the coronary arteries",
             "heart"},
        Case{"心影增大", "cardiomegaly", "heart"}, Case{"左心房", "left atrium", "heart"},
        Case{"心包积液", "pericardial effusion", "heart"},
        Case{"右肺下叶实变", "consolidation in the right lower lobe", "lung"},
        Case{"右肺实变，无胸腔积液", "right consolidation without pleural effusion", "lung"},
        Case{"双肺磨玻璃影", "bilateral ground-glass opacity", "lung"},
        Case{"小肠", "small bowel", "small_bowel"}, Case{"正常心脏", "normal heart", "heart"}));

QueryProblem problemOf(const char* text)
{
    return understandQuery(text, catalog()).problem;
}

TEST(UnderstandQuery, SaysWhatItCannotAnswer)
{
    EXPECT_EQ(problemOf(""), QueryProblem::NoWords);
    EXPECT_EQ(problemOf(" ,. "), QueryProblem::NoWords);
    EXPECT_EQ(problemOf("\xff\xfe"), QueryProblem::NoWords);
    EXPECT_EQ(problemOf("left"), QueryProblem::NoSubject);
    EXPECT_EQ(problemOf("large one"), QueryProblem::NoSubject);
    EXPECT_EQ(problemOf("the"), QueryProblem::NoSubject);
    EXPECT_EQ(problemOf("wobbly gizmo"), QueryProblem::Unknown);
    EXPECT_EQ(problemOf("плевральный выпот"), QueryProblem::Unknown);
    EXPECT_TRUE(understandQuery("left", catalog()).prompts.empty());
}

TEST(UnderstandQuery, MakesSentencesForAndAgainst)
{
    const UnderstoodQuery query = understandQuery("Erguss links", catalog());
    EXPECT_EQ(query.prompts.front(), "Left pleural effusion.");
    EXPECT_THAT(query.contrary, testing::Contains("No left pleural effusion."));
    const UnderstoodQuery absent = understandQuery("kein Erguss", catalog());
    EXPECT_EQ(absent.prompts.front(), "No pleural effusion.");
    EXPECT_EQ(absent.contrary.front(), "Pleural effusion.");
}

TEST(UnderstandQuery, KeepsEnglishWordsThatItDoesNotKnow)
{
    EXPECT_EQ(understandQuery("wobbly effusion", catalog()).prompts.front(), "wobbly effusion");
    EXPECT_EQ(understandQuery("wabbeliger Erguss", catalog()).prompts.front(), "Pleural effusion.")
        << "the model reads English alone";
}

TEST(UnderstandQuery, ChipsSayWhereTheyAreAndCanBeTakenAway)
{
    const std::string text = "kleiner Erguss links";
    const UnderstoodQuery query = understandQuery(text, catalog());
    ASSERT_EQ(query.chips.size(), 3U);
    EXPECT_EQ(query.chips[0].kind, QueryTermKind::Degree);
    EXPECT_EQ(query.chips[0].id, "small");
    EXPECT_EQ(query.chips[1].id, "pleural_effusion");
    EXPECT_EQ(query.chips[1].anatomyId, "lung");
    EXPECT_EQ(query.chips[1].language, "de");
    EXPECT_EQ(query.chips[2].id, "left");
    EXPECT_EQ(withoutChip(text, query.chips[0]), "Erguss links");
    EXPECT_EQ(withoutChip(text, query.chips[1]), "kleiner links");
    EXPECT_EQ(withoutChip(text, query.chips[2]), "kleiner Erguss");
    EXPECT_EQ(withoutChip("左侧胸腔积液", understandQuery("左侧胸腔积液", catalog()).chips[0]),
              "胸腔积液");
}

TEST(QueryCatalog, EveryFindingOfTheDemoModelIsInIt)
{
    for (const char* id :
         {"emphysema", "atelectasis", "lung_nodule", "lung_opacity", "pulmonary_fibrotic_sequela",
          "pleural_effusion", "mosaic_attenuation_pattern", "peribronchial_thickening",
          "consolidation", "bronchiectasis", "interlobular_septal_thickening", "cardiomegaly",
          "pericardial_effusion", "coronary_artery_wall_calcification", "hiatal_hernia",
          "arterial_wall_calcification"})
    {
        const bool there = std::ranges::any_of(catalog().concepts, [&](const QueryConcept& one) {
            return std::ranges::any_of(
                one.meanings, [&](const SignMeaning& meaning) { return meaning.findingId == id; });
        });
        EXPECT_TRUE(there) << id;
    }
}

TEST(QueryCatalog, RefusesWhatIsWrong)
{
    const auto code = [](const char* json) {
        const auto read = parseQueryCatalog(json, "x.json");
        return read ? ErrorCode::Internal : read.error().code;
    };
    const std::string sentences = R"("present": ["{}."], "absent": ["No {}."])";
    EXPECT_EQ(code(("{" + sentences + "}").c_str()), ErrorCode::Internal) << "this one is good";
    EXPECT_EQ(code("{"), ErrorCode::MetadataBroken);
    EXPECT_EQ(code("{}"), ErrorCode::MetadataBroken);
    EXPECT_EQ(code(("{\"colours\": [], " + sentences + "}").c_str()), ErrorCode::MetadataBroken);
    EXPECT_EQ(code(("{\"sides\": [{\"id\": \"left\", \"fr\": []}], " + sentences + "}").c_str()),
              ErrorCode::MetadataBroken);
    EXPECT_EQ(
        code(("{\"sides\": [{\"id\": \"left\", \"en\": [\" - \"]}], " + sentences + "}").c_str()),
        ErrorCode::MetadataBroken);
    EXPECT_EQ(readQueryCatalog("/nowhere.json").error().code, ErrorCode::FileNotFound);
}

} // namespace
} // namespace fovea
