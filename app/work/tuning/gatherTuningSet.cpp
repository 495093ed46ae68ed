#include "app/work/tuning/StudyEvidences.h"
#include "app/work/tuning/TuningSet.h"
#include "app/work/tuning/givenSplit.h"
#include "app/work/tuning/pastedReports.h"
#include "app/work/tuning/seriesContent.h"
#include "storage/PhantomStudies.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace fovea {

namespace {

using Code = TuningProblem::Code;

class Gathering {
public:
    Gathering(const StudyDatabase& database, const TuningRequest& request, const ReportRules& rules)
        : m_database(database)
        , m_request(request)
        , m_rules(rules)
    {
    }

    Result<TuningSet> gather(const Progress& progress)
    {
        const auto archive = m_database.studies();
        if (!archive)
            return archive.error();
        const StudyFinder finder(*archive);
        const auto pasted = readPastedReports(m_database.folder());
        if (!pasted)
            return pasted.error();
        auto evidences = readEvidences(m_request, *pasted, finder, m_rules);
        if (!evidences)
            return evidences.error();
        m_evidences = std::move(*evidences);
        m_set.problems = std::move(m_evidences.problems);
        auto split = readPatientSplit(m_database.folder(), m_request.seed);
        if (!split)
            return split.error();
        m_set.split = std::move(*split);
        for (const auto& [patient, where] : m_set.split.patients)
            m_set.remembered.insert(patient);
        if (const Status added = addStudies(progress.part(0.0, 0.95)); !added)
            return added.error();
        if (const Status dealt = deal(finder); !dealt)
            return dealt.error();
        m_set.counts = countLabels(m_set.studies, m_request.asked);
        std::ranges::move(labelProblems(m_set.studies, m_set.counts),
                          std::back_inserter(m_set.problems));
        return std::move(m_set);
    }

private:
    template <typename... More> void tell(Code code, std::int64_t study, const More&... more)
    {
        m_set.problems.push_back({code, {std::to_string(study), more...}});
    }

    Status addStudies(const Progress& progress)
    {
        auto studies = m_database.studies(m_request.query);
        if (!studies)
            return studies.error();
        std::ranges::sort(*studies, {}, &StudyRecord::id);
        int phantoms = 0;
        for (std::size_t n = 0; n < studies->size(); ++n) {
            if (progress.cancelled())
                return makeError(ErrorCode::Cancelled);
            const double share = 1.0 / static_cast<double>(studies->size());
            const Progress part =
                progress.part(static_cast<double>(n) * share, static_cast<double>(n + 1) * share);
            if (const Status added = addStudy((*studies)[n], part); !added)
                return added;
            part.report(1.0);
            phantoms += isPhantomStudy((*studies)[n]);
        }
        const int others = static_cast<int>(studies->size()) - phantoms;
        if (phantoms > 0 && others > 0)
            m_set.problems.push_back(
                {Code::PhantomsAmongPatients, {std::to_string(phantoms), std::to_string(others)}});
        return Done{};
    }

    Status addStudy(const StudyRecord& record, const Progress& progress)
    {
        TuningStudy study;
        study.studyId = record.id;
        study.patient = m_set.split.keyOf(record);
        if (const auto found = chooseSeries(study); !found)
            return found.error();
        else if (!*found)
            return Done{};
        if (const Status labelled = addLabels(study); !labelled)
            return labelled;
        if (study.labels.empty()) {
            tell(Code::StudyWithoutLabels, study.studyId);
            return Done{};
        }
        if (m_request.compareImages) {
            const auto unique = isUnique(study, progress);
            if (!unique)
                return unique.error();
            if (!*unique)
                return Done{};
        }
        m_set.studies.push_back(std::move(study));
        return Done{};
    }

