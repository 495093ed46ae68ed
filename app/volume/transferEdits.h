#pragma once

#include "viewer/volume/TransferFunction.h"

#include <QString>

#include <cstddef>
#include <optional>
#include <utility>

namespace fovea {

// What a reader does to a transfer function. Points keep their order and stay a HU apart; the first
// and the last are the ends of the scale, which only change opacity and color.

TransferFunction withPointMoved(TransferFunction function, std::size_t point, double hu,
                                double opacity);
/// And which one the new point is. Where one lies within a HU already, that one takes its opacity.
std::pair<TransferFunction, std::size_t> withPointAdded(TransferFunction function,
                                                        const TransferPoint& point);
/// The ends stay.
TransferFunction withoutPoint(TransferFunction function, std::size_t point);

/// For the settings: everything of a look, as JSON.
QString lookToText(const VolumeLook& look);
/// Empty where the text is none, or says what cannot be drawn.
std::optional<VolumeLook> lookFromText(const QString& text);

} // namespace fovea
