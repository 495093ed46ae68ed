#include "app/views/Layout.h"
#include "app/views/ViewGrid.h"
#include "tests/app/gui/WindowFixture.h"

#include <QApplication>
#include <QDockWidget>
#include <QMouseEvent>
#include <QTest>

#include <algorithm>
#include <set>

namespace fovea {
namespace {

class LayoutTest : public WindowFixture {
protected:
    LayoutTest()
    {
        window->resize(1600, 1000);
        window->show();
        settle();
    }
    static void settle()
    {
        for (int n = 0; n < 3; ++n)
            QApplication::processEvents();
    }
    QWidget* pane(View view)
    {
        return child<QWidget>((viewId(view) + QStringLiteral("Pane")).toUtf8().constData());
    }
    std::vector<View> shown()
    {
        std::vector<View> out;
        for (const View view : views) {
            if (pane(view)->isVisible())
                out.push_back(view);
        }
        return out;
    }
    QRect place(View view) { return pane(view)->geometry(); }
};

TEST(Layout, IsDescribedWithoutHolesAndOverlaps)
{
    std::set<QString> ids;
    std::set<int> keys;
    for (const Layout& layout : layouts()) {
        SCOPED_TRACE(layout.id.toStdString());
        ids.insert(layout.id);
        keys.insert(layout.key);
        EXPECT_LE(layout.cells.size(), views.size());
        std::set<std::pair<int, int>> taken;
        for (const LayoutCell& cell : layout.cells) {
            for (int row = cell.row; row < cell.row + cell.rowSpan; ++row) {
                for (int column = cell.column; column < cell.column + cell.columnSpan; ++column)
                    EXPECT_TRUE(taken.emplace(row, column).second) << row << ' ' << column;
            }
        }
        EXPECT_EQ(taken.size(), layout.rowStretches.size() * layout.columnStretches.size());
    }
    EXPECT_EQ(ids.size(), layouts().size());
    EXPECT_EQ(keys, (std::set<int>{1, 2, 3, 4, 5, 6, 7, 8}));
}

TEST(Layout, OrderIsReadOnlyWhenItNamesEachViewOnce)
{
    const ViewOrder order{View::Volume, View::Axial, View::Sagittal, View::Coronal};
    EXPECT_EQ(orderFromText(orderText(order)), order);
    for (const char* bad : {"", "axial", "axial,axial,coronal,volume", "axial,coronal,sagittal,top",
                            "axial,coronal,sagittal,volume,axial"})
        EXPECT_FALSE(orderFromText(QString::fromLatin1(bad))) << bad;
}

TEST_F(LayoutTest, EveryLayoutFillsTheGrid)
{
    const QSize whole = child<QWidget>("axialPane")->parentWidget()->size();
    for (const Layout& layout : layouts()) {
        SCOPED_TRACE(layout.id.toStdString());
        auto* action = child<QAction>((QStringLiteral("layout_") + layout.id).toUtf8().constData());
        EXPECT_EQ(action->shortcut(), QKeySequence(QStringLiteral("Ctrl+%1").arg(layout.key)));
        action->trigger();
        settle();
        EXPECT_TRUE(action->isChecked());
        ASSERT_EQ(shown().size(), layout.cells.size());
        QRegion covered;
        for (const View view : shown()) {
            EXPECT_FALSE(covered.intersects(place(view)));
            covered += place(view);
        }
        EXPECT_EQ(covered.boundingRect().size(), whole);
        // Panes of one stretch are of one size; a large one is larger.
        if (layout.cells.size() > 1 && layout.cells[0].rowSpan > 1) {
            EXPECT_GT(place(View::Axial).width(), place(View::Coronal).width() * 3 / 2);
            EXPECT_EQ(place(View::Axial).height(), whole.height());
        }
    }
}

TEST_F(LayoutTest, APaneShowsWhatItsTitleIsTold)
{
    trigger("layout_columns");
    settle();
    ASSERT_EQ(shown(), (std::vector{View::Axial, View::Coronal}));
    const QRect right = place(View::Coronal);
    trigger("coronalTo_sagittal");
    settle();
    EXPECT_EQ(shown(), (std::vector{View::Axial, View::Sagittal}));
    EXPECT_EQ(place(View::Sagittal), right);
    // What another pane shows changes places with it.
    trigger("axialTo_sagittal");
    settle();
    EXPECT_EQ(shown(), (std::vector{View::Axial, View::Sagittal}));
    EXPECT_EQ(place(View::Axial), right);
    EXPECT_TRUE(child<QAction>("axialTo_axial")->isChecked());
    EXPECT_FALSE(child<QAction>("axialTo_sagittal")->isChecked());
    trigger("layoutStandard");
    settle();
    EXPECT_EQ(place(View::Coronal), right);
}

TEST_F(LayoutTest, ALightBoxHasNineSlicesOfTheFirstView)
{
    openPhantom();
    trigger("layout_lightbox");
    settle();
    EXPECT_EQ(shown(), std::vector{View::Axial});
    EXPECT_FALSE(child<QWidget>("axialView")->isVisible());
    auto* first = child<SliceWidget>("axialTile0");
    auto* last = child<SliceWidget>("axialTile8");
    EXPECT_EQ(last->sliceNumber(), first->sliceNumber() + 8);
    EXPECT_LT(first->width(), pane(View::Axial)->width() / 3);
    trigger("tileStep2");
    EXPECT_EQ(last->sliceNumber(), first->sliceNumber() + 16);
    // Commands for one view mean its tiles.
    trigger("flipHorizontally");
    EXPECT_EQ(edgeLetters(last->axes()).left, "L");

    // One slice alone, and back.
    QTest::mouseDClick(last, Qt::LeftButton, {}, {30, 30});
    settle();
    EXPECT_TRUE(child<QWidget>("axialView")->isVisible());
    EXPECT_FALSE(last->isVisible());
    QTest::mouseDClick(child<QWidget>("axialView"), Qt::LeftButton, {}, {30, 30});
    settle();
    EXPECT_TRUE(last->isVisible());

    // Of any plane; 3D has no slices.
    trigger("axialTo_coronal");
    settle();
    EXPECT_TRUE(child<QWidget>("coronalTile4")->isVisible());
    trigger("coronalTo_volume");
    settle();
    EXPECT_EQ(shown(), std::vector{View::Volume});
    trigger("layout_lightbox");
    settle();
    EXPECT_NE(shown(), std::vector{View::Volume});

    restart();
    window->show();
    settle();
    EXPECT_TRUE(child<QAction>("layout_lightbox")->isChecked());
    EXPECT_TRUE(child<QAction>("tileStep2")->isChecked());
}

TEST_F(LayoutTest, ADoubleClickShowsAViewAloneAndBack)
{
    auto* coronal = child<QWidget>("coronalView");
    QTest::mouseDClick(coronal, Qt::LeftButton, {}, coronal->rect().center());
    settle();
    EXPECT_EQ(shown(), std::vector{View::Coronal});
    QTest::mouseDClick(coronal, Qt::LeftButton, {}, coronal->rect().center());
    settle();
    EXPECT_EQ(shown().size(), 4u);
    trigger("layout_one");
    trigger("layoutVolume"); // Not in the layout, and shown all the same.
    settle();
    EXPECT_EQ(shown(), std::vector{View::Volume});
    trigger("layoutAll");
    settle();
    EXPECT_EQ(shown(), std::vector{View::Axial});
}

TEST_F(LayoutTest, IsRememberedOverARestart)
{
    trigger("layout_oneAndTwo");
    trigger("axialTo_volume");
    restart();
    window->resize(1600, 1000);
    window->show();
    settle();
    EXPECT_TRUE(child<QAction>("layout_oneAndTwo")->isChecked());
    EXPECT_EQ(shown(), (std::vector{View::Coronal, View::Sagittal, View::Volume}));
    EXPECT_GT(place(View::Volume).width(), place(View::Coronal).width() * 3 / 2);
}

TEST_F(LayoutTest, PanelsGoAndComeBackAsTheyWere)
{
    auto* ask = child<QDockWidget>("askDock");
    ask->hide();
    trigger("togglePanels");
    for (QDockWidget* dock : window->findChildren<QDockWidget*>())
        EXPECT_TRUE(dock->isHidden()) << dock->objectName().toStdString();
    trigger("togglePanels");
    EXPECT_TRUE(ask->isHidden());
    EXPECT_FALSE(child<QDockWidget>("studiesDock")->isHidden());
}

TEST_F(LayoutTest, FullScreenComesAndGoes)
{
    auto* action = child<QAction>("fullScreen");
    EXPECT_EQ(action->shortcut(), QKeySequence(Qt::Key_F11));
    action->trigger();
    settle();
    EXPECT_TRUE(window->isFullScreen());
    EXPECT_TRUE(action->isChecked());
    window->showNormal(); // As the window manager does.
    settle();
    EXPECT_FALSE(action->isChecked());
    action->trigger();
    settle();
    EXPECT_TRUE(window->isFullScreen());
}

} // namespace
} // namespace fovea
