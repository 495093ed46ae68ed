#pragma once

#include "model/domain/Result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fovea {

/// What somebody did. Stored by name (auditActionName()).
enum class AuditAction {
    Opened,    ///< A study was shown.
    Queried,   ///< A question was asked; details: its length and a keyed hash, never its text.
    Exported,  ///< Something left the archive; details: what kind.
    Deleted,   ///< details: "study" or "segmentation".
    Imported,  ///< details: how many images.
    Analyzed,  ///< details: the model's fingerprint.
    Segmented, ///< A label map was added; details: its kind.
    Verdict,   ///< details: accepted, rejected or open.
    Setting,   ///< details: which.
};

/// "opened", …; as the database and the command line have it.
const char* auditActionName(AuditAction action);
std::optional<AuditAction> auditActionNamed(const std::string& name);

struct AuditEntry {
    std::int64_t id = 0; ///< 1, 2, 3, … without gaps.
    std::string time;    ///< UTC, "YYYY-MM-DDTHH:MM:SS.mmmZ".
    AuditAction action = AuditAction::Opened;
    std::string studyKey; ///< 32 hexadecimal digits, random for each study; empty: none.
    std::string user;     ///< As the operating system calls the account.
    std::string details;
    std::int64_t studyId = 0; ///< Of the study with that key today; 0 where it is gone. Not stored.
};

/// Empty fields do not restrict.
struct AuditQuery {
    std::string fromDate; ///< "YYYY-MM-DD", inclusive, UTC.
    std::string toDate;   ///< Likewise.
    std::optional<AuditAction> action;
    int limit = 0; ///< Newest; 0: all.
};

/// Whether the log is as it was written.
struct AuditCheck {
    std::int64_t entries = 0;
    /// The first entry that is missing, was changed or follows a changed one; 0: none.
    std::int64_t firstBroken = 0;
    bool sound() const { return firstBroken == 0; }
};

/// The archive's log of who did what: append-only (triggers refuse changes), every entry's hash
/// covers the one before, so that whoever changes or removes an entry in the file would have to
/// make all later ones anew. No name and no UID of a patient or study is in it, only the study's
/// own random key.
///
/// What the archive itself does (import, deletion, label maps, analyses, verdicts) is noted by
/// StudyDatabase in the transaction that does it. The rest is noted here. One object is used by one
/// thread at a time; several threads and processes may write. Errors: those of StudyDatabase.
class AuditLog {
public:
    /// Makes or upgrades the archive as StudyDatabase::open() does.
    static Result<AuditLog> open(const std::filesystem::path& archiveFolder);

    AuditLog(AuditLog&&) noexcept;
    AuditLog& operator=(AuditLog&&) noexcept;
    ~AuditLog();

    /// `studyId` 0: no single study; one that is not there any more is noted without a key.
    /// `details` keeps its first 200 printable ASCII characters.
    Status note(AuditAction action, std::int64_t studyId, const std::string& details);
    /// An entry for each of them, all or none.
    Status note(AuditAction action, const std::vector<std::int64_t>& studyIds,
                const std::string& details);
    /// Newest first.
    Result<std::vector<AuditEntry>> entries(const AuditQuery& query = {}) const;
    /// Reads all of it.
    Result<AuditCheck> check() const;

private:
    struct Internals;
    explicit AuditLog(std::unique_ptr<Internals> internals);

    std::unique_ptr<Internals> m_internals;
};

} // namespace fovea
