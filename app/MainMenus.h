#pragma once

#include <QKeySequence>
#include <QObject>

#include <functional>

class QAction;
class QMainWindow;
class QMenu;
class QToolBar;

namespace fovea {

class StudySession;

/// What the menus ask of the window.
struct MainCommands {
    std::function<void()> openFolder;
    std::function<void()> importFile;
    std::function<void()> openSegmentation;
    std::function<void()> openSegmentationFolder;
    std::function<void()> openSample;
    std::function<void()> exportAnonymized;
    std::function<void()> showAudit;
    std::function<void()> showSettings;
    std::function<void()> showModels;
    std::function<void()> showCatalogs;
    std::function<void()> showTuning;
    std::function<void()> focusQuestion;
    std::function<void()> searchStudies;
    std::function<void()> showAbout;
};

/// The menu bar's menus and the tool bar, with the commands of files and studies in them; what
/// views, layouts and commands add, they add themselves.
class MainMenus : public QObject {
    Q_OBJECT

public:
    /// Fills the menu bar of `window`, which becomes the parent; `session` must outlive it.
    MainMenus(QMainWindow& window, StudySession& session, MainCommands commands);

    QMenu& exports() const { return *m_exports; }
    QMenu& archive() const { return *m_archive; }
    QMenu& edit() const { return *m_edit; }
    QMenu& view() const { return *m_view; }
    QMenu& slice() const { return *m_slice; }
    QMenu& measure() const { return *m_measure; }
    QMenu& study() const { return *m_study; }
    QMenu& help() const { return *m_help; }
    QToolBar& toolBar() const { return *m_toolBar; }

private:
    QAction* add(QMenu& menu, const QString& objectName, const QString& text,
                 const QKeySequence& key, std::function<void()> run);
    void fillFile(const MainCommands& commands);
    void fillStudy(const MainCommands& commands);

    StudySession& m_session;
    QMenu* m_file;
    QMenu* m_exports = nullptr;
    QMenu* m_edit;
    QMenu* m_view;
    QMenu* m_slice;
    QMenu* m_measure;
    QMenu* m_study;
    QMenu* m_help;
    QMenu* m_archive = nullptr;
    QToolBar* m_toolBar;
};

} // namespace fovea
