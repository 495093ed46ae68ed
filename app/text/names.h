#pragma once

#include "model/domain/Anatomy.h"
#include "model/domain/LabelMap.h"

#include <QString>

#include <string_view>

namespace fovea {

/// Names of catalogued things in the user's language. An id unknown to this version keeps
/// `english`, which may come from a catalog file of the site's own.
QString anatomyName(std::string_view id, std::string_view english = {});
QString findingName(std::string_view id, std::string_view english = {});

/// A structure of a label map: its segmenter's name made readable ("lung upper lobe left").
QString structureName(const Structure& structure);

} // namespace fovea
