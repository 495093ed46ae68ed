#include "app/studies/ImportController.h"

#include "app/text/errorText.h"
#include "app/work/ImportSource.h"
#include "app/work/leftOutGroups.h"

#include <algorithm>
#include <iterator>

namespace fovea {

namespace {

/// Whether the other items of an import may well go on after it.
bool concernsItem(ErrorCode code)
{
    return code == ErrorCode::FileNotFound || code == ErrorCode::FileNotReadable ||
           code == ErrorCode::BrokenFile || code == ErrorCode::UnsupportedPixels ||
           code == ErrorCode::ValueOutOfRange;
}

Result<ImportSummary> importItems(StudyDatabase& database,
                                  const std::vector<std::filesystem::path>& items,
                                  const Progress& progress)
{
    constexpr double reading = 0.4; // Of the time.
    std::vector<ImportSource> sources;
    std::vector<LeftOutFile> leftOut;
    for (std::size_t n = 0; n < items.size(); ++n) {
        const auto share = [&](std::size_t done) {
            return reading * static_cast<double>(done) / static_cast<double>(items.size());
        };
        auto source =
            ImportSource::open(items[n], database.folder(), progress.part(share(n), share(n + 1)));
        if (source)
            sources.push_back(std::move(*source));
        else if (items.size() > 1 && concernsItem(source.error().code))
            leftOut.push_back({items[n], source.error()});
        else
            return source.error();
    }
    auto summary = ImportSource::importAll(database, std::move(sources), ImportMode::Copy,
                                           progress.part(reading, 1.0));
    if (!summary)
        return summary.error();
    std::ranges::move(leftOut, std::back_inserter(summary->leftOut));
    if (summary->seriesIds.empty() && summary->labelMapsTaken == 0 &&
        summary->labelMapsAlreadyThere == 0 && summary->leftOut.empty())
        return makeError(ErrorCode::NoCtFound, {items.front().string()});
    return summary;
}

} // namespace

ImportController::ImportController(const Archive& archive, QObject* parent)
    : QObject(parent)
    , m_archive(archive)
{
}

void ImportController::start(const std::vector<std::filesystem::path>& items)
{
    if (m_running || items.empty())
        return;
    m_running = true;
    Q_EMIT started();
    m_task = m_archive.run<ImportSummary>(
        this,
        [items](StudyDatabase& database, const Progress& progress) {
            return importItems(database, items, progress);
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
    const bool anyMap = summary.labelMapsTaken > 0 || summary.labelMapsAlreadyThere > 0;
    if (summary.instancesTaken > 0) {
        lines << tr("%n series", nullptr, int(summary.seriesIds.size())) + QStringLiteral(", ") +
                     tr("%n image(s) taken", nullptr, summary.instancesTaken);
    } else if (summary.seriesIds.empty() && !anyMap) {
        lines << tr("No CT series was found.");
    } else if (summary.labelMapsTaken == 0) {
        lines << tr("Nothing was changed: the archive has all of this already.");
    }
    if (summary.instancesAlreadyThere > 0)
        lines << tr("%n image(s) were already in the archive.", nullptr,
                    summary.instancesAlreadyThere);
    if (summary.labelMapsTaken > 0)
        lines << tr("%n segmentation(s) taken.", nullptr, summary.labelMapsTaken);
    if (summary.labelMapsAlreadyThere > 0)
        lines << tr("%n segmentation(s) were already in the archive.", nullptr,
                    summary.labelMapsAlreadyThere);
    if (!summary.leftOut.empty())
        lines << tr("%n file(s) left out; the details say why.", nullptr,
                    int(summary.leftOut.size()));
    return lines.join(QLatin1Char('\n'));
}

QString ImportController::leftOutText(const ImportSummary& summary)
{
    QStringList lines;
    for (const LeftOutGroup& group : groupLeftOut(summary.leftOut)) {
        const QString path = QString::fromStdString(group.first->path.string());
        const QString reason = errorText(group.first->reason);
        QString line = reason.contains(path) ? reason : path + QStringLiteral(": ") + reason;
        if (group.count > 1)
            line += QLatin1Char(' ') +
                    tr("(and %n more for this reason)", nullptr, int(group.count - 1));
        lines << line;
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace fovea
