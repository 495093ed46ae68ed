#include "viewer/slice/TextPlaces.h"

#include <QFont>
#include <QFontMetricsF>

#include <algorithm>
#include <gtest/gtest.h>

namespace fovea {
namespace {

using Kind = PlacedText::Kind;

class TextPlacesTest : public ::testing::Test {
protected:
    TextPlacesTest()
    {
        large.setBold(true);
        large.setPointSizeF(small.pointSizeF() * 1.25);
        texts.letters = {"RA", "LP", "A", "P"};
        texts.topLeft = {{QStringLiteral("Axial, oblique"), 5, true},
                         {QStringLiteral("123 / 456"), 0},
                         {QStringLiteral("SAL 1234.5 mm"), 6},
                         {QStringLiteral("MIP 10 mm"), 1}};
        texts.topRight = {{QStringLiteral("W 1500  L -600"), 2},
                          {QStringLiteral("Mediastinum"), 8, true},
                          {QStringLiteral("Zoom 100%"), 9}};
        texts.bottomLeft = {{QStringLiteral("Left brachiocephalic vein"), 5, true},
                            {QStringLiteral("-1024 HU"), 0},
                            {QStringLiteral("L 112.3  P 45.6  S 1278.9 mm"), 7}};
        texts.scale = QStringLiteral("10 cm");
    }
    std::vector<PlacedText> placed(double width, double height)
    {
        texts.scaleBar = height * 0.25;
        return placedTexts(texts, QRectF(8, 8, width, height), QFontMetricsF(small),
                           QFontMetricsF(large));
    }
    static bool has(const std::vector<PlacedText>& all, const QString& text)
    {
        return std::ranges::find(all, text, &PlacedText::text) != all.end();
    }

    QFont small{QStringLiteral("Sans"), 9};
    QFont large = small;
    PictureTexts texts;
};

TEST_F(TextPlacesTest, NothingLiesOverAnythingElseAndAllIsInside)
{
    for (const char* language : {"en", "zh"}) {
        if (language[0] == 'z') {
            texts.topLeft.front().text = QStringLiteral("横断面,斜位重建图像");
            texts.topRight[1].text = QStringLiteral("纵隔窗位与窗宽预设值");
            texts.bottomLeft.front().text = QStringLiteral("左侧头臂静脉及其分支血管");
        }
        for (double width = 90; width < 700; width += 13) {
            for (double height = 90; height < 500; height += 29) {
                SCOPED_TRACE(testing::Message() << language << ' ' << width << " x " << height);
                const QRectF area(8, 8, width, height);
                const auto all = placed(width, height);
                EXPECT_EQ(std::ranges::count(all, Kind::Letter, &PlacedText::kind), 4);
                for (std::size_t a = 0; a < all.size(); ++a) {
                    EXPECT_TRUE(area.adjusted(-0.01, -0.01, 0.01, 0.01).contains(all[a].area))
                        << all[a].text.toStdString();
                    for (std::size_t b = 0; b < a; ++b) {
                        EXPECT_FALSE(all[a].area.intersects(all[b].area))
                            << all[a].text.toStdString() << " over " << all[b].text.toStdString();
                    }
                }
                // Nor over the scale bar.
                const QRectF bar(area.right() - scaleBarWidth, area.bottom() - texts.scaleBar,
                                 scaleBarWidth, texts.scaleBar);
                for (const PlacedText& text : all) {
                    if (text.kind != Kind::Letter && bar.top() > area.center().y() + 12) {
                        EXPECT_FALSE(text.area.intersects(bar)) << text.text.toStdString();
                    }
                }
            }
        }
    }
}

TEST_F(TextPlacesTest, AllIsSaidWhereThereIsRoom)
{
    const auto all = placed(700, 600);
    for (const auto& corner : {texts.topLeft, texts.topRight, texts.bottomLeft}) {
        for (const CornerLine& line : corner)
            EXPECT_TRUE(has(all, line.text)) << line.text.toStdString();
    }
    EXPECT_TRUE(has(all, texts.scale));
}

TEST_F(TextPlacesTest, NamesAreCutShortAndNumbersNever)
{
    const auto all = placed(100, 400);
    std::vector<QString> said;
    for (const auto& corner : {texts.topLeft, texts.topRight, texts.bottomLeft}) {
        for (const CornerLine& line : corner)
            said.push_back(line.text);
    }
    int cut = 0;
    for (const PlacedText& text : all) {
        if (text.kind != Kind::Corner || std::ranges::count(said, text.text) > 0)
            continue;
        ++cut;
        EXPECT_TRUE(text.text.endsWith(QChar(0x2026))) << text.text.toStdString();
        EXPECT_FALSE(text.text.front().isDigit());
    }
    EXPECT_GT(cut, 0);
    EXPECT_TRUE(has(all, QStringLiteral("123 / 456")));
    EXPECT_FALSE(has(all, QStringLiteral("L 112.3  P 45.6  S 1278.9 mm")));
}

TEST_F(TextPlacesTest, WithLittleHeightWhatMattersLeastGoes)
{
    const auto all = placed(500, 100);
    EXPECT_TRUE(has(all, QStringLiteral("123 / 456")));
    EXPECT_TRUE(has(all, QStringLiteral("MIP 10 mm")));
    EXPECT_TRUE(has(all, QStringLiteral("W 1500  L -600")));
    EXPECT_FALSE(has(all, QStringLiteral("SAL 1234.5 mm")));
    EXPECT_FALSE(has(all, QStringLiteral("Zoom 100%")));
    EXPECT_TRUE(has(all, QStringLiteral("-1024 HU")));
}

} // namespace
} // namespace fovea
