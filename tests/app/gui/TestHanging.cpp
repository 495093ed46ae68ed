#include "app/compare/SeriesComparison.h"
#include "app/hanging/HangingDesk.h"
#include "app/views/ViewGrid.h"
#include "tests/app/gui/PatientStudies.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>

#include <fstream>

namespace fovea {
namespace {

constexpr WindowLevel lung{-600, 1500};
constexpr WindowLevel mediastinum{50, 350};
constexpr WindowLevel bone{400, 1800};
constexpr WindowLevel brain{40, 80};

class HangingTest : public WindowFixture {
protected:
    HangingTest() { begin(); }
    void begin()
    {
        settings.setHangsAutomatically(true);
        makeWindow();
        window->resize(1500, 900);
        window->show();
        settle();
    }
    static void settle()
    {
        for (int n = 0; n < 5; ++n)
            QApplication::processEvents();
    }
    /// Opens it, imported or not, and waits until it hangs.
    std::int64_t take(const PatientStudies::Wanted& wanted)
    {
        QObject here;
        bool shown = false;
        bool hung = !settings.hangsAutomatically();
        watch(here, shown, hung);
        window->importFolder(studies.write(wanted));
        EXPECT_TRUE(waitFor([&] { return shown && hung; }))
            << dialogs.errors.join(QLatin1Char('\n')).toStdString();
        settle();
        return window->session().series()->series.id;
    }
    void openAgain(std::int64_t seriesId)
    {
        QObject here;
        bool shown = false;
        bool hung = !settings.hangsAutomatically();
        watch(here, shown, hung);
        window->openSeries(seriesId);
        EXPECT_TRUE(waitFor([&] { return shown && hung; }));
        settle();
    }
    void watch(QObject& here, bool& shown, bool& hung)
    {
        for (const auto signal : {&StudySession::labelsShown, &StudySession::labelsMissing})
            QObject::connect(&window->session(), signal, &here, [&shown] { shown = true; });
        QObject::connect(window->findChild<HangingDesk*>(), &HangingDesk::hung, &here,
                         [&hung] { hung = true; });
    }
    ViewState& state() { return window->viewState(); }
    WindowLevel windowOf(SliceOrientation orientation) { return state().windowOf(orientation); }
    QString layout() { return window->findChild<ViewGrid*>()->arrangement().id; }
    SeriesComparison& comparison() { return *window->findChild<SeriesComparison*>(); }
    std::filesystem::path folderOfProtocols() { return settings.hangingFolder(); }
    template <typename T> T* inDialog(const char* name)
    {
        auto* found = child<QDialog>("hangingDialog")->findChild<T*>(QLatin1String(name));
        EXPECT_NE(found, nullptr) << name;
        return found;
    }
    void press(const char* name) { inDialog<QPushButton>(name)->click(); }
    void openEditor()
    {
        trigger("editHanging");
        settle();
    }
    void saveEditor()
    {
        inDialog<QDialogButtonBox>("hangingButtons")->button(QDialogButtonBox::Save)->click();
        settle();
    }

