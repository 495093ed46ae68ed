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
/// That a NIfTI file puts itself in two places, so far apart (niftiPlacesApartMm()).
QString twoPlacesText(double apartMm);

/// Whether the note is about what can be seen or measured on the images, so that it must stand
/// where the reader looks.
bool concernsReading(const SeriesNote& note);

} // namespace fovea
