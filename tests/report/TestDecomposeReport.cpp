#include "model/report/DecomposeReport.h"
#include "tests/report/ReportSupport.h"

#include <algorithm>

using namespace fovea;
using namespace fovea::test;

namespace {

using Texts = std::vector<std::string>;

Texts anatomiesOf(const std::string& sentence)
{
    Texts ids;
    for (const AnatomyReport& anatomy : decomposeReport(sentence, shippedRules()).anatomies)
        ids.push_back(anatomy.anatomyId);
    return ids;
}

Texts assertedIn(const std::string& text)
{
    Texts ids;
    for (const ReportClause& clause : decomposeReport(text, shippedRules()).clauses) {
        for (const FindingMention& mention : clause.mentions) {
            if (!mention.negated)
                ids.push_back(mention.findingId);
        }
    }
    return ids;
}

} // namespace

TEST(DecomposeReport, mapsWordsToAnatomies)
{
    EXPECT_EQ(anatomiesOf("Pleural thickening on the left."), Texts{"lung"});
    EXPECT_EQ(anatomiesOf("Stents in the coronary arteries."), Texts{"heart"});
    EXPECT_EQ(anatomiesOf("Pericardial thickening."), Texts{"heart"});
    EXPECT_EQ(anatomiesOf("The thoracic aorta is tortuous."), Texts{"aorta"});
    EXPECT_EQ(
        anatomiesOf("The great vessels of the mediastinum, heart size and contour are normal."),
        Texts{"heart"});
    EXPECT_EQ(anatomiesOf("The trachea and both main bronchi are patent."), Texts{"trachea"});
    EXPECT_EQ(anatomiesOf("The pulmonary arteries are dilated."), Texts{"pulmonary_artery"});
    EXPECT_EQ(anatomiesOf("Both renal parenchyma are thin."), Texts{"kidneys"});
    EXPECT_EQ(anatomiesOf("Hernia at the hiatus."), Texts{"esophagus"});
    EXPECT_EQ(anatomiesOf("Aortic valve calcification."), Texts{"heart"});
    EXPECT_EQ(anatomiesOf("Bones are intact."), Texts{});
}

TEST(DecomposeReport, aSentenceBelongsToEveryAnatomyItNames)
{
    const auto report =
        decomposeReport("Calcified plaques in the aorta and coronary arteries.", shippedRules());
    for (const char* id : {"aorta", "heart"}) {
        ASSERT_NE(report.anatomy(id), nullptr);
        EXPECT_EQ(report.anatomy(id)->findings,
                  Texts{"Calcified plaques in the aorta and coronary arteries."});
    }
    EXPECT_TRUE(report.asserts("arterial_wall_calcification"));
    EXPECT_TRUE(report.asserts("coronary_artery_wall_calcification"));
}

TEST(DecomposeReport, clausesOfTheirOwnOrgansAreApart)
{
    const auto report = decomposeReport(
        "The heart is enlarged, there is a left pleural effusion; the aorta is tortuous.",
        shippedRules());
    EXPECT_EQ(report.anatomy("heart")->findings, Texts{"The heart is enlarged"});
    EXPECT_EQ(report.anatomy("lung")->findings, Texts{"there is a left pleural effusion"});
    EXPECT_EQ(report.anatomy("aorta")->findings, Texts{"the aorta is tortuous."});
    // One verb, or one negation, for all of them: not apart.
    EXPECT_EQ(decomposeReport("Trachea, heart and aorta are normal.", shippedRules())
                  .anatomy("aorta")
                  ->findings,
              Texts{"Trachea, heart and aorta are normal."});
    const auto negated =
        decomposeReport("No pleural effusion, pericardial effusion.", shippedRules());
    EXPECT_EQ(negated.clauses.size(), 1U);
    EXPECT_TRUE(negated.negates("pericardial_effusion"));
}

TEST(DecomposeReport, aContinuationStaysWithTheLastOrgan)
{
    const auto report = decomposeReport(
        "Nodules in the left thyroid lobe. The largest nodule measures 8 mm.", shippedRules());
    EXPECT_EQ(report.anatomy("thyroid")->findings.size(), 2U);
    EXPECT_FALSE(report.asserts("lung_nodule"));
}

TEST(DecomposeReport, aBoundFindingNeedsItsOrgan)
{
    EXPECT_EQ(assertedIn("Hypodense nodular lesion in the liver."), Texts{});
    EXPECT_EQ(assertedIn("Nodule in the right upper lobe."), Texts{"lung_nodule"});
    EXPECT_EQ(assertedIn("A nodule is seen."), Texts{"lung_nodule"});
    EXPECT_EQ(assertedIn("Left inguinal hernia."), Texts{});
    EXPECT_EQ(assertedIn("A ground-glass nodule in the lung."), Texts{"lung_nodule"});
    EXPECT_EQ(assertedIn("Mitral annular calcification."), Texts{});
}

TEST(DecomposeReport, theImpressionDecidesWhatIsNormal)
{
    const auto report = decomposeReport("FINDINGS: Emphysema. Heart size is increased. The aorta "
                                        "is normal.\nIMPRESSION: Emphysema.",
                                        shippedRules());
    EXPECT_TRUE(report.hasImpression);
    EXPECT_EQ(report.findings, "Emphysema. Heart size is increased. The aorta is normal.");
    EXPECT_EQ(report.impression, "Emphysema.");
    EXPECT_TRUE(report.anatomy("lung")->mentionedInImpression());
    EXPECT_FALSE(report.anatomy("lung")->normal);
    EXPECT_EQ(report.anatomy("lung")->text(), "Emphysema. Emphysema.");
    EXPECT_FALSE(report.anatomy("heart")->mentionedInImpression());
    EXPECT_TRUE(report.anatomy("heart")->normal); // by the rule, whatever the findings say
    EXPECT_EQ(report.anatomy("heart")->asserted, Texts{"cardiomegaly"});
    EXPECT_EQ(report.anatomy("liver"), nullptr);
}

TEST(DecomposeReport, withoutAnImpressionFindingsDecide)
{
    const auto report = decomposeReport("Emphysema. No cardiomegaly.", shippedRules());
    EXPECT_FALSE(report.hasImpression);
    EXPECT_FALSE(report.anatomy("lung")->normal);
    EXPECT_TRUE(report.anatomy("heart")->normal);
    EXPECT_EQ(report.anatomy("heart")->negated, Texts{"cardiomegaly"});
}

TEST(DecomposeReport, assertedWinsOverNegated)
{
    const auto report = decomposeReport(
        "No lung nodule on the left. There is a nodule in the right lung.", shippedRules());
    EXPECT_TRUE(report.asserts("lung_nodule"));
    EXPECT_FALSE(report.negates("lung_nodule"));
    EXPECT_EQ(report.anatomy("lung")->negated, Texts{});
}

TEST(DecomposeReport, anythingIsText)
{
    EXPECT_TRUE(decomposeReport("", shippedRules()).anatomies.empty());
    EXPECT_TRUE(decomposeReport("\xE2\x80", shippedRules()).anatomies.empty());
    EXPECT_TRUE(decomposeReport(std::string(100000, ','), shippedRules()).clauses.empty());
    EXPECT_FALSE(decomposeReport("\xFF\xFE lung", shippedRules()).anatomies.empty());
    std::string endless;
    for (int n = 0; n < 5000; ++n)
        endless += "no lung, heart is seen, ";
    EXPECT_EQ(decomposeReport(endless, shippedRules()).clauses.size(), 1U);
}
