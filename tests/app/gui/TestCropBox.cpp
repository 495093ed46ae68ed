#include "app/volume/CropBox.h"
#include "app/volume/PatientSpinBox.h"
#include "tests/viewer/support/markerVolume.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QSlider>

#include <gtest/gtest.h>

namespace fovea {
namespace {

class CropBoxTest : public ::testing::Test {
protected:
    CropBoxTest()
    {
        m_state.show(test::markerVolume(m_geometry, {20, 24, 18}, 6),
                     test::markerLabels(m_geometry, {20, 24, 18}, 6, 4, "lung"));
    }
    template <typename T> T& part(const char* name)
    {
        auto* found = m_box.findChild<T*>(QLatin1String(name));
        EXPECT_NE(found, nullptr) << name;
        return *found;
    }
    PatientBox cropped() { return m_state.crop.get().box.value_or(PatientBox{}); }

    const ImageGeometry m_geometry = test::gridCases().front().geometry;
    ViewState m_state;
    AnatomyCatalog m_catalog{{{"lung", "Lung", {}, {}, {}}}, {}};
    CropBox m_box{m_state, m_catalog};
};

TEST_F(CropBoxTest, theSwitchStartsFromTheWholeImage)
{
    EXPECT_FALSE(part<QCheckBox>("cropOn").isChecked());
    part<QCheckBox>("cropOn").click();
    EXPECT_EQ(m_state.crop.get().box, boxOf(m_geometry));
    part<QCheckBox>("cropOn").click();
    EXPECT_TRUE(m_state.crop.get().isNothing());
}

TEST_F(CropBoxTest, slidersAndFieldsMoveTheFaces)
{
    const PatientBox whole = boxOf(m_geometry);
    part<QSlider>("cropRight").setValue(-10);
    EXPECT_TRUE(part<QCheckBox>("cropOn").isChecked()) << "moving a face is cropping";
    EXPECT_EQ(cropped().lowMm[0], -10);
    EXPECT_EQ(cropped().highMm, whole.highMm) << "the others stay";
    EXPECT_EQ(part<QDoubleSpinBox>("cropRightField").value(), -10);
    part<QDoubleSpinBox>("cropSuperiorField").setValue(-90.5);
    EXPECT_EQ(cropped().highMm[2], -90.5);
    part<QDoubleSpinBox>("cropPosteriorField").setValue(40);
    EXPECT_EQ(cropped().highMm[1], 40);
    // Faces do not pass each other.
    part<QSlider>("cropLeft").setValue(-20);
    EXPECT_EQ(cropped().highMm[0], -9);
    EXPECT_EQ(part<QSlider>("cropLeft").value(), -9);
    part<QPushButton>("cropResetButton").click();
    EXPECT_TRUE(m_state.crop.get().isNothing());
    EXPECT_EQ(part<QDoubleSpinBox>("cropRightField").value(), std::round(whole.lowMm[0] * 10) / 10);
}

TEST_F(CropBoxTest, positionsAreSaidWithThePatientsLetters)
{
    PatientSpinBox field(0);
    field.setRange(-200, 200);
    field.setValue(-12.34);
    EXPECT_EQ(field.text(), QStringLiteral("R 12.3 mm"));
    EXPECT_EQ(field.valueFromText(QStringLiteral("L 5")), 5);
    EXPECT_EQ(field.valueFromText(QStringLiteral("r7.5 mm")), -7.5);
    EXPECT_EQ(field.valueFromText(QStringLiteral("-3")), -3);
    QString wrong = QStringLiteral("S 4");
    int at = 0;
    EXPECT_EQ(field.validate(wrong, at), QValidator::Intermediate);
}

TEST_F(CropBoxTest, thePlaneKeepsTheSideThatIsNamed)
{
    auto& plane = part<QComboBox>("cutPlane");
    auto& side = part<QComboBox>("cutSide");
    EXPECT_FALSE(side.isEnabled());
    plane.setCurrentIndex(plane.findText(QStringLiteral("Coronal")));
    Q_EMIT plane.activated(plane.currentIndex());
    ASSERT_TRUE(m_state.crop.get().plane);
    EXPECT_EQ(m_state.crop.get().plane->plane, SliceOrientation::Coronal);
    side.setCurrentIndex(side.findText(QStringLiteral("Keep anterior")));
    Q_EMIT side.activated(side.currentIndex());
    const auto kept = m_state.crop.get().halfSpaces({0, 0, 0}, {});
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_TRUE(kept[0].contains({0, -5, 0}));
    EXPECT_FALSE(kept[0].contains({0, 5, 0}));
    plane.setCurrentIndex(0);
    Q_EMIT plane.activated(0);
    EXPECT_TRUE(m_state.crop.get().isNothing());
}

TEST_F(CropBoxTest, cropsToAnAnatomyWithItsMargin)
{
    EXPECT_EQ(part<QComboBox>("cropAnatomy").currentText(), QStringLiteral("Lung"));
    part<QDoubleSpinBox>("cropMargin").setValue(3);
    part<QPushButton>("cropToAnatomyButton").click();
    const Vec3 middle = m_geometry.indexToPatient({20, 24, 18});
    for (int a = 0; a < 3; ++a) {
        EXPECT_NEAR(cropped().lowMm[a], middle[a] - 6.5 * m_geometry.spacingMm[a] - 3, 1e-9);
        EXPECT_NEAR(cropped().highMm[a], middle[a] + 6.5 * m_geometry.spacingMm[a] + 3, 1e-9);
    }
}

TEST_F(CropBoxTest, withoutLabelsOrStudyItSaysSo)
{
    EXPECT_TRUE(part<QLabel>("cropNoLabels").isHidden());
    m_state.labels.set(nullptr);
    EXPECT_FALSE(part<QLabel>("cropNoLabels").isHidden());
    EXPECT_FALSE(part<QPushButton>("cropToAnatomyButton").isEnabled());
    EXPECT_TRUE(part<QCheckBox>("cropOn").isEnabled());
    m_state.show(nullptr);
    EXPECT_FALSE(part<QCheckBox>("cropOn").isEnabled());
    EXPECT_FALSE(part<QSlider>("cropRight").isEnabled());
}

} // namespace
} // namespace fovea
