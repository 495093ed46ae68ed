#include "app/work/tuning/StudyEvidences.h"
#include "app/work/tuning/TuningLabels.h"
#include "tests/app/tuning/siteRules.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace fovea {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

using test::askedFindings;
using test::siteRules;

const FindingKey Effusion{"lung", "pleural_effusion"};
const FindingKey Emphysema{"lung", "emphysema"};
const FindingKey Cardiomegaly{"heart", "cardiomegaly"};
const FindingKey Gout{"lung", "gout"};

constexpr const char* Report = "Findings: There is a small right pleural effusion. No emphysema. "
                               "The heart is normal in size.";

StudyEvidence evidenceOf(const char* report)
{
    StudyEvidence evidence;
    evidence.report = decomposeReport(report, siteRules());
    return evidence;
}

std::vector<LabelledStudy::Region> regions(const StudyEvidence& evidence)
{
    const auto labelled = labelsOf(evidence, askedFindings(), siteRules(), Silence::Absent);
    return regionsOf(evidence, labelled.labels, askedFindings(), {"lung", "heart", "aorta"});
}

TEST(TuningLabels, AReportSaysWhatIsThereAndWhatIsNot)
{
    const auto labels =
        labelsOf(evidenceOf(Report), askedFindings(), siteRules(), Silence::Unknown).labels;
    EXPECT_TRUE(labels.at(Effusion));
    EXPECT_FALSE(labels.at(Emphysema));
    EXPECT_FALSE(labels.contains(Cardiomegaly)); // Not spoken of by name.
    const auto silent =
        labelsOf(evidenceOf(Report), askedFindings(), siteRules(), Silence::Absent).labels;
    EXPECT_FALSE(silent.at(Cardiomegaly));
    // The rules have no word for it: a report can neither assert nor deny it.
    EXPECT_FALSE(silent.contains(Gout));
    EXPECT_TRUE(labelsOf({}, askedFindings(), siteRules(), Silence::Absent).labels.empty());
}

TEST(TuningLabels, AVerdictCountsBeforeATableAndThatBeforeTheReport)
{
    StudyEvidence evidence = evidenceOf(Report);
    evidence.table[Effusion] = false;
    evidence.table[Emphysema] = true;
    evidence.table[Cardiomegaly] = true;
    evidence.verdicts[Emphysema] = false;
    const auto labelled = labelsOf(evidence, askedFindings(), siteRules(), Silence::Absent);
    EXPECT_FALSE(labelled.labels.at(Effusion));
    EXPECT_FALSE(labelled.labels.at(Emphysema));
    EXPECT_TRUE(labelled.labels.at(Cardiomegaly));
    // The report's silence on the heart is no disagreement.
    EXPECT_THAT(labelled.disagreeing, testing::UnorderedElementsAre(Effusion, Emphysema));
}

TEST(TuningLabels, RegionsHaveTheReportsSentences)
{
    const auto made = regions(evidenceOf(Report));
    ASSERT_EQ(made.size(), 3U); // With a report, of silence on the aorta too.
    EXPECT_THAT(made[0].text, HasSubstr("small right pleural effusion"));
    EXPECT_THAT(made[0].findings, ElementsAre("pleural_effusion"));
    EXPECT_THAT(made[0].unknown, ElementsAre("gout"));
    ASSERT_EQ(made[0].statements.size(), 2U);
    EXPECT_TRUE(made[0].statements[0].present);
    EXPECT_FALSE(made[0].statements[1].present);
    EXPECT_THAT(made[1].findings, IsEmpty());
    EXPECT_EQ(made[2].text, "");
}

TEST(TuningLabels, SentencesThatTheLabelsDenyAreLeftOut)
{
    StudyEvidence evidence = evidenceOf(Report);
    evidence.verdicts[Effusion] = false;
    evidence.table[Cardiomegaly] = true;
    const auto made = regions(evidence);
    EXPECT_THAT(made[0].text, Not(HasSubstr("effusion")));
    EXPECT_THAT(made[0].text, HasSubstr("emphysema"));
    EXPECT_THAT(made[0].findings, IsEmpty());
    EXPECT_THAT(made[1].findings, ElementsAre("cardiomegaly"));
    EXPECT_THAT(made[1].text, HasSubstr("Cardiomegaly."));
    ASSERT_EQ(made[1].statements.size(), 1U);
    EXPECT_TRUE(made[1].statements[0].present);
}

TEST(TuningLabels, LabelsAloneSpeakInPrompts)
{
    StudyEvidence evidence;
    evidence.table[Effusion] = true;
    evidence.table[Cardiomegaly] = false;
    const auto made = regions(evidence);
    ASSERT_EQ(made.size(), 2U); // Nothing is known of the aorta.
    EXPECT_EQ(made[0].text, "Pleural effusion.");
    EXPECT_THAT(made[0].findings, ElementsAre("pleural_effusion"));
    EXPECT_THAT(made[0].unknown, ElementsAre("emphysema", "gout"));
    EXPECT_EQ(made[1].text, "No cardiomegaly.");
    EXPECT_THAT(made[1].findings, IsEmpty());
    ASSERT_EQ(made[1].statements.size(), 1U);
    EXPECT_FALSE(made[1].statements[0].present);
}

TEST(TuningLabels, ACorrectionStandsForAllThatIsSaidOfAnAnatomy)
{
    StudyEvidence evidence = evidenceOf(Report);
    correctReport(*evidence.report, "lung", "Severe emphysema. No effusion.", siteRules());
    const auto made = regions(evidence);
    EXPECT_THAT(made[0].findings, ElementsAre("emphysema"));
    EXPECT_THAT(made[0].text, Not(HasSubstr("small right")));
    EXPECT_THAT(made[0].text, HasSubstr("Severe emphysema."));
    EXPECT_THAT(made[1].text, HasSubstr("heart is normal"));
}

} // namespace
} // namespace fovea
