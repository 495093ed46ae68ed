#pragma once

#include <QString>

#include <string_view>

namespace fovea {

/// Names of catalogued things in the user's language. An id unknown to this version keeps
/// `english`, which may come from a catalog file of the site's own.
QString anatomyName(std::string_view id, std::string_view english = {});
QString findingName(std::string_view id, std::string_view english = {});

} // namespace fovea
