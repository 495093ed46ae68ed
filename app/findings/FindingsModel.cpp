#include "app/findings/FindingsModel.h"

#include "app/findings/readingText.h"
#include "app/text/names.h"

#include <algorithm>
#include <utility>

namespace fovea {

namespace {

using Row = QList<QStandardItem*>;

Row newRow(const QString& name, const std::string& anatomyId, bool above,
           const std::optional<double>& probability, const ArchivePlace& place)
{
    Row row{new QStandardItem(name), new QStandardItem(probabilityText(probability)),
            new QStandardItem(percentileText(place)), new QStandardItem};
    for (QStandardItem* item : row) {
        item->setEditable(false);
        item->setData(QString::fromStdString(anatomyId), FindingsModel::AnatomyIdRole);
        item->setData(above, FindingsModel::AboveRole);
        if (probability)
            item->setData(*probability, FindingsModel::ScoreRole);
        if (place.percentile)
            item->setData(*place.percentile, FindingsModel::PercentileRole);
    }
    row[FindingsModel::PercentileColumn]->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row[FindingsModel::VerdictColumn]->setTextAlignment(Qt::AlignCenter);
    return row;
}

Row findingRow(const FindingReading& reading)
{
    const QString name = findingName(reading.findingId, reading.displayName);
    const Row row = newRow(isOwnFinding(reading.findingId)
                               ? FindingsModel::tr("%1 (own)", "a finding of the site").arg(name)
                               : name,
                           reading.anatomyId, reading.above(), reading.probability, reading.place);
    for (QStandardItem* item : row) {
        item->setData(QString::fromStdString(reading.findingId), FindingsModel::FindingIdRole);
        item->setToolTip(readingLines(reading).join(QLatin1Char('\n')));
    }
    return row;
}

Row anatomyRow(const AnatomyReading& anatomy)
{
    const Row row = newRow(anatomyName(anatomy.anatomyId), anatomy.anatomyId, anatomy.above(),
                           anatomy.abnormality, anatomy.unusual);
    row[FindingsModel::PercentileColumn]->setText(unusualText(anatomy.unusual));
    for (QStandardItem* item : row) {
        item->setToolTip(anatomyLines(anatomy).join(QLatin1Char('\n')));
        QFont font = item->font();
        font.setBold(true);
        item->setFont(font);
    }
    return row;
}

void showVerdict(QStandardItem& item, const VerdictRecord* verdict)
{
    const Verdict said = verdict ? verdict->verdict : Verdict::Open;
    item.setData(int(said), FindingsModel::VerdictRole);
    QString text;
    QString spoken;
    if (said == Verdict::Accepted) {
        text = QStringLiteral("✓");
        spoken = FindingsModel::tr("accepted");
    } else if (said == Verdict::Rejected) {
        text = QStringLiteral("✗");
        spoken = FindingsModel::tr("rejected");
    }
    if (verdict && !verdict->comment.empty())
        text += QStringLiteral("…");
    item.setText(text);
    item.setData(spoken, Qt::AccessibleTextRole);
    if (verdict)
        item.setToolTip(QString::fromStdString(verdict->comment));
}

} // namespace

FindingsModel::FindingsModel(QObject* parent)
    : QStandardItemModel(parent)
{
    clearReadings();
}

void FindingsModel::clearReadings()
{
    clear();
    setHorizontalHeaderLabels({tr("Finding"), tr("Probability"), tr("Pct."), tr("✓")});
    horizontalHeaderItem(PercentileColumn)
        ->setToolTip(tr("Percentile among the other studies in the archive"));
    horizontalHeaderItem(VerdictColumn)->setToolTip(tr("Verdict of the reader"));
}

void FindingsModel::setReadings(const std::vector<AnatomyReading>& anatomies,
                                const VerdictMap& verdicts)
{
    clearReadings();
    for (const AnatomyReading& anatomy : anatomies) {
        const Row row = anatomyRow(anatomy);
        for (const FindingReading& reading : anatomy.findings)
            row.first()->appendRow(findingRow(reading));
        appendRow(row);
    }
    setVerdicts(verdicts);
    showDoubts();
}

void FindingsModel::setDoubts(std::map<std::string, AnatomyDoubt> doubts)
{
    if (doubts == m_doubts)
        return;
    m_doubts = std::move(doubts);
    showDoubts();
}

void FindingsModel::showDoubts()
{
    const auto show = [this](QStandardItem& cell) {
        const auto doubt = m_doubts.find(cell.data(AnatomyIdRole).toString().toStdString());
        const QString before = cell.data(DoubtRole).toString();
        const QString now = doubt == m_doubts.end() ? QString() : doubt->second.text;
        QString tip = cell.toolTip();
        if (!before.isEmpty()) // It stands at the end.
            tip.chop(before.size() + 1);
        cell.setToolTip(now.isEmpty() ? tip : tip + QLatin1Char('\n') + now);
        cell.setData(now, DoubtRole);
    };
    for (int top = 0; top < rowCount(); ++top) {
        QStandardItem* anatomy = item(top);
        for (const int column : {NameColumn, ProbabilityColumn, PercentileColumn}) {
            show(*item(top, column));
            for (int n = 0; n < anatomy->rowCount(); ++n)
                show(*anatomy->child(n, column));
        }
        const auto doubt = m_doubts.find(anatomy->data(AnatomyIdRole).toString().toStdString());
        anatomy->setIcon(doubt == m_doubts.end() ? QIcon() : checkIcon(doubt->second.check));
        for (int n = 0; n < anatomy->rowCount(); ++n)
            anatomy->child(n)->setIcon(anatomy->icon());
    }
}

void FindingsModel::setVerdicts(const VerdictMap& verdicts)
{
    for (int top = 0; top < rowCount(); ++top) {
        const QStandardItem* anatomy = item(top);
        for (int n = 0; n < anatomy->rowCount(); ++n) {
            QStandardItem* cell = anatomy->child(n, VerdictColumn);
            const auto found = verdicts.find(*keyOf(cell->index()));
            showVerdict(*cell, found == verdicts.end() ? nullptr : &found->second);
        }
    }
}

std::optional<FindingKey> FindingsModel::keyOf(const QModelIndex& index)
{
    const QString finding = index.data(FindingIdRole).toString();
    if (finding.isEmpty())
        return std::nullopt;
    return FindingKey{index.data(AnatomyIdRole).toString().toStdString(), finding.toStdString()};
}

QModelIndex FindingsModel::indexOf(const FindingKey& key) const
{
    for (int top = 0; top < rowCount(); ++top) {
        for (int n = 0; n < item(top)->rowCount(); ++n) {
            const QModelIndex row = item(top)->child(n)->index();
            if (keyOf(row) == key)
                return row;
        }
    }
    return {};
}

} // namespace fovea
