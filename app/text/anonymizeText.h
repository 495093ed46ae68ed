#pragma once

#include "storage/AuditLog.h"
#include "storage/anonymize/Anonymization.h"

#include <QString>

namespace fovea {

/// Why a file is not in an anonymized export; does not name the file.
QString notAnonymizedText(const NotAnonymized& file);
/// "removed", "emptied", "replaced"
QString attributeFateText(AttributeFate fate);
/// "opened", … for people.
QString auditActionText(AuditAction action);

} // namespace fovea
