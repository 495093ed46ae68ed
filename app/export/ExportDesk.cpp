#include "app/export/ExportDesk.h"

#include "app/Settings.h"
#include "app/StatusLine.h"
#include "app/edit/EditDesk.h"
#include "app/export/exportNotes.h"
#include "app/findings/FindingsDesk.h"
#include "app/keyimages/KeyImages.h"
#include "app/models/ModelService.h"
#include "app/study/Archive.h"
#include "app/study/StudySession.h"
#include "app/text/errorText.h"
#include "app/work/gatherResults.h"
#include "viewer/ViewState.h"

#include <QAction>
#include <QDir>
#include <QMenu>

#include <utility>

namespace fovea {

namespace {

using Written = std::vector<std::filesystem::path>;

const std::set<ExportPart> reportParts{ExportPart::PdfReport};
const std::set<ExportPart> tableParts{ExportPart::Csv, ExportPart::Json};
const std::set<ExportPart> dicomParts{ExportPart::MeasurementReport, ExportPart::Segmentation,
                                      ExportPart::Captures, ExportPart::KeyObjects,
                                      ExportPart::DicomReport};

} // namespace

ExportDesk::ExportDesk(const Places& places, QObject* parent)
    : QObject(parent)
    , m_places(places)
{
    connect(&places.session, &StudySession::opening, this, &ExportDesk::updateActions);
    connect(&places.session, &StudySession::seriesShown, this, &ExportDesk::updateActions);
    connect(&places.status, &StatusLine::cancelRequested, this, [this] {
        if (m_running && m_places.status.isShowing(m_shown)) {
            m_cancelled = true;
            m_task.cancel();
        }
    });
}

void ExportDesk::fillMenu(QMenu& menu)
{
    const auto add = [&](const char* objectName, const QString& text,
                         const std::set<ExportPart>& parts) {
        QAction* action = menu.addAction(text);
        action->setObjectName(QLatin1String(objectName));
        connect(action, &QAction::triggered, this, [this, parts] { ask(parts); });
        m_actions << action;
    };
    add("exportReport", tr("&Report (PDF)…"), reportParts);
    add("exportTables", tr("&Tables (CSV, JSON)…"), tableParts);
    add("exportDicom", tr("Results as &DICOM…"), dicomParts);
    updateActions();
}

void ExportDesk::updateActions()
{
    for (QAction* action : m_actions)
        action->setEnabled(m_places.session.series().has_value() && !m_running);
}

void ExportDesk::ask(const std::set<ExportPart>& chosen)
{
    if (m_running || !m_places.session.series())
        return;
    if (m_places.edit.session().isModified()) {
        m_places.workplace.dialogs.showMessage(
            &m_places.window, tr("Export results"),
            tr("The segmentation has corrections that are not saved. Save "
               "or discard them first: what is exported is what is "
               "stored."),
            {});
        return;
    }
    StudyResults known; // What tells which parts there are; the rest is put together later.
    known.keyImages.resize(m_places.keyImages.entries().size());
    if (m_places.session.labelMap())
        known.labelMap = m_places.session.labelMap()->record;
    auto* dialog =
        new ExportDialog({possibleParts(known), chosen, m_places.workplace.settings.lastFolder()},
                         m_places.workplace.dialogs, &m_places.window); // Deletes itself.
    // Of the study that was asked about.
    connect(&m_places.session, &StudySession::opening, dialog, &QDialog::close);
    connect(dialog, &ExportDialog::wanted, this, &ExportDesk::begin);
    dialog->show();
}

std::optional<ResultsModel> ExportDesk::speakingModel() const
{
    const auto& info = m_places.workplace.model.info();
    const auto& analysis = m_places.session.analysis();
    if (!info || !analysis || analysis->modelFingerprint != info->fingerprint)
        return std::nullopt;
    return ResultsModel{info->name, info->fingerprint, info->calibratedOn, info->demo, {}};
}

void ExportDesk::begin(const ExportRequest& request)
{
    if (m_running || !m_places.session.series())
        return;
    m_running = true;
    m_cancelled = false;
    updateActions();
    m_shown = tr("Exporting…");
    m_places.status.showBusy(m_shown, true);
    m_places.workplace.settings.setLastFolder(QString::fromStdString(request.folder.string()));
    const SliceCapture look = SliceCapture::of(m_places.view);
    const auto& shownLabels = m_places.session.labelMap();
    const bool isStored = shownLabels && shownLabels->record.id != 0;
    const std::optional<LoadedLabelMap> labels = isStored ? shownLabels : std::nullopt;
    const std::optional<ResultsModel> speaking = speakingModel();
    const std::optional<StudyAnalysis> analysis =
        speaking ? m_places.session.analysis() : std::nullopt;
    // Behind all writes of what a reader did, so that none of it is missing.
    m_task = m_places.workplace.archive.run<ExportMaterial>(
        this,
        [series = *m_places.session.series(), labels, analysis, speaking, look,
         readings = m_places.findings.readings()](StudyDatabase& database,
                                                  const Progress&) -> Result<ExportMaterial> {
            auto results =
                gatherResults(database, {series, labels ? &*labels : nullptr,
                                         analysis ? &*analysis : nullptr, speaking, readings});
            if (!results)
                return results.error();
            return ExportMaterial{std::move(*results), look, labels ? labels->labels : nullptr};
        },
        [this, request](Result<ExportMaterial> material) {
            if (!material)
                fail(material.error());
            else if (m_cancelled)
                fail(makeError(ErrorCode::Cancelled));
            else
                write(request, std::move(*material));
        },
        {}, TaskRunner::Pool::Save);
}

void ExportDesk::write(ExportRequest request, ExportMaterial material)
{
    const auto there = filesThere(request, material.results);
    if (!there.empty()) {
        const bool replace = m_places.workplace.dialogs.confirm(
            &m_places.window, tr("Export results"),
            tr("%n files are there already, “%1” among them. Replace them?", nullptr,
               int(there.size()))
                .arg(QDir::toNativeSeparators(QString::fromStdString(there.front().string()))),
            tr("Replace"));
        if (!replace) {
            end();
            return;
        }
        request.overwrite = true;
    }
    m_task = m_places.workplace.archive.tasks().run<Written>(
        TaskRunner::Pool::Io, this,
        [material = std::move(material), request, &catalog = m_places.workplace.catalog,
         folder =
             m_places.workplace.archive.folder()](const Progress& progress) -> Result<Written> {
            const auto notes = exportNotes(folder, {material.results.study.id});
            if (!notes)
                return notes.error();
            return exportResults(material, catalog, request, *notes, progress);
        },
        [this, request](const Result<Written>& written) { finish(request, written); },
        [this](double fraction) {
            if (m_places.status.isShowing(m_shown))
                m_places.status.setProgress(fraction);
        });
}

void ExportDesk::finish(const ExportRequest& request, const Result<Written>& written)
{
    if (!written) {
        fail(written.error());
        return;
    }
    end();
    Q_EMIT told(
        tr("%n files written to %1", nullptr, int(written->size()))
            .arg(QDir::toNativeSeparators(QString::fromStdString(request.folder.string()))));
}

void ExportDesk::end()
{
    m_running = false;
    if (m_places.status.isShowing(m_shown))
        m_places.status.showIdle();
    updateActions();
}

void ExportDesk::fail(const Error& error)
{
    end();
    if (error.code == ErrorCode::Cancelled)
        Q_EMIT told(tr("The export was cancelled. Files written before stay."));
    else
        m_places.workplace.dialogs.showError(&m_places.window, tr("Export results"),
                                             errorText(error), errorDetails(error));
}

} // namespace fovea
