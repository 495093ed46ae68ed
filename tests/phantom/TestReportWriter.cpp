#include "model/phantom/PhantomSource.h"
#include "model/phantom/PhrasesGrammar.h"
#include "model/phantom/ReportWriter.h"
#include "tests/phantom/TruthSamples.h"
#include "tests/report/ReportSupport.h"

#include <set>

using namespace fovea;
using namespace fovea::test;

namespace {

const std::string& regionText(const PhantomReport& report, const std::string& anatomyId)
{
    for (const PhantomRegionText& region : report.regions) {
        if (region.anatomyId == anatomyId)
            return region.text;
    }
    throw std::logic_error("no region " + anatomyId);
}

/// Figures are no phrasing.
std::string withoutFigures(const std::string& text)
{
    std::string out;
    for (const char c : text) {
        if ((c < '0' || c > '9') && c != '.')
            out += c;
    }
    return out;
}

} // namespace

TEST(ReportWriter, isDeterministicForItsTruth)
{
    const PhantomTruth truth = randomTruth(11);
    EXPECT_EQ(writeReport(truth).text, writeReport(truth).text);
    PhantomTruth other = truth;
    other.seed = 12;
    EXPECT_NE(writeReport(truth).text, writeReport(other).text);
}

TEST(ReportWriter, saysEachFindingInManyWays)
{
    for (const FindingSample& sample : findingSamples()) {
        for (const char* kind : sample.kinds) {
            std::set<std::string> ways;
            CounterRandom random(5, "sites");
            ShownFinding finding = randomFinding(sample, random);
            finding.kind = kind;
            for (std::uint64_t seed = 0; seed < 300; ++seed) {
                const PhantomTruth truth{seed, false, 60, false, {finding}, {}};
                const auto text = regionText(writeReport(truth), sample.anatomyId);
                ways.insert(withoutFigures(sectionSentences(text, shippedRules()).at(0).text));
            }
            EXPECT_GE(ways.size(), 12U) << sample.findingId << " " << kind;
        }
    }
}

