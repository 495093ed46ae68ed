#include "model/report/ReportSections.h"
#include "tests/report/ReportSupport.h"

using namespace fovea;
using namespace fovea::test;

namespace {

std::vector<std::string> sentences(const std::string& report, ReportSection section)
{
    std::vector<std::string> texts;
    for (const SectionSentence& s : sectionSentences(report, shippedRules())) {
        if (s.section == section)
            texts.push_back(s.text);
    }
    return texts;
}

using Texts = std::vector<std::string>;

} // namespace

TEST(ReportSections, splitAtTheEndsOfSentencesOnly)
{
    EXPECT_EQ(sentences("A 3.5 mm nodule, e.g. seen by Dr. Example. Second one! Third (cyst?). "
                        "Fourth, approx. 2 cm",
                        ReportSection::Findings),
              (Texts{"A 3.5 mm nodule, e.g. seen by Dr. Example.", "Second one!", "Third (cyst?).",
                     "Fourth, approx. 2 cm"}));
    EXPECT_EQ(sentences("", ReportSection::Findings), Texts{});
    EXPECT_EQ(sentences(" . \n - ", ReportSection::Findings), Texts{});
}

TEST(ReportSections, readHeadingsInSeveralSpellings)
{
    for (const char* report :
         {"TECHNIQUE: Axial CT.\nFINDINGS: Clear lungs.\nIMPRESSION: Normal chest.",
          "Technique: Axial CT. Findings: Clear lungs. Impression: Normal chest.",
          "PROCEDURE:\nAxial CT.\nRESULT:\nClear lungs.\nCONCLUSION:\nNormal chest.",
          "Technique\nAxial CT.\nFindings\nClear lungs.\nOpinion\nNormal chest.",
          "technique : Axial CT.\r\nResults :\r\nClear lungs.\r\nConclusions :\r\nNormal chest."})
    {
        EXPECT_EQ(sentences(report, ReportSection::Findings), Texts{"Clear lungs."}) << report;
        EXPECT_EQ(sentences(report, ReportSection::Impression), Texts{"Normal chest."}) << report;
        EXPECT_EQ(sentences(report, ReportSection::Other), Texts{"Axial CT."}) << report;
    }
    EXPECT_EQ(sentences("The findings: are odd.", ReportSection::Findings),
              Texts{"The findings: are odd."});
}

TEST(ReportSections, aSeparatorBeginsTheImpression)
{
    for (const std::string mark : {"\"\"", "\"", "\xE2\x80\xA2", "\xC2\xB7"}) {
        const std::string report =
            "Clear lungs. Normal heart. " + mark + " Nodule. " + mark + "Second item";
        EXPECT_EQ(sentences(report, ReportSection::Findings),
                  (Texts{"Clear lungs.", "Normal heart."}));
        EXPECT_EQ(sentences(report, ReportSection::Impression), (Texts{"Nodule.", "Second item"}));
    }
    // Once sections are named, it is a list's mark.
    EXPECT_EQ(sentences("FINDINGS:\n\xE2\x80\xA2 Clear lungs.\nIMPRESSION:\n\xE2\x80\xA2 Normal.",
                        ReportSection::Findings),
              Texts{"Clear lungs."});
}

TEST(ReportSections, dropNumbering)
{
    EXPECT_EQ(sentences("IMPRESSION:\n1. Nodule of 1.5 cm\n2) Emphysema.\n- Effusion",
                        ReportSection::Impression),
              (Texts{"Nodule of 1.5 cm", "Emphysema.", "Effusion"}));
    EXPECT_EQ(sentences("12 mm nodule.", ReportSection::Findings), Texts{"12 mm nodule."});
}

TEST(ReportSections, joinWrappedLinesAndEndAtBlankOnes)
{
    EXPECT_EQ(sentences("A nodule in the\nleft lung.\n\nNo heading here\n\nThird",
                        ReportSection::Findings),
              (Texts{"A nodule in the left lung.", "No heading here", "Third"}));
}

TEST(ReportSections, anotherHeadingAloneReachesOverOneSentence)
{
    const std::string report = "Comparison: CT of last year. Clear lungs.\" Normal chest.";
    EXPECT_EQ(sentences(report, ReportSection::Other), Texts{"CT of last year."});
    EXPECT_EQ(sentences(report, ReportSection::Findings), Texts{"Clear lungs."});
    EXPECT_EQ(sentences(report, ReportSection::Impression), Texts{"Normal chest."});
}
