#include "storage/AuditRecord.h"

#include <algorithm>
#include <chrono>
#include <cstring>
#include <ctime>
#include <openssl/evp.h>
#include <pwd.h>
#include <unistd.h>

namespace fovea {

namespace {

std::string nowInMilliseconds()
{
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
    const std::time_t seconds = static_cast<std::time_t>(milliseconds / 1000);
    std::tm utc{};
    gmtime_r(&seconds, &utc);
    char text[48];
    const std::size_t length = std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S", &utc);
    std::snprintf(text + length, sizeof text - length, ".%03dZ",
                  static_cast<int>(milliseconds % 1000));
    return text;
}

std::string accountName()
{
    std::array<char, 4096> buffer{};
    passwd entry{};
    passwd* found = nullptr;
    if (getpwuid_r(geteuid(), &entry, buffer.data(), buffer.size(), &found) == 0 && found)
        return found->pw_name;
    return "uid " + std::to_string(geteuid());
}

std::string printableCode(const std::string& details)
{
    constexpr std::size_t longest = 200;
    std::string text = details.substr(0, longest);
    std::ranges::replace_if(text, [](char c) { return c < 0x20 || c > 0x7e; }, '?');
    return text;
}

std::string keyOf(sqlite3* connection, std::int64_t studyId)
{
    if (studyId == 0)
        return {};
    Statement statement(connection, "SELECT audit_key FROM studies WHERE id = ?");
    Statement::Run run(statement, studyId);
    return run.step() ? run.text(0) : std::string();
}

} // namespace

AuditHash auditHash(const AuditHash& previous, const AuditEntry& entry)
{
    std::string message(previous.begin(), previous.end());
    for (const std::string& field :
         {std::to_string(entry.id), entry.time, std::string(auditActionName(entry.action)),
          entry.studyKey, entry.user, entry.details})
        message += field + '\n';
    AuditHash hash{};
    unsigned int length = 0;
    if (EVP_Digest(message.data(), message.size(), hash.data(), &length, EVP_sha256(), nullptr) !=
        1)
        throw SqlFailure{makeError(ErrorCode::Internal, {}, "SHA-256 is not available")};
    return hash;
}

void appendAudit(sqlite3* connection, AuditAction action, std::int64_t studyId,
                 const std::string& details)
{
    AuditEntry entry;
    entry.id = 1;
    AuditHash previous{};
    Statement newest(connection, "SELECT id, hash FROM audit_log ORDER BY id DESC LIMIT 1");
    if (Statement::Run run(newest); run.step()) {
        entry.id = run.integer(0) + 1;
        const std::string_view hash = run.blob(1);
        std::memcpy(previous.data(), hash.data(), std::min(hash.size(), previous.size()));
    }
    entry.time = nowInMilliseconds();
    entry.action = action;
    entry.studyKey = keyOf(connection, studyId);
    entry.user = accountName();
    entry.details = printableCode(details);
    const AuditHash hash = auditHash(previous, entry);
    Statement insert(connection,
                     "INSERT INTO audit_log (id, at, action, study, user, details, hash) "
                     "VALUES (?, ?, ?, ?, ?, ?, ?)");
    // A path is bound as a blob.
    const std::filesystem::path bytes(std::string(hash.begin(), hash.end()));
    Statement::Run(insert, entry.id, entry.time, std::string(auditActionName(action)),
                   entry.studyKey, entry.user, entry.details, bytes)
        .execute();
}

} // namespace fovea
