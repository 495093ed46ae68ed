#pragma once

#include <QString>

#include <optional>

namespace fovea {

/// How well `query` names `text`: higher is better, empty where it does not. Every word of the
/// query must be the beginning of a word of the text, a part of it, or at least its letters in
/// order ("rszm" for "Reset zoom"). Upper and lower case are one. An empty query matches all alike.
std::optional<int> fuzzyMatch(const QString& query, const QString& text);

} // namespace fovea
