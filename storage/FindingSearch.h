#pragma once

#include "storage/ArchiveConnection.h"
#include "storage/StudyList.h"

#include <string>
#include <unordered_set>
#include <vector>

namespace fovea {

/// "nodule > 0.8" of a search, or a finding that is there. Private to storage/.
struct FindingCondition {
    std::vector<std::string> words; ///< Loose (looseForSearch); all in one finding's names.
    const char* comparison = ">";   ///< SQL's: ">", ">=", "<", "<="
    double score = 0;
};

/// A search taken apart.
struct StudySearch {
    std::vector<std::string> words; ///< Loose.
    std::vector<FindingCondition> conditions;
};

/// Studies by their findings, as the newest analysis of each has them. Throws SqlFailure.
class FindingSearch {
public:
    FindingSearch(const ArchiveConnection& connection, const FindingNames& names);

    /// The words before a comparison that some finding has go to it, the last one always.
    StudySearch takenApart(const std::string& text) const;
    std::unordered_set<std::int64_t> studiesWith(const FindingCondition& condition);
    /// In which a finding of this name is there: its score is above its threshold.
    std::unordered_set<std::int64_t> studiesWith(const std::string& word);

private:
    struct Kind {
        std::string anatomy;
        std::string finding;
        std::string findingText; ///< Loose: id and names.
        std::string text;        ///< Loose: that and its anatomy.
    };
    void addKind(const std::string& anatomy, const std::string& finding, const std::string& name,
                 const FindingNames& names);
    bool anyHas(const std::vector<std::string>& words) const;
    void readNewest();

    const ArchiveConnection& m_connection;
    std::vector<Kind> m_kinds;
    /// The study of each analysis that is the newest of its study.
    std::vector<std::pair<std::int64_t, std::int64_t>> m_newest;
    bool m_newestRead = false;
};

} // namespace fovea
