#include "app/MainWindow.h"
#include "app/ModelLibrary.h"
#include "app/text/errorText.h"
#include "app/views/Layout.h"
#include "storage/CatalogFile.h"
#include "tests/app/gui/FakeDialogs.h"
#include "tests/app/gui/GuiWatch.h"
#include "tests/app/gui/TestSettings.h"
#include "tests/app/gui/waitFor.h"
#include "viewer/slice/SliceWidget.h"

#include <QAction>
#include <QTemporaryDir>
#include <QThread>

#include <cstdlib>
#include <ctime>
#include <functional>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iostream>

// No event may keep the GUI thread busy for longer than a person takes for at once. Without OpenGL
// (platform offscreen): what a software renderer takes for 3D is not the program's doing, and the
// widget of the third dimension only says here that OpenGL is missing.

namespace fovea {
namespace {

constexpr double mostMs = 50;

GuiWatch& watch()
{
    return *static_cast<GuiWatch*>(QApplication::instance());
}

double threadMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// Does with its events what it is told.
class Receiver : public QObject {
    Q_OBJECT

public:
    std::function<void()> work;

protected:
    bool event(QEvent* event) override
    {
        if (event->type() != QEvent::User)
            return QObject::event(event);
        work();
        return true;
    }
};

void handle(Receiver& receiver)
{
    QApplication::postEvent(&receiver, new QEvent(QEvent::User));
    QApplication::sendPostedEvents(&receiver);
}

class GuiBlocking : public ::testing::Test {
protected:
    void trigger(const QString& action)
    {
        auto* found = window.findChild<QAction*>(action);
        ASSERT_NE(found, nullptr) << action.toStdString();
        within(found, [found] { found->trigger(); });
    }
    /// As an event of its own, which is watched; then lets what follows from it happen.
    template <typename Work> static void within(QObject* receiver, Work work)
    {
        QMetaObject::invokeMethod(receiver, std::move(work), Qt::QueuedConnection);
        settle();
    }
    /// Nothing since start() took too long; says what took longest in any case.
    static void expectQuick(const char* what)
    {
        const std::string report = std::string(what) + ":\n" + watch().report(5);
        std::cout << report;
        EXPECT_THAT(watch().worst(), testing::Each(testing::Field(&GuiWatch::Record::longestMs,
                                                                  testing::Lt(mostMs))))
            << report;
    }
    static void settle()
    {
        for (int n = 0; n < 3; ++n)
            QApplication::processEvents();
    }
    static const AnatomyCatalog& catalog()
    {
        static const auto read = readCatalogFile(std::filesystem::path(FOVEA_SOURCE_DIR) /
                                                 "resources/catalog/anatomies.json");
        return read.value();
    }

    QTemporaryDir folder;
    TestSettings settings{folder};
    FakeDialogs dialogs;
    TaskRunner tasks;
    Archive archive{tasks, folder.filePath(QStringLiteral("archive")).toStdString()};
    ModelService model{tasks, FOVEA_MODEL_LIBRARY};
    MainWindow window{{tasks, archive, model, catalog(), settings, dialogs}};
};

} // namespace

TEST(GuiWatch, seesWorkAndNotWaiting)
{
    Receiver receiver;
    watch().start();
    receiver.work = [] { QThread::msleep(80); };
    handle(receiver);
    ASSERT_EQ(watch().worst().size(), 1u);
    EXPECT_LT(watch().worst()[0].longestMs, mostMs);
    receiver.work = [] {
        for (const double start = threadMs(); threadMs() < start + mostMs + 10;) {
        }
    };
    handle(receiver);
    const auto worst = watch().worst();
    ASSERT_EQ(worst.size(), 1u);
    EXPECT_GT(worst[0].longestMs, mostMs);
    EXPECT_EQ(worst[0].count, 2);
    EXPECT_THAT(watch().report(5), testing::StartsWith("User to fovea::"));
}

TEST(GuiWatch, saysWhatWasBusyWithinAnEvent)
{
    Receiver inner;
    inner.work = [] {
        for (const double start = threadMs(); threadMs() < start + 20;) {
        }
    };
    Receiver outer;
    outer.work = [&] { handle(inner); };
    watch().start();
    handle(outer);
    const auto worst = watch().worst();
    ASSERT_EQ(worst.size(), 1u) << watch().report(5);
    EXPECT_EQ(worst[0].innerType, QEvent::User);
    EXPECT_GE(worst[0].innerMs, 20.0);
    EXPECT_LE(worst[0].innerMs, worst[0].longestMs);
}

TEST_F(GuiBlocking, loadingAnalyzingAndReadingTheSampleStudy)
{
#ifdef __SANITIZE_ADDRESS__
    GTEST_SKIP() << "sanitizers take several times as long";
#endif
    window.resize(1600, 1000);
    window.show();
    settle();
    model.load(std::filesystem::path(FOVEA_SOURCE_DIR) / "resources/model/demo");

    bool surfaces = false;
    QObject::connect(&window.session(), &StudySession::surfacesReady, &window,
                     [&surfaces] { surfaces = true; });
    watch().start();
    within(&window, [this] { window.openSampleStudy(); });
    ASSERT_TRUE(waitFor([&] { return surfaces && window.session().analysis().has_value(); }))
        << dialogs.errors.join(QLatin1Char('\n')).toStdString();
    settle();
    expectQuick("Opening and analyzing the sample study");

    watch().start();
    for (const Layout& layout : layouts())
        trigger(QStringLiteral("layout_") + layout.id);
    trigger(QStringLiteral("layoutStandard"));
    expectQuick("Changing the layout");

    watch().start();
    auto* axial = window.findChild<SliceWidget*>(QStringLiteral("axialView"));
    ASSERT_NE(axial, nullptr);
    ViewState& state = axial->state();
    for (int step = 0; step < 30; ++step)
        within(axial, [axial] { axial->scroll(1); });
    within(axial, [&state] {
        state.frame.set(state.frame.get().turned(SliceOrientation::Sagittal, 0.4));
        state.slab(SliceOrientation::Axial).set({SlabMode::Maximum, 10});
    });
    within(axial, [&state] { state.hiddenAnatomies.set({"lung"}); });
    expectQuick("Reading");
}

} // namespace fovea

int main(int argc, char** argv)
{
    fovea::prepareModelEnvironment();
    ::setenv("QT_QPA_PLATFORM", "offscreen", 1);
    fovea::GuiWatch application(argc, argv);
    ::testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}

#include "TestGuiBlocking.moc"
