#include "app/studies/StudyOpener.h"

#include "app/Dialogs.h"
#include "app/Settings.h"
#include "app/StatusLine.h"
#include "app/edit/EditDesk.h"
#include "app/study/StudySession.h"
#include "app/text/errorText.h"
#include "app/work/sampleStudy.h"
#include "storage/VolumeFile.h"

#include <QMimeData>
#include <QUrl>

namespace fovea {

StudyOpener::StudyOpener(const Places& places, QObject* parent)
    : QObject(parent)
    , m_places(places)
    , m_import(places.archive)
{
    connectImport();
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
        Q_EMIT archiveChanged();
        if (error.code != ErrorCode::Cancelled)
            showError(tr("Import"), error);
    });
}

void StudyOpener::showImported(const ImportSummary& summary)
{
    m_places.status.showIdle();
    Q_EMIT archiveChanged();
    const auto& open = m_places.session.series();
    if (!summary.seriesIds.empty())
        openSeries(summary.seriesIds.front());
    else if (summary.labelMapsTaken > 0 && open)
        openSeries(open->series.id); // With its new segmentation.
    const bool nothingTaken = summary.seriesIds.empty() && summary.labelMapsTaken == 0;
    if (!summary.leftOut.empty() || nothingTaken) {
        m_places.dialogs.showMessage(&m_places.window, tr("Import"),
                                     ImportController::summaryText(summary),
                                     ImportController::leftOutText(summary));
    }
}

void StudyOpener::showError(const QString& title, const Error& error)
{
    m_places.dialogs.showError(&m_places.window, title, errorText(error), errorDetails(error));
}

void StudyOpener::importFolder(const std::filesystem::path& folder)
{
    m_import.start(folder);
}

void StudyOpener::openSegmentation(const std::filesystem::path& path)
{
    if (m_places.edit.mayLeave(&m_places.window))
        m_places.session.attachLabels(path);
}

void StudyOpener::openSeries(qint64 seriesId)
{
    if (!m_places.edit.mayLeave(&m_places.window))
        return;
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
    importFolder(folder->toStdString());
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
    for (const QUrl& url : dropped.urls()) {
        if (!url.isLocalFile())
            continue;
        const std::filesystem::path path = url.toLocalFile().toStdString();
        // A volume file next to an open series is its segmentation; all else is imported.
        if (m_places.session.series() && isVolumeFileName(path))
            openSegmentation(path);
        else
            importFolder(path);
        return true;
    }
    return false;
}

} // namespace fovea
