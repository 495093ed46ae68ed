#include "tests/report/ReportSupport.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <map>
#include <set>

// Agreement with real, published decompositions and labels of reports.

using namespace fovea;
using fovea::test::csvRows;
using fovea::test::shippedRules;
using fovea::test::textOf;

namespace {

const std::string Folder = FOVEA_SHARED_DIR "/data/reports/";

bool hasFolder()
{
    return std::filesystem::exists(Folder);
}

std::string findingIdOf(std::string label)
{
    label = lowerCase(label);
    std::ranges::replace(label, ' ', '_');
    return label;
}

/// The reference's organ names that differ from the catalog's.
std::string anatomyIdOf(const std::string& organ)
{
    return organ == "kidney" ? "kidneys" : organ;
}

struct Counts {
    int both = 0, ours = 0, theirs = 0;
    double precision() const { return ours == 0 ? 0 : double(both) / ours; }
    double recall() const { return theirs == 0 ? 0 : double(both) / theirs; }
    double f1() const { return ours + theirs == 0 ? 0 : 2.0 * both / (ours + theirs); }
};

/// Words alone, so that a capital or a full stop makes no difference.
std::string bare(const std::string& sentence)
{
    std::string text;
    for (const ReportWord& word : wordsOf(sentence))
        text += word.text + " ";
    return text;
}

/// Sentences per organ of a published decomposition, found again by decomposing all of them as
/// one report.
std::map<std::string, Counts> agreement(const std::string& file)
{
    std::map<std::string, Counts> counts;
    const auto scans = nlohmann::json::parse(textOf(Folder + file));
    for (const auto& scan : scans) {
        std::string report;
        std::map<std::string, std::set<std::string>> theirs;
        for (const auto& [organ, said] : scan.items()) {
            std::string text = said.get<std::string>();
            if (text.back() != '.')
                text += '.';
            report += text + " ";
            for (const SectionSentence& s : sectionSentences(text, shippedRules()))
                theirs[anatomyIdOf(organ)].insert(bare(s.text));
        }
        std::map<std::string, std::set<std::string>> ours;
        for (const ReportClause& clause : decomposeReport(report, shippedRules()).clauses) {
            for (const std::string& id : clause.anatomyIds)
                ours[id].insert(bare(clause.text));
        }
        for (const std::string id :
             {"lung", "heart", "esophagus", "aorta", "trachea", "gallbladder", "kidneys"})
        {
            Counts& c = counts[id];
            c.ours += int(ours[id].size());
            c.theirs += int(theirs[id].size());
            for (const std::string& s : ours[id])
                c.both += int(theirs[id].count(s));
        }
    }
    return counts;
}

Counts total(const std::map<std::string, Counts>& all)
{
    Counts sum;
    for (const auto& [id, c] : all) {
        std::cout << "  " << id << ": precision " << c.precision() << ", recall " << c.recall()
                  << " (" << c.theirs << " sentences)\n";
        sum.both += c.both;
        sum.ours += c.ours;
        sum.theirs += c.theirs;
    }
    return sum;
}

} // namespace

TEST(SharedReports, anatomySentencesAgreeWithThePublishedDecomposition)
{
    if (!hasFolder())
        GTEST_SKIP() << "no sample data";
    for (const std::string file : {"fvlm_desc_info.sample.json", "fvlm_conc_info.sample.json"}) {
        std::cout << file << "\n";
        const Counts all = total(agreement(file));
        ASSERT_GT(all.theirs, 5);
        EXPECT_GE(all.recall(), 0.95) << file;
        EXPECT_GE(all.precision(), 0.9) << file;
    }
}