    PatientStudies studies;
};

TEST_F(HangingTest, AChestHangsWithAWindowForEachPlane)
{
    take({.seed = 1});
    EXPECT_EQ(layout(), QStringLiteral("grid"));
    EXPECT_EQ(windowOf(SliceOrientation::Axial), lung);
    EXPECT_EQ(windowOf(SliceOrientation::Coronal), mediastinum);
    EXPECT_EQ(windowOf(SliceOrientation::Sagittal), bone);
    EXPECT_TRUE(child<QAction>("hanging2")->isChecked());
    EXPECT_FALSE(child<QAction>("undo")->isEnabled()) << "opening is nothing to undo";
    // A preset goes to the view with the keyboard and leaves the others.
    window->activateWindow();
    child<SliceWidget>("coronalView")->setFocus();
    settle();
    trigger("window_brain");
    EXPECT_EQ(windowOf(SliceOrientation::Coronal), brain);
    EXPECT_EQ(windowOf(SliceOrientation::Axial), lung);
    settle();
    trigger("undo");
    EXPECT_EQ(windowOf(SliceOrientation::Coronal), mediastinum);
}

TEST_F(HangingTest, AHeadHangsInThreeThickPlanesAndWhatNoRuleKnowsAsTheReaderLikes)
{
    trigger("layout_rows");
    take({.seed = 1, .bodyPart = "HEAD", .description = "Schädel"});
    EXPECT_EQ(layout(), QStringLiteral("threeColumns"));
    EXPECT_EQ(state().window.get(), brain) << "one window for all is the window of all";
    EXPECT_EQ(state().slab(SliceOrientation::Axial).get(), (Slab{SlabMode::Average, 5}));
    take({.seed = 2, .bodyPart = "KNEE", .description = "Knie", .patientId = "PRIOR-2"});
    EXPECT_EQ(layout(), QStringLiteral("rows"));
    EXPECT_NE(state().window.get(), brain) << "a protocol's window is not the modality's";
    EXPECT_EQ(settings.layout(), QStringLiteral("rows"));
}

TEST_F(HangingTest, APriorHangsBesideTheStudy)
{
    const auto prior = take({.seed = 1, .date = "20230601"});
    take({.seed = 2, .date = "20240601"});
    ASSERT_TRUE(waitFor([this] { return comparison().series().has_value(); }));
    EXPECT_EQ(comparison().series()->series.id, prior);
    EXPECT_TRUE(child<QAction>("hanging1")->isChecked());
    settle();
    EXPECT_TRUE(child<SliceWidget>("compared_axial")->isVisible());
}

TEST_F(HangingTest, ASeriesComesBackAsItWasLeft)
{
    const auto chest = take({.seed = 1});
    trigger("layout_columns");
    trigger("slab10");
    window->activateWindow();
    child<SliceWidget>("axialView")->setFocus();
    settle();
    trigger("window_brain");
    take({.seed = 2, .bodyPart = "HEAD", .description = "Schädel", .patientId = "PRIOR-2"});
    EXPECT_EQ(layout(), QStringLiteral("threeColumns"));
    openAgain(chest);
    EXPECT_EQ(layout(), QStringLiteral("columns"));
    EXPECT_EQ(windowOf(SliceOrientation::Axial), brain);
    EXPECT_EQ(windowOf(SliceOrientation::Coronal), mediastinum);
    EXPECT_EQ(state().slab(SliceOrientation::Axial).get(), (Slab{SlabMode::Maximum, 10}));
}

TEST_F(HangingTest, TheWindowOfAnEarlierReadingGoesBeforeTheProtocol)
{
    const auto head = take({.seed = 1, .bodyPart = "HEAD", .description = "Schädel"});
    trigger("window_bone");
    restart();
    window->show();
    openAgain(head);
    EXPECT_EQ(layout(), QStringLiteral("threeColumns"));
    EXPECT_EQ(state().window.get(), bone);
}

TEST_F(HangingTest, NothingHangsByItselfWhereItIsSwitchedOff)
{
    EXPECT_TRUE(child<QAction>("hangAutomatically")->isChecked());
    trigger("hangAutomatically");
    trigger("layout_rows");
    take({.seed = 1});
    EXPECT_EQ(layout(), QStringLiteral("rows"));
    EXPECT_FALSE(state().ownWindow(SliceOrientation::Axial).get());
    // By hand all the same, around the ends of the list.
    trigger("nextHanging");
    EXPECT_TRUE(child<QAction>("hanging1")->isChecked());
    trigger("previousHanging");
    EXPECT_TRUE(child<QAction>("hanging4")->isChecked());
    EXPECT_EQ(layout(), QStringLiteral("threeColumns"));
    EXPECT_EQ(state().window.get(), brain);
    trigger("hanging2");
    EXPECT_EQ(layout(), QStringLiteral("grid"));
    EXPECT_EQ(windowOf(SliceOrientation::Axial), lung);
    EXPECT_FALSE(child<QAction>("hanging5")->isVisible());
    restart();
    EXPECT_FALSE(child<QAction>("hangAutomatically")->isChecked());
}

TEST_F(HangingTest, AProtocolIsMadeFromTheWindowAndTriedAndKept)
{
    take({.seed = 1});
    trigger("layout_columns");
    trigger("coronalTo_sagittal");
    openEditor();
    auto* list = inDialog<QListWidget>("hangingList");
    EXPECT_EQ(list->count(), 4);
    list->setCurrentRow(0);
    press("hangingAdd");
    EXPECT_EQ(list->count(), 5);
    EXPECT_EQ(list->currentRow(), 0) << "before the wider rule";
    press("hangingTake");
    auto* name = inDialog<QLineEdit>("hangingName");
    name->setText(QStringLiteral("Mine"));
    Q_EMIT name->textEdited(name->text());
    EXPECT_EQ(list->item(0)->text(), QStringLiteral("Mine"));
    EXPECT_TRUE(inDialog<QCheckBox>("hangingPart_chest")->isChecked());
    EXPECT_EQ(inDialog<QComboBox>("hangingPane2View")->currentText(), QStringLiteral("Sagittal"));
    EXPECT_EQ(inDialog<QComboBox>("hangingPane1Window")->currentText(), QStringLiteral("Lung"));
    EXPECT_FALSE(inDialog<QComboBox>("hangingPane3View")->isVisible());
    // Views change places: each exists once.
    auto* view = inDialog<QComboBox>("hangingPane1View");
    view->setCurrentIndex(2);
    Q_EMIT view->activated(2);
    EXPECT_EQ(inDialog<QComboBox>("hangingPane2View")->currentText(), QStringLiteral("Axial"));
    press("hangingTry");
    settle();
    EXPECT_EQ(window->findChild<ViewGrid*>()->order()[0], View::Sagittal);
    saveEditor();
    EXPECT_FALSE(child<QDialog>("hangingDialog")->isVisible());
    EXPECT_EQ(child<QAction>("hanging1")->text(), QStringLiteral("Mine"));

    restart();
    window->show();
    EXPECT_EQ(child<QAction>("hanging1")->text(), QStringLiteral("Mine"));
    EXPECT_EQ(child<QAction>("hanging5")->text(), QStringLiteral("CT head"));
    take({.seed = 2, .patientId = "PRIOR-2"});
    EXPECT_EQ(layout(), QStringLiteral("columns"));
    EXPECT_EQ(window->findChild<ViewGrid*>()->order()[0], View::Sagittal);
}

TEST_F(HangingTest, TheListIsOrderedCopiedCutAndRestored)
{
    openEditor();
    auto* list = inDialog<QListWidget>("hangingList");
    const auto names = [list] {
        QStringList out;
        for (int n = 0; n < list->count(); ++n)
            out << list->item(n)->text();
        return out.join(QLatin1Char('|')).toStdString();
    };
    list->setCurrentRow(3);
    EXPECT_FALSE(inDialog<QPushButton>("hangingDown")->isEnabled());
    press("hangingUp");
    EXPECT_EQ(names(), "CT with prior|CT chest|CT head|CT abdomen");
    press("hangingDuplicate");
    EXPECT_EQ(names(), "CT with prior|CT chest|Copy of CT head|CT head|CT abdomen");
    press("hangingDown");
    press("hangingDelete");
    EXPECT_EQ(names(), "CT with prior|CT chest|CT head|CT abdomen");
    // Without a name nothing is kept.
    auto* name = inDialog<QLineEdit>("hangingName");
    name->clear();
    Q_EMIT name->textEdited({});
    EXPECT_FALSE(
        inDialog<QDialogButtonBox>("hangingButtons")->button(QDialogButtonBox::Save)->isEnabled());
    EXPECT_TRUE(inDialog<QLabel>("hangingTrouble")->isVisible());
    press("hangingDelete");
    EXPECT_TRUE(
        inDialog<QDialogButtonBox>("hangingButtons")->button(QDialogButtonBox::Save)->isEnabled());
    press("hangingRestore"); // Asked, and answered with no.
    EXPECT_EQ(list->count(), 3);
    dialogs.nextAnswer = true;
    press("hangingRestore");
    EXPECT_EQ(names(), "CT with prior|CT chest|CT abdomen|CT head");
    inDialog<QDialogButtonBox>("hangingButtons")->button(QDialogButtonBox::Cancel)->click();
    EXPECT_FALSE(std::filesystem::exists(folderOfProtocols())) << "cancelled is nothing kept";
}

TEST_F(HangingTest, ABrokenFileIsSaidInPlace)
{
    std::filesystem::create_directories(folderOfProtocols());
    std::ofstream(folderOfProtocols() / "010-bad.json") << "{\"name\": \"bad\",\n\"layout\": }\n";
    std::ofstream(folderOfProtocols() / "020-good.json")
        << R"({"name": "Good", "layout": "columns"})";
    begin();
    const auto notice = [this] { return child<QLabel>("noticeText")->text(); };
    EXPECT_TRUE(notice().contains(QStringLiteral("010-bad.json”"))) << notice().toStdString();
    EXPECT_TRUE(notice().contains(QStringLiteral("line 2"))) << notice().toStdString();
    take({.seed = 1});
    EXPECT_EQ(layout(), QStringLiteral("columns")) << "the other one works";
    EXPECT_TRUE(notice().contains(QStringLiteral("010-bad.json")));
    openEditor();
    EXPECT_TRUE(inDialog<QLabel>("hangingProblems")->isVisible());
    EXPECT_EQ(inDialog<QListWidget>("hangingList")->count(), 1);
}

} // namespace
} // namespace fovea
