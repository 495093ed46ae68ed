#pragma once

#include "app/studies/ImportController.h"

#include <QObject>

#include <filesystem>

class QMimeData;
class QWidget;

namespace fovea {

class AnatomyCatalog;
class Dialogs;
class EditDesk;
class Settings;
class StatusLine;
class StudySession;

/// Every way to a study: a folder, a dropped file, a segmentation of the open series, the sample, a
/// series of the archive. Imports first where it must, asks before corrections are lost, and says
/// what was left out.
class StudyOpener : public QObject {
    Q_OBJECT

public:
    struct Places {
        QWidget& window;
        const Archive& archive;
        const AnatomyCatalog& catalog;
        StudySession& session;
        EditDesk& edit;
        StatusLine& status;
        Settings& settings;
        Dialogs& dialogs;
    };
    /// Everything must outlive the opener.
    explicit StudyOpener(const Places& places, QObject* parent = nullptr);

    void importFolder(const std::filesystem::path& folder);
    void openSegmentation(const std::filesystem::path& path);
    void openSeries(qint64 seriesId);
    void openSample();
    void askForFolder();
    /// Of a folder of DICOM files, or of one file.
    void askForSegmentation(bool folder);
    /// Opens the first local file or folder that was dropped; false: there was none.
    bool openDropped(const QMimeData& dropped);

Q_SIGNALS:
    /// The session is about to open it; what was open is still shown.
    void seriesWanted(qint64 seriesId);
    /// There may be other studies in the archive than before.
    void archiveChanged();

private:
    void connectImport();
    void showImported(const ImportSummary& summary);
    void showError(const QString& title, const Error& error);

    Places m_places;
    ImportController m_import;
};

} // namespace fovea
