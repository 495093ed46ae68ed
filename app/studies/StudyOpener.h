#pragma once

#include "app/studies/ImportController.h"

#include <QObject>

#include <filesystem>
#include <vector>

class QMimeData;
class QWidget;

namespace fovea {

class AnatomyCatalog;
class Dialogs;
class EditDesk;
class Settings;
class StatusLine;
class StudySession;

/// Every way to a study: folders, files, what was dropped, a segmentation of the open series, the
/// sample, a series of the archive. Imports first where it must, asks before corrections are lost,
/// and says what was left out.
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

    /// Imports all of it, opens the first series and shows `maps`, volume files, as segmentations
    /// of it. Says so where another import still runs.
    void importItems(const std::vector<std::filesystem::path>& items,
                     std::vector<std::filesystem::path> maps = {});
    void openSegmentation(const std::filesystem::path& path);
    void openSeries(qint64 seriesId);
    void openSample();
    void askForFolder();
    /// One DICOM file, a DICOMDIR, a zip file, or a research volume.
    void askForFile();
    /// Of a folder of DICOM files, or of one file.
    void askForSegmentation(bool folder);
    /// Imports every local file and folder that was dropped, in one import. Volume files are
    /// segmentations of the series that is open or comes along, each shown after the one before;
    /// without such a series they are research volumes. False: nothing local was dropped.
    bool openDropped(const QMimeData& dropped);

Q_SIGNALS:
    /// The session is about to open it; what was open is still shown.
    void seriesWanted(qint64 seriesId);
    /// There may be other studies in the archive than before.
    void archiveChanged();
    /// What was done, in passing.
    void told(const QString& what);
    /// What a reader must know of what was opened.
    void warned(const QString& what);

private:
    void connectImport();
    void showImported(ImportSummary summary);
    void show(qint64 seriesId);
    void attach(const std::filesystem::path& path);
    void openNextMap();
    void warnOfTwoPlaces(const std::filesystem::path& path);
    void showError(const QString& title, const Error& error);

    Places m_places;
    ImportController m_import;
    std::vector<std::filesystem::path> m_volumesOfImport;
    std::vector<std::filesystem::path> m_mapsOfImport; ///< To be shown once it is done.
    std::vector<std::filesystem::path> m_maps;         ///< To be shown one after the other.
};

} // namespace fovea
