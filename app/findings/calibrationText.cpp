#include "app/findings/calibrationText.h"

#include "app/findings/readingText.h"
#include "viewer/decimalText.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace fovea {

namespace {

struct CalibrationText {
    Q_DECLARE_TR_FUNCTIONS(fovea::CalibrationText)
};

} // namespace

QString errorEstimate(double value, const std::optional<Interval>& interval)
{
    if (!interval)
        return decimalText(value, 3);
    return QStringLiteral("%1 (%2–%3)")
        .arg(decimalText(value, 3), decimalText(interval->low, 3), decimalText(interval->high, 3));
}

QString outcomeSentence(const CalibratedFinding* finding)
{
    if (!finding)
        return CalibrationText::tr("No labels.");
    switch (finding->outcome) {
    case CalibratedFinding::Outcome::Calibrated:
        return CalibrationText::tr("Can be calibrated.");
    case CalibratedFinding::Outcome::TooFewLabels:
        return CalibrationText::tr("Too few labels: %1 present and %2 absent, where %3 of each are "
                                   "needed.")
            .arg(finding->positives)
            .arg(finding->negatives)
            .arg(fewestLabelsPerClass);
    case CalibratedFinding::Outcome::ScoreMisleads:
        return CalibrationText::tr("The score does not rise with the labels.");
    case CalibratedFinding::Outcome::NotFitted:
        break;
    }
    return CalibrationText::tr("No fit was found.");
}

QString inUseSentence(const std::optional<SiteCalibration>& kept, const PackageFacts& package)
{
    if (kept) {
        const auto when =
            QDateTime::fromString(QString::fromStdString(kept->fittedAt), Qt::ISODate);
        return CalibrationText::tr("In use: this site's own calibration of %n finding(s), fitted "
                                   "%1.",
                                   nullptr, int(kept->findings.size()))
            .arg(QLocale().toString(when.toLocalTime(), QLocale::ShortFormat));
    }
    if (package.numbers.empty())
        return CalibrationText::tr("In use: none. The model's package has no calibration.");
    return CalibrationText::tr("In use: the package's own calibration, fitted on %1.")
        .arg(calibrationName(package.calibratedOn));
}

} // namespace fovea
