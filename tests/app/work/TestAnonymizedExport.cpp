#include "app/work/anonymizedExport.h"
#include "storage/AuditLog.h"
#include "tests/storage/SampleArchive.h"

#include <algorithm>
#include <fstream>
#include <gtest/gtest.h>
#include <stop_token>

// What the audit log says of anonymized copies: of each study of which there are some.

using namespace fovea;
using namespace fovea::test;

namespace fs = std::filesystem;

namespace {

class AnonymizedExport : public ::testing::Test {
protected:
    Result<AnonymizeSummary> exported(const std::vector<std::int64_t>& studies,
                                      const Progress& progress = {})
    {
        return exportAnonymized(archive.database(), studies, place / "out", {},
                                Pseudonyms::withNewKey(), progress);
    }
    std::vector<std::int64_t> noted()
    {
        const auto log = AuditLog::open(archive.folder());
        AuditQuery query;
        query.action = AuditAction::Exported;
        std::vector<std::int64_t> studies;
        for (const AuditEntry& entry : taken(log->entries(query))) {
            EXPECT_EQ(entry.details, "anonymized DICOM");
            studies.push_back(entry.studyId);
        }
        std::ranges::sort(studies);
        return studies;
    }

    const TemporaryFolder place;
    SampleArchive archive{place.path()};
};

} // namespace

TEST_F(AnonymizedExport, IsNotedOnceItIsThere)
{
    const auto summary = exported({1, 2});
    ASSERT_TRUE(summary.ok());
    EXPECT_EQ(summary->studies, 2);
    EXPECT_EQ(noted(), (std::vector<std::int64_t>{1, 2}));
}

TEST_F(AnonymizedExport, ThatIsCancelledLeavesNothingAndIsNotNoted)
{
    std::stop_source stop;
    const auto summary = exported({1, 2}, Progress(stop.get_token(), [&](double fraction) {
                                      if (fraction > 0.6)
                                          stop.request_stop();
                                  }));
    ASSERT_FALSE(summary.ok());
    EXPECT_EQ(summary.error().code, ErrorCode::Cancelled);
    EXPECT_FALSE(fs::exists(place / "out"));
    EXPECT_FALSE(fs::exists(place / "out.partial"));
    EXPECT_TRUE(noted().empty());
}

TEST_F(AnonymizedExport, OfAStudyThatIsLeftOutWholeIsNotNoted)
{
    for (const InstanceRecord& image : taken(archive.database().instancesOf(2)))
        fs::remove(image.path);
    const auto summary = exported({1, 2});
    ASSERT_TRUE(summary.ok());
    EXPECT_EQ(summary->studies, 1);
    EXPECT_EQ(noted(), std::vector<std::int64_t>{1});
}

TEST_F(AnonymizedExport, WhereNothingCouldBeWrittenIsNotNoted)
{
    fs::create_directories(place / "out");
    std::ofstream(place / "out/mine") << "mine";
    EXPECT_FALSE(exported({1}).ok());
    EXPECT_TRUE(noted().empty());
}
