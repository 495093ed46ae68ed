#include "app/catalogs/TrialView.h"

#include <QDate>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace fovea {

namespace {

constexpr int SeriesIdRole = Qt::UserRole + 1;

QString number(const std::optional<double>& value)
{
    return value ? QLocale().toString(*value, 'f', 3) : QStringLiteral("–");
}

QString dateText(const std::string& date)
{
    const QDate day = QDate::fromString(QString::fromStdString(date), QStringLiteral("yyyyMMdd"));
    return day.isValid() ? QLocale().toString(day, QLocale::ShortFormat) : TrialView::tr("undated");
}

QStringList summaryLines(const PromptTrial& trial)
{
    QStringList lines{TrialView::tr("%n study(ies) of the archive have this anatomy.", nullptr,
                                    int(trial.studies))};
    if (trial.threshold)
        lines << TrialView::tr("Above the threshold %1: %2 before, %3 after (%4 newly above, %5 no "
                               "longer).")
                     .arg(number(trial.threshold))
                     .arg(trial.aboveBefore)
                     .arg(trial.aboveAfter)
                     .arg(trial.crossedUp)
                     .arg(trial.crossedDown);
    else
        lines << TrialView::tr("No threshold applies to compare with.");
    if (trial.aucAfter)
        lines << TrialView::tr(
                     "AUC against readers' verdicts (%1 accepted, %2 rejected): %3 before, "
                     "%4 after.")
                     .arg(trial.accepted)
                     .arg(trial.rejected)
                     .arg(number(trial.aucBefore), number(trial.aucAfter));
    else
        lines << TrialView::tr(
                     "No AUC: it needs accepted and rejected findings; there are %1 and %2.")
                     .arg(trial.accepted)
                     .arg(trial.rejected);
    return lines;
}

} // namespace

TrialView::TrialView(QWidget* parent)
    : QWidget(parent)
    , m_summary(new QLabel(this))
    , m_studies(new QTreeWidget(this))
{
    m_summary->setObjectName(QStringLiteral("trialSummary"));
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_studies->setObjectName(QStringLiteral("trialStudies"));
    m_studies->setAccessibleName(tr("Studies whose score changes most"));
    m_studies->setHeaderLabels({tr("Study"), tr("Before"), tr("After"), tr("Change")});
    m_studies->setRootIsDecorated(false);
    m_studies->setUniformRowHeights(true);
    m_studies->header()->setStretchLastSection(false);
    m_studies->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_summary);
    layout->addWidget(m_studies, 1);
    connect(m_studies, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem* item) {
        Q_EMIT seriesChosen(item->data(0, SeriesIdRole).toLongLong());
    });
    showText({});
}

void TrialView::showText(const QString& text)
{
    m_studies->clear();
    m_studies->hide();
    m_summary->setText(text);
}

void TrialView::show(const PromptTrial& trial)
{
    m_studies->clear();
    for (const TriedStudy& study : trial.largest) {
        const std::optional<double> change =
            study.before ? std::optional(study.after - *study.before) : std::nullopt;
        auto* item = new QTreeWidgetItem(
            {dateText(study.studyDate), number(study.before), number(study.after), number(change)});
        item->setData(0, SeriesIdRole, qint64(study.seriesId));
        item->setToolTip(0, tr("Double click: opens this study."));
        for (const int column : {1, 2, 3})
            item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        m_studies->addTopLevelItem(item);
    }
    m_studies->setVisible(!trial.largest.empty());
    m_summary->setText(summaryLines(trial).join(QLatin1Char('\n')));
}

} // namespace fovea
