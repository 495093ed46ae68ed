#include "app/export/StudyTablesExport.h"

#include "app/Dialogs.h"
#include "app/study/Archive.h"
#include "app/text/errorText.h"

#include <QDir>
#include <QLabel>
#include <QStatusBar>
#include <QToolButton>

#include <utility>

namespace fovea {

StudyTablesExport::StudyTablesExport(const Workplace& workplace, QStatusBar& bar, QWidget& window)
    : QObject(&window)
    , m_workplace(workplace)
    , m_window(window)
    , m_label(new QLabel(&bar))
    , m_stop(new QToolButton(&bar))
{
    m_label->setObjectName(QStringLiteral("exportingTables"));
    m_label->setTextFormat(Qt::PlainText);
    m_stop->setObjectName(QStringLiteral("stopExportingTables"));
    m_stop->setText(tr("Stop"));
    m_stop->setToolTip(tr("Stop exporting tables; nothing is written"));
    bar.addPermanentWidget(m_label);
    bar.addPermanentWidget(m_stop);
    m_label->hide();
    m_stop->hide();
    connect(m_stop, &QToolButton::clicked, this, [this] {
        m_stopped = true;
        m_task.cancel();
    });
}

void StudyTablesExport::begin(const ExportRequest& asked, FindStudies find,
                              std::optional<ResultsModel> model)
{
    if (m_running)
        return;
    ExportRequest request = asked;
    const auto there = filesThere(request, StudyResults());
    if (!there.empty() &&
        !m_workplace.dialogs.confirm(
            &m_window, tr("Export tables"),
            tr("“%1” is there already. Replace it?")
                .arg(QDir::toNativeSeparators(QString::fromStdString(there.front().string()))),
            tr("Replace")))
        return;
    request.overwrite = !there.empty();
    setRunning(true);
    using Studies = std::vector<std::int64_t>;
    m_task = m_workplace.archive.run<Studies>(
        this,
        [find = std::move(find)](StudyDatabase& database, const Progress& progress) {
            return find(database, progress);
        },
        [this, request, model = std::move(model)](Result<Studies> studies) {
            if (!studies)
                fail(studies.error());
            else if (m_stopped)
                fail(makeError(ErrorCode::Cancelled));
            else
                write(request, std::move(*studies), model);
        },
        {}, TaskRunner::Pool::Save);
}

void StudyTablesExport::write(const ExportRequest& request, std::vector<std::int64_t> studies,
                              std::optional<ResultsModel> model)
{
    m_task = m_workplace.archive.run<StudyTablesWritten>(
        this,
        [request, studies = std::move(studies), model = std::move(model),
         &catalog = m_workplace.catalog](StudyDatabase& database, const Progress& progress) {
            return exportStudyTables(database, studies, catalog, model, request, progress);
        },
        [this, request](const Result<StudyTablesWritten>& written) {
            if (written)
                finish(request, *written);
            else
                fail(written.error());
        },
        [this](double fraction) { showProgress(fraction); });
}

void StudyTablesExport::finish(const ExportRequest& request, const StudyTablesWritten& written)
{
    setRunning(false);
    const QString text =
        tr("Tables of %n series written to %1", nullptr, int(written.series))
            .arg(QDir::toNativeSeparators(QString::fromStdString(request.folder.string())));
    if (written.leftOut.empty()) {
        Q_EMIT told(text);
        return;
    }
    QStringList reasons;
    for (const LeftOutSeries& series : written.leftOut)
        reasons << tr("Series %1: %2").arg(series.seriesId).arg(errorText(series.reason));
    m_workplace.dialogs.showMessage(
        &m_window, tr("Export tables"),
        text + QLatin1Char('\n') +
            tr("%n series could not be read and are missing in them; the details say why.", nullptr,
               int(written.leftOut.size())),
        reasons.join(QLatin1Char('\n')));
}

void StudyTablesExport::fail(const Error& error)
{
    setRunning(false);
    if (error.code == ErrorCode::Cancelled)
        Q_EMIT told(tr("The export was cancelled; nothing was written."));
    else
        m_workplace.dialogs.showError(&m_window, tr("Export tables"), errorText(error),
                                      errorDetails(error));
}

void StudyTablesExport::setRunning(bool running)
{
    m_running = running;
    m_stopped = false;
    m_label->setVisible(running);
    m_stop->setVisible(running);
    showProgress(0.0);
    Q_EMIT runningChanged();
}

void StudyTablesExport::showProgress(double fraction)
{
    m_label->setText(tr("Exporting tables: %1 %").arg(int(fraction * 100)));
}

} // namespace fovea
