#include "storage/StructureSet.h"

#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <string_view>

namespace fovea {

namespace {

constexpr double furthestMm = 10000;

std::string_view trimmed(std::string_view text)
{
    const auto isPadding = [](char c) { return c == ' ' || c == '\0' || c == '\n' || c == '\r'; };
    while (!text.empty() && isPadding(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isPadding(text.back()))
        text.remove_suffix(1);
    // from_chars() knows no plus.
    if (text.size() > 1 && text.front() == '+' && text[1] != '-')
        text.remove_prefix(1);
    return text;
}

std::optional<double> coordinateIn(std::string_view text)
{
    double value = 0;
    const std::string_view digits = trimmed(text);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size() ||
        !(std::abs(value) <= furthestMm))
        return std::nullopt;
    return value;
}

/// Value by value with DCMTK, the time would grow with the square of the number of points.
std::optional<std::vector<Vec3>> pointsIn(std::string_view text)
{
    std::vector<Vec3> points;
    Vec3 point{};
    std::size_t axis = 0;
    while (!text.empty()) {
        const std::size_t end = text.find('\\');
        const std::optional<double> value = coordinateIn(text.substr(0, end));
        if (!value)
            return std::nullopt;
        point[axis++] = *value;
        if (axis == 3) {
            points.push_back(point);
            axis = 0;
        }
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return axis == 0 ? std::optional(std::move(points)) : std::nullopt;
}

/// The newer CLOSEDPLANAR_XOR and INTERPOLATED_PLANAR enclose as CLOSED_PLANAR does.
bool isClosed(const std::string& type)
{
    return type == "CLOSED_PLANAR" || type == "CLOSEDPLANAR_XOR" || type == "INTERPOLATED_PLANAR";
}

Status readContours(const DicomHeader& header, DcmItem& item, const std::filesystem::path& path,
                    ContouredRegion& region)
{
    for (long i = 0; DcmItem* contour = itemAt(item, DCM_ContourSequence, i); ++i) {
        if (!isClosed(header.text(*contour, DCM_ContourGeometricType))) {
            ++region.otherContours;
            continue;
        }
        // As it stands in the file: DCMTK would take away padding value by value, for seconds.
        const char* text = nullptr;
        if (contour->findAndGetString(DCM_ContourData, text).bad() || !text)
            text = "";
        auto points = pointsIn(text);
        if (!points)
            return makeError(ErrorCode::BrokenFile, {path.string()}, "coordinates of a contour");
        if (points->size() < 3)
            ++region.otherContours;
        else
            region.contours.push_back(std::move(*points));
    }
    return Done{};
}

} // namespace

Result<std::vector<ContouredRegion>> readStructureSetRegions(const DicomHeader& header,
                                                             const std::filesystem::path& path)
{
    DcmDataset& data = header.dataset();
    std::vector<ContouredRegion> regions;
    std::map<long, std::size_t> byNumber;
    for (long i = 0; DcmItem* item = itemAt(data, DCM_StructureSetROISequence, i); ++i) {
        ContouredRegion region;
        region.number = integerAt(*item, DCM_ROINumber).value_or(-1);
        region.name = header.text(*item, DCM_ROIName);
        region.frameOfReferenceUid = header.text(*item, DCM_ReferencedFrameOfReferenceUID);
        if (region.frameOfReferenceUid.empty())
            region.frameOfReferenceUid = header.text(DCM_FrameOfReferenceUID);
        if (byNumber.emplace(region.number, regions.size()).second)
            regions.push_back(std::move(region));
    }
    const auto regionOf = [&](DcmItem& item) -> ContouredRegion* {
        const auto found = byNumber.find(integerAt(item, DCM_ReferencedROINumber).value_or(-1));
        return found == byNumber.end() ? nullptr : &regions[found->second];
    };
    for (long i = 0; DcmItem* item = itemAt(data, DCM_RTROIObservationsSequence, i); ++i) {
        if (ContouredRegion* region = regionOf(*item))
            region->observation = item;
    }
    for (long i = 0; DcmItem* item = itemAt(data, DCM_ROIContourSequence, i); ++i) {
        ContouredRegion* region = regionOf(*item);
        if (!region)
            continue;
        if (Status read = readContours(header, *item, path, *region); !read)
            return read.error();
    }
    return regions;
}

} // namespace fovea
