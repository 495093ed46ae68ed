#include "app/export/reportSections.h"

#include "app/export/researchNotice.h"
#include "app/findings/readingText.h"
#include "app/studies/patientName.h"
#include "app/text/names.h"
#include "app/text/structureName.h"
#include "viewer/decimalText.h"
#include "viewer/measure/measureTexts.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>
#include <QStringList>

#include <cmath>

namespace fovea {

namespace {

struct Report {
    Q_DECLARE_TR_FUNCTIONS(fovea::ResultsReport)
};

QString text(const std::string& utf8)
{
    return QString::fromStdString(utf8).trimmed().toHtmlEscaped();
}

QString dateText(const std::string& dicomDate)
{
    const QDate date =
        QDate::fromString(QString::fromStdString(dicomDate), QStringLiteral("yyyyMMdd"));
    return date.isValid() ? QLocale().toString(date, QLocale::ShortFormat) : text(dicomDate);
}

/// With room above: QTextDocument ignores the margin of what follows a table.
QString heading(const QString& title)
{
    return QStringLiteral("<p style=\"font-size: 3pt\">&nbsp;</p><h2>%1</h2>")
        .arg(title.toHtmlEscaped());
}

/// A row of cells that are HTML already.
QString row(const QStringList& cells, const char* tag = "td")
{
    const QString element = QLatin1String(tag);
    QString html = QStringLiteral("<tr>");
    for (const QString& cell : cells)
        html += QStringLiteral("<%1>%2</%1>").arg(element, cell);
    return html + QStringLiteral("</tr>");
}

QString table(const QStringList& titles, const QString& rows)
{
    QStringList escaped;
    for (const QString& title : titles)
        escaped << title.toHtmlEscaped();
    return QStringLiteral("<table class=\"list\" width=\"100%\" cellspacing=\"0\" "
                          "cellpadding=\"3\"><thead>%1</thead><tbody>%2</tbody></table>")
        .arg(row(escaped, "th"), rows);
}

/// Two columns: what it is, what it says. Lines without a value are left out.
QString facts(const QList<std::pair<QString, QString>>& lines)
{
    QString rows;
    for (const auto& [name, value] : lines) {
        if (!value.isEmpty())
            rows += QStringLiteral("<tr><td class=\"name\">%1</td><td>%2</td></tr>")
                        .arg(name.toHtmlEscaped(), value);
    }
    return QStringLiteral("<table cellspacing=\"0\" cellpadding=\"2\">%1</table>").arg(rows);
}

QString sexText(const std::string& sex)
{
    if (sex == "F")
        return Report::tr("female");
    if (sex == "M")
        return Report::tr("male");
    return text(sex);
}

QString verdictText(const VerdictRecord* record)
{
    if (!record)
        return {};
    QStringList parts;
    if (record->verdict == Verdict::Accepted)
        parts << Report::tr("accepted").toHtmlEscaped();
    else if (record->verdict == Verdict::Rejected)
        parts << Report::tr("rejected").toHtmlEscaped();
    if (!record->comment.empty())
        parts << text(record->comment);
    return parts.join(QStringLiteral(": "));
}

/// Whether the report says anything of it: a probability that means something, or a reader's word.
bool isReported(const FindingReading& reading, const StudyResults& results)
{
    return reading.probability || results.verdictOn(reading.key());
}

QString findingRow(const FindingReading& reading, const StudyResults& results)
{
    QString name = findingName(reading.findingId, reading.displayName).toHtmlEscaped();
    if (reading.above())
        name = QStringLiteral("<b>%1</b>").arg(name);
    return row({anatomyName(reading.anatomyId).toHtmlEscaped(), name,
                reading.probability ? probabilityText(reading.probability).toHtmlEscaped()
                                    : QStringLiteral("–"),
                reading.probability ? referenceText(reading).toHtmlEscaped() : QString(),
                verdictText(results.verdictOn(reading.key()))});
}

} // namespace

QString patientSection(const StudyResults& results, const ReportOptions& options)
{
    const StudyRecord& study = results.study;
    QList<std::pair<QString, QString>> lines;
    if (options.namesPatient) {
        lines << std::pair(Report::tr("Patient"), patientName(study.patient).toHtmlEscaped())
              << std::pair(Report::tr("Patient ID"), text(study.patient.patientId))
              << std::pair(Report::tr("Date of birth"), dateText(study.patient.birthDate))
              << std::pair(Report::tr("Sex"), sexText(study.patient.sex))
              << std::pair(Report::tr("Study date"), dateText(study.date))
              << std::pair(Report::tr("Accession number"), text(study.accessionNumber));
    } else {
        lines << std::pair(Report::tr("Patient"), Report::tr("not named").toHtmlEscaped());
    }
    const SeriesRecord& series = results.series;
    lines << std::pair(Report::tr("Study"), text(study.description))
          << std::pair(Report::tr("Series"), text(series.description))
          << std::pair(Report::tr("Kernel"), text(series.convolutionKernel))
          << std::pair(Report::tr("Scanner"),
                       text(series.manufacturer + " " + series.scannerModel));
    if (series.sliceCount > 0 && series.spacingMm[0] > 0)
        lines << std::pair(Report::tr("Slices"), Report::tr("%1, voxels of %2 × %3 × %4 mm")
                                                     .arg(QString::number(series.sliceCount),
                                                          decimalText(series.spacingMm[0], 2),
                                                          decimalText(series.spacingMm[1], 2),
                                                          decimalText(series.spacingMm[2], 2))
                                                     .toHtmlEscaped());
    return facts(lines);
}

QString findingsSection(const StudyResults& results)
{
    if (results.readings.empty() && results.skipped.empty())
        return {};
    QString rows;
    int unsaid = 0;
    for (const AnatomyReading& anatomy : results.readings) {
        for (const FindingReading& reading : anatomy.findings) {
            if (isReported(reading, results))
                rows += findingRow(reading, results);
            else
                ++unsaid;
        }
    }
    QString html = heading(Report::tr("Findings of the model"));
    html += QStringLiteral("<p>%1</p>")
                .arg(Report::tr("Probabilities are the model's, not a diagnosis; those above the "
                                "threshold are bold. A reader's verdict stands beside them.")
                         .toHtmlEscaped());
    if (!rows.isEmpty())
        html += table({Report::tr("Anatomy"), Report::tr("Finding"), Report::tr("Probability"),
                       Report::tr("Calibrated on"), Report::tr("Reader")},
                      rows);
    if (unsaid > 0)
        html += QStringLiteral("<p>%1</p>")
                    .arg(Report::tr("%n further findings have no probability that means anything "
                                    "on this study, and no verdict.",
                                    nullptr, unsaid)
                             .toHtmlEscaped());
    QStringList skipped;
    for (const SkippedAnatomy& one : results.skipped)
        skipped << anatomyName(one.anatomyId).toHtmlEscaped();
    if (!skipped.isEmpty())
        html += QStringLiteral("<p>%1</p>")
                    .arg(Report::tr("Not scored, because not segmented or too small: %1.")
                             .arg(skipped.join(QStringLiteral(", "))));
    return html;
}

QString measuresSection(const StudyResults& results)
{
    QString rows;
    int number = 0;
    for (const MeasureResult& result : results.measures) {
        QStringList values;
        for (const QString& line : measureValueLines(result.measure.kind, result.values))
            values << line.toHtmlEscaped();
        rows +=
            row({QString::number(++number), measureKindName(result.measure.kind).toHtmlEscaped(),
                 values.join(QStringLiteral("<br>")), text(result.measure.text)});
    }
    if (rows.isEmpty())
        return {};
    return heading(Report::tr("Measurements")) +
           table({Report::tr("No."), Report::tr("Kind"), Report::tr("Value"), Report::tr("Text")},
                 rows);
}

QString volumesSection(const StudyResults& results)
{
    QString rows;
    bool cut = false;
    bool doubtful = false;
    for (const StructureResult& result : results.structures) {
        QString name = structureName(result.structure).toHtmlEscaped();
        if (result.check.isDoubtful())
            name += QStringLiteral(" †");
        cut = cut || result.check.atBorder;
        doubtful = doubtful || result.check.isDoubtful();
        const double volume = result.measure.volumeMl;
        rows += row({name,
                     (result.check.atBorder ? QStringLiteral("≥ ") : QString()) +
                         decimalText(volume, volume < 10    ? 2
                                             : volume < 100 ? 1
                                                            : 0),
                     decimalText(result.measure.meanHu, 0), decimalText(result.measure.sdHu, 0)});
    }
    if (rows.isEmpty())
        return {};
    QString html =
        heading(Report::tr("Volumes")) + table({Report::tr("Structure"), Report::tr("Volume (ml)"),
                                                Report::tr("Mean HU"), Report::tr("SD HU")},
                                               rows);
    if (cut)
        html +=
            QStringLiteral("<p>%1</p>")
                .arg(
                    Report::tr("≥: the structure reaches the border of the scan.").toHtmlEscaped());
    if (doubtful)
        html += QStringLiteral("<p>%1</p>")
                    .arg(Report::tr("†: place, size or certainty speak against this "
                                    "segmentation; it should be looked at.")
                             .toHtmlEscaped());
    return html;
}

QString picturesSection(const std::vector<KeyPicture>& pictures)
{
    if (pictures.empty())
        return {};
    constexpr double widest = 310; // Two of them fit beside each other, in CSS pixels.
    QString html = QStringLiteral("<table width=\"100%\" cellspacing=\"0\" cellpadding=\"4\">");
    for (std::size_t i = 0; i < pictures.size(); i += 2) {
        html += QStringLiteral("<tr>");
        for (std::size_t j = i; j < std::min(i + 2, pictures.size()); ++j) {
            const QSize size = pictures[j].slice.image.size().scaled(int(widest), int(widest),
                                                                     Qt::KeepAspectRatio);
            // The heading stands in the first cell, so that it stays with its pictures.
            html += QStringLiteral("<td width=\"50%\" valign=\"bottom\">%1<img src=\"key:%2\" "
                                   "width=\"%3\" height=\"%4\"><br>%5</td>")
                        .arg(j == 0 ? heading(Report::tr("Key images")) : QString())
                        .arg(j)
                        .arg(size.width())
                        .arg(size.height())
                        .arg(pictures[j].caption.toHtmlEscaped());
        }
        html += QStringLiteral("</tr>");
    }
    return html + QStringLiteral("</table>");
}

QString modelSection(const StudyResults& results, const ReportOptions& options)
{
    QList<std::pair<QString, QString>> lines;
    if (results.model) {
        const QDateTime analysed =
            QDateTime::fromString(QString::fromStdString(results.model->analysedAt), Qt::ISODate);
        lines << std::pair(Report::tr("Model"), text(results.model->name))
              << std::pair(Report::tr("Fingerprint"), text(results.model->fingerprint))
              << std::pair(Report::tr("Calibrated on"),
                           calibrationName(results.model->calibratedOn).toHtmlEscaped())
              << std::pair(Report::tr("Analyzed"),
                           analysed.isValid()
                               ? QLocale().toString(analysed.toLocalTime(), QLocale::ShortFormat)
                               : QString());
    }
    if (results.labelMap)
        lines << std::pair(Report::tr("Segmentation"), text(results.labelMap->label));
    lines << std::pair(Report::tr("Written"),
                       QLocale().toString(options.writtenAt, QLocale::ShortFormat))
          << std::pair(Report::tr("Program"),
                       QStringLiteral("Fovea %1").arg(options.softwareVersion.toHtmlEscaped()));
    QString html = heading(Report::tr("How this was made")) + facts(lines);
    if (results.model && results.model->demo)
        html += QStringLiteral("<p><b>%1</b></p>")
                    .arg(Report::tr("The demo model was trained on synthetic chests alone: its "
                                    "findings mean nothing on a patient.")
                             .toHtmlEscaped());
    return html + QStringLiteral("<p>%1</p>").arg(researchNotice().toHtmlEscaped());
}

QString researchNotice()
{
    return Report::tr("Research software, not a medical device. Not for diagnosis or treatment.");
}

} // namespace fovea
