#include "app/studies/ImportController.h"

#include "app/text/errorText.h"
#include "app/work/ImportSource.h"

namespace fovea {

ImportController::ImportController(const Archive& archive, QObject* parent)
    : QObject(parent)
    , m_archive(archive)
{
}

void ImportController::start(const std::filesystem::path& folder)
{
    if (m_running)
        return;
    m_running = true;
    Q_EMIT started();
    m_task = m_archive.run<ImportSummary>(
        this,
        [folder](StudyDatabase& database, const Progress& progress) -> Result<ImportSummary> {
            auto source = ImportSource::open(folder, database.folder(), progress.part(0.0, 0.4));
            if (!source)
                return source.error();
            auto summary = source->importInto(database, ImportMode::Copy, progress.part(0.4, 1.0));
            if (!summary)
                return summary.error();
            if (summary->seriesIds.empty() && summary->labelMapsTaken == 0 &&
                summary->leftOut.empty())
                return makeError(ErrorCode::NoCtFound, {folder.string()});
            return summary;
        },
        [this](Result<ImportSummary> summary) {
            m_running = false;
            if (summary)
                Q_EMIT finished(*summary);
            else
                Q_EMIT failed(summary.error());
        },
        [this](double fraction) { Q_EMIT progressed(fraction); });
}

void ImportController::cancel()
{
    m_task.cancel();
}

QString ImportController::summaryText(const ImportSummary& summary)
{
    QStringList lines;
    if (summary.seriesIds.empty() && summary.labelMapsTaken == 0)
        lines << tr("No CT series was found.");
    else {
        lines << tr("%n series", nullptr, int(summary.seriesIds.size())) + QStringLiteral(", ") +
                     tr("%n image(s) taken", nullptr, summary.instancesTaken);
    }
    if (summary.instancesAlreadyThere > 0)
        lines << tr("%n image(s) were already in the archive.", nullptr,
                    summary.instancesAlreadyThere);
    if (summary.labelMapsTaken > 0)
        lines << tr("%n segmentation(s) taken.", nullptr, summary.labelMapsTaken);
    if (!summary.leftOut.empty())
        lines << tr("%n file(s) left out; the details say why.", nullptr,
                    int(summary.leftOut.size()));
    return lines.join(QLatin1Char('\n'));
}

QString ImportController::leftOutText(const ImportSummary& summary)
{
    QStringList lines;
    for (const LeftOutFile& file : summary.leftOut) {
        const QString path = QString::fromStdString(file.path.string());
        const QString reason = errorText(file.reason);
        lines << (reason.contains(path) ? reason : path + QStringLiteral(": ") + reason);
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace fovea
