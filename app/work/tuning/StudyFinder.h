#pragma once

#include "app/work/tuning/TuningProblem.h"
#include "storage/StudyRecords.h"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace fovea {

/// Finds the study that a row of a table or a file's name means, by accession number or
/// StudyInstanceUID, among all studies of an archive.
class StudyFinder {
public:
    explicit StudyFinder(const std::vector<StudyRecord>& archive);

    bool knows(const std::string& key) const;
    /// The study's id; 0 where none or several are meant, which `problems` is then told. `row`:
    /// what the problem calls the row.
    std::int64_t find(const std::string& key, const std::string& row,
                      std::vector<TuningProblem>& problems) const;

private:
    std::map<std::string, std::set<std::int64_t>> m_studies;
};

} // namespace fovea
