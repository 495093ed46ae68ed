#include "app/export/ExportDesk.h"

#include "app/Settings.h"
#include "app/StatusLine.h"
#include "app/edit/EditDesk.h"
#include "app/export/exportNotes.h"
#include "app/findings/FindingsDesk.h"
#include "app/keyimages/KeyImages.h"
#include "app/models/ModelService.h"
#include "app/studies/StudyPanel.h"
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

StudyTablesExport::FindStudies these(std::vector<std::int64_t> studies)
{
    return [studies = std::move(studies)](const StudyDatabase&,
                                          const Progress&) -> Result<std::vector<std::int64_t>> {
        return studies;
    };
}

} // namespace

ExportDesk::ExportDesk(const Places& places, QObject* parent)
    : QObject(parent)
    , m_places(places)
    , m_tables(new StudyTablesExport(places.workplace, places.bar, places.window))
    , m_ofStudies(new QAction(tr("&Export tables…"), this))
{
    m_ofStudies->setObjectName(QStringLiteral("exportStudyTables"));
    connect(m_ofStudies, &QAction::triggered, this,
            [this] { ask(tableParts, ExportScope::SelectedStudies); });
    places.studies.addSeriesAction(m_ofStudies);
    connect(&places.studies, &StudyPanel::listed, this, &ExportDesk::updateActions);
    connect(m_tables, &StudyTablesExport::runningChanged, this, &ExportDesk::updateActions);
    connect(m_tables, &StudyTablesExport::told, this, &ExportDesk::told);
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
        return action;
    };
    m_ofSeries << add("exportReport", tr("&Report (PDF)…"), reportParts);
    m_ofTables = add("exportTables", tr("&Tables (CSV, JSON)…"), tableParts);
    m_ofSeries << add("exportDicom", tr("Results as &DICOM…"), dicomParts);
    updateActions();
}

void ExportDesk::updateActions()
{
    const bool series = m_places.session.series().has_value() && !m_running;
    const bool studies = m_places.studies.listedCount() > 0 && !m_tables->isRunning();
    for (QAction* action : m_ofSeries)
        action->setEnabled(series);
    m_ofStudies->setEnabled(studies);
    if (m_ofTables)
        m_ofTables->setEnabled(series || studies);
}

void ExportDesk::ask(const std::set<ExportPart>& chosen, ExportScope scope)
{
    if (m_places.edit.session().isModified()) {
        m_places.workplace.dialogs.showMessage(
            &m_places.window, tr("Export results"),
            tr("The segmentation has corrections that are not saved. Save "
               "or discard them first: what is exported is what is "
               "stored."),
            {});
        return;
    }
    ExportDialog::Offer offer;
    if (m_places.session.series() && !m_running) {
        StudyResults known; // What tells which parts there are; the rest is put together later.
        known.keyImages.resize(m_places.keyImages.entries().size());
        if (m_places.session.labelMap())
            known.labelMap = m_places.session.labelMap()->record;
        offer.possible = possibleParts(known);
    }
    const auto selected = m_places.studies.selectedStudies();
    if (!m_tables->isRunning()) {
        offer.selected = selected.size();
        offer.listed = m_places.studies.listedCount();
    }
    if (offer.possible.empty() && offer.listed == 0)
        return;
    offer.scope = scope;
    if (scope == ExportScope::OpenSeries && offer.possible.empty())
        offer.scope = ExportScope::ListedStudies;
    offer.chosen = chosen;
    offer.folder = m_places.workplace.settings.lastFolder();
    auto* dialog =
        new ExportDialog(offer, m_places.workplace.dialogs, &m_places.window); // Deletes itself.
    // Of the study that was asked about.
    connect(&m_places.session, &StudySession::opening, dialog, &QDialog::close);
    connect(dialog, &ExportDialog::wanted, this,
            [this, selected, listed = m_places.studies.findListed()](const ExportRequest& request,
                                                                     ExportScope of) {
                rememberFolder(request);
                if (of == ExportScope::OpenSeries)
                    begin(request);
                else
                    m_tables->begin(request,
                                    of == ExportScope::ListedStudies ? listed : these(selected),
                                    model());
            });
    dialog->show();
}

void ExportDesk::rememberFolder(const ExportRequest& request)
{
    m_places.workplace.settings.setLastFolder(QString::fromStdString(request.folder.string()));
}

std::optional<ResultsModel> ExportDesk::model() const
{
    const auto& info = m_places.workplace.model.info();
    if (!info)
        return std::nullopt;
    return ResultsModel{info->name, info->fingerprint, info->calibratedOn, info->demo, {}};
}

std::optional<ResultsModel> ExportDesk::speakingModel() const
{
    const auto& analysis = m_places.session.analysis();
    auto used = model();
    if (!analysis || (used && analysis->modelFingerprint != used->fingerprint))
        return std::nullopt;
    return used;
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
