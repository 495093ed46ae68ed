#pragma once

#include "viewer/RegionMap.h"
#include "viewer/slice/TextPlaces.h"

#include <QFontMetricsF>
#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

class QPainter;

namespace fovea {

/// What a region map's colors mean, as every view that shows one says it: of which finding, that it
/// is no lesion outline, the scale from low to high, the peak's share, the size of a cell and the
/// method.
class RegionMapLegend {
public:
    /// Brief: only what must not be left out, where there is little room.
    enum class Detail { Full, Brief };

    /// `extra`: what a view adds, such as which cells it shows; often nothing.
    RegionMapLegend(const RegionMap& map, const QFontMetricsF& metrics, Detail detail,
                    const QString& extra = {});

    QSizeF size() const;
    void paint(QPainter& painter, const QPointF& topLeft) const;
    /// Its lines, without those of the scale.
    QStringList lines() const;

private:
    QRectF barAt(const QPointF& topLeft) const;

    QStringList m_above; ///< Of the bar.
    QStringList m_below;
    QString m_low;
    QString m_high;
    QFontMetricsF m_metrics;
};

/// "leave one out", for people.
QString relevanceMethodName(RelevanceMethod method);

/// Where a legend of this size goes: at the left edge of `area`, else at the right one, as high as
/// possible without lying over a text. Empty: nowhere.
std::optional<QPointF> legendPlace(const QSizeF& size, const QRectF& area,
                                   const std::vector<PlacedText>& texts);

/// The full legend where it takes at most a quarter of the height of `area`, else the brief one,
/// else none. Answers
/// where it lies; empty: nowhere.
QRectF paintRegionMapLegend(QPainter& painter, const RegionMap& map, const QRectF& area,
                            const std::vector<PlacedText>& texts, const QString& extra = {});

} // namespace fovea
