#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// What StudyDatabase keeps of questions that readers ask again: plain values, UTF-8.

namespace fovea {

/// When a saved search marks studies by itself.
struct StandingRule {
    /// The lowest score (RankedRegion::score) of a study's best region that marks it.
    double margin = 0.0;
    std::string modelFingerprint; ///< Whose scores those are: it says nothing of another model's.
    bool operator==(const StandingRule&) const = default;
};

/// A question that a reader keeps under a name.
struct SavedSearch {
    std::int64_t id = 0; ///< 0: not stored yet.
    std::string name;
    std::string question;          ///< As it was typed.
    std::string scope = "archive"; ///< "study", "patient" or "archive".
    std::string filter;            ///< JSON (app/work/filterJson); empty: none.
    std::optional<StandingRule> standing;
    std::string createdAt; ///< UTC; filled in by the database where empty.
    bool operator==(const SavedSearch&) const = default;
};

/// A study that a standing search found.
struct SearchMark {
    std::int64_t searchId = 0;
    std::string searchName; ///< Filled in by queries.
    std::int64_t studyId = 0;
    std::int64_t seriesId = 0;
    std::string anatomyId; ///< The region that scored best.
    double score = 0.0;
    std::string markedAt; ///< UTC; filled in by the database where empty.
    bool seen = false;    ///< Looked at: no longer shown.
    bool operator==(const SearchMark&) const = default;
};

/// A search that was removed, with all that went with it.
struct RemovedSearch {
    SavedSearch search;
    std::vector<SearchMark> marks;
};

/// What a series was made with. Both as DICOM says it; empty where the files do not.
struct Scanner {
    std::string manufacturer;
    std::string model;
    auto operator<=>(const Scanner&) const = default;
};

} // namespace fovea
