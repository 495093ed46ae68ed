#include "app/findings/reportDraft.h"

#include "app/text/names.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace fovea {

namespace {

struct DraftText {
    Q_DECLARE_TR_FUNCTIONS(fovea::ReportDraft)
};

/// The reader's words with a full stop; empty where there are none.
QString commentText(const VerdictRecord& verdict)
{
    QString text = QString::fromStdString(verdict.comment).trimmed();
    if (!text.isEmpty() && !text.endsWith(QLatin1Char('.')))
        text += QLatin1Char('.');
    return text;
}

/// By the catalog; what it does not know comes last.
std::vector<AnatomyReading> inOrder(const AnatomyCatalog& catalog,
                                    std::vector<AnatomyReading> readings)
{
    const auto place = [&](const AnatomyReading& reading) {
        return std::ranges::find(catalog.anatomies(), reading.anatomyId, &Anatomy::id) -
               catalog.anatomies().begin();
    };
    std::ranges::stable_sort(readings, {}, place);
    return readings;
}

} // namespace

QString reportDraft(const AnatomyCatalog& catalog, const std::vector<AnatomyReading>& readings,
                    const VerdictMap& verdicts)
{
    QStringList findings;
    QStringList impression;
    for (const AnatomyReading& anatomy : inOrder(catalog, readings)) {
        QStringList sentences;
        for (const FindingReading& reading : anatomy.findings) {
            const auto verdict = verdicts.find(reading.key());
            if (verdict == verdicts.end() || verdict->second.verdict != Verdict::Accepted)
                continue;
            const QString name = findingName(reading.findingId, reading.displayName);
            sentences << name + QLatin1Char('.');
            if (const QString comment = commentText(verdict->second); !comment.isEmpty())
                sentences << comment;
            impression << DraftText::tr("%1. %2 (%3).")
                              .arg(QString::number(impression.size() + 1), name,
                                   anatomyName(reading.anatomyId));
        }
        if (!sentences.isEmpty())
            findings << DraftText::tr("%1: %2").arg(anatomyName(anatomy.anatomyId),
                                                    sentences.join(QLatin1Char(' ')));
    }
    if (findings.isEmpty())
        return {};
    const QString line(QLatin1Char('\n'));
    return DraftText::tr("DRAFT. Lists only findings that a reader accepted; to be completed, "
                         "checked and signed.") +
           line + line + DraftText::tr("FINDINGS") + line + findings.join(line) + line + line +
           DraftText::tr("IMPRESSION") + line + impression.join(line) + line;
}

} // namespace fovea
