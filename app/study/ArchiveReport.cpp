#include "app/study/ArchiveReport.h"

#include "app/Dialogs.h"
#include "app/text/errorText.h"

#include <QLabel>
#include <QStatusBar>

#include <algorithm>
#include <iterator>

namespace fovea {

ArchiveReport::ArchiveReport(QStatusBar& bar)
    : QObject(&bar)
    , m_label(new QLabel(&bar))
{
    m_label->setObjectName(QStringLiteral("archiveReport"));
    m_label->setProperty("alarming", true);
    m_label->setTextFormat(Qt::PlainText);
    m_label->hide();
    bar.addPermanentWidget(m_label);
}

void ArchiveReport::watch(const ArchiveQueue& queue, const QString& what)
{
    m_watched.push_back({&queue, what});
    connect(&queue, &ArchiveQueue::failed, this, [this](const Error& error) {
        m_error = error;
        show();
    });
    connect(&queue, &ArchiveQueue::recovered, this, &ArchiveReport::show);
}

std::vector<ArchiveReport::Watched> ArchiveReport::failing() const
{
    std::vector<Watched> found;
    std::ranges::copy_if(m_watched, std::back_inserter(found),
                         [](const Watched& watched) { return watched.queue->isFailing(); });
    return found;
}

void ArchiveReport::show()
{
    QStringList names;
    for (const Watched& watched : failing())
        names << watched.what;
    m_label->setText(names.isEmpty()
                         ? QString()
                         : tr("Not saved, trying again: %1. %2")
                               .arg(names.join(QStringLiteral(", ")), errorText(m_error)));
    m_label->setVisible(!names.isEmpty());
}

bool ArchiveReport::mayClose(Dialogs& dialogs, QWidget* parent) const
{
    QStringList names;
    for (const Watched& watched : failing())
        names << tr("%1 (%2)").arg(watched.what).arg(watched.queue->waitingCount());
    if (names.isEmpty())
        return true; // What is still on its way is written at the latest when its queue goes.
    return dialogs.confirm(parent, tr("Archive"),
                           tr("What was changed could not be saved and will be lost: %1.")
                               .arg(names.join(QStringLiteral(", "))),
                           tr("Close anyway"));
}

} // namespace fovea
