#include "app/findings/FindingsModel.h"

#include "app/text/names.h"

#include <algorithm>

namespace fovea {

namespace {

double shown(const Finding& finding)
{
    return finding.calibrated.value_or(finding.score);
}

QString number(double score)
{
    return QString::number(score, 'f', 2);
}

QString tooltip(const Finding& finding)
{
    QStringList lines;
    lines << FindingsModel::tr("Raw score: %1").arg(QString::number(finding.score, 'f', 3));
    if (finding.threshold) {
        lines << FindingsModel::tr("Read against the model's threshold: %1")
                     .arg(QString::number(*finding.threshold, 'f', 3));
    }
    if (finding.calibrated) {
        lines << FindingsModel::tr("Calibrated probability: %1")
                     .arg(QString::number(*finding.calibrated, 'f', 3));
    } else {
        lines << FindingsModel::tr("Not calibrated: the score is not a probability.");
    }
    return lines.join(QLatin1Char('\n'));
}

QList<QStandardItem*> row(const QString& name, const QString& anatomyId, double score,
                          bool calibrated)
{
    auto* nameItem = new QStandardItem(name);
    auto* scoreItem = new QStandardItem(number(score));
    scoreItem->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    for (QStandardItem* item : {nameItem, scoreItem}) {
        item->setEditable(false);
        item->setData(anatomyId, FindingsModel::AnatomyIdRole);
        item->setData(score, FindingsModel::ScoreRole);
        item->setData(calibrated, FindingsModel::CalibratedRole);
    }
    return {nameItem, scoreItem};
}

QList<QStandardItem*> findingRow(const Finding& finding, const QString& anatomyId)
{
    const bool above = finding.threshold && finding.score > *finding.threshold;
    auto items = row(findingName(finding.findingId, finding.displayName), anatomyId, shown(finding),
                     finding.calibrated.has_value());
    for (QStandardItem* item : items) {
        item->setData(QString::fromStdString(finding.findingId), FindingsModel::FindingIdRole);
        item->setData(above, FindingsModel::AboveRole);
        if (finding.threshold)
            item->setData(*finding.threshold, FindingsModel::ThresholdRole);
        item->setToolTip(tooltip(finding));
    }
    return items;
}

} // namespace

FindingsModel::FindingsModel(QObject* parent)
    : QStandardItemModel(parent)
{
    clearAnalysis();
}

void FindingsModel::clearAnalysis()
{
    clear();
    setHorizontalHeaderLabels({tr("Anatomy and finding"), tr("Score")});
}

void FindingsModel::setAnalysis(const StudyAnalysis& analysis)
{
    clearAnalysis();
    for (const AnatomyScore& anatomy : rankAnatomies(analysis.findings)) {
        std::vector<const Finding*> findings;
        for (const Finding& f : analysis.findings) {
            if (f.anatomyId == anatomy.anatomyId)
                findings.push_back(&f);
        }
        std::ranges::stable_sort(findings, std::ranges::greater{},
                                 [](const Finding* f) { return shown(*f); });

        const QString id = QString::fromStdString(anatomy.anatomyId);
        auto items =
            row(anatomyName(anatomy.anatomyId), id, anatomy.abnormality, anatomy.calibrated);
        const bool above = std::ranges::any_of(
            findings, [](const Finding* f) { return f->threshold && f->score > *f->threshold; });
        for (QStandardItem* item : items) {
            item->setData(above, AboveRole);
            QFont font = item->font();
            font.setBold(true);
            item->setFont(font);
        }
        for (const Finding* f : findings)
            items.first()->appendRow(findingRow(*f, id));
        appendRow(items);
    }
}

} // namespace fovea
