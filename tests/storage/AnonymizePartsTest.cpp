#include "storage/anonymize/ConfidentialityProfile.h"
#include "storage/anonymize/Pseudonyms.h"
#include "storage/anonymize/SafeText.h"
#include "storage/anonymize/shiftedTime.h"
#include "tests/storage/TemporaryFolder.h"

#include <fstream>
#include <gtest/gtest.h>
#include <regex>
#include <set>
#include <sys/stat.h>

namespace fovea {
namespace {

Pseudonyms keyed(unsigned char byte)
{
    std::array<unsigned char, 32> key{};
    key.fill(byte);
    return Pseudonyms(key);
}

TEST(ConfidentialityProfileTest, HasTheTableOfTheStandard)
{
    const ConfidentialityProfile profile;
    EXPECT_EQ(profile.rules().size(), 620u);
    std::set<std::uint32_t> tags;
    for (const ProfileRule& rule : profile.rules()) {
        EXPECT_TRUE(tags.insert(rule.tag).second) << rule.keyword;
        EXPECT_TRUE(rule.removable || rule.emptiable || rule.dummy || rule.uid) << rule.keyword;
        EXPECT_FALSE(rule.keyword.empty());
    }
    const ProfileRule* name = profile.ruleOf(0x0010, 0x0010);
    ASSERT_TRUE(name);
    EXPECT_EQ(name->code, "Z");
    const ProfileRule* image = profile.ruleOf(0x0008, 0x1140);
    ASSERT_TRUE(image);
    EXPECT_EQ(image->code, "X/Z/U*");
    EXPECT_TRUE(image->uid && image->removable && image->emptiable);
    const ProfileRule* curve = profile.ruleOf(0x5004, 0x3000);
    ASSERT_TRUE(curve);
    EXPECT_EQ(curve->keyword, "CurveData");
    ASSERT_TRUE(profile.ruleOf(0x6010, 0x4000));
    EXPECT_FALSE(profile.ruleOf(0x6010, 0x0010));
    EXPECT_FALSE(profile.ruleOf(0x0028, 0x0010)); // Rows
    const ProfileRule* sex = profile.ruleOf(0x0010, 0x0040);
    ASSERT_TRUE(sex);
    EXPECT_TRUE(sex->patientCharacteristic);
    EXPECT_FALSE(sex->deviceIdentity);
}

TEST(SafeTextTest, KeepsWordsThatSayNothingOfAPerson)
{
    const SafeText text;
    EXPECT_EQ(text.cleaned("CT Thorax axial"), "CT Thorax axial");
    EXPECT_TRUE(text.isSafe("CT Thorax axial"));
    EXPECT_EQ(text.cleaned("Thorax 5mm B30f"), "Thorax 5mm B30f");
    EXPECT_EQ(text.cleaned("Thorax 1.25 mm Br40"), "Thorax 1.25 mm Br40");
    EXPECT_EQ(text.cleaned("chest without contrast"), "chest without contrast");
    EXPECT_EQ(text.cleaned("CT Thorax Mueller 5mm"), "CT Thorax * 5mm");
    EXPECT_EQ(text.cleaned("lung_upper_lobe_left"), "lung_upper_lobe_left");
    EXPECT_EQ(text.cleaned("vertebrae_T12"), "vertebrae_T12");
    EXPECT_FALSE(text.isSafe("CT Thorax Mueller"));
}

TEST(SafeTextTest, DropsNumbersDatesAndEverythingElse)
{
    const SafeText text;
    EXPECT_EQ(text.cleaned("Thorax 12.03.1950"), "Thorax *");
    EXPECT_EQ(text.cleaned("Thorax 12 03 50"), "Thorax *");
    EXPECT_EQ(text.cleaned("Thorax 4711"), "Thorax *");
    EXPECT_EQ(text.cleaned("Thorax M\xC3\xBCller"), "Thorax *");
    EXPECT_EQ(text.cleaned("Mueller Hans"), "");
    EXPECT_EQ(text.cleaned("5mm"), "");
    EXPECT_EQ(text.cleaned(""), "");
}

TEST(SafeTextTest, AWordThatIsANameOfTheSameFileIsNotSafe)
{
    SafeText text;
    text.forbid("Heart^Mary");
    EXPECT_EQ(text.cleaned("CT HEART axial"), "CT * axial");
    EXPECT_TRUE(text.mentionsForbidden("Siemens (Mary)"));
    EXPECT_FALSE(text.mentionsForbidden("Siemens"));
}

TEST(ShiftedTimeTest, GoesAcrossMonthsAndLeapYears)
{
    EXPECT_EQ(earlierDate("20240301", 1), "20240229");
    EXPECT_EQ(earlierDate("20250101", 366), "20240101");
    EXPECT_EQ(earlierDate("2024.03.01", 1), "20240229");
    EXPECT_EQ(earlierDate("20240230", 1), "");
    EXPECT_EQ(earlierDate("DOE", 1), "");
    EXPECT_EQ(earlierDate("", 1), "");
    EXPECT_EQ(earlierDateTime("20240301101530.25+0100", 1), "20240229101530.25");
    EXPECT_EQ(earlierDateTime("2024", 1), "");
    EXPECT_EQ(earlierDateTime("20240301DOE", 1), "");
    EXPECT_EQ(checkedTime("101530.123"), "101530.123");
    EXPECT_EQ(checkedTime("Doe"), "");
}

TEST(PseudonymsTest, AreTheSameUnderOneKeyAndOthersUnderAnother)
{
    const Pseudonyms one = keyed(1);
    EXPECT_EQ(one.uid("1.2.3"), keyed(1).uid("1.2.3"));
    EXPECT_NE(one.uid("1.2.3"), keyed(2).uid("1.2.3"));
    EXPECT_NE(one.uid("1.2.3"), one.uid("1.2.4"));
    EXPECT_EQ(one.uid(""), "");
    EXPECT_NE(one.patient("A"), one.patient("B"));
    EXPECT_NE(one.token("a", "x", 12), one.token("b", "x", 12));
    EXPECT_TRUE(std::regex_match(one.uid("1.2.3"), std::regex("2\\.25\\.[1-9][0-9]{1,38}")));
    EXPECT_TRUE(std::regex_match(one.patient("A"), std::regex("ANON-[0-9A-Z]{10}")));
    EXPECT_NE(Pseudonyms::withNewKey().uid("1.2.3"), Pseudonyms::withNewKey().uid("1.2.3"));
}

TEST(PseudonymsTest, ShiftsAreDrawnForEachPatient)
{
    const Pseudonyms one = keyed(7);
    std::set<int> shifts;
    for (int patient = 0; patient < 1000; ++patient) {
        const int days = one.shiftDays("patient " + std::to_string(patient));
        EXPECT_GE(days, 31);
        EXPECT_LE(days, 3680);
        shifts.insert(days);
    }
    // 1000 draws out of 3650 have about 875 different values.
    EXPECT_GT(shifts.size(), 800u);
    EXPECT_EQ(one.shiftDays("A"), keyed(7).shiftDays("A"));
}

TEST(PseudonymsTest, AnArchiveKeepsItsKeyToItself)
{
    const test::TemporaryFolder folder;
    const auto first = Pseudonyms::ofArchive(folder.path());
    ASSERT_TRUE(first.ok());
    const auto second = Pseudonyms::ofArchive(folder.path());
    ASSERT_TRUE(second.ok());
    EXPECT_EQ(first->uid("1.2"), second->uid("1.2"));
    struct stat status{};
    ASSERT_EQ(::stat((folder / "anonymization.key").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0600U);
    const test::TemporaryFolder other;
    const auto elsewhere = Pseudonyms::ofArchive(other.path());
    ASSERT_TRUE(elsewhere.ok());
    EXPECT_NE(first->uid("1.2"), elsewhere->uid("1.2"));
}

TEST(PseudonymsTest, ABrokenKeyIsSaidAndNotReplaced)
{
    const test::TemporaryFolder folder;
    std::ofstream(folder / "anonymization.key") << "short\n";
    const auto broken = Pseudonyms::ofArchive(folder.path());
    ASSERT_FALSE(broken.ok());
    EXPECT_EQ(broken.error().code, ErrorCode::MetadataBroken);
    std::ifstream file(folder / "anonymization.key");
    std::string text;
    std::getline(file, text);
    EXPECT_EQ(text, "short");
}

} // namespace
} // namespace fovea
