#pragma once

#include "storage/DicomScanner.h"
#include "viewer/ViewState.h"

#include <QObject>

#include <vector>

class QAction;
class QMenu;

namespace fovea {

class ActiveSlice;
class StudySession;

/// The windows that the open series' own files suggest (Window Center and Width), as commands for
/// the active slice.
class FileWindows : public QObject {
    Q_OBJECT

public:
    /// Everything must outlive the commands.
    FileWindows(ViewState& state, ActiveSlice& active, StudySession& session,
                QObject* parent = nullptr);

    /// Adds commands that are seen only while the open series has such windows.
    void fill(QMenu& menu);

private:
    static QString nameOf(const ScannedWindow& window);
    void show(const std::vector<ScannedWindow>& windows);

    ViewState& m_state;
    ActiveSlice& m_active;
    std::vector<ScannedWindow> m_windows;
    std::vector<QAction*> m_actions;
    QAction* m_separator = nullptr;
};

} // namespace fovea
