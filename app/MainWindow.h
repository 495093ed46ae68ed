#pragma once

#include "app/Dialogs.h"
#include "app/Settings.h"
#include "app/Workplace.h"
#include "app/models/ModelService.h"
#include "app/study/Archive.h"
#include "app/study/StudySession.h"
#include "viewer/ViewState.h"

#include <QMainWindow>

#include <memory>

class QMenu;

namespace fovea {

class ArchiveReport;
class EditDesk;
class FindingsDesk;
class HangingDesk;
class KeyImages;
class MainDialogs;
class MainPanels;
class MeasureDesk;
class SeriesComparison;
class SiteFindingsDesk;
class StatusLine;
class StudyOpener;
class StudyPresenter;
class ViewGrid;
class VolumeDesk;
class WindowMemory;

/// Puts the panels, the views and the session together; holds no behaviour of its own beyond that.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(Workplace workplace, QWidget* parent = nullptr);
    ~MainWindow() override;

    StudySession& session() { return *m_session; }
    ViewState& viewState() { return m_state; }

    void importFolder(const std::filesystem::path& folder);
    void openSegmentation(const std::filesystem::path& path);
    void openSeries(qint64 seriesId);
    void openSampleStudy();

Q_SIGNALS:
    /// The window is closed; the program is to start again, with the archive of the settings.
    void restartWanted();

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void makePanels();
    void makeMenus();
    void makeHanging(QMenu& view);
    void makeStatusBar();
    void connectPanels();
    void connectTools();
    void showTitle();
    void showError(const QString& title, const Error& error);

    Workplace m_workplace;
    ViewState m_state;
    std::unique_ptr<StudySession> m_session;
    std::unique_ptr<StudyPresenter> m_presenter;
    std::unique_ptr<MeasureDesk> m_measures;
    std::unique_ptr<EditDesk> m_edit;
    std::unique_ptr<FindingsDesk> m_reading;
    Connection m_measureToolChosen;
    MainPanels* m_panels = nullptr;
    StudyOpener* m_opener = nullptr;
    ViewGrid* m_views = nullptr;
    VolumeDesk* m_volume = nullptr;
    KeyImages* m_keyImages = nullptr;
    SeriesComparison* m_comparison = nullptr;
    StatusLine* m_status = nullptr;
    ArchiveReport* m_unsaved = nullptr;
    SiteFindingsDesk* m_site = nullptr;
    WindowMemory* m_windows = nullptr;
    HangingDesk* m_hanging = nullptr;
    MainDialogs* m_dialogs = nullptr;
};

} // namespace fovea
