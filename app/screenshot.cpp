#include "app/screenshot.h"

#include "app/MainWindow.h"
#include "app/text/errorText.h"

#include <QApplication>
#include <QPixmap>
#include <QScreen>
#include <QTextStream>
#include <QTimer>

namespace fovea {

namespace {

// Time for the last repaint and the full quality 3D frame, which software OpenGL needs a second
// for.
constexpr int SettleMs = 2500;

struct Awaited {
    bool analysis = false;
    bool surfaces = false;
};

void save(MainWindow& window, const QString& file)
{
    // From the screen, not QWidget::grab(): a picture of what a person would see, 3D included.
    const bool saved = window.screen()->grabWindow(window.winId()).save(file, "PNG");
    if (!saved)
        QTextStream(stderr) << errorText(
                                   makeError(ErrorCode::FileNotWritable, {file.toStdString()}))
                            << '\n';
    QApplication::exit(saved ? 0 : 1);
}

} // namespace

void saveScreenshotWhenDone(MainWindow& window, const QString& file, bool segmentationFollows)
{
    auto awaited = std::make_shared<Awaited>();
    const auto check = [&window, file, awaited] {
        if (awaited->analysis && awaited->surfaces)
            QTimer::singleShot(SettleMs, &window, [&window, file] { save(window, file); });
    };
    StudySession* session = &window.session();
    QObject::connect(session, &StudySession::analysisShown, &window, [awaited, check] {
        awaited->analysis = true;
        check();
    });
    QObject::connect(session, &StudySession::surfacesReady, &window, [awaited, check] {
        awaited->surfaces = true;
        check();
    });
    if (!segmentationFollows) {
        QObject::connect(session, &StudySession::labelsMissing, &window, [awaited, check] {
            *awaited = {true, true};
            check();
        });
    }
    QObject::connect(session, &StudySession::failed, &window,
                     [](StudySession::Step, const Error& error) {
                         QTextStream(stderr) << errorText(error) << '\n';
                         QApplication::exit(1);
                     });
}

} // namespace fovea
