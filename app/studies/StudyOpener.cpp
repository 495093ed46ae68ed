#include "app/studies/StudyOpener.h"

#include "app/Dialogs.h"
#include "app/Settings.h"
#include "app/StatusLine.h"
#include "app/edit/EditDesk.h"
#include "app/study/StudySession.h"
#include "app/text/errorText.h"
#include "app/text/notes.h"
#include "app/work/sampleStudy.h"
#include "storage/VolumeFile.h"

#include <QFileInfo>
#include <QMimeData>
#include <QUrl>

#include <algorithm>
#include <iterator>
#include <utility>

namespace fovea {

StudyOpener::StudyOpener(const Places& places, QObject* parent)
    : QObject(parent)
    , m_places(places)
    , m_import(places.archive)
{
    connectImport();
    for (const auto signal : {&StudySession::labelsShown, &StudySession::labelsMissing})
        connect(&m_places.session, signal, this, &StudyOpener::openNextMap);
    connect(&m_places.session, &StudySession::failed, this, [this](StudySession::Step step) {
        if (step == StudySession::Step::Labels)
            openNextMap(); // What was wrong with this one says the window.
        else if (step == StudySession::Step::Open)
            m_maps.clear();
    });
}

void StudyOpener::connectImport()
{
    connect(&m_import, &ImportController::started, this,
            [this] { m_places.status.showBusy(tr("Importing…"), true); });
    connect(&m_places.status, &StatusLine::cancelRequested, &m_import, &ImportController::cancel);
    connect(&m_import, &ImportController::progressed, &m_places.status, &StatusLine::setProgress);
    connect(&m_import, &ImportController::finished, this, &StudyOpener::showImported);
    connect(&m_import, &ImportController::failed, this, [this](const Error& error) {
        m_places.status.showIdle();
        m_mapsOfImport.clear();
        Q_EMIT archiveChanged();
        if (error.code == ErrorCode::Cancelled)
            Q_EMIT told(tr("The import was cancelled. Studies taken before stay in the archive."));
        else
            showError(tr("Import"), error);
    });
}

void StudyOpener::showImported(ImportSummary summary)
{
    m_places.status.showIdle();
    Q_EMIT archiveChanged();
    m_maps = std::exchange(m_mapsOfImport, {});
    const auto& open = m_places.session.series();
    if (!summary.seriesIds.empty()) {
        show(summary.seriesIds.front());
    } else if (open) {
        if (summary.labelMapsTaken > 0)
            show(open->series.id); // With its new segmentation.
        else
            openNextMap();
    } else {
        for (const std::filesystem::path& map : std::exchange(m_maps, {}))
            summary.leftOut.push_back(
                {map, makeError(ErrorCode::NotInArchive, {"referenced series"})});
    }
    // After the series is opening, which clears what was said of another.
    for (const std::filesystem::path& volume : std::exchange(m_volumesOfImport, {}))
        warnOfTwoPlaces(volume);
    const QString text = ImportController::summaryText(summary);
    const bool nothingFound = summary.seriesIds.empty() && summary.labelMapsTaken == 0 &&
                              summary.labelMapsAlreadyThere == 0;
    if (!summary.leftOut.empty() || nothingFound) {
        m_places.dialogs.showMessage(&m_places.window, tr("Import"), text,
                                     ImportController::leftOutText(summary));
    } else {
        Q_EMIT told(QString(text).replace(QLatin1Char('\n'), QLatin1Char(' ')));
    }
}

void StudyOpener::showError(const QString& title, const Error& error)
{
    m_places.dialogs.showError(&m_places.window, title, errorText(error), errorDetails(error));
}

void StudyOpener::importItems(const std::vector<std::filesystem::path>& items,
                              std::vector<std::filesystem::path> maps)
{
    if (m_import.isRunning()) {
        Q_EMIT told(tr("Another import is running. Wait until it is done, or cancel it."));
        return;
    }
    m_mapsOfImport = std::move(maps);
    m_volumesOfImport.clear();
    std::ranges::copy_if(items, std::back_inserter(m_volumesOfImport), isVolumeFileName);
    m_import.start(items);
}

void StudyOpener::openSegmentation(const std::filesystem::path& path)
{
    if (m_places.edit.mayLeave(&m_places.window))
        attach(path);
}

void StudyOpener::attach(const std::filesystem::path& path)
{
    m_places.session.attachLabels(path);
    warnOfTwoPlaces(path);
}

void StudyOpener::warnOfTwoPlaces(const std::filesystem::path& path)
{
    m_places.archive.run<double>(
        this,
        [path](StudyDatabase&, const Progress&) -> Result<double> {
            return niftiPlacesApartMm(path);
        },
        [this](Result<double> apartMm) {
            if (apartMm && *apartMm > 0)
                Q_EMIT warned(twoPlacesText(*apartMm));
        });
}

void StudyOpener::openNextMap()
{
    if (m_maps.empty())
        return;
    const std::filesystem::path next = m_maps.front();
    m_maps.erase(m_maps.begin());
    attach(next);
}

void StudyOpener::openSeries(qint64 seriesId)
{
    m_maps.clear();
    show(seriesId);
}

void StudyOpener::show(qint64 seriesId)
{
    if (!m_places.edit.mayLeave(&m_places.window)) {
        m_maps.clear();
        return;
    }
    Q_EMIT seriesWanted(seriesId);
    m_places.session.open(seriesId);
}

void StudyOpener::openSample()
{
    m_places.status.showBusy(tr("Making the sample study…"), false);
    m_places.archive.run<SampleStudy>(
        this,
        [&catalog = m_places.catalog](StudyDatabase& database, const Progress& progress) {
            return ensureSampleStudy(database, catalog, progress);
        },
        [this](Result<SampleStudy> sample) {
            m_places.status.showIdle();
            if (!sample) {
                showError(tr("Sample study"), sample.error());
                return;
            }
            Q_EMIT archiveChanged();
            openSeries(sample->seriesId);
        },
        [this](double fraction) { m_places.status.setProgress(fraction); });
}

void StudyOpener::askForFolder()
{
    const auto folder = m_places.dialogs.askFolder(&m_places.window, tr("Open a folder with a CT"),
                                                   m_places.settings.lastFolder());
    if (!folder)
        return;
    m_places.settings.setLastFolder(*folder);
    importItems({folder->toStdString()});
}

void StudyOpener::askForFile()
{
    const auto chosen = m_places.dialogs.askFile(
        &m_places.window, tr("Import a file"), m_places.settings.lastFolder(),
        tr("All files") + QStringLiteral(" (*);;") + tr("Zip files") +
            QStringLiteral(" (*.zip);;") + tr("DICOM files") +
            QStringLiteral(" (*.dcm *.ima DICOMDIR);;") + tr("Research volumes") +
            QStringLiteral(" (*.nii *.nii.gz *.nrrd *.nhdr *.mha *.mhd)"));
    if (!chosen)
        return;
    m_places.settings.setLastFolder(QFileInfo(*chosen).path());
    importItems({chosen->toStdString()});
}

void StudyOpener::askForSegmentation(bool folder)
{
    const QString title = tr("Open a segmentation of this series");
    const QString start = m_places.settings.lastFolder();
    const auto path =
        folder ? m_places.dialogs.askFolder(&m_places.window, title, start)
               : m_places.dialogs.askFile(
                     &m_places.window, title, start,
                     tr("Segmentations") +
                         QStringLiteral(" (*.nii *.nii.gz *.nrrd *.seg.nrrd *.mha *.dcm);;") +
                         tr("All files") + QStringLiteral(" (*)"));
    if (path)
        openSegmentation(path->toStdString());
}

bool StudyOpener::openDropped(const QMimeData& dropped)
{
    std::vector<std::filesystem::path> items;
    std::vector<std::filesystem::path> maps;
    for (const QUrl& url : dropped.urls()) {
        if (!url.isLocalFile())
            continue;
        const std::filesystem::path path = url.toLocalFile().toStdString();
        (isVolumeFileName(path) ? maps : items).push_back(path);
    }
    if (items.empty() && maps.empty())
        return false;
    if (!items.empty()) {
        importItems(items, std::move(maps));
    } else if (!m_places.session.series()) {
        importItems(maps);
    } else if (m_places.edit.mayLeave(&m_places.window)) {
        m_maps = std::move(maps);
        openNextMap();
    }
    return true;
}

} // namespace fovea
