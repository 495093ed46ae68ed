#pragma once

#include <QList>
#include <QObject>

class QDockWidget;
class QMainWindow;

namespace fovea {

class AnatomyCatalog;
class AnatomyPanel;
class Archive;
class AskPanel;
class EditDesk;
class FindingsDesk;
class FindingsPanel;
class KeyImages;
class MeasureDesk;
class StudyPanel;
class ViewState;
class VolumeDesk;

/// The panels at both sides of the views, in docks: where they stand until a reader moves them.
class MainPanels : public QObject {
    Q_OBJECT

public:
    struct Contents {
        const Archive& archive;
        const AnatomyCatalog& catalog;
        ViewState& state;
        KeyImages& keyImages;
        MeasureDesk& measures;
        EditDesk& edit;
        FindingsDesk& findings;
        VolumeDesk& volume;
    };
    /// Adds the docks to `window`, which becomes the parent; all of `contents` must outlive it.
    MainPanels(QMainWindow& window, const Contents& contents);

    StudyPanel& studies() const { return *m_studies; }
    AnatomyPanel& anatomy() const { return *m_anatomy; }
    FindingsPanel& findings() const { return *m_findings; }
    AskPanel& ask() const { return *m_ask; }

private:
    /// Those that stand one below the other, from above.
    QList<QDockWidget*> dockLeft(const Contents& contents);
    QList<QDockWidget*> dockRight(const Contents& contents);
    QDockWidget* dock(const QString& name, const QString& title, QWidget* panel,
                      Qt::DockWidgetArea area);

    QMainWindow& m_window;
    StudyPanel* m_studies;
    AnatomyPanel* m_anatomy;
    FindingsPanel* m_findings;
    AskPanel* m_ask;
};

} // namespace fovea
