#include "app/Settings.h"
#include "app/volume/SurfaceBox.h"
#include "app/volume/TransferBox.h"
#include "app/volume/TransferCurve.h"
#include "app/volume/VolumePanel.h"
#include "app/volume/transferEdits.h"
#include "tests/app/gui/FakeDialogs.h"
#include "tests/viewer/support/markerVolume.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <gtest/gtest.h>
#include <memory>

namespace fovea {
namespace {

class TransferBoxTest : public ::testing::Test {
protected:
    TransferBoxTest()
    {
        m_state.show(test::markerVolume(test::gridCases().front().geometry, {20, 24, 18}, 6));
        makeBox();
    }
    void makeBox()
    {
        m_box = std::make_unique<TransferBox>(m_state, m_settings, m_dialogs);
        m_box->resize(360, 420);
        m_box->show();
        QApplication::processEvents();
    }
    template <typename T> T& part(const char* name)
    {
        auto* found = m_box->findChild<T*>(QLatin1String(name));
        EXPECT_NE(found, nullptr) << name;
        return *found;
    }
    TransferCurve& curve() { return part<TransferCurve>("transferCurve"); }
    void choose(const QString& preset)
    {
        auto& presets = part<QComboBox>("volumePreset");
        const int index = presets.findText(preset);
        ASSERT_GE(index, 0) << preset.toStdString();
        presets.setCurrentIndex(index);
        Q_EMIT presets.activated(index);
    }
    const TransferFunction& shown() { return m_state.volumeRendering.get()->function; }
    QPoint place(std::size_t point)
    {
        return curve().toWidget(shown().points[point].hu, shown().points[point].opacity).toPoint();
    }

