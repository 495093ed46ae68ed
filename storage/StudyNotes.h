#pragma once

#include "model/domain/Result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace fovea {

/// What readers noted about a study. UTF-8.
struct StudyNote {
    bool isRead = false;
    std::string note;              ///< Free text, may have several lines.
    std::vector<std::string> tags; ///< By name, each once.
    bool operator==(const StudyNote&) const = default;
};

struct TagCount {
    std::string tag;
    std::int64_t studies = 0;
    bool operator==(const TagCount&) const = default;
};

/// Notes, tags and read marks of an archive's studies. They belong to the study's record: importing
/// it again keeps them, removing the study removes them. An archive that StudyDatabase has opened
/// (which makes the tables); used by one thread at a time. Errors: DatabaseFailed,
/// DatabaseNotOpened, NotInArchive (study or series).
class StudyNotes {
public:
    explicit StudyNotes(std::filesystem::path archiveFolder)
        : m_folder(std::move(archiveFolder))
    {
    }

    Result<StudyNote> of(std::int64_t studyId) const;
    /// Replaces note and tags; whether it is read stays. Blanks around tags go, empty ones too.
    Status write(std::int64_t studyId, const StudyNote& note) const;
    Status setRead(std::int64_t studyId, bool isRead) const;
    /// Somebody opened a series of it. True where that made the study read.
    Result<bool> seriesOpened(std::int64_t seriesId) const;
    /// All tags in use, by name.
    Result<std::vector<TagCount>> tags() const;

private:
    std::filesystem::path m_folder;
};

/// "a, b,,c " as tags; those with the same letters, whatever their case, once.
std::vector<std::string> tagsFrom(std::string_view commaSeparated);

} // namespace fovea
