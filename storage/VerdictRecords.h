#pragma once

#include <cstdint>
#include <string>

// What StudyDatabase keeps of a reader's decisions about findings: plain values, UTF-8.

namespace fovea {

enum class Verdict { Open, Accepted, Rejected };

/// A reader's word on one finding of a study.
struct VerdictRecord {
    std::int64_t studyId = 0;
    std::string anatomyId;
    std::string findingId;
    Verdict verdict = Verdict::Open;
    std::string comment;
    std::string reader;    ///< Who decided, as the workstation calls its user.
    std::string decidedAt; ///< UTC, "YYYY-MM-DDTHH:MM:SSZ". Empty: filled in by the database.
    bool operator==(const VerdictRecord&) const = default;
};

/// A finding that a reader accepted or rejected, with the score it had.
struct LabelledScore {
    std::string anatomyId;
    std::string findingId;
    double score = 0.0; ///< Raw.
    bool accepted = false;
    std::int64_t patientId = 0; ///< Of the database; studies of one are not independent.
};

} // namespace fovea
