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

} // namespace fovea
