#pragma once

#include <QString>

#include <string_view>

namespace fovea {

/// Names of catalogued things in the user's language. An id unknown to this version keeps
/// `english`, which may come from a catalog file of the site's own. A translator that a site's
/// names are in may know it by the id.
QString anatomyName(std::string_view id, std::string_view english = {});
QString findingName(std::string_view id, std::string_view english = {});

/// What the names are translations of (contexts "fovea::Anatomy" and "fovea::Finding"): the English
/// name that this version knows, or else the id.
std::string_view englishAnatomyName(std::string_view id);
std::string_view englishFindingName(std::string_view id);

} // namespace fovea
