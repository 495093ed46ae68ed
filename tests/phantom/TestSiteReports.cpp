#include "model/phantom/PhantomSource.h"
#include "model/phantom/PhrasesOfFinding.h"
#include "model/phantom/ReportWriter.h"
#include "tests/phantom/TruthSamples.h"
#include "tests/report/ReportSupport.h"

#include <iostream>
#include <set>

// Reports of a site that writes in a style of its own (ReportStyle::Structured).

using namespace fovea;
using namespace fovea::test;

namespace {

const std::vector<std::string> Anatomies{"lung", "heart", "esophagus", "aorta", "liver"};

const std::vector<FindingSample>& siteSamples()
{
    static const std::vector<FindingSample> samples = [] {
        std::vector<FindingSample> all = findingSamples();
        all.push_back({"lung", "pneumothorax", {""}});
        all.push_back({"aorta", "thoracic_aortic_dilatation", {""}});
        all.push_back({"liver", "hepatic_steatosis", {""}});
        return all;
    }();
    return samples;
}

PhantomTruth siteTruth(std::uint64_t seed)
{
    PhantomTruth truth = randomTruth(seed);
    truth.style = ReportStyle::Structured;
    CounterRandom random(seed, "site truth");
    for (std::size_t n = findingSamples().size(); n < siteSamples().size(); ++n) {
        if (random.chance(0.3))
            truth.findings.push_back(randomFinding(siteSamples()[n], random));
    }
    return truth;
}

void addSentences(std::set<std::string>& sentences, const std::string& text)
{
    for (const SectionSentence& s : sectionSentences(text, shippedRules())) {
        // Capitals and full stops make no sentence another one.
        std::string bare;
        for (const ReportWord& word : wordsOf(s.text))
            bare += word.text + " ";
        sentences.insert(bare);
    }
}

void addSentences(std::set<std::string>& sentences, const PhantomTruth& truth)
{
    Phantom phantom;
    phantom.truth = truth;
    phantom.report = writeReport(truth);
    addSentences(sentences, phantom.report.text);
    for (const LabelledStudy::Region& region : labelledStudy(phantom).regions) {
        addSentences(sentences, region.text);
        for (const std::string& text : region.rewordings)
            addSentences(sentences, text);
        for (const FindingStatement& statement : region.statements) {
            for (const std::string& text : statement.wordings)
                addSentences(sentences, text);
        }
    }
}

} // namespace

TEST(SiteReports, shareNoSentenceWithTheReference)
{
    std::set<std::string> here, there;
    for (std::uint64_t seed = 0; seed < 700; ++seed) {
        addSentences(here, siteTruth(seed));
        addSentences(there, randomTruth(seed));
    }
    EXPECT_GT(here.size(), 10000U);
    EXPECT_GT(there.size(), 10000U);
    for (const std::string& sentence : here)
        EXPECT_FALSE(there.contains(sentence)) << sentence;
}

TEST(SiteReports, sayEachFindingInManyWays)
{
    for (const FindingSample& sample : siteSamples()) {
        std::set<std::string> ways;
        CounterRandom random(5, "sites");
        const ShownFinding finding = randomFinding(sample, random);
        for (std::uint64_t seed = 0; seed < 300; ++seed) {
            PhantomTruth truth{seed, false, 60, false, {finding}, {}};
            truth.style = ReportStyle::Structured;
            for (const PhantomRegionText& region : writeReport(truth).regions) {
                if (region.anatomyId == sample.anatomyId)
                    ways.insert(sectionSentences(region.text, shippedRules()).at(0).text);
            }
        }
        EXPECT_GE(ways.size(), 12U) << sample.findingId;
    }
}

TEST(SiteReports, neverContradictTheTruth)
{
    int said = 0;
    for (std::uint64_t seed = 0; seed < 2000; ++seed) {
        const PhantomTruth truth = siteTruth(seed);
        const PhantomReport written = writeReport(truth);
        ASSERT_EQ(written.regions.size(), Anatomies.size());
        for (std::size_t n = 0; n < Anatomies.size(); ++n) {
            const PhantomRegionText& region = written.regions[n];
            EXPECT_EQ(region.anatomyId, Anatomies[n]);
            EXPECT_LE(phraseLength(region.text), LongestRegionText) << region.text;
            const DecomposedReport report = decomposeReport(region.text, shippedRules());
            for (const FindingSample& sample : siteSamples()) {
                const bool present = shows(truth, sample.findingId);
                EXPECT_FALSE(!present && report.asserts(sample.findingId))
                    << sample.findingId << ": " << region.text;
                if (present && region.anatomyId == sample.anatomyId) {
                    ++said;
                    EXPECT_TRUE(report.asserts(sample.findingId))
                        << sample.findingId << ": " << region.text;
                }
            }
        }
    }
    EXPECT_GT(said, 3000);
}

