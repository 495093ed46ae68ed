#pragma once

#include "storage/LabelMapReader.h"
#include "storage/SeriesReader.h"

#include <QString>

namespace fovea {

/// What a reader must know about how the images were put together, one sentence.
QString noteText(const SeriesNote& note);
QString noteText(const LabelMapNote& note);

} // namespace fovea
