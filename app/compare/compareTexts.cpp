#include "app/compare/compareTexts.h"

#include "viewer/viewerTexts.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>
#include <QStringList>

#include <cmath>

namespace fovea {

namespace {

struct CompareText {
    Q_DECLARE_TR_FUNCTIONS(fovea::CompareText)
};

QString dateText(const StudyRecord& study)
{
    const QDate date =
        QDate::fromString(QString::fromStdString(study.date), QStringLiteral("yyyyMMdd"));
    return date.isValid() ? QLocale().toString(date, QLocale::ShortFormat) : QString();
}

/// Offsets below this are none that anyone could see.
constexpr double LeastMm = 0.05;

QString signedMm(double mm)
{
    const double shown = std::abs(mm) < 10 ? std::round(mm * 10) / 10 : std::round(mm);
    const QString number = QLocale().toString(std::abs(shown), 'g', 6);
    //: An offset along the scroll axis; %1 is its sign.
    return CompareText::tr("%1%2 mm").arg(shown < 0 ? QChar(0x2212) : QLatin1Char('+')).arg(number);
}

} // namespace

QString intervalText(const StudyRecord& open, const StudyRecord& compared)
{
    const auto days = daysBetween(compared.date, open.date);
    if (!days)
        return {};
    const int apart = std::abs(*days);
    if (apart == 0)
        return CompareText::tr("on the same day");
    const bool earlier = *days > 0;
    if (apart < 61)
        return earlier ? CompareText::tr("%n day(s) earlier", nullptr, apart)
                       : CompareText::tr("%n day(s) later", nullptr, apart);
    const int months = int(std::lround(apart / 30.44));
    if (months < 24)
        return earlier ? CompareText::tr("%n month(s) earlier", nullptr, months)
                       : CompareText::tr("%n month(s) later", nullptr, months);
    const int years = int(std::lround(apart / 365.25));
    return earlier ? CompareText::tr("%n year(s) earlier", nullptr, years)
                   : CompareText::tr("%n year(s) later", nullptr, years);
}

QString comparedText(const StudyRecord& open, const PatientSeries& compared, bool ofPatient)
{
    QStringList when;
    const QString date = dateText(compared.study);
    if (!date.isEmpty())
        when << date;
    const QString interval = ofPatient ? intervalText(open, compared.study) : QString();
    if (!interval.isEmpty())
        when << interval;
    QStringList parts;
    if (!when.isEmpty())
        parts << when.join(QStringLiteral(", "));
    if (!compared.series.description.empty())
        parts << QString::fromStdString(compared.series.description);
    return parts.join(QStringLiteral(" · "));
}

QString noPriorText(NoPrior reason, const std::string& modality)
{
    switch (reason) {
    case NoPrior::NoOtherStudy:
        return CompareText::tr("No prior: the archive has no other study of this patient.");
    case NoPrior::NoStudyDate:
        return CompareText::tr("No prior: the open study has no date, so that nothing is known to "
                               "be earlier.");
    case NoPrior::NoneEarlier:
        return CompareText::tr("No prior: the archive has no earlier study of this patient.");
    case NoPrior::OtherModality:
        return CompareText::tr("No prior: earlier studies of this patient have no series of the "
                               "modality %1.")
            .arg(QString::fromStdString(modality));
    case NoPrior::OtherBodyPart:
        return CompareText::tr("No prior: earlier studies of this patient show other parts of the "
                               "body. One that is selected in the list of studies can be compared "
                               "all the same.");
    case NoPrior::NoVolume:
        return CompareText::tr("No prior: earlier series of this patient have less than three "
                               "slices.");
    }
    return {};
}

QString priorText(const StudyRecord& open, const PatientSeries& prior, std::size_t studies)
{
    const QString what = comparedText(open, prior, true);
    if (studies < 2)
        return CompareText::tr("Prior: %1").arg(what);
    return CompareText::tr("Prior: %1 (the closest match of %n earlier studies)", nullptr,
                           int(studies))
        .arg(what);
}

QString linkText(bool linked, double alongMm)
{
    if (!linked)
        return CompareText::tr("Not linked");
    if (std::abs(alongMm) < LeastMm)
        return CompareText::tr("Linked");
    return CompareText::tr("Linked, %1").arg(signedMm(alongMm));
}

QString linkDetails(const SeriesLink& link, const Vec3& towards, double alongMm)
{
    QStringList lines;
    if (std::abs(alongMm) >= LeastMm) {
        const QString letters =
            QString::fromStdString(orientationLetters(towards * (alongMm < 0 ? -1.0 : 1.0)));
        //: %1: how far; %2: letters of the patient's directions, such as S.
        lines << CompareText::tr("The compared slice lies %1 mm further to %2.")
                     .arg(QLocale().toString(std::abs(alongMm), 'f', 1), letters);
    }
    switch (link.from) {
    case SeriesLink::From::Positions:
        lines << CompareText::tr("Equal positions are side by side.");
        break;
    case SeriesLink::From::Middles:
        lines << CompareText::tr("The two volumes do not overlap: their middles are side by side.");
        break;
    case SeriesLink::From::Hand:
        lines << CompareText::tr("Linked by hand.");
        break;
    case SeriesLink::From::Anatomy:
        lines << CompareText::tr("Linked by %n structure(s) that both segmentations have.", nullptr,
                                 link.anatomy ? link.anatomy->structures : 0);
        break;
    }
    return lines.join(QLatin1Char('\n'));
}

QString otherFrameText(const SeriesLink& link)
{
    switch (link.from) {
    case SeriesLink::From::Positions:
        break;
    case SeriesLink::From::Middles:
        return CompareText::tr("The compared series has another frame of reference and lies "
                               "elsewhere: its middle was put beside the middle. Link two slices "
                               "that belong together.");
    case SeriesLink::From::Hand:
        return CompareText::tr("The compared series has another frame of reference; its slices "
                               "were linked by hand.");
    case SeriesLink::From::Anatomy:
        if (!link.anatomy)
            break;
        return CompareText::tr("The compared series has another frame of reference; its position "
                               "was matched by %n structure(s), typically to within %1 mm.",
                               nullptr, link.anatomy->structures)
            .arg(QLocale().toString(link.anatomy->spreadMm, 'f', 1));
    }
    return CompareText::tr("The compared series has another frame of reference: equal positions "
                           "need not be equal anatomy.");
}

} // namespace fovea
