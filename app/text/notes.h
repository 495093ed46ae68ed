#pragma once

#include "model/domain/Analysis.h"
#include "storage/LabelMapReader.h"
#include "storage/SeriesReader.h"

#include <QString>

namespace fovea {

/// What a reader must know about how images, segmentation and answer were made, one sentence.
QString noteText(const SeriesNote& note);
QString noteText(const LabelMapNote& note);
QString noteText(AnalysisNote note);

} // namespace fovea