TEST(SiteReports, theirTextDecomposesIntoTheTruth)
{
    int right = 0;
    constexpr int Count = 1000;
    for (std::uint64_t seed = 0; seed < Count; ++seed) {
        const PhantomTruth truth = siteTruth(seed);
        const DecomposedReport report = decomposeReport(writeReport(truth).text, shippedRules());
        bool same = report.hasImpression;
        for (const std::string& id : Anatomies) {
            std::set<std::string> shown;
            for (const ShownFinding& finding : truth.findings) {
                if (finding.anatomyId == id)
                    shown.insert(finding.findingId);
            }
            const AnatomyReport* anatomy = report.anatomy(id);
            std::set<std::string> asserted;
            if (anatomy != nullptr)
                asserted.insert(anatomy->asserted.begin(), anatomy->asserted.end());
            const bool normal = anatomy == nullptr || anatomy->normal;
            same = same && asserted == shown && normal == shown.empty();
        }
        right += same;
    }
    std::cout << "  decomposed into the truth: " << right << " of " << Count << "\n";
    EXPECT_GE(right, Count * 97 / 100);
}

TEST(SiteReports, statementsSayOfTheirFindingWhatIsTrue)
{
    std::set<std::string> present, absent;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        Phantom phantom;
        phantom.truth = siteTruth(seed);
        phantom.report = writeReport(phantom.truth);
        for (const LabelledStudy::Region& region : labelledStudy(phantom).regions) {
            for (const FindingStatement& statement : region.statements) {
                EXPECT_EQ(statement.present, shows(phantom.truth, statement.findingId));
                for (const std::string& wording : statement.wordings) {
                    const DecomposedReport read =
                        decomposeReport("Findings: " + wording, shippedRules());
                    EXPECT_EQ(read.asserts(statement.findingId), statement.present) << wording;
                    EXPECT_EQ(read.negates(statement.findingId), !statement.present) << wording;
                }
                (statement.present ? present : absent).insert(statement.findingId);
            }
        }
    }
    for (const FindingSample& sample : siteSamples()) {
        EXPECT_TRUE(present.contains(sample.findingId)) << sample.findingId;
        EXPECT_TRUE(absent.contains(sample.findingId)) << sample.findingId;
    }
}

TEST(SiteReports, narrativeHasNoWordsForWhatTheReferenceNeverShows)
{
    for (const WritableFinding& f : writableFindings()) {
        EXPECT_NE(f.findingId, "pneumothorax");
        EXPECT_NE(f.anatomyId, "liver");
    }
    EXPECT_EQ(writableFindings(ReportStyle::Structured).size(), siteSamples().size());
}

TEST(SiteReports, realWordingsOfTheAddedFindingsAreUnderstood)
{
    const auto asserts = [](const char* text, const char* id) {
        return decomposeReport(text, shippedRules()).asserts(id);
    };
    EXPECT_TRUE(asserts("Findings: There is a small left apical pneumothorax.", "pneumothorax"));
    EXPECT_FALSE(
        asserts("Findings: No pleural effusion or pneumothorax was detected.", "pneumothorax"));
    EXPECT_TRUE(asserts("Findings: The ascending aorta is dilated, measuring 47 mm.",
                        "thoracic_aortic_dilatation"));
    EXPECT_TRUE(asserts("Findings: Fusiform aneurysm of the ascending aorta.",
                        "thoracic_aortic_dilatation"));
    EXPECT_FALSE(asserts("Findings: The aorta is normal. The bronchi are dilated.",
                         "thoracic_aortic_dilatation"));
    EXPECT_FALSE(asserts("Findings: There is an infrarenal abdominal aortic aneurysm.",
                         "thoracic_aortic_dilatation"));
    EXPECT_FALSE(asserts("Findings: No aortic aneurysm.", "thoracic_aortic_dilatation"));
    EXPECT_TRUE(asserts("Findings: Liver density is decreased, consistent with fatty change.",
                        "hepatic_steatosis"));
    EXPECT_TRUE(asserts("Findings: Hepatosteatosis was observed.", "hepatic_steatosis"));
    EXPECT_FALSE(asserts("Findings: The liver is normal, without steatosis.", "hepatic_steatosis"));
}
