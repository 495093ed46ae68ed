#include "app/work/siteAnatomies.h"
#include "storage/CatalogFile.h"
#include "tests/storage/TemporaryFolder.h"

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace fovea {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

AnatomyCatalog shipped()
{
    return readCatalogFile(std::filesystem::path(FOVEA_SOURCE_DIR) /
                           "resources/catalog/anatomies.json")
        .value();
}

TEST(SiteAnatomies, ChangeNamesColoursAndGroups)
{
    // The cysts leave the kidneys.
    const SiteAnatomy kidneys{"kidneys", "Nieren", Rgb{1, 2, 3},
                              std::vector<std::string>{"kidney_right", "kidney_left"}};
    const auto catalog = withSiteAnatomies(shipped(), {kidneys});
    ASSERT_TRUE(catalog);
    EXPECT_EQ(catalog->anatomy("kidneys")->displayName, "Nieren");
    EXPECT_EQ(catalog->structureNamed("kidney_left")->colour, (Rgb{1, 2, 3}));
    EXPECT_EQ(catalog->structureNamed("kidney_left")->anatomyId, "kidneys");
    EXPECT_EQ(catalog->structureNamed("kidney_cyst_left")->anatomyId, "");
    EXPECT_EQ(catalog->anatomies().size(), shipped().anatomies().size());
    EXPECT_EQ(catalog->structureNamed("liver")->colour, shipped().structureNamed("liver")->colour);
}

TEST(SiteAnatomies, SayWhatIsWrongAndWhere)
{
    const auto problem = [](const std::string& id, const std::vector<std::string>& structures) {
        const auto catalog = withSiteAnatomies(shipped(), {{id, {}, {}, structures}});
        EXPECT_EQ(catalog ? ErrorCode::Cancelled : catalog.error().code, ErrorCode::BadOption);
        return catalog ? std::string() : catalog.error().arguments[1];
    };
    EXPECT_THAT(problem("kidneys", {"kidney_right", "kidny_left"}), HasSubstr("kidny_left"));
    EXPECT_THAT(problem("kidneys", {"kidney_right", "liver"}), HasSubstr("two anatomies"));
    EXPECT_THAT(problem("kidneys", {}), HasSubstr("needs a structure"));
}

TEST(SiteAnatomies, ComeBackAsTheyWereWritten)
{
    const test::TemporaryFolder folder;
    EXPECT_THAT(*readSiteAnatomies(folder.path()), IsEmpty());
    const SiteAnatomy lung{"lung", "Lunge", Rgb{0, 10, 255}, {}};
    ASSERT_TRUE(writeSiteAnatomies(folder.path(), {lung, {"liver", {}, {}, {}}}));
    EXPECT_EQ(*readSiteAnatomies(folder.path()), std::vector<SiteAnatomy>{lung});
    EXPECT_EQ(siteCatalog(shipped(), folder.path())->anatomy("lung")->colour, *lung.colour);
    for (const char* bad : {"{", R"({"anatomies":[{"id":"lung","colour":[1,2,300]}]})",
                            R"({"anatomies":[{"name":"Lunge"}]})"})
    {
        std::ofstream(siteAnatomiesFile(folder.path())) << bad;
        EXPECT_EQ(readSiteAnatomies(folder.path()).error().code, ErrorCode::MetadataBroken) << bad;
    }
}

} // namespace
} // namespace fovea
