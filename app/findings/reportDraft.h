#pragma once

#include "app/findings/FindingsModel.h"
#include "model/domain/Anatomy.h"

#include <QString>

namespace fovea {

/// A report from what a reader accepted: findings anatomy by anatomy in the catalog's order, which
/// is that of dictation (lungs, heart and mediastinum, vessels, abdomen, bones), each with the
/// reader's comment; then the impression, numbered. Nothing is said of what was not accepted: a
/// model's silence is not a normal finding. Plain text in the user's language. Empty where nothing
/// is accepted.
QString reportDraft(const AnatomyCatalog& catalog, const std::vector<AnatomyReading>& readings,
                    const VerdictMap& verdicts);

} // namespace fovea
