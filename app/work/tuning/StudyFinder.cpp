#include "app/work/tuning/StudyFinder.h"

namespace fovea {

namespace {

/// Without the blanks that DICOM and spreadsheets pad with.
std::string trimmed(const std::string& key)
{
    const std::size_t first = key.find_first_not_of(" \t\r\n");
    if (first == std::string::npos)
        return {};
    return key.substr(first, key.find_last_not_of(" \t\r\n") - first + 1);
}

} // namespace

StudyFinder::StudyFinder(const std::vector<StudyRecord>& archive)
{
    for (const StudyRecord& study : archive) {
        for (const std::string& key : {study.accessionNumber, study.studyInstanceUid}) {
            if (!trimmed(key).empty())
                m_studies[trimmed(key)].insert(study.id);
        }
    }
}

bool StudyFinder::knows(const std::string& key) const
{
    return m_studies.contains(trimmed(key));
}

std::int64_t StudyFinder::find(const std::string& key, const std::string& row,
                               std::vector<TuningProblem>& problems) const
{
    const auto found = m_studies.find(trimmed(key));
    if (found == m_studies.end()) {
        problems.push_back({TuningProblem::Code::RowWithoutStudy, {row}});
        return 0;
    }
    if (found->second.size() > 1) {
        problems.push_back({TuningProblem::Code::RowAmbiguous, {row}});
        return 0;
    }
    return *found->second.begin();
}

} // namespace fovea