    QTemporaryDir m_folder;
    Settings m_settings{m_folder.filePath(QStringLiteral("settings.ini"))};
    FakeDialogs m_dialogs;
    ViewState m_state;
    std::unique_ptr<TransferBox> m_box;
};

TEST_F(TransferBoxTest, startsFromEachPresetAndFollowsTheMenu)
{
    EXPECT_FALSE(curve().isEnabled()) << "surfaces are shown";
    for (const QString& name :
         {QStringLiteral("Bone"), QStringLiteral("Lung"), QStringLiteral("Airways"),
          QStringLiteral("Vessels"), QStringLiteral("Skin"), QStringLiteral("Soft tissue")})
    {
        choose(name);
        ASSERT_TRUE(m_state.volumeRendering.get());
        EXPECT_EQ(curve().function(), presetFunction(m_state.volumeRendering.get()->preset));
    }
    m_state.volumeRendering.set(VolumePreset::Lung); // As the menu does.
    EXPECT_EQ(part<QComboBox>("volumePreset").currentText(), QStringLiteral("Lung"));
    choose(QStringLiteral("Surfaces only"));
    EXPECT_FALSE(m_state.volumeRendering.get());
}

TEST_F(TransferBoxTest, draggingAPointChangesThePictureLive)
{
    choose(QStringLiteral("Bone"));
    const TransferPoint before = shown().points[2];
    const QPoint from = place(2);
    QTest::mousePress(&curve(), Qt::LeftButton, {}, from);
    QMouseEvent move(QEvent::MouseMove, from + QPoint(6, -10), curve().mapToGlobal(from),
                     Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&curve(), &move);
    EXPECT_GT(shown().points[2].hu, before.hu) << "while the button is down";
    EXPECT_GT(shown().points[2].opacity, before.opacity);
    QTest::mouseRelease(&curve(), Qt::LeftButton, {}, from + QPoint(6, -10));
    EXPECT_EQ(shown().points.size(), presetFunction(VolumePreset::Bone).points.size());
    EXPECT_TRUE(m_state.volumeRendering.get()->isChanged());
    part<QPushButton>("transferReset").click();
    EXPECT_FALSE(m_state.volumeRendering.get()->isChanged());
    EXPECT_FALSE(part<QPushButton>("transferReset").isEnabled());
}

TEST_F(TransferBoxTest, pointsComeAndGo)
{
    choose(QStringLiteral("Bone"));
    const std::size_t count = shown().points.size();
    const QPoint middle = (place(0) + place(1)) / 2;
    QTest::mouseDClick(&curve(), Qt::LeftButton, {}, middle - QPoint(0, 30));
    ASSERT_EQ(shown().points.size(), count + 1);
    EXPECT_EQ(curve().current(), 1U) << "the new one can be edited at once";
    EXPECT_GT(shown().points[1].opacity, 0);
    QTest::mouseClick(&curve(), Qt::RightButton, {}, place(1));
    EXPECT_EQ(shown().points.size(), count);
    QTest::mouseClick(&curve(), Qt::RightButton, {}, place(0));
    EXPECT_EQ(shown().points.size(), count) << "the ends stay";
}

TEST_F(TransferBoxTest, everythingCanBeDoneWithTheKeyboard)
{
    choose(QStringLiteral("Bone"));
    const std::size_t count = shown().points.size();
    curve().setFocus();
    QTest::keyClick(&curve(), Qt::Key_Right);
    EXPECT_EQ(curve().current(), 1U);
    EXPECT_TRUE(curve().accessibleDescription().contains(QStringLiteral("140")));
    const double hu = shown().points[1].hu;
    QTest::keyClick(&curve(), Qt::Key_Right, Qt::ShiftModifier);
    EXPECT_EQ(shown().points[1].hu, hu + 10);
    QTest::keyClick(&curve(), Qt::Key_Up);
    EXPECT_NEAR(shown().points[1].opacity, 0.01, 1e-12);
    QTest::keyClick(&curve(), Qt::Key_Insert);
    EXPECT_EQ(shown().points.size(), count + 1);
    QTest::keyClick(&curve(), Qt::Key_Delete);
    EXPECT_EQ(shown().points.size(), count);
    part<QDoubleSpinBox>("transferHu").setValue(150);
    part<QDoubleSpinBox>("transferOpacity").setValue(0.5);
    EXPECT_EQ(shown().points[curve().current()].opacity, 0.5);
    m_dialogs.nextColor = QColor(1, 2, 3);
    QTest::keyClick(&curve(), Qt::Key_Return);
    EXPECT_EQ(shown().points[curve().current()].colour, (Rgb{1, 2, 3}));
    part<QToolButton>("transferColor").click(); // The dialog is cancelled.
    EXPECT_EQ(shown().points[curve().current()].colour, (Rgb{1, 2, 3}));
}

TEST_F(TransferBoxTest, ownPresetsAreKept)
{
    choose(QStringLiteral("Vessels"));
    EXPECT_FALSE(part<QPushButton>("transferSave").isEnabled()) << "without a name";
    curve().setFocus();
    QTest::keyClick(&curve(), Qt::Key_Right);
    QTest::keyClick(&curve(), Qt::Key_Up);
    const VolumeLook own = *m_state.volumeRendering.get();
    part<QLineEdit>("transferName").setText(QStringLiteral("Aorta/late"));
    part<QPushButton>("transferSave").click();
    EXPECT_EQ(part<QComboBox>("volumePreset").currentText(), QStringLiteral("Aorta/late"));
    m_state.volumeRendering.set(std::nullopt);
    makeBox(); // As after a restart.
    choose(QStringLiteral("Aorta/late"));
    EXPECT_EQ(m_state.volumeRendering.get(), own);
    part<QPushButton>("transferRemove").click();
    EXPECT_EQ(part<QComboBox>("volumePreset").findText(QStringLiteral("Aorta/late")), -1);
    EXPECT_EQ(m_state.volumeRendering.get(), own) << "the picture stays";
}

TEST_F(TransferBoxTest, damagedPresetsAreLeftOut)
{
    for (const char* bad : {"", "{}", "x", R"({"preset":"bone","points":[]})",
                            R"({"preset":"bone","points":[[0,0,0,0,0]]})",
                            R"({"preset":"bone","points":[[0,0,0,0,0],[0,0,0,0,0]]})",
                            R"({"preset":"bone","points":[[0,2,0,0,0],[10,0,0,0,0]]})",
                            R"({"preset":"bone","points":[[0,0,0,0,300],[10,0,0,0,0]]})",
                            R"({"preset":"other","points":[[0,0,0,0,0],[10,0,0,0,0]]})"})
        EXPECT_FALSE(lookFromText(QString::fromLatin1(bad))) << bad;
    for (const VolumePreset preset : volumePresets)
        EXPECT_EQ(lookFromText(lookToText(preset)), VolumeLook(preset));
    m_settings.setVolumePresets({{QStringLiteral("broken"), QStringLiteral("{")}});
    makeBox();
    EXPECT_EQ(part<QComboBox>("volumePreset").findText(QStringLiteral("broken")), -1);
}

TEST_F(TransferBoxTest, theWindowOfTheCurveIsSaid)
{
    choose(QStringLiteral("Bone"));
    EXPECT_EQ(part<QLabel>("transferWindow").text(), QStringLiteral("Visible: 140 to 3071 HU"));
    choose(QStringLiteral("Airways"));
    EXPECT_EQ(part<QLabel>("transferWindow").text(), QStringLiteral("Visible: -1024 to -880 HU"));
}

TEST(SurfaceBox, shellsNeedSomethingAbnormal)
{
    ViewState state;
    const ImageGeometry geometry = test::gridCases().front().geometry;
    SurfaceBox box(state);
    auto* shells = box.findChild<QCheckBox*>(QStringLiteral("abnormalInShellsBox"));
    auto* reason = box.findChild<QLabel*>(QStringLiteral("surfaceReason"));
    state.show(test::markerVolume(geometry, {20, 24, 18}, 6));
    EXPECT_FALSE(shells->isEnabled());
    EXPECT_EQ(reason->text(), QStringLiteral("The open series has no segmentation."));
    state.labels.set(test::markerLabels(geometry, {20, 24, 18}, 6, 4, "lung"));
    EXPECT_FALSE(shells->isEnabled());
    EXPECT_FALSE(reason->text().isEmpty());
    state.abnormalAnatomies.set({"heart"});
    EXPECT_TRUE(shells->isEnabled());
    EXPECT_TRUE(reason->text().isEmpty());
    const auto opaque = surfaceLabelTable(state)[4].alpha;
    shells->click();
    EXPECT_TRUE(state.abnormalInShells.get());
    EXPECT_LT(surfaceLabelTable(state)[4].alpha, opaque / 4) << "the lung is a shell now";
    EXPECT_GT(surfaceLabelTable(state)[4].alpha, 0);
    state.abnormalAnatomies.set({"lung"});
    EXPECT_EQ(surfaceLabelTable(state)[4].alpha, opaque);
    EXPECT_EQ(sliceLabelTable(state)[4].alpha, 89) << "slices are as they were";
}

TEST(VolumePanel, saysWhyThereIsNothingToChoose)
{
    QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("settings.ini")));
    FakeDialogs dialogs;
    ViewState state;
    AnatomyCatalog catalog;
    VolumePanel panel({state, catalog, settings, dialogs, true});
    auto* reason = panel.findChild<QLabel*>(QStringLiteral("volumeReason"));
    auto* presets = panel.findChild<QComboBox*>(QStringLiteral("volumePreset"));
    EXPECT_EQ(reason->text(), QStringLiteral("No study is open."));
    EXPECT_FALSE(presets->isEnabled());
    state.show(test::markerVolume(test::gridCases().front().geometry, {20, 24, 18}, 6));
    EXPECT_TRUE(reason->isHidden());
    EXPECT_TRUE(presets->isEnabled());
    VolumePanel without({state, catalog, settings, dialogs, false});
    EXPECT_FALSE(without.findChild<QComboBox*>(QStringLiteral("volumePreset"))->isEnabled());
    EXPECT_FALSE(without.findChild<QLabel*>(QStringLiteral("volumeReason"))->text().isEmpty());
}

} // namespace
} // namespace fovea
