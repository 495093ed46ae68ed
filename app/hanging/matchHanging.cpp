#include "app/hanging/matchHanging.h"

#include <algorithm>
#include <cmath>

namespace fovea {

bool matches(const HangingCondition& condition, const HangingSubject& subject)
{
    if (!condition.modality.empty() &&
        foldedText(condition.modality) != foldedText(subject.series.modality))
        return false;
    if (!condition.bodyParts.empty()) {
        const auto shown = bodyPartsOf(subject.study, subject.series);
        const bool common = std::ranges::any_of(
            condition.bodyParts, [&shown](BodyPart part) { return shown.contains(part); });
        if (!common)
            return false;
    }
    if (!condition.words.empty()) {
        const std::string description = foldedText(subject.series.description);
        const bool said =
            std::ranges::any_of(condition.words, [&description](const std::string& word) {
                return description.find(foldedText(word)) != std::string::npos;
            });
        if (!said)
            return false;
    }
    if (condition.hasPrior && *condition.hasPrior != subject.hasPrior)
        return false;
    return !condition.acquired || *condition.acquired == acquiredPlane(subject.series);
}

std::optional<std::size_t> firstMatching(const std::vector<HangingProtocol>& protocols,
                                         const HangingSubject& subject)
{
    const auto found = std::ranges::find_if(protocols, [&subject](const HangingProtocol& protocol) {
        return matches(protocol.when, subject);
    });
    if (found == protocols.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - protocols.begin());
}

SliceOrientation acquiredPlane(const SeriesRecord& series)
{
    // LPS: sagittal slices face left, coronal ones posterior, axial ones the head.
    const Vec3 normal = cross(series.rowDirection, series.columnDirection);
    const Vec3 size{std::abs(normal[0]), std::abs(normal[1]), std::abs(normal[2])};
    if (size[2] >= size[0] && size[2] >= size[1])
        return SliceOrientation::Axial;
    return size[1] >= size[0] ? SliceOrientation::Coronal : SliceOrientation::Sagittal;
}

} // namespace fovea
