#include "app/text/errorText.h"

#include <QLocale>

#include <gtest/gtest.h>

namespace fovea {

TEST(ErrorText, SaysHowManyGigabytesAreMissing)
{
    QLocale::setDefault(QLocale::c());
    const Error refused{ErrorCode::OutOfMemory, {"volume", "1572864000", "512300000"}, {}};
    EXPECT_EQ(errorText(refused).toStdString(),
              "The images need 1.6 GB of memory, 0.6 GB more than is free. Close other studies or "
              "programs and try again.");
    EXPECT_TRUE(errorText({ErrorCode::OutOfMemory, {"volume"}, {}})
                    .startsWith(QStringLiteral("There is not enough memory.")));
}

TEST(ErrorText, SaysWhatKeepsAnArchiveFromBeingOpened)
{
    const auto text = [](std::vector<std::string> arguments) {
        return errorText({ErrorCode::DatabaseNotOpened, std::move(arguments), {}});
    };
    EXPECT_EQ(text({"/a", "in use"}).toStdString(),
              "“/a”: Another program has the archive open. Close it there first.");
    EXPECT_TRUE(text({"/a", "gone"}).contains(QStringLiteral("Connect its drive again")));
    EXPECT_TRUE(text({"/a", "read only"}).contains(QStringLiteral("read-only")));
    EXPECT_TRUE(text({"/a", "damaged"}).contains(QStringLiteral("restore a backup")));
    EXPECT_TRUE(text({"/a"}).startsWith(QStringLiteral("The archive “/a” cannot be opened.")));
    EXPECT_TRUE(errorText({ErrorCode::DatabaseFailed, {"busy"}, {}})
                    .startsWith(QStringLiteral("Another program is writing")));
}

} // namespace fovea