TEST(ReportWriter, neverContradictsTheTruth)
{
    int said = 0;
    for (std::uint64_t seed = 0; seed < 3000; ++seed) {
        const PhantomTruth truth = randomTruth(seed);
        for (const PhantomRegionText& region : writeReport(truth).regions) {
            const DecomposedReport report = decomposeReport(region.text, shippedRules());
            for (const FindingSample& sample : findingSamples()) {
                const bool present = shows(truth, sample.findingId);
                EXPECT_FALSE(!present && report.asserts(sample.findingId))
                    << sample.findingId << ": " << region.text;
                for (const ReportClause& clause : report.clauses) {
                    for (const FindingMention& mention : clause.mentions)
                        EXPECT_FALSE(present && mention.negated &&
                                     mention.findingId == sample.findingId)
                            << sample.findingId << ": " << clause.text;
                }
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

TEST(ReportWriter, plainKeywordsAgree)
{
    // Without the rules: sentences that deny or not, and words that only one finding has.
    const std::vector<std::pair<std::string, std::vector<std::string>>> keywords{
        {"emphysema", {"emphysema"}},
        {"atelectasis", {"atelecta"}},
        {"lung_nodule", {"nodule"}},
        {"pulmonary_fibrotic_sequela", {"scar", "fibro", "sequela", "parenchymal band"}},
        {"pleural_effusion", {"pleural effusion", "pleural fluid", "pleural space"}},
        {"mosaic_attenuation_pattern", {"mosaic"}},
        {"peribronchial_thickening", {"peribronchial", "bronchial wall"}},
        {"consolidation", {"consolidat", "air space disease", "airspace disease"}},
        {"bronchiectasis", {"bronchiecta", "dilat", " ectatic"}},
        {"interlobular_septal_thickening", {" septa ", " septal ", "septa."}},
        {"cardiomegaly", {"cardiomegaly", "enlarged heart", "heart is enlarged", "enlargement"}},
        {"pericardial_effusion", {"pericardial effusion", "pericardial fluid", "around the heart"}},
        {"coronary_artery_wall_calcification", {"coronary"}},
        {"hiatal_hernia", {"hernia"}},
        {"arterial_wall_calcification", {"aortic wall", "arterial wall", "plaques in the aort"}},
    };
    int met = 0;
    for (std::uint64_t seed = 0; seed < 3000; ++seed) {
        const PhantomTruth truth = randomTruth(seed);
        for (const SectionSentence& s : sectionSentences(writeReport(truth).text, shippedRules())) {
            const std::string text = " " + lowerCase(s.text) + " ";
            bool denies = false;
            for (const char* word :
                 {" no ", " not ", " without ", " absent", " negative ", " neither "})
                denies = denies || text.find(word) != std::string::npos;
            for (const auto& [id, words] : keywords) {
                const bool said = std::ranges::any_of(words, [&text](const std::string& word) {
                    return text.find(word) != std::string::npos;
                });
                met += said;
                if (said) {
                    EXPECT_EQ(shows(truth, id), !denies) << id << ": " << s.text;
                }
            }
        }
    }
    EXPECT_GT(met, 10000);
}

TEST(ReportWriter, staysWithinWhatATextEncoderReads)
{
    std::size_t longest = 0;
    for (std::uint64_t seed = 0; seed < 1000; ++seed) {
        PhantomTruth truth = randomTruth(seed);
        if (seed % 2 == 0) {
            CounterRandom random(seed, "all");
            truth.findings.clear();
            for (const FindingSample& sample : findingSamples())
                truth.findings.push_back(randomFinding(sample, random));
        }
        for (const PhantomRegionText& region : writeReport(truth).regions) {
            EXPECT_LE(phraseLength(region.text), LongestRegionText) << region.text;
            longest = std::max(longest, wordsOf(region.text).size());
        }
    }
    EXPECT_LE(longest, 70U);
}

TEST(ReportWriter, itsTextDecomposesIntoTheTruth)
{
    int right = 0;
    constexpr int Count = 1000;
    for (std::uint64_t seed = 0; seed < Count; ++seed) {
        const PhantomTruth truth = randomTruth(seed);
        const std::string text = writeReport(truth).text;
        const DecomposedReport report = decomposeReport(text, shippedRules());
        bool same = report.hasImpression;
        for (const std::string id : {"lung", "heart", "esophagus", "aorta"}) {
            std::set<std::string> shown;
            for (const ShownFinding& finding : truth.findings) {
                if (finding.anatomyId == id)
                    shown.insert(finding.findingId);
            }
            const AnatomyReport* anatomy = report.anatomy(id);
            const std::set<std::string> asserted =
                anatomy == nullptr
                    ? std::set<std::string>()
                    : std::set<std::string>(anatomy->asserted.begin(), anatomy->asserted.end());
            const bool normal = anatomy == nullptr || anatomy->normal;
            same = same && asserted == shown && normal == shown.empty();
        }
        right += same;
    }
    std::cout << "  decomposed into the truth: " << right << " of " << Count << "\n";
    EXPECT_GE(right, Count * 99 / 100);
}

TEST(ReportWriter, statementsSayOfTheirFindingWhatIsTrue)
{
    int present = 0;
    int absent = 0;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        Phantom phantom;
        phantom.truth = randomTruth(seed);
        phantom.report = writeReport(phantom.truth);
        for (const LabelledStudy::Region& region : labelledStudy(phantom).regions) {
            std::set<std::string> told;
            for (const FindingStatement& statement : region.statements) {
                EXPECT_EQ(statement.present, shows(phantom.truth, statement.findingId));
                ASSERT_FALSE(statement.wordings.empty());
                for (const std::string& wording : statement.wordings) {
                    const DecomposedReport read =
                        decomposeReport("Findings: " + wording, shippedRules());
                    EXPECT_EQ(read.asserts(statement.findingId), statement.present) << wording;
                    EXPECT_EQ(read.negates(statement.findingId), !statement.present) << wording;
                }
                told.insert(statement.findingId);
                (statement.present ? present : absent) += 1;
            }
            for (const std::string& finding : region.findings)
                EXPECT_TRUE(told.contains(finding)) << finding;
        }
    }
    EXPECT_GT(present, 60);
    EXPECT_GT(absent, 60);
}
