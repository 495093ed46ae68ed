#pragma once

#include "model/domain/Result.h"
#include "storage/AuditLog.h"

#include <filesystem>
#include <vector>

namespace fovea {

/// Writes entries as CSV (RFC 4180, UTF-8, a head line of id, time, action, study_key, study_id,
/// user, details), oldest first whatever their order, whole or not at all. Errors: FileNotWritable,
/// DiskFull.
Status writeAuditCsv(const std::vector<AuditEntry>& entries, const std::filesystem::path& path);

/// What the log says of a question: its length in bytes, and a hash under the archive's key by
/// which the same question is recognised; its text cannot be got back without the key. Where there
/// is no key to be had, the length alone.
std::string questionDetails(const std::filesystem::path& archiveFolder,
                            const std::string& question);

} // namespace fovea