    /// The CT series with a label map that has the most slices.
    Result<bool> chooseSeries(TuningStudy& study)
    {
        auto series = m_database.seriesOf(study.studyId);
        if (!series)
            return series.error();
        std::erase_if(*series, [](const SeriesRecord& one) { return one.modality != "CT"; });
        if (series->empty()) {
            tell(Code::NoSeries, study.studyId);
            return false;
        }
        std::erase_if(*series, [](const SeriesRecord& one) { return !one.hasLabelMap; });
        if (series->empty()) {
            tell(Code::NoLabelMap, study.studyId);
            return false;
        }
        study.seriesId = std::ranges::max_element(*series, {}, &SeriesRecord::sliceCount)->id;
        const auto maps = m_database.labelMapsOf(study.seriesId);
        if (!maps)
            return maps.error();
        study.labelMapId = maps->back().id;
        return true;
    }

    Status addLabels(TuningStudy& study)
    {
        StudyEvidence evidence;
        if (const auto known = m_evidences.studies.find(study.studyId);
            known != m_evidences.studies.end())
            evidence = known->second;
        if (m_request.verdicts) {
            const auto verdicts = m_database.verdictsOf(study.studyId);
            if (!verdicts)
                return verdicts.error();
            for (const VerdictRecord& one : *verdicts) {
                if (one.verdict != Verdict::Open)
                    evidence.verdicts[{one.anatomyId, one.findingId}] =
                        one.verdict == Verdict::Accepted;
            }
        }
        if (m_evidences.notUnderstood.contains(study.studyId))
            tell(Code::ReportNotUnderstood, study.studyId);
        else if (!m_request.reports.empty() && !evidence.report)
            tell(Code::StudyWithoutReport, study.studyId);
        LabelledEvidence labelled = labelsOf(evidence, m_request.asked, m_rules, m_request.silence);
        for (const FindingKey& key : labelled.disagreeing)
            tell(Code::LabelsDisagree, study.studyId, key.anatomyId, key.findingId);
        study.labels = std::move(labelled.labels);
        study.regions = regionsOf(evidence, study.labels, m_request.asked, m_request.anatomyIds);
        return Done{};
    }

    Result<bool> isUnique(const TuningStudy& study, const Progress& progress)
    {
        const auto content = seriesContent(m_database, study.seriesId, progress);
        if (!content) {
            if (content.error().code == ErrorCode::Cancelled)
                return content.error();
            tell(Code::SeriesUnreadable, study.studyId);
            return false;
        }
        const auto [known, isNew] = m_contents.emplace(*content, study.studyId);
        if (!isNew)
            tell(Code::DuplicateStudy, study.studyId, std::to_string(known->second));
        return isNew;
    }

    Status deal(const StudyFinder& finder)
    {
        if (!m_request.split.empty())
            return applyGivenSplit(m_request.split, finder, m_set);
        std::map<std::string, SplitPatient> patients;
        for (const TuningStudy& study : m_set.studies) {
            SplitPatient& patient = patients[study.patient];
            patient.key = study.patient;
            for (const auto& [key, present] : study.labels)
                patient.labels.insert(key.anatomyId + '/' + key.findingId + (present ? "+" : "-"));
        }
        std::vector<SplitPatient> dealt;
        for (auto& [key, patient] : patients)
            dealt.push_back(std::move(patient));
        dealPatients(m_set.split, dealt);
        for (TuningStudy& study : m_set.studies)
            study.split = m_set.split.patients.at(study.patient);
        return Done{};
    }

    const StudyDatabase& m_database;
    const TuningRequest& m_request;
    const ReportRules& m_rules;
    StudyEvidences m_evidences;
    std::map<std::string, std::int64_t> m_contents; ///< The study that each was seen in first.
    TuningSet m_set;
};

} // namespace

Result<TuningSet> gatherTuningSet(const StudyDatabase& database, const TuningRequest& request,
                                  const ReportRules& rules, const Progress& progress)
{
    return Gathering(database, request, rules).gather(progress);
}

} // namespace fovea
