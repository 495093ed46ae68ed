#include "storage/SrGroups.h"

#include "storage/ContentHash.h"
#include "storage/ownSentences.h"
#include "storage/srCodes.h"

#include <dcmtk/dcmsr/dsrsc3vl.h>

#include <algorithm>

namespace fovea {

namespace {

constexpr auto Contains = DSRTypes::RT_contains;
constexpr auto Context = DSRTypes::RT_hasObsContext;
constexpr auto Modifier = DSRTypes::RT_hasConceptMod;
constexpr auto Property = DSRTypes::RT_hasProperties;
constexpr auto InferredFrom = DSRTypes::RT_inferredFrom;

std::string readableId(std::string id)
{
    std::ranges::replace(id, '_', ' ');
    return id;
}

/// The points as DICOM wants them: polygons closed, the longer axis of an ellipse first.
std::vector<Vec3> graphicPoints(const Measure& measure)
{
    std::vector<Vec3> points = measure.pointsMm;
    if (measure.kind == MeasureKind::Polygon)
        points.push_back(points.front());
    if (measure.kind == MeasureKind::Ellipse &&
        norm(points[3] - points[2]) > norm(points[1] - points[0]))
    {
        std::swap(points[0], points[2]);
        std::swap(points[1], points[3]);
    }
    return points;
}

DSRTypes::E_GraphicType3D graphicType(MeasureKind kind)
{
    switch (kind) {
    case MeasureKind::Ellipse:
        return DSRTypes::GT3_Ellipse;
    case MeasureKind::Polygon:
        return DSRTypes::GT3_Polygon;
    case MeasureKind::Probe:
    case MeasureKind::Text:
        return DSRTypes::GT3_Point;
    case MeasureKind::Length:
    case MeasureKind::Angle:
    case MeasureKind::Arrow:
        break;
    }
    return DSRTypes::GT3_Polyline;
}

const char* kindName(MeasureKind kind)
{
    switch (kind) {
    case MeasureKind::Length:
        return "Length";
    case MeasureKind::Angle:
        return "Angle";
    case MeasureKind::Ellipse:
        return "Ellipse";
    case MeasureKind::Polygon:
        return "Polygon";
    case MeasureKind::Probe:
        return "Probe";
    case MeasureKind::Arrow:
        return "Arrow";
    case MeasureKind::Text:
        return "Text";
    }
    return "";
}

bool isOutline(MeasureKind kind)
{
    return kind == MeasureKind::Ellipse || kind == MeasureKind::Polygon;
}

/// Frame of reference that the points are in; empty: unknown.
std::string frameOf(const Measure& measure, const StudyResults& results)
{
    return measure.frameOfReferenceUid.empty() ? results.series.frameOfReferenceUid
                                               : measure.frameOfReferenceUid;
}

DSRSpatialCoordinates3DValue coordinatesOf(const Measure& measure, const std::string& frame)
{
    DSRSpatialCoordinates3DValue value(graphicType(measure.kind));
    value.setFrameOfReferenceUID(frame.c_str());
    for (const Vec3& point : graphicPoints(measure))
        value.getGraphicDataList().addItem(static_cast<Float32>(point[0]),
                                           static_cast<Float32>(point[1]),
                                           static_cast<Float32>(point[2]));
    return value;
}

} // namespace

std::string uidOfUuid(const std::string& uuid)
{
    unsigned __int128 number = 0;
    int digits = 0;
    for (const char c : uuid) {
        const std::string_view hex = "0123456789abcdef";
        const auto lower = static_cast<char>(c >= 'A' && c <= 'F' ? c - 'A' + 'a' : c);
        const auto at = hex.find(lower);
        if (at == hex.npos)
            continue; // Braces and dashes.
        number = number << 4 | at;
        ++digits;
    }
    if (digits != 32 || number == 0)
        return {};
    std::string text;
    for (; number != 0; number /= 10)
        text += static_cast<char>('0' + static_cast<int>(number % 10));
    std::ranges::reverse(text);
    return "2.25." + text;
}

CodedConcept structureCode(const Structure& structure, const AnatomyCatalog& catalog)
{
    const CatalogStructure* known = catalog.structureNamed(structure.name);
    if (known && !known->code.value.empty())
        return known->code;
    ContentHash hash;
    hash.add(structure.name);
    return {privateScheme, hash.hex().substr(0, 16), structure.name};
}

void SrGroups::track(const std::string& identifier, const std::string& what)
{
    m_tree.text(Context, sr::trackingId, identifier);
    // The same item of the same series is tracked from one report to the next.
    ContentHash hash;
    hash.add(m_results.series.seriesInstanceUid + '\n' + what);
    m_tree.uid(Context, sr::trackingUid,
               UidGenerator("2.25", hash.high()).uid(what + '\n' + hash.hex()));
}

void SrGroups::site(const CodedConcept& code, Side side)
{
    const auto open = m_tree.openCode(Contains, sr::findingSite, code);
    if (side != Side::None)
        m_tree.code(Modifier, sr::laterality, side == Side::Left ? sr::left : sr::right);
}

void SrGroups::hounsfield(double value, const CodedConcept& derivation, const Measure* measure)
{
    const auto open = m_tree.openNumber(Contains, sr::attenuation, value, 2, sr::hounsfield);
    m_tree.code(Modifier, sr::derivation, derivation);
    if (measure)
        inferred(*measure);
}

void SrGroups::addStructure(std::size_t index)
{
    const StructureResult& result = m_results.structures[index];
    const int segment = m_segmentation ? m_segmentation->segments[index] : 0;
    const auto group =
        m_tree.container(Contains, sr::measurementGroup, segment > 0 ? "1411" : "1501");
    track(readableId(result.structure.name), "structure " + result.structure.name);
    m_tree.code(Contains, sr::finding, sr::anatomicalStructure);
    if (segment > 0) {
        m_tree.image(Contains, sr::referencedSegment, m_segmentation->sopClassUid,
                     m_segmentation->sopInstanceUid, segment);
        m_tree.uid(Contains, sr::sourceSeries, m_results.series.seriesInstanceUid);
    }
    site(structureCode(result.structure, m_catalog), result.structure.side);
    m_tree.openNumber(Contains, sr::volume, result.measure.volumeMl, 3, sr::millilitre);
    hounsfield(result.measure.meanHu, sr::mean);
    hounsfield(result.measure.sdHu, sr::deviation);
}

void SrGroups::inferred(const Measure& measure)
{
    // What an outline holds is said once, as the region of its group.
    if (const std::string frame = frameOf(measure, m_results);
        !frame.empty() && !isOutline(measure.kind))
        m_tree.coordinates(InferredFrom, sr::path, coordinatesOf(measure, frame));
}

void SrGroups::addMeasure(std::size_t index)
{
    const auto& [measure, values] = m_results.measures[index];
    const std::string frame = frameOf(measure, m_results);
    const bool region = isOutline(measure.kind) && !frame.empty();
    const auto group = m_tree.container(Contains, sr::measurementGroup, region ? "1410" : "1501");
    m_tree.text(Context, sr::trackingId,
                std::string(kindName(measure.kind)) + " " + std::to_string(index + 1));
    const std::string uid = uidOfUuid(measure.uid);
    m_tree.uid(Context, sr::trackingUid,
               uid.empty() ? UidGenerator("2.25", randomSeed()).uid("measure") : uid);
    if (region) {
        m_tree.coordinates(Contains, sr::imageRegion, coordinatesOf(measure, frame));
        m_tree.uid(Contains, sr::sourceSeries, m_results.series.seriesInstanceUid);
    }
    if (values.lengthMm) {
        const auto open =
            m_tree.openNumber(Contains, sr::length, *values.lengthMm, 3, sr::millimetre);
        inferred(measure);
    }
    if (values.angleDegrees) {
        const auto open =
            m_tree.openNumber(Contains, sr::angle, *values.angleDegrees, 2, sr::degree);
        inferred(measure);
    }
    if (values.areaMm2)
        m_tree.openNumber(Contains, sr::area, *values.areaMm2, 3, sr::squareMillimetre);
    if (values.pixels) {
        hounsfield(values.pixels->meanHu, sr::mean);
        hounsfield(values.pixels->sdHu, sr::deviation);
        hounsfield(values.pixels->minHu, sr::minimum);
        hounsfield(values.pixels->maxHu, sr::maximum);
    }
    if (values.hu) {
        const auto open =
            m_tree.openNumber(Contains, sr::attenuation, *values.hu, 0, sr::hounsfield);
        inferred(measure);
    }
    // An arrow without words still points at something.
    const bool points = measure.kind == MeasureKind::Arrow || measure.kind == MeasureKind::Text;
    if (!measure.text.empty() || points) {
        const auto open = m_tree.openText(
            Contains, sr::comment, measure.text.empty() ? kindName(measure.kind) : measure.text);
        if (points)
            inferred(measure);
    }
}

void SrGroups::algorithm()
{
    if (!m_results.model)
        return;
    m_tree.text(Modifier, sr::algorithmName, m_results.model->name);
    m_tree.text(Modifier, sr::algorithmVersion, m_results.model->fingerprint);
}

CodedConcept SrGroups::anatomyCode(const std::string& anatomyId) const
{
    const Anatomy* anatomy = m_catalog.anatomy(anatomyId);
    if (anatomy && !anatomy->code.value.empty())
        return anatomy->code;
    return {privateScheme, anatomyId, anatomy ? anatomy->displayName : readableId(anatomyId)};
}

void SrGroups::numbers(const FindingReading& reading)
{
    const bool isMargin = reading.reworded || isOwnFinding(reading.findingId);
    {
        const auto open = m_tree.openNumber(Contains, isMargin ? sr::margin : sr::rawScore,
                                            reading.score, 6, sr::noUnits);
        algorithm();
    }
    if (reading.probability) {
        const auto open =
            m_tree.openNumber(Contains, sr::probability, *reading.probability, 6, sr::noUnits);
        algorithm();
        m_tree.text(Property, sr::calibratedOn,
                    reading.reference == siteReference
                        ? "this site's " + std::to_string(reading.siteLabels) + " labels"
                        : readableId(reading.reference));
    }
    if (reading.threshold)
        m_tree.openNumber(Contains, sr::threshold, *reading.threshold, 6, sr::noUnits);
    if (reading.withheld)
        m_tree.text(Contains, sr::comment, noProbabilityNotice);
}

void SrGroups::verdict(const VerdictRecord& record)
{
    if (record.verdict != Verdict::Open) {
        const auto open =
            m_tree.openCode(Contains, sr::verdict,
                            record.verdict == Verdict::Accepted ? sr::accepted : sr::rejected);
        if (!record.reader.empty())
            m_tree.person(Context, sr::personName, record.reader);
    }
    m_tree.text(Contains, sr::comment, record.comment);
}

void SrGroups::addFinding(const FindingReading& reading)
{
    const auto group = m_tree.container(Contains, sr::measurementGroup, "1501");
    track(readableId(reading.anatomyId) + ": " + reading.displayName,
          "finding " + reading.anatomyId + '\n' + reading.findingId);
    const VerdictRecord* record = m_results.verdictOn(reading.key());
    // What the model was asked is no statement that it is there.
    m_tree.code(Contains,
                record && record->verdict == Verdict::Accepted ? sr::finding : sr::findingAsked,
                {privateScheme, reading.findingId, reading.displayName});
    site(anatomyCode(reading.anatomyId), Side::None);
    numbers(reading);
    if (record)
        verdict(*record);
}

} // namespace fovea
