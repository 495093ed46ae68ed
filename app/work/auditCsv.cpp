#include "app/work/auditCsv.h"

#include "storage/AtomicFile.h"
#include "storage/anonymize/Pseudonyms.h"

#include <algorithm>

namespace fovea {

namespace {

std::string cell(const std::string& text)
{
    if (text.find_first_of(",\"\r\n") == std::string::npos)
        return text;
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"')
            quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

} // namespace

Status writeAuditCsv(const std::vector<AuditEntry>& entries, const std::filesystem::path& path)
{
    std::vector<const AuditEntry*> ordered;
    ordered.reserve(entries.size());
    for (const AuditEntry& entry : entries)
        ordered.push_back(&entry);
    std::ranges::sort(ordered, {}, &AuditEntry::id);
    std::string text = "id,time,action,study_key,study_id,user,details\r\n";
    for (const AuditEntry* entry : ordered) {
        text += std::to_string(entry->id) + ',' + entry->time + ',' +
                auditActionName(entry->action) + ',' + entry->studyKey + ',' +
                (entry->studyId > 0 ? std::to_string(entry->studyId) : std::string()) + ',' +
                cell(entry->user) + ',' + cell(entry->details) + "\r\n";
    }
    return writeFileAtomically(path, text);
}

std::string questionDetails(const std::filesystem::path& archiveFolder, const std::string& question)
{
    std::string details = "length " + std::to_string(question.size());
    if (const auto key = Pseudonyms::ofArchive(archiveFolder))
        details += " hash " + key->token("question", question, 16);
    return details;
}

} // namespace fovea
