#pragma once

#include "app/work/RegionQuestion.h"
#include "model/domain/Result.h"
#include "storage/SearchRecords.h"

#include <string>

namespace fovea {

/// JSON as SavedSearch::filter keeps it; empty for a filter that restricts nothing.
std::string filterToJson(const RegionFilter& filter);
/// MetadataBroken (file "filter", what is wrong) for what filterToJson() did not write.
Result<RegionFilter> filterFromJson(const std::string& json);

/// What the search keeps of a question about a text; its name is for the caller.
SavedSearch searchFor(const RegionQuestion& question);
/// The question as it was asked; whose study or patient it is about is for the caller. Errors as
/// filterFromJson().
Result<RegionQuestion> questionOf(const SavedSearch& search);

} // namespace fovea
