#include "app/views/ActiveSlice.h"
#include "app/views/SliceActions.h"
#include "tests/viewer/support/markerVolume.h"
#include "viewer/slice/CinePlayer.h"
#include "viewer/slice/SliceWidget.h"

#include <QAction>
#include <QApplication>
#include <QHBoxLayout>
#include <QMenu>

#include <array>
#include <gtest/gtest.h>
#include <set>

namespace fovea {
namespace {

class SliceActionsTest : public ::testing::Test {
protected:
    SliceActionsTest()
    {
        m_state.show(test::markerVolume(test::gridCases().front().geometry, {29, 11, 25}, 1));
        auto* layout = new QHBoxLayout(&m_views);
        for (const SliceOrientation orientation :
             {SliceOrientation::Axial, SliceOrientation::Coronal, SliceOrientation::Sagittal})
        {
            m_slices[std::size_t(orientation)] = new SliceWidget(m_state, orientation, &m_views);
            layout->addWidget(m_slices[std::size_t(orientation)]);
        }
        m_views.resize(900, 300);
        m_views.show();
        m_views.activateWindow();
        QApplication::processEvents();
        m_actions.fill(m_menu);
    }

    SliceWidget& slice(SliceOrientation orientation) { return *m_slices[std::size_t(orientation)]; }
    QAction& action(const char* name)
    {
        auto* found = m_actions.findChild<QAction*>(QLatin1String(name));
        EXPECT_NE(found, nullptr) << name;
        return *found;
    }

    ViewState m_state;
    QWidget m_views;
    std::array<SliceWidget*, 3> m_slices{};
    ActiveSlice m_active{m_views};
    SliceActions m_actions{m_state, m_active, &m_views};
    QMenu m_menu;
};

TEST_F(SliceActionsTest, TurnsGoToTheViewWithTheKeyboard)
{
    slice(SliceOrientation::Coronal).setFocus();
    action("flipHorizontally").trigger();
    EXPECT_TRUE(slice(SliceOrientation::Axial).turn().isIdentity());
    EXPECT_EQ(edgeLetters(slice(SliceOrientation::Coronal).axes()).left, "L");
    action("rotateClockwise").trigger();
    EXPECT_EQ(edgeLetters(slice(SliceOrientation::Coronal).axes()).top, "L");
    action("rotateCounterclockwise").trigger();
    action("flipVertically").trigger();
    EXPECT_EQ(edgeLetters(slice(SliceOrientation::Coronal).axes()).top, "I");
    action("resetTurn").trigger();
    EXPECT_TRUE(slice(SliceOrientation::Coronal).turn().isIdentity());
    // A view that is gone from the screen is not meant.
    slice(SliceOrientation::Coronal).hide();
    action("flipVertically").trigger();
    EXPECT_TRUE(slice(SliceOrientation::Coronal).turn().isIdentity());
    ASSERT_NE(m_active.view(), nullptr);
    EXPECT_FALSE(m_active.view()->turn().isIdentity());
}

TEST_F(SliceActionsTest, SlabsOfTheActiveView)
{
    slice(SliceOrientation::Sagittal).setFocus();
    action("slab20").trigger();
    EXPECT_EQ(slice(SliceOrientation::Sagittal).slab(), (Slab{SlabMode::Maximum, 20}));
    EXPECT_FALSE(slice(SliceOrientation::Axial).slab().isThick());
    EXPECT_TRUE(action("slabMaximum").isChecked());
    EXPECT_TRUE(action("slab20").isChecked());
    action("slabAverage").trigger();
    action("slabThicker").trigger();
    EXPECT_EQ(slice(SliceOrientation::Sagittal).slab(), (Slab{SlabMode::Average, 25}));
    EXPECT_FALSE(action("slabMaximum").isChecked());
    slice(SliceOrientation::Axial).setFocus();
    EXPECT_TRUE(action("slabOff").isChecked()) << "the menu follows the view";
    action("slabNext").trigger();
    EXPECT_EQ(slice(SliceOrientation::Axial).slab().mode, SlabMode::Maximum);
    action("slabMinimum").trigger();
    EXPECT_EQ(slice(SliceOrientation::Axial).slab().mode, SlabMode::Minimum);
    action("slabOff").trigger();
    EXPECT_FALSE(slice(SliceOrientation::Axial).slab().isThick());
}

TEST_F(SliceActionsTest, ModesAndInversionAreShared)
{
    EXPECT_TRUE(action("mouseCrosshair").isChecked());
    action("mouseZoom").trigger();
    EXPECT_EQ(m_state.mouseMode.get(), MouseMode::Zoom);
    EXPECT_FALSE(action("mouseCrosshair").isChecked());
    m_state.mouseMode.set(MouseMode::Pan);
    EXPECT_TRUE(action("mousePan").isChecked());
    action("invert").trigger();
    EXPECT_TRUE(m_state.inverted.get());
    EXPECT_TRUE(action("invert").isChecked());
    action("invert").trigger();
    EXPECT_FALSE(m_state.inverted.get());
}

TEST_F(SliceActionsTest, CineOfTheActiveView)
{
    slice(SliceOrientation::Axial).setFocus();
    action("cine60").trigger();
    EXPECT_EQ(m_state.cineFps.get(), 60);
    action("cine").trigger();
    EXPECT_TRUE(slice(SliceOrientation::Axial).cine().isPlaying());
    EXPECT_TRUE(action("cine").isChecked());
    slice(SliceOrientation::Axial).scroll(3); // As the reader does.
    EXPECT_FALSE(action("cine").isChecked());
    action("cine").trigger();
    action("cine").trigger();
    EXPECT_FALSE(slice(SliceOrientation::Axial).cine().isPlaying());
}

TEST_F(SliceActionsTest, ResetPlanes)
{
    m_state.frame.set(PlaneFrame().turned(SliceOrientation::Axial, 0.4));
    EXPECT_EQ(edgeLetters(slice(SliceOrientation::Coronal).axes()).left.size(), 2U);
    action("resetPlanes").trigger();
    EXPECT_TRUE(m_state.frame.get().isStandard());
    EXPECT_EQ(edgeLetters(slice(SliceOrientation::Coronal).axes()).left, "R");
}

TEST_F(SliceActionsTest, KeysAreTheirOwn)
{
    std::set<QString> keys;
    for (const QAction* one : m_actions.findChildren<QAction*>()) {
        const QString key = one->shortcut().toString();
        if (!key.isEmpty()) {
            EXPECT_TRUE(keys.insert(key).second) << key.toStdString();
        }
    }
    EXPECT_GE(keys.size(), 12U);
}

} // namespace
} // namespace fovea
