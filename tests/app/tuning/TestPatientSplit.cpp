#include "app/work/tuning/PatientSplit.h"
#include "model/phantom/CounterRandom.h"
#include "tests/storage/TemporaryFolder.h"

#include <algorithm>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>

namespace fovea {
namespace {

/// `rare` of them have the label "rare", half have "common".
std::vector<SplitPatient> patients(int count, int rare, const std::string& prefix = "p")
{
    std::vector<SplitPatient> made;
    for (int n = 0; n < count; ++n) {
        SplitPatient patient{prefix + std::to_string(n), {}};
        if (n < rare)
            patient.labels.insert("rare");
        if (n % 2 == 0)
            patient.labels.insert("common");
        made.push_back(std::move(patient));
    }
    return made;
}

int count(const PatientSplit& split, const std::vector<SplitPatient>& patients, TuningSplit where,
          const std::string& label = {})
{
    return static_cast<int>(std::ranges::count_if(patients, [&](const SplitPatient& one) {
        return split.patients.at(one.key) == where && (label.empty() || one.labels.contains(label));
    }));
}

TEST(PatientSplit, SharesAndRareLabelsAreSpreadOverTheSplits)
{
    PatientSplit split = newPatientSplit(3);
    const auto all = patients(100, 10);
    dealPatients(split, all);
    EXPECT_NEAR(count(split, all, TuningSplit::Training), 60, 1);
    EXPECT_NEAR(count(split, all, TuningSplit::Validation), 20, 1);
    EXPECT_NEAR(count(split, all, TuningSplit::Test), 20, 1);
    EXPECT_EQ(count(split, all, TuningSplit::Training, "rare"), 6);
    EXPECT_EQ(count(split, all, TuningSplit::Validation, "rare"), 2);
    EXPECT_EQ(count(split, all, TuningSplit::Test, "rare"), 2);
    EXPECT_NEAR(count(split, all, TuningSplit::Test, "common"), 10, 1);
}

TEST(PatientSplit, MorePatientsMoveNobody)
{
    PatientSplit split = newPatientSplit(3);
    const auto first = patients(37, 5);
    dealPatients(split, first);
    const auto before = split.patients;
    auto all = patients(40, 20, "later");
    all.insert(all.end(), first.begin(), first.end());
    dealPatients(split, all);
    EXPECT_EQ(split.patients.size(), 77U);
    for (const auto& [key, where] : before)
        EXPECT_EQ(split.patients.at(key), where) << key;
    // Late ones make up for what the splits lack.
    EXPECT_NEAR(count(split, all, TuningSplit::Test), 0.2 * 77, 1);
    EXPECT_EQ(count(split, all, TuningSplit::Test, "rare"), 5);
}

TEST(PatientSplit, OrderDoesNotMatterAndTheSeedDoes)
{
    PatientSplit split = newPatientSplit(3);
    PatientSplit reversed = newPatientSplit(3);
    PatientSplit other = newPatientSplit(4);
    auto all = patients(60, 6);
    dealPatients(split, all);
    dealPatients(other, all);
    std::ranges::reverse(all);
    dealPatients(reversed, all);
    EXPECT_EQ(split.patients, reversed.patients);
    EXPECT_NE(split.patients, other.patients);
}

StudyRecord record(const std::string& patientId, const std::string& uid)
{
    StudyRecord study;
    study.patient.patientId = patientId;
    study.patient.name = "Somebody^Else";
    study.studyInstanceUid = uid;
    return study;
}

TEST(PatientSplit, StudiesOfAPatientHaveOneKey)
{
    const PatientSplit split = newPatientSplit(1);
    EXPECT_EQ(split.keyOf(record("A", "1.1")), split.keyOf(record("A", "1.2")));
    EXPECT_NE(split.keyOf(record("A", "1.1")), split.keyOf(record("B", "1.1")));
    // Without an id nothing says that two studies are of one patient.
    EXPECT_NE(split.keyOf(record("", "1.1")), split.keyOf(record("", "1.2")));
    EXPECT_NE(split.keyOf(record("A", "1.1")), newPatientSplit(1).keyOf(record("A", "1.1")));
}

TEST(PatientSplit, TheFileRemembersAndNamesNobody)
{
    test::TemporaryFolder folder;
    auto split = readPatientSplit(folder.path(), 5);
    ASSERT_TRUE(split);
    EXPECT_TRUE(split->patients.empty());
    const std::string key = split->keyOf(record("SECRET-7", "1.2.3"));
    dealPatients(*split, {{key, {}}, {"another", {"x"}}});
    ASSERT_TRUE(writePatientSplit(folder.path(), *split));
    const auto again = readPatientSplit(folder.path(), 5);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->patients, split->patients);
    EXPECT_EQ(again->salt, split->salt);
    EXPECT_EQ(again->keyOf(record("SECRET-7", "1.2.3")), key);
    std::ifstream stream(patientSplitFile(folder.path()));
    const std::string text((std::istreambuf_iterator<char>(stream)), {});
    EXPECT_NE(text.find(key), std::string::npos);
    for (const char* secret : {"SECRET", "Somebody", "1.2.3"})
        EXPECT_EQ(text.find(secret), std::string::npos);

    EXPECT_EQ(readPatientSplit(folder.path(), 6).error().code, ErrorCode::BadOption);
    for (const char* broken :
         {"", "[", "{\"format\":2}",
          R"({"format":1,"seed":5,"salt":"s","shares":[1,0,0],"patients":{"a":"exam"}})",
          R"({"format":1,"seed":5,"salt":"s","shares":[1,1,0],"patients":{}})"})
    {
        std::ofstream(patientSplitFile(folder.path())) << broken;
        EXPECT_EQ(readPatientSplit(folder.path(), 5).error().code, ErrorCode::MetadataBroken)
            << broken;
    }
}

} // namespace
} // namespace fovea
