#include "app/text/tuningText.h"

#include "app/text/names.h"

#include <QCoreApplication>

namespace fovea {

namespace {

struct TuningText {
    Q_DECLARE_TR_FUNCTIONS(fovea::TuningText)
};

QString argument(const TuningProblem& problem, std::size_t n)
{
    return n < problem.arguments.size() ? QString::fromStdString(problem.arguments[n]) : QString();
}

int numberOf(const TuningProblem& problem, std::size_t n)
{
    return argument(problem, n).toInt();
}

/// "Pleural effusion (Lung)"
QString findingOf(const std::string& anatomyId, const std::string& findingId)
{
    return TuningText::tr("%1 (%2)", "a finding and its anatomy")
        .arg(findingName(findingId), anatomyName(anatomyId));
}

QString findingOf(const TuningProblem& problem, std::size_t first)
{
    return findingOf(argument(problem, first).toStdString(),
                     argument(problem, first + 1).toStdString());
}

QString splitOf(const TuningProblem& problem, std::size_t n)
{
    for (std::size_t s = 0; s < TuningSplits; ++s) {
        if (argument(problem, n) == QLatin1String(tuningSplitId(static_cast<TuningSplit>(s))))
            return tuningSplitName(static_cast<TuningSplit>(s));
    }
    return argument(problem, n);
}

QString rowOf(const TuningProblem& problem)
{
    bool isLine = false;
    argument(problem, 0).toLongLong(&isLine);
    return isLine ? TuningText::tr("Line %1").arg(argument(problem, 0)) : argument(problem, 0);
}

QString p(const std::optional<double>& value)
{
    if (!value)
        return QStringLiteral("–");
    return *value < 0.001 ? TuningText::tr("below 0.001") : QString::number(*value, 'f', 3);
}

QString fromTo(const TuningConcern& concern)
{
    const Change& change = concern.change;
    return TuningText::tr("%1 before, %2 after, p %3")
        .arg(QString::number(change.before, 'f', 3), QString::number(change.after, 'f', 3),
             p(change.adjusted ? change.adjusted : change.p));
}

} // namespace

QString tuningSplitName(TuningSplit split)
{
    switch (split) {
    case TuningSplit::Training:
        return TuningText::tr("training");
    case TuningSplit::Validation:
        return TuningText::tr("validation");
    case TuningSplit::Test:
        break;
    }
    return TuningText::tr("test");
}

QString tuningProblemText(const TuningProblem& problem)
{
    using Code = TuningProblem::Code;
    const QString first = argument(problem, 0);
    switch (problem.code) {
    case Code::NoSeries:
        return TuningText::tr("Study %1 has no CT series and is left out.").arg(first);
    case Code::NoLabelMap:
        return TuningText::tr("Study %1 has no segmentation and is left out.").arg(first);
    case Code::SeriesUnreadable:
        return TuningText::tr("The images of study %1 cannot be read; it is left out.").arg(first);
    case Code::DuplicateStudy:
        return TuningText::tr("Study %1 has the same images as study %2 and is left out.")
            .arg(first, argument(problem, 1));
    case Code::StudyWithoutReport:
        return TuningText::tr("Study %1 has no report.").arg(first);
    case Code::ReportNotUnderstood:
        return TuningText::tr("No anatomy was recognized in the report of study %1.").arg(first);
    case Code::StudyWithoutLabels:
        return TuningText::tr("Nothing is known of any finding in study %1; it is left out.")
            .arg(first);
    case Code::LabelsDisagree:
        return TuningText::tr("Study %1: report, labels and verdicts do not agree on %2.")
            .arg(first, findingOf(problem, 1));
    case Code::StudyWithoutSplit:
        return TuningText::tr("The split does not name study %1; it is left out.").arg(first);
    case Code::PatientInTwoSplits:
        if (numberOf(problem, 1) == 0)
            return TuningText::tr("The patient of study %1 was in another split before.")
                .arg(first);
        return TuningText::tr("Studies %1 and %2 are of one patient and in two splits.")
            .arg(argument(problem, 1), first);
    case Code::RowWithoutStudy:
        return TuningText::tr("%1: no study has this accession number or StudyInstanceUID.")
            .arg(rowOf(problem));
    case Code::RowAmbiguous:
        return TuningText::tr("%1: several studies have this accession number; it is not used.")
            .arg(rowOf(problem));
    case Code::RowRepeated:
        return TuningText::tr("%1: a later one is of the same study, and counts instead.")
            .arg(rowOf(problem));
    case Code::PhantomsAmongPatients:
        return TuningText::tr("There are synthetic chests (%1) among the studies of patients (%2).")
            .arg(first, argument(problem, 1));
    case Code::NothingKnown:
        return TuningText::tr("%1: no study says anything of it.").arg(findingOf(problem, 0));
    case Code::OneSided:
        return (argument(problem, 2) == QLatin1String("present")
                    ? TuningText::tr("%1: all of the studies that are known have it (%2).")
                    : TuningText::tr("%1: none of the studies that are known has it (%2)."))
            .arg(findingOf(problem, 0), argument(problem, 3));
    case Code::TooFewCases:
        return TuningText::tr("%1: too few studies for %2 (with it %3, without it %4; at least %5 "
                              "of each).")
            .arg(findingOf(problem, 0), splitOf(problem, 2), argument(problem, 3),
                 argument(problem, 4), argument(problem, 5));
    case Code::TooFewStudies:
        return TuningText::tr("Too few studies for %1: %2 of at least %3.")
            .arg(splitOf(problem, 0), argument(problem, 1), argument(problem, 2));
    }
    return {};
}

QString tuningConcernText(const TuningConcern& concern)
{
    using Code = TuningConcern::Code;
    const QString finding = findingOf(concern.key.anatomyId, concern.key.findingId);
    const QString where = concern.benchmark ? TuningText::tr("on the benchmark")
                                            : TuningText::tr("on the test studies");
    switch (concern.code) {
    case Code::AucWorse:
        return TuningText::tr("%1: AUC significantly worse %2 (%3).")
            .arg(finding, where, fromTo(concern));
    case Code::MeanAucWorse:
        return TuningText::tr("Mean AUC significantly worse %1 (%2).").arg(where, fromTo(concern));
    case Code::CalibrationWorse:
        return TuningText::tr("%1: calibration error significantly worse %2 (%3).")
            .arg(finding, where, fromTo(concern));
    case Code::RetrievalWorse:
        return TuningText::tr("Searches find significantly less %1 (recall at 10: %2).")
            .arg(where, fromTo(concern));
    case Code::CasesLost:
        return TuningText::tr("%1: no score any more for %n case(s) %2.", nullptr, concern.count)
            .arg(finding, where);
    case Code::NothingJudged:
        return TuningText::tr("There are too few studies to tell whether the model is worse.");
    case Code::TooFewCases:
        return TuningText::tr("%1: too few cases %2 to compare (%n of the rarer class).", nullptr,
                              concern.count)
            .arg(finding, where);
    case Code::NewFinding:
        return TuningText::tr("%1 is new: nothing to compare with %2.").arg(finding, where);
    case Code::CalibrationElsewhere:
        return TuningText::tr("The probabilities of %n finding(s) are fitted to this site and no "
                              "longer hold on the benchmark.",
                              nullptr, concern.count);
    }
    return {};
}

} // namespace fovea
