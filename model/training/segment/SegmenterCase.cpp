#include "model/training/segment/SegmenterCase.h"

#include "model/segment/AxisSampling.h"
#include "model/segment/SegmentationInput.h"

#include <algorithm>
#include <array>

namespace fovea {
namespace {

/// The labels of a view on another grid of that size, edges where resampled images have them.
std::vector<std::uint8_t> nearestLabels(const LabelMap& labels, const ArrayView& view,
                                        const Index3& size, const std::vector<std::uint8_t>& learnt)
{
    std::array<std::vector<int>, 3> nearest;
    for (std::size_t a = 0; a < 3; ++a) {
        const AxisSampling axis = AxisSampling::resize(view.size[a], size[a], 0);
        for (const AxisSampling::Tap& tap : axis.taps())
            nearest[a].push_back(tap.index[0]);
    }
    const std::uint16_t* const from = labels.labels().data();
    std::vector<std::uint8_t> out;
    for (const int k : nearest[0]) {
        for (const int j : nearest[1]) {
            for (const int i : nearest[2])
                out.push_back(learnt[from[view.offset(k, j, i)]]);
        }
    }
    return out;
}

std::vector<std::vector<std::uint32_t>> placesOf(const std::vector<std::uint8_t>& labels,
                                                 int classes)
{
    std::vector<std::vector<std::uint32_t>> places(static_cast<std::size_t>(classes));
    for (std::size_t at = 0; at < labels.size(); ++at) {
        if (labels[at] != 0)
            places[labels[at]].push_back(static_cast<std::uint32_t>(at));
    }
    for (std::vector<std::uint32_t>& all : places) {
        if (all.size() <= SegmenterCase::PlacesKept)
            continue;
        for (std::size_t n = 0; n < SegmenterCase::PlacesKept; ++n)
            all[n] = all[n * all.size() / SegmenterCase::PlacesKept];
        all.resize(SegmenterCase::PlacesKept);
        all.shrink_to_fit();
    }
    return places;
}

Result<SegmenterCase> caseOf(const LabelledStudy& study, const SegmenterRecipe& recipe)
{
    if (study.labels->geometry().size != study.volume->geometry().size)
        return makeError(ErrorCode::GridMismatch);
    const SegmentationConfig& config = recipe.config;
    const ArrayView view =
        canonicalView(study.volume->geometry()).transposed(config.transposeForward);
    Result<SegmentationInput> input =
        inputFromVolume(config, study.volume->voxels().data(), view, {});
    if (!input)
        return input.error();
    SegmenterCase made;
    made.image = input->image.to(at::kHalf);
    made.labels = nearestLabels(*study.labels, view.cropped(input->low, input->high), made.size(),
                                learntLabels(recipe, *study.labels));
    made.places = placesOf(made.labels, config.classes);
    return made;
}

} // namespace

Index3 SegmenterCase::size() const
{
    return {static_cast<int>(image.size(0)), static_cast<int>(image.size(1)),
            static_cast<int>(image.size(2))};
}

Result<std::vector<SegmenterCase>> loadSegmenterCases(const StudySource& studies,
                                                      const SegmenterRecipe& recipe,
                                                      const Progress& progress)
{
    std::vector<SegmenterCase> cases;
    bool any = false;
    for (std::size_t n = 0; n < studies.count; ++n) {
        if (progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        const Result<LabelledStudy> study = studies.load(n);
        if (!study)
            return study.error();
        Result<SegmenterCase> made = caseOf(*study, recipe);
        if (!made)
            return made.error();
        any = any || std::ranges::any_of(made->places, [](const auto& p) { return !p.empty(); });
        cases.push_back(*std::move(made));
        progress.report(static_cast<double>(n + 1) / static_cast<double>(studies.count));
    }
    if (!any)
        return makeError(ErrorCode::NoCases);
    return cases;
}

void addCases(DataHash& hash, const std::vector<SegmenterCase>& cases)
{
    hash.word(cases.size());
    for (const SegmenterCase& one : cases) {
        const Index3 size = one.size();
        hash.add(size.data(), sizeof size);
        hash.add(one.image.const_data_ptr(), one.image.nbytes());
        hash.add(one.labels.data(), one.labels.size());
    }
}

} // namespace fovea
