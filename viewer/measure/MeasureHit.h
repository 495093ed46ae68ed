#pragma once

#include "model/domain/Measure.h"

#include <QPointF>

#include <cstddef>
#include <optional>
#include <string>

namespace fovea {

class MeasureState;
class SliceWidget;

/// What of the measures lies under the pointer.
struct MeasureHit {
    std::string uid;
    std::optional<std::size_t> point; ///< Its handle; empty: its line or words' anchor.
};

/// A handle of the selected measure before anything else, then the nearest line of any measure that
/// the view shows; empty where nothing is within a few pixels. `handlesOnly`: nothing but handles.
std::optional<MeasureHit> hitMeasure(const SliceWidget& widget, const MeasureState& state,
                                     const QPointF& at, bool handlesOnly);

} // namespace fovea
