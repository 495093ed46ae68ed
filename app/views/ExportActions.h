#pragma once

#include "app/Task.h"

#include <QImage>
#include <QObject>

class QMenu;
class QToolBar;
class QWidget;

namespace fovea {

class Dialogs;
class Settings;
class StudySession;
class ViewGrid;

/// The picture of one view, as it is seen, for the clipboard or as a PNG file. Neither the picture
/// nor the suggested file name says who the patient is.
class ExportActions : public QObject {
    Q_OBJECT

public:
    struct Places {
        QWidget& window;
        ViewGrid& views;
        StudySession& session;
        TaskRunner& tasks;
        Settings& settings;
        Dialogs& dialogs;
    };
    /// Everything must outlive the actions.
    ExportActions(const Places& places, QObject* parent);

    void fill(QMenu& menu, QToolBar& toolBar);

Q_SIGNALS:
    /// For the status bar.
    void done(const QString& what);
    /// A picture of this study has left the program.
    void left(std::int64_t studyId);

private:
    void copy();
    void save();

    Places m_places;
};

/// Writes `image` as PNG at `path`, whole or not at all. Errors: FileNotWritable. Reentrant.
Result<Done> writePng(const QImage& image, const QString& path);

} // namespace fovea
