#include "storage/StudyNotes.h"

#include "storage/ArchiveConnection.h"
#include "storage/SearchText.h"

#include <algorithm>

namespace fovea {

namespace {

std::string trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    const auto last = text.find_last_not_of(" \t\r\n");
    return first == text.npos ? std::string() : std::string(text.substr(first, last - first + 1));
}

void requireStudy(const ArchiveConnection& connection, std::int64_t studyId)
{
    Statement known(connection.get(), "SELECT 1 FROM studies WHERE id = ?");
    if (!Statement::Run(known, studyId).step())
        throw SqlFailure{makeError(ErrorCode::NotInArchive, {"study " + std::to_string(studyId)})};
}

constexpr const char* upsertRead =
    "INSERT INTO study_notes (study, note, is_read) VALUES (?1, '', ?2) "
    "ON CONFLICT (study) DO UPDATE SET is_read = excluded.is_read";

} // namespace

std::vector<std::string> tagsFrom(std::string_view commaSeparated)
{
    std::vector<std::string> tags;
    while (!commaSeparated.empty()) {
        const auto comma = std::min(commaSeparated.find(','), commaSeparated.size());
        std::string tag = trimmed(commaSeparated.substr(0, comma));
        commaSeparated.remove_prefix(std::min(comma + 1, commaSeparated.size()));
        const bool known = std::ranges::any_of(tags, [&](const std::string& other) {
            return foldForSearch(other) == foldForSearch(tag);
        });
        if (!tag.empty() && !known)
            tags.push_back(std::move(tag));
    }
    std::ranges::sort(tags);
    return tags;
}

Result<StudyNote> StudyNotes::of(std::int64_t studyId) const
{
    return guarded([&] {
        const ArchiveConnection connection(m_folder);
        requireStudy(connection, studyId);
        StudyNote note;
        Statement row(connection.get(), "SELECT note, is_read FROM study_notes WHERE study = ?");
        if (Statement::Run run(row, studyId); run.step()) {
            note.note = run.text(0);
            note.isRead = run.integer(1) != 0;
        }
        Statement tags(connection.get(), "SELECT tag FROM study_tags WHERE study = ? ORDER BY tag");
        for (Statement::Run run(tags, studyId); run.step();)
            note.tags.push_back(run.text(0));
        return note;
    });
}

Status StudyNotes::write(std::int64_t studyId, const StudyNote& note) const
{
    std::string joined;
    for (const std::string& tag : note.tags)
        joined += tag + ',';
    return guarded([&] {
        const ArchiveConnection connection(m_folder);
        Transaction transaction(connection.get());
        requireStudy(connection, studyId);
        Statement row(connection.get(),
                      "INSERT INTO study_notes (study, note, is_read) VALUES (?, ?, 0) "
                      "ON CONFLICT (study) DO UPDATE SET note = excluded.note");
        Statement::Run(row, studyId, note.note).execute();
        Statement clear(connection.get(), "DELETE FROM study_tags WHERE study = ?");
        Statement::Run(clear, studyId).execute();
        Statement insert(connection.get(), "INSERT INTO study_tags (study, tag) VALUES (?, ?)");
        for (const std::string& tag : tagsFrom(joined))
            Statement::Run(insert, studyId, tag).execute();
        transaction.commit();
        return Done{};
    });
}

Status StudyNotes::setRead(std::int64_t studyId, bool isRead) const
{
    return guarded([&] {
        const ArchiveConnection connection(m_folder);
        requireStudy(connection, studyId);
        Statement row(connection.get(), upsertRead);
        Statement::Run(row, studyId, isRead).execute();
        return Done{};
    });
}

Result<bool> StudyNotes::seriesOpened(std::int64_t seriesId) const
{
    return guarded([&] {
        const ArchiveConnection connection(m_folder);
        Statement owner(connection.get(),
                        "SELECT r.study, COALESCE(n.is_read, 0) FROM series r "
                        "LEFT JOIN study_notes n ON n.study = r.study WHERE r.id = ?");
        std::int64_t studyId = 0;
        {
            Statement::Run run(owner, seriesId);
            if (!run.step())
                throw SqlFailure{
                    makeError(ErrorCode::NotInArchive, {"series " + std::to_string(seriesId)})};
            if (run.integer(1) != 0)
                return false;
            studyId = run.integer(0);
        }
        Statement row(connection.get(), upsertRead);
        Statement::Run(row, studyId, true).execute();
        return true;
    });
}

Result<std::vector<TagCount>> StudyNotes::tags() const
{
    return guarded([&] {
        const ArchiveConnection connection(m_folder);
        std::vector<TagCount> tags;
        Statement all(connection.get(),
                      "SELECT tag, COUNT(*) FROM study_tags GROUP BY tag ORDER BY tag");
        for (Statement::Run run(all); run.step();)
            tags.push_back({run.text(0), run.integer(1)});
        return tags;
    });
}

} // namespace fovea
