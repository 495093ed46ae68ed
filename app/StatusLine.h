#pragma once

#include "model/engine/Engine.h"
#include "viewer/slice/SliceWidget.h"

#include <QObject>
#include <QStringList>

class QLabel;
class QProgressBar;
class QPushButton;
class QStatusBar;

namespace fovea {

/// What the status bar says: what lies under the pointer, what runs, what a reader must know about
/// the open study, and which model speaks.
class StatusLine : public QObject {
    Q_OBJECT

public:
    /// Fills `bar`, which becomes the parent.
    explicit StatusLine(QStatusBar& bar);

    void showProbe(const SliceProbe& probe);
    void clearProbe();
    /// With a cancel button where the work can be stopped.
    void showBusy(const QString& what, bool cancellable);
    void setProgress(double fraction);
    void showIdle();
    bool isBusy() const;
    /// Whether it says just this.
    bool isShowing(const QString& what) const;
    /// Adds to the notes on the open study.
    void addNotes(const QStringList& notes);
    void clearNotes();
    void showModel(const ModelInfo& info);
    void showNoModel();

Q_SIGNALS:
    void cancelRequested();

private:
    QLabel* m_hover;
    QLabel* m_notesLabel;
    QLabel* m_busyText;
    QProgressBar* m_busy;
    QPushButton* m_cancel;
    QLabel* m_model;
    QStringList m_notes;
};

} // namespace fovea
