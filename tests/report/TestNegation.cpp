#include "model/report/Negation.h"
#include "tests/report/ReportSupport.h"

using namespace fovea;
using namespace fovea::test;

namespace {

/// 1 asserted, -1 negated, 0 not mentioned.
int said(const char* findingId, const char* sentence)
{
    const DecomposedReport report = decomposeReport(sentence, shippedRules());
    return report.asserts(findingId) ? 1 : (report.negates(findingId) ? -1 : 0);
}

} // namespace

TEST(Negation, triggersBeforeReachToTheEnd)
{
    EXPECT_EQ(said("pleural_effusion", "No pleural effusion."), -1);
    EXPECT_EQ(said("consolidation", "There is no mass, nodule or consolidation."), -1);
    EXPECT_EQ(said("lung_nodule", "There is no mass, nodule or consolidation."), -1);
    EXPECT_EQ(said("emphysema", "Lungs without evidence of emphysema."), -1);
    EXPECT_EQ(said("consolidation", "Absence of consolidation."), -1);
    EXPECT_EQ(said("consolidation", "Neither consolidation nor effusion is seen."), -1);
}

TEST(Negation, triggersAfterReachBack)
{
    EXPECT_EQ(said("pericardial_effusion", "Pericardial thickening-effusion was not found today."),
              -1);
    EXPECT_EQ(said("pleural_effusion", "A pericardial, pleural effusion was not identified."), -1);
    EXPECT_EQ(said("pericardial_effusion", "A pericardial, pleural effusion was not identified."),
              -1);
    EXPECT_EQ(said("pleural_effusion", "Pleural effusion: not seen."), -1);
    EXPECT_EQ(said("lung_opacity", "The ground-glass opacities have resolved."), -1);
    EXPECT_EQ(said("cardiomegaly", "The heart is not enlarged."), -1);
    EXPECT_EQ(said("atelectasis", "Atelectasis is absent."), -1);
}

TEST(Negation, endsWhereSomethingElseIsAsserted)
{
    EXPECT_EQ(said("emphysema", "No effusion, but emphysema is present."), 1);
    EXPECT_EQ(said("hiatal_hernia", "There is no wall thickening of the esophagus, and there is a "
                                    "mild hiatal hernia."),
              1);
    EXPECT_EQ(said("consolidation", "No pleural effusion; consolidation in the left lower lobe."),
              1);
    EXPECT_EQ(said("consolidation",
                   "No pleural effusion was seen, consolidation is noted in the right lung."),
              1);
    EXPECT_EQ(said("pleural_effusion",
                   "Consolidation is seen in the right lung, pleural effusion was not detected."),
              -1);
    EXPECT_EQ(said("consolidation",
                   "Consolidation is seen in the right lung, pleural effusion was not detected."),
              1);
    EXPECT_EQ(said("lung_nodule", "No effusion except for a nodule in the lung."), 1);
}

TEST(Negation, isNotWhatOnlyLooksLikeIt)
{
    EXPECT_EQ(said("lung_nodule", "No change in the nodule of the right lung."), 1);
    EXPECT_EQ(said("lung_nodule", "No significant interval change of the lung nodules."), 1);
    EXPECT_EQ(said("consolidation", "Consolidation could not be excluded."), 1);
    EXPECT_EQ(said("pleural_effusion", "Pleural effusion without significant change."), 1);
    EXPECT_EQ(said("emphysema", "No emphysematous change."), -1);
}

TEST(Negation, reachesWordByWord)
{
    const auto words = wordsOf("effusion is present but no nodule");
    EXPECT_EQ(negatedWords(words, shippedRules().negation),
              (std::vector<bool>{false, false, false, false, false, true}));
}
