#include "app/models/segmentationText.h"

#include "app/text/errorText.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace fovea {

namespace {

struct SegmentationText {
    Q_DECLARE_TR_FUNCTIONS(fovea::SegmentationText)
};

QString argument(const Error& error, std::size_t n)
{
    return n < error.arguments.size() ? QString::fromStdString(error.arguments[n]) : QString();
}

} // namespace

QString licenceText(const SegmentationFacts& facts)
{
    switch (facts.licence) {
    case SegmentationLicence::Stated:
        return SegmentationText::tr("“%1”, as its files say.")
            .arg(QString::fromStdString(facts.statedLicence));
    case SegmentationLicence::OpenTotal:
        return SegmentationText::tr(
            "Apache-2.0, as TotalSegmentator states of these weights. Its files say nothing.");
    case SegmentationLicence::PerhapsOpen:
        return SegmentationText::tr("Licence not stated. TotalSegmentator's model of this number "
                                    "is under Apache-2.0.");
    case SegmentationLicence::PerhapsRestricted:
        return SegmentationText::tr("Licence not stated. TotalSegmentator's model of this number "
                                    "needs a licence and is free for non-commercial use only.");
    case SegmentationLicence::NotStated:
        break;
    }
    return SegmentationText::tr("Licence not stated.");
}

QString licenceWord(const SegmentationFacts& facts)
{
    switch (facts.licence) {
    case SegmentationLicence::Stated: {
        constexpr qsizetype shown = 24;
        const QString text = QString::fromStdString(facts.statedLicence);
        return text.size() > shown ? text.first(shown) + QStringLiteral("…") : text;
    }
    case SegmentationLicence::OpenTotal:
        return QStringLiteral("Apache-2.0");
    case SegmentationLicence::PerhapsRestricted:
        return SegmentationText::tr("may need a licence");
    case SegmentationLicence::PerhapsOpen:
    case SegmentationLicence::NotStated:
        break;
    }
    return SegmentationText::tr("licence not stated");
}

QString spacingText(const Vec3& spacingMm)
{
    const auto number = [](double mm) { return QLocale().toString(mm, 'g', 4); };
    if (spacingMm[0] == spacingMm[1] && spacingMm[1] == spacingMm[2])
        return SegmentationText::tr("%1 mm").arg(number(spacingMm[0]));
    return SegmentationText::tr("%1 × %2 × %3 mm")
        .arg(number(spacingMm[2]), number(spacingMm[1]), number(spacingMm[0]));
}

QString segmenterProblem(const Error& error)
{
    switch (error.code) {
    case ErrorCode::ModelNotFound:
        return SegmentationText::tr("There is no segmentation network in “%1”: an nnU-Net has a "
                                    "plans.json, a dataset.json and fold_0/checkpoint_final.pth.")
            .arg(argument(error, 0));
    case ErrorCode::ModelBroken:
        return SegmentationText::tr("The segmentation network cannot be used: %1: %2.")
            .arg(argument(error, 0), argument(error, 1));
    case ErrorCode::AmbiguousRequest:
        return SegmentationText::tr("“%1” holds several networks. Choose the folder of one.")
            .arg(argument(error, 0));
    default:
        return errorText(error);
    }
}

} // namespace fovea
