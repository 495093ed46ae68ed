#include "app/studies/studyItems.h"

#include "app/studies/StudyPanel.h"
#include "app/studies/StudyTree.h"
#include "app/studies/patientName.h"
#include "app/text/names.h"
#include "viewer/decimalText.h"

#include <QDate>
#include <QLocale>

namespace fovea {

namespace {

QString text(const std::string& utf8)
{
    return QString::fromStdString(utf8);
}

QString dateText(const std::string& dicomDate)
{
    const QDate date = QDate::fromString(text(dicomDate), QStringLiteral("yyyyMMdd"));
    return date.isValid() ? QLocale().toString(date, QLocale::ShortFormat) : QString();
}

QTreeWidgetItem* seriesItem(const SeriesRecord& series)
{
    const QString description = series.description.empty()
                                    ? StudyPanel::tr("Series %1").arg(series.number)
                                    : text(series.description);
    auto* item = new QTreeWidgetItem(
        {description, StudyPanel::tr("%n slice(s)", nullptr, series.sliceCount)});
    item->setData(0, StudyTree::SeriesIdRole, qint64(series.id));
    item->setToolTip(0, StudyPanel::tr("%1 × %2 × %3 voxels, %4 mm between slices")
                            .arg(series.size[0])
                            .arg(series.size[1])
                            .arg(series.size[2])
                            .arg(decimalText(series.spacingMm[2], 2)));
    if (series.hasLabelMap)
        item->setText(1, item->text(1) + StudyPanel::tr(", segmented"));
    return item;
}

/// "● Effusions" behind the date, and which regions in the tooltip.
void showMarks(QTreeWidgetItem& item, const std::vector<SearchMark>& marks)
{
    if (marks.empty())
        return;
    QStringList names;
    QStringList lines;
    for (const SearchMark& mark : marks) {
        names << text(mark.searchName);
        lines << StudyPanel::tr("Marked by “%1”: %2, score %3.")
                     .arg(text(mark.searchName), anatomyName(mark.anatomyId),
                          QLocale().toString(mark.score, 'f', 3));
    }
    item.setText(1, StudyPanel::tr("%1  ● %2", "date of a study, searches that marked it")
                        .arg(item.text(1), names.join(QStringLiteral(", ")))
                        .trimmed());
    if (!item.toolTip(1).isEmpty())
        lines.prepend(item.toolTip(1));
    item.setToolTip(1, lines.join(QLatin1Char('\n')));
    QFont font = item.font(1);
    font.setBold(true);
    item.setFont(1, font);
}

/// "#teaching ✎" behind the date, the whole of it in tooltips.
void showNote(QTreeWidgetItem& item, const StudyNote& note)
{
    QString behind;
    QStringList lines;
    for (const std::string& tag : note.tags)
        behind += QStringLiteral("  #") + text(tag);
    if (!note.tags.empty())
        lines << StudyPanel::tr("Tags: %1").arg(behind.trimmed());
    if (!note.note.empty()) {
        behind += QStringLiteral("  ✎");
        lines << text(note.note);
    }
    if (behind.isEmpty())
        return;
    item.setText(1, (item.text(1) + behind).trimmed());
    item.setToolTip(1, lines.join(QLatin1Char('\n')));
}

} // namespace

QTreeWidgetItem* studyItem(const ListedStudy& listed, const std::vector<SearchMark>& marks)
{
    const StudyRecord& study = listed.study;
    QString name = patientName(study.patient);
    if (!study.patient.patientId.empty())
        name += QStringLiteral(" · ") + text(study.patient.patientId);
    auto* item = new QTreeWidgetItem({name, dateText(study.date)});
    item->setData(0, StudyIdRole, qint64(study.id));
    item->setData(0, StudyReadRole, listed.note.isRead);
    QFont font = item->font(0);
    font.setBold(!listed.note.isRead);
    item->setFont(0, font);
    const QString unread = listed.note.isRead ? QString() : StudyPanel::tr("Unread");
    const QString description = text(study.description);
    item->setToolTip(0, unread.isEmpty() || description.isEmpty()
                            ? unread + description
                            : description + QLatin1Char('\n') + unread);
    showNote(*item, listed.note);
    showMarks(*item, marks);
    for (const SeriesRecord& series : listed.series)
        item->addChild(seriesItem(series));
    return item;
}

} // namespace fovea
