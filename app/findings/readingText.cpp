#include "app/findings/readingText.h"

#include "viewer/decimalText.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace fovea {

namespace {

struct ReadingText {
    Q_DECLARE_TR_FUNCTIONS(fovea::ReadingText)
};

QString probabilityLine(const FindingReading& reading)
{
    if (isOwnFinding(reading.findingId))
        return ReadingText::tr(
            "Own finding, not calibrated: its percentile alone means something.");
    if (reading.reworded)
        return ReadingText::tr("No probability: asked with this site's prompts, which nothing was "
                               "calibrated with.");
    if (reading.probability)
        return ReadingText::tr("Probability %1, calibrated on %2.")
            .arg(decimalText(*reading.probability, 2), referenceText(reading));
    if (reading.withheld)
        return ReadingText::tr("No probability: the model was calibrated on synthetic chests, and "
                               "this study is not one.");
    return ReadingText::tr("No probability: the model is not calibrated for this finding.");
}

QString percentileLine(const ArchivePlace& place)
{
    if (place.percentile && place.phantoms)
        return ReadingText::tr("Percentile %1 among %n other synthetic chests in the archive.",
                               nullptr, place.studies)
            .arg(std::lround(*place.percentile));
    if (place.phantoms)
        return ReadingText::tr("No percentile: %n other synthetic chests in the archive, %1 are "
                               "needed.",
                               nullptr, place.studies)
            .arg(fewestForPercentile);
    if (place.percentile)
        return ReadingText::tr("Percentile %1 among %n other studies in the archive.", nullptr,
                               place.studies)
            .arg(std::lround(*place.percentile));
    return ReadingText::tr("No percentile: %n other studies in the archive, %1 are needed.",
                           nullptr, place.studies)
        .arg(fewestForPercentile);
}

QString scoreLine(const FindingReading& reading)
{
    if (isOwnFinding(reading.findingId) || reading.reworded)
        return ReadingText::tr("Nearer to its prompts than to their contrary by %1 (cosine).")
            .arg(decimalText(reading.score, 3));
    if (!reading.promptRange)
        return ReadingText::tr("Raw score %1, with one wording.")
            .arg(decimalText(reading.score, 3));
    return ReadingText::tr("Raw score %1; %2 to %3 by wording of the prompt.")
        .arg(decimalText(reading.score, 3), decimalText(reading.promptRange->low, 3),
             decimalText(reading.promptRange->high, 3));
}

QString thresholdLine(const FindingReading& reading)
{
    if (!reading.threshold)
        return ReadingText::tr("No threshold applies.");
    return ReadingText::tr("Threshold of the raw score %1, from %2.")
        .arg(decimalText(*reading.threshold, 3), referenceText(reading));
}

QString unusualLine(const ArchivePlace& place)
{
    if (place.percentile)
        return ReadingText::tr("Unusual: farther from normal than %1 of 100, among %n normal ones "
                               "in the archive.",
                               nullptr, place.studies)
            .arg(std::lround(*place.percentile));
    return ReadingText::tr("How unusual it is cannot be said: %n normal ones in the archive, %1 "
                           "are needed.",
                           nullptr, place.studies)
        .arg(fewestForPercentile);
}

QString scalarText(const ScalarReading& scalar)
{
    const QLocale locale;
    switch (scalar.kind) {
    case ScalarKind::VolumeMl:
        return ReadingText::tr("Volume %1 ml").arg(locale.toString(scalar.value, 'f', 0));
    case ScalarKind::MeanHu:
        return ReadingText::tr("Mean %1 HU").arg(locale.toString(scalar.value, 'f', 0));
    case ScalarKind::LowDensity:
        return ReadingText::tr("%1 % below -950 HU")
            .arg(locale.toString(100.0 * scalar.value, 'f', 1));
    case ScalarKind::HighDensityMl:
        break;
    }
    return ReadingText::tr("%1 ml above 130 HU (calcium only without contrast medium)")
        .arg(locale.toString(scalar.value, 'f', 1));
}

} // namespace

QString calibrationName(const std::string& calibratedOn)
{
    if (calibratedOn == phantomReference)
        return ReadingText::tr("synthetic chests");
    if (calibratedOn == "ct_rate_validation")
        return ReadingText::tr("CT-RATE's validation set with the released fVLM checkpoint");
    if (calibratedOn.empty())
        return ReadingText::tr("studies that the model package does not name");
    return QString::fromStdString(calibratedOn);
}

QString referenceText(const FindingReading& reading)
{
    if (reading.reference == siteReference)
        return ReadingText::tr("this site's %n labels", nullptr, reading.siteLabels);
    return calibrationName(reading.reference);
}

QStringList readingLines(const FindingReading& reading)
{
    return {probabilityLine(reading), percentileLine(reading.place), scoreLine(reading),
            thresholdLine(reading)};
}

QStringList anatomyLines(const AnatomyReading& anatomy)
{
    QStringList lines{unusualLine(anatomy.unusual)};
    for (const ScalarReading& scalar : anatomy.scalars) {
        const QString value = scalarText(scalar);
        lines << (scalar.place.percentile
                      ? ReadingText::tr("%1 (percentile %2 of %n other studies)", nullptr,
                                        scalar.place.studies)
                            .arg(value, QString::number(std::lround(*scalar.place.percentile)))
                      : value);
    }
    return lines;
}

QString readingSummary(const std::vector<AnatomyReading>& anatomies)
{
    QStringList references;
    bool withheld = false;
    bool uncalibrated = false;
    bool above = false;
    bool unusual = false;
    for (const AnatomyReading& anatomy : anatomies) {
        unusual = unusual || anatomy.unusual.percentile;
        for (const FindingReading& reading : anatomy.findings) {
            if (reading.probability && !references.contains(referenceText(reading)))
                references << referenceText(reading);
            withheld = withheld || reading.withheld;
            uncalibrated = uncalibrated || (!reading.probability && !reading.withheld);
            above = above || reading.threshold.has_value();
        }
    }
    QStringList sentences;
    if (!references.isEmpty())
        sentences << ReadingText::tr("Probabilities are calibrated on %1.")
                         .arg(references.join(QStringLiteral("; ")));
    if (withheld)
        sentences << ReadingText::tr("Calibrated on synthetic chests, which says nothing of a "
                                     "patient: no probabilities, no thresholds, only percentiles "
                                     "in the archive.");
    else if (uncalibrated)
        sentences << ReadingText::tr("Findings without a probability are not calibrated: read "
                                     "their percentile in the archive.");
    if (above)
        sentences << ReadingText::tr("▲ above its threshold.");
    if (unusual)
        sentences << ReadingText::tr("U: farther from normal than so many of 100 normal ones in "
                                     "the archive, whatever the finding.");
    return sentences.join(QLatin1Char(' '));
}

QString probabilityText(const std::optional<double>& probability)
{
    return probability ? decimalText(*probability, 2) : QStringLiteral("–");
}

QString percentileText(const ArchivePlace& place)
{
    return place.percentile ? ReadingText::tr("P %1").arg(std::lround(*place.percentile))
                            : QStringLiteral("–");
}

QString unusualText(const ArchivePlace& place)
{
    return place.percentile ? ReadingText::tr("U %1").arg(std::lround(*place.percentile))
                            : QStringLiteral("–");
}

} // namespace fovea
