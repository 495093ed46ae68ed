#pragma once

#include "model/query/understandQuery.h"

#include <string_view>

namespace fovea {

/// Fills in subject, negated, prompts and contrary of a question with chips whose signs are placed.
/// `text`: as it was typed.
void addPrompts(UnderstoodQuery& query, std::string_view text, const QueryCatalog& catalog);

} // namespace fovea
