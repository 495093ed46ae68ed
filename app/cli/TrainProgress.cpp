#include "app/cli/TrainProgress.h"

#include "app/cli/Table.h"
#include "app/text/durationText.h"

namespace fovea {

Progress TrainProgress::progress()
{
    // A line of another text each time: Console shows a text's first fraction at once, so that what
    // it says is asked for only as often as it would be drawn.
    const Progress plain = m_context.progress(tr("Training"));
    return Progress(m_context.stopToken(), [this, plain](double fraction) {
        if (m_status)
            m_context.progress(text()).report(fraction);
        else
            plain.report(fraction);
    });
}

QString TrainProgress::text() const
{
    const QString left =
        m_status->secondsLeft ? durationText(*m_status->secondsLeft) : QStringLiteral("–");
    return tr("Training, epoch %1 of %2, loss %3, %4 left:")
        .arg(m_status->epoch)
        .arg(m_status->epochs)
        .arg(number(m_status->loss, 3), left);
}

} // namespace fovea