TEST(SharedReports, assertedFindingsAgreeWithTheLabels)
{
    if (!hasFolder())
        GTEST_SKIP() << "no sample data";
    const auto rows = csvRows(textOf(Folder + "ctclip_reports_18labels_sample.csv"));
    ASSERT_EQ(rows.size(), 48U);
    std::map<std::string, Counts> counts;
    for (std::size_t row = 1; row < rows.size(); ++row) {
        const DecomposedReport report = decomposeReport(rows[row][1], shippedRules());
        for (std::size_t column = 2; column < rows[0].size(); ++column) {
            const std::string id = findingIdOf(rows[0][column]);
            const bool ours = report.asserts(id);
            const bool theirs = rows[row][column] == "1";
            counts[id].ours += ours;
            counts[id].theirs += theirs;
            counts[id].both += ours && theirs;
        }
    }
    ASSERT_EQ(counts.size(), 18U);
    double sum = 0;
    int labels = 0;
    for (const auto& [id, c] : counts) {
        std::cout << "  " << id << ": precision " << c.precision() << ", recall " << c.recall()
                  << ", F1 " << c.f1() << " (" << c.theirs << ")\n";
        if (c.theirs == 0)
            continue;
        sum += c.f1();
        ++labels;
    }
    std::cout << "  macro F1 over " << labels << " labels: " << sum / labels << "\n";
    EXPECT_GE(sum / labels, 0.95);
}

TEST(SharedReports, locationsMapToTheirOrgans)
{
    if (!hasFolder())
        GTEST_SKIP() << "no sample data";
    // The most specific name first: what a path of the ontology is, in the catalog's ids.
    const std::vector<std::pair<std::string, std::string>> organs{
        {"heart ascending aorta", "aorta"},
        {"pulmonary artery", "pulmonary_artery"},
        {"pulmonary vein", "pulmonary_veins"},
        {"subclavian artery", "supraaortic_arteries"},
        {"superior vena cava", "superior_vena_cava"},
        {"inferior vena cava", "inferior_vena_cava"},
        {"portal vein and splenic vein", "portal_splenic_vein"},
        {"iliac artery", "iliac_arteries"},
        {"renal artery", ""},
        {"adrenal gland", "adrenal_glands"},
        {"thoracic vertebrae", "thoracic_vertebrae"},
        {"lumbar vertebrae", "lumbar_vertebrae"},
        {"cervical vertebrae", "cervical_vertebrae"},
        {"sternum", "sternum"},
        {"clavicle", "clavicles"},
        {"scapula", "scapulae"},
        {"humerus", "humeri"},
        {"bronchie", ""},
        {"trachea and bronchie", ""},
        {"trachea", "trachea"},
        {"esophagus", "esophagus"},
        {"pleura", "lung"},
        {"lung", "lung"},
        {"heart", "heart"},
        {"aorta", "aorta"},
        {"liver", "liver"},
        {"kidney", "kidneys"},
        {"gallbladder", "gallbladder"},
        {"spleen", "spleen"},
        {"stomach", "stomach"},
        {"pancreas", "pancreas"},
        {"colon", "colon"},
        {"thyroid", "thyroid"},
        {"prostate", "prostate"},
        {"urinary bladder", "urinary_bladder"},
        {"rib", "ribs"},
    };
    const auto paths = nlohmann::json::parse(textOf(Folder + "radgenome_location_sentences.json"));
    int all = 0;
    int right = 0;
    for (const auto& [path, count] : paths.items()) {
        if (!path.starts_with("<Location>") || !count.is_number_integer())
            continue;
        const std::size_t slash = path.find_last_of('/');
        const std::string place =
            lowerCase(path.substr(slash == std::string::npos ? 11 : slash + 1));
        const auto organ = std::ranges::find_if(
            organs, [&place](const auto& o) { return place.find(o.first) != std::string::npos; });
        if (organ == organs.end() || organ->second.empty())
            continue; // no region of the catalog: "abdomen", "bone", "breast"
        const auto named = namedAnatomies(wordsOf(place), shippedRules());
        all += count.get<int>();
        if (named == std::vector<std::string>{organ->second})
            right += count.get<int>();
        else
            std::cout << "  " << path << " (" << count << ")\n";
    }
    std::cout << "  locations mapped: " << right << " of " << all << "\n";
    ASSERT_GT(all, 5000);
    EXPECT_GE(right, all * 98 / 100);
}
