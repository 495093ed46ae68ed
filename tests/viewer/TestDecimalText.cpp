#include "viewer/decimalText.h"

#include <QLocale>

#include <gtest/gtest.h>

namespace fovea {
namespace {

TEST(DecimalText, FollowsTheReadersLanguage)
{
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::German));
    EXPECT_EQ(decimalText(12.345, 1), "12,3");
    EXPECT_EQ(decimalText(-1024, 0), "-1024");
    QLocale::setDefault(QLocale(QLocale::English));
    EXPECT_EQ(decimalText(12.345, 2), "12.35");
    EXPECT_EQ(decimalText(1234567.0, 0), "1234567");
    EXPECT_EQ(decimalText(-0.04, 1), "0.0");
    QLocale::setDefault(before);
}

} // namespace
} // namespace fovea
