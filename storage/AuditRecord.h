#pragma once

#include "storage/AuditLog.h"
#include "storage/Sql.h"

#include <array>
#include <string>

// How an entry of the audit log is made. Internal to storage/.

namespace fovea {

using AuditHash = std::array<unsigned char, 32>;

/// SHA-256 (FIPS 180-4) of the previous hash, 32 zero bytes before the first entry, and the entry's
/// id, time, action, study key, user and details, each followed by a line end.
AuditHash auditHash(const AuditHash& previous, const AuditEntry& entry);

/// Appends an entry inside the transaction that is open on `connection`, as AuditLog::note().
/// Throws SqlFailure, so that what cannot be logged is not done either.
void appendAudit(sqlite3* connection, AuditAction action, std::int64_t studyId,
                 const std::string& details);

} // namespace fovea
