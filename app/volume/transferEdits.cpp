#include "app/volume/transferEdits.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <cmath>

namespace fovea {

namespace {

constexpr double apart = 1; ///< HU between neighbors.
constexpr std::size_t mostPoints = 64;

/// Never translated, never changed: settings of earlier versions have them.
struct PresetId {
    VolumePreset preset;
    const char* id;
};
constexpr std::array presetIds{
    PresetId{VolumePreset::Bone, "bone"},       PresetId{VolumePreset::Lung, "lung"},
    PresetId{VolumePreset::Airways, "airways"}, PresetId{VolumePreset::Vessels, "vessels"},
    PresetId{VolumePreset::Skin, "skin"},       PresetId{VolumePreset::SoftTissue, "softTissue"}};

bool isColourPart(const QJsonValue& value)
{
    return value.isDouble() && value.toDouble() >= 0 && value.toDouble() <= 255;
}

std::optional<TransferPoint> pointFrom(const QJsonArray& values)
{
    if (values.size() != 5 || !values[0].isDouble() || !values[1].isDouble() ||
        !std::ranges::all_of(std::array{2, 3, 4}, [&](int n) { return isColourPart(values[n]); }))
        return std::nullopt;
    TransferPoint point{values[0].toDouble(), values[1].toDouble(), {}};
    if (point.opacity < 0 || point.opacity > 1 || point.hu < TransferFunction::lowestHu ||
        point.hu > TransferFunction::highestHu)
        return std::nullopt;
    for (int n = 0; n < 3; ++n)
        point.colour[std::size_t(n)] = std::uint8_t(values[n + 2].toInt());
    return point;
}

} // namespace

TransferFunction withPointMoved(TransferFunction function, std::size_t point, double hu,
                                double opacity)
{
    auto& points = function.points;
    if (point >= points.size())
        return function;
    points[point].opacity = std::clamp(opacity, 0.0, 1.0);
    if (point > 0 && point + 1 < points.size())
        points[point].hu =
            std::clamp(hu, points[point - 1].hu + apart, points[point + 1].hu - apart);
    return function;
}

std::pair<TransferFunction, std::size_t> withPointAdded(TransferFunction function,
                                                        const TransferPoint& point)
{
    auto& points = function.points;
    const auto near = std::ranges::find_if(
        points, [&](const TransferPoint& p) { return std::abs(p.hu - point.hu) < apart; });
    if (near != points.end()) {
        near->opacity = point.opacity;
        return {function, std::size_t(near - points.begin())};
    }
    const auto above = std::ranges::lower_bound(points, point.hu, {}, &TransferPoint::hu);
    const auto place = std::size_t(above - points.begin());
    if (points.size() < mostPoints)
        points.insert(above, point);
    return {function, std::min(place, points.size() - 1)};
}

TransferFunction withoutPoint(TransferFunction function, std::size_t point)
{
    if (point > 0 && point + 1 < function.points.size())
        function.points.erase(function.points.begin() + std::ptrdiff_t(point));
    return function;
}

QString lookToText(const VolumeLook& look)
{
    QJsonArray points;
    for (const TransferPoint& p : look.function.points)
        points.append(QJsonArray{p.hu, p.opacity, p.colour[0], p.colour[1], p.colour[2]});
    const auto id = std::ranges::find(presetIds, look.preset, &PresetId::preset);
    const QJsonObject whole{{QStringLiteral("preset"), QLatin1String(id->id)},
                            {QStringLiteral("points"), points}};
    return QString::fromUtf8(QJsonDocument(whole).toJson(QJsonDocument::Compact));
}

std::optional<VolumeLook> lookFromText(const QString& text)
{
    const QJsonObject whole = QJsonDocument::fromJson(text.toUtf8()).object();
    const QString presetText = whole[QStringLiteral("preset")].toString();
    const auto id = std::ranges::find_if(
        presetIds, [&](const PresetId& known) { return presetText == QLatin1String(known.id); });
    const QJsonArray values = whole[QStringLiteral("points")].toArray();
    if (id == presetIds.end() || values.size() < 2 || std::size_t(values.size()) > mostPoints)
        return std::nullopt;
    TransferFunction function;
    for (const QJsonValue& value : values) {
        const auto point = pointFrom(value.toArray());
        if (!point || (!function.points.empty() && point->hu < function.points.back().hu + apart))
            return std::nullopt;
        function.points.push_back(*point);
    }
    return VolumeLook(id->preset, function);
}

} // namespace fovea
