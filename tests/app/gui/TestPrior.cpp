#include "app/compare/SeriesComparison.h"
#include "tests/app/gui/PatientStudies.h"
#include "viewer/slice/SliceWidget.h"

#include <QApplication>
#include <QLabel>
#include <QToolButton>

namespace fovea {
namespace {

/// Studies of one patient, of which the one of 1 June 2024 is read.
class PriorTest : public WindowFixture {
protected:
    PriorTest()
    {
        window->resize(1500, 900);
        window->show();
    }
    /// Imports it; it is then open, with its segmentation where it has one.
    std::int64_t take(const PatientStudies::Wanted& wanted)
    {
        bool shown = false;
        StudySession* session = &window->session();
        const auto here = std::make_unique<QObject>();
        for (const auto signal : {&StudySession::labelsShown, &StudySession::labelsMissing})
            QObject::connect(session, signal, here.get(), [&shown] { shown = true; });
        window->importFolder(studies.write(wanted));
        EXPECT_TRUE(waitFor([&shown] { return shown; }))
            << dialogs.errors.join(QLatin1Char('\n')).toStdString();
        return session->series()->series.id;
    }
    SeriesComparison& comparison() { return *window->findChild<SeriesComparison*>(); }
    void comparePrior()
    {
        trigger("comparePrior");
        ASSERT_TRUE(waitFor([this] { return comparison().series().has_value(); })) << notice();
        QApplication::processEvents();
    }
    std::string notice() { return child<QLabel>("noticeText")->text().toStdString(); }
    QString linkText() { return child<QToolButton>("linkCompared")->text(); }
    double apartMm()
    {
        return (comparison().state().cursorMm.get() - window->viewState().cursorMm.get())[2];
    }

    PatientStudies studies;
};

TEST_F(PriorTest, TheMostRecentEarlierStudyIsTaken)
{
    take({.seed = 1, .date = "20220601"});
    const auto wanted = take({.seed = 2, .date = "20230401"});
    take({.seed = 3, .date = "20240801"});
    take({.seed = 4, .date = "20240301", .bodyPart = "HEAD", .description = "Schädel"});
    take({.seed = 5, .date = "20240401", .patientId = "PRIOR-2"});
    EXPECT_TRUE(child<QAction>("comparePrior")->isEnabled());
    take({.seed = 6, .date = "20240601"});
    comparePrior();
    EXPECT_EQ(comparison().series()->series.id, wanted);
    const std::string title = child<QLabel>("comparedTitle")->text().toStdString();
    EXPECT_NE(title.find("14 month"), std::string::npos) << title;
    EXPECT_NE(title.find("Thorax axial"), std::string::npos) << title;
    // Once more is no other.
    trigger("comparePrior");
    for (int n = 0; n < 20; ++n)
        QApplication::processEvents(QEventLoop::AllEvents, 10);
    EXPECT_EQ(comparison().series()->series.id, wanted);
}

TEST_F(PriorTest, WhyThereIsNoneIsSaid)
{
    EXPECT_FALSE(child<QAction>("comparePrior")->isEnabled());
    take({.seed = 1, .date = "20240601"});
    trigger("comparePrior");
    ASSERT_TRUE(waitFor([this] { return !child<QWidget>("noticeBar")->isHidden(); }));
    EXPECT_NE(notice().find("no other study"), std::string::npos) << notice();
    EXPECT_FALSE(comparison().series());
}

TEST_F(PriorTest, AnotherFrameOfReferenceIsLinkedByAnatomy)
{
    take({.seed = 1, .date = "20230601", .headwardsMm = 40});
    take({.seed = 2, .date = "20240601"});
    comparePrior();
    ASSERT_TRUE(waitFor([this] { return comparison().link().from == SeriesLink::From::Anatomy; }));
    EXPECT_NEAR(apartMm(), 40, 0.1);
    EXPECT_EQ(linkText(), QStringLiteral("Linked, +40 mm"));
    EXPECT_NE(notice().find("matched by 2 structure"), std::string::npos) << notice();
    child<SliceWidget>("axialView")->scroll(3);
    EXPECT_NEAR(apartMm(), 40, 0.1);
    child<SliceWidget>("compared_axial")->scroll(-2);
    EXPECT_NEAR(apartMm(), 40, 0.1);
    // The offset lies along the axis of the body and shows in no other plane.
    trigger("layoutCoronal");
    QApplication::processEvents();
    EXPECT_EQ(linkText(), QStringLiteral("Linked"));
    trigger("layoutAxial");
    QApplication::processEvents();
    EXPECT_EQ(linkText(), QStringLiteral("Linked, +40 mm"));

    trigger("linkPositions");
    EXPECT_EQ(linkText(), QStringLiteral("Linked"));
    EXPECT_NEAR(apartMm(), 0, 1e-6);
    EXPECT_NE(notice().find("equal positions"), std::string::npos) << notice();
    trigger("linkAnatomy");
    ASSERT_TRUE(waitFor([this] { return linkText() == QStringLiteral("Linked, +40 mm"); }));
}

TEST_F(PriorTest, TwoSlicesAreLinkedByHandAndStaySoForThePair)
{
    take({.seed = 1, .date = "20230601", .segmented = false});
    take({.seed = 2, .date = "20240601", .segmented = false});
    comparePrior();
    EXPECT_EQ(linkText(), QStringLiteral("Linked"));
    EXPECT_FALSE(child<QAction>("linkAnatomy")->isEnabled());
    EXPECT_TRUE(child<QAction>("compareLinked")->isChecked());
    auto* beside = child<SliceWidget>("compared_axial");
    child<SliceWidget>("axialView")->scroll(1); // From between two slices onto one.
    trigger("compareLinked");
    EXPECT_EQ(linkText(), QStringLiteral("Not linked"));
    beside->scroll(-3); // Towards the head, 5 mm each.
    // Where the reader clicked in the slice is no offset.
    comparison().state().cursorMm.set(comparison().state().cursorMm.get() + Vec3{12, 0, 0});
    trigger("linkHere");
    EXPECT_EQ(linkText(), QStringLiteral("Linked, +15 mm"));
    EXPECT_TRUE(child<QAction>("compareLinked")->isChecked());
    child<SliceWidget>("axialView")->scroll(4);
    EXPECT_NEAR(apartMm(), 15, 1e-6);
    EXPECT_NEAR(comparison().state().cursorMm.get()[0], window->viewState().cursorMm.get()[0],
                1e-6);
    EXPECT_NE(notice().find("by hand"), std::string::npos) << notice();

    trigger("endComparison");
    EXPECT_FALSE(child<QAction>("linkHere")->isEnabled());
    comparePrior();
    EXPECT_EQ(linkText(), QStringLiteral("Linked, +15 mm"));
    EXPECT_NEAR(apartMm(), 15, 1e-6);
}

TEST_F(PriorTest, AClosedNoticeComesBackOnlyWithSomethingNew)
{
    take({.seed = 1, .date = "20230601"});
    take({.seed = 2, .date = "20240601"});
    comparePrior();
    ASSERT_TRUE(waitFor([this] { return comparison().link().from == SeriesLink::From::Anatomy; }));
    EXPECT_EQ(linkText(), QStringLiteral("Linked")) << "no offset found is none shown";
    child<QToolButton>("closeNotices")->click();
    trigger("compareLinked");
    trigger("compareLinked");
    EXPECT_TRUE(child<QWidget>("noticeBar")->isHidden());
}

} // namespace
} // namespace fovea
