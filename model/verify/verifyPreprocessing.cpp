#include "model/verify/verifyPreprocessing.h"

#include "model/preprocess/PreparedStudy.h"
#include "model/verify/Comparisons.h"
#include "model/verify/GoldenRule.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numeric>

namespace fovea {
namespace {

constexpr double sampleTolerance = 1e-6;
constexpr double sumTolerance = 1e-6;

struct Study {
    VolumePtr volume;
    LabelMapPtr labels;
    std::vector<std::string> anatomies; ///< One per label, by rising label.
};

Study studyOf(const GoldenNode& node, const std::string& name)
{
    ImageGeometry geometry;
    geometry.size = node.at("size_ijk").index3();
    geometry.spacingMm = node.at("spacing_mm").vec3();
    std::vector<std::int16_t> voxels(goldenVoxelCount(node, geometry.size));
    golden::NamedNumbers numbers("ct:" + name);
    for (std::int16_t& voxel : voxels)
        voxel = static_cast<std::int16_t>(std::floor(2000.0F * numbers.next()) - 1300.0F);

    const Index3 slowestFirst{geometry.size[2], geometry.size[1], geometry.size[0]};
    const std::vector<GoldenBox> boxes = goldenBoxes(node.at("label_boxes_kji"), slowestFirst);
    std::vector<std::uint16_t> labels(voxels.size(), 0);
    std::int64_t largest = 4; // the released labels
    for (const GoldenBox& box : boxes) {
        largest = std::max(largest, box.label);
        for (int k = box.low[0]; k < box.high[0]; ++k) {
            for (int j = box.low[1]; j < box.high[1]; ++j) {
                for (int i = box.low[2]; i < box.high[2]; ++i)
                    labels[geometry.offset({i, j, k})] = static_cast<std::uint16_t>(box.label);
            }
        }
    }
    Study study;
    std::vector<Structure> structures;
    for (std::int64_t label = 1; label <= largest; ++label) {
        Structure structure;
        structure.label = static_cast<std::uint16_t>(label);
        structure.name = "label " + std::to_string(label);
        structure.anatomyId = structure.name;
        study.anatomies.push_back(structure.name);
        structures.push_back(std::move(structure));
    }
    study.volume = Volume::create(geometry, std::move(voxels));
    study.labels = LabelMap::create(geometry, std::move(labels), std::move(structures));
    return study;
}

std::int64_t labelOf(const std::string& key, const GoldenNode& node)
{
    int label = 0;
    const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), label);
    if (error != std::errc{} || end != key.data() + key.size() || label < 0 || label > 254)
        node.refuse("is not called by a label");
    return label;
}

void compareSize(const GoldenNode& parent, const char* key, Quantity quantity,
                 const std::string& where, const Index3& found, Comparisons& comparisons)
{
    if (const auto expected = parent.find(key)) {
        const std::vector<std::int64_t> values = expected->integers(0, 1 << 20);
        const std::vector<std::int64_t> own{found[0], found[1], found[2]};
        comparisons.exact(quantity, where, own, values);
    }
}

void compareFigures(const GoldenNode& node, const std::string& name, const PreparedStudy& prepared,
                    Comparisons& comparisons, std::vector<std::string>& unknown)
{
    compareSize(node, "resampled_dhw", Quantity::ResampledSizes, name, prepared.resampledSize,
                comparisons);
    if (const auto crop = node.find("union_crop")) {
        crop->noteOthers({"low_dhw", "high_dhw"}, unknown);
        compareSize(*crop, "low_dhw", Quantity::UnionCrops, name + ", low", prepared.cropLow,
                    comparisons);
        compareSize(*crop, "high_dhw", Quantity::UnionCrops, name + ", high", prepared.cropHigh,
                    comparisons);
    }
    const Index3 cropped{prepared.cropHigh[0] - prepared.cropLow[0],
                         prepared.cropHigh[1] - prepared.cropLow[1],
                         prepared.cropHigh[2] - prepared.cropLow[2]};
    compareSize(node, "cropped_dhw", Quantity::UnionCrops, name + ", size", cropped, comparisons);
    compareSize(node, "final_dhw", Quantity::FinalSizes, name, prepared.size, comparisons);
    if (const auto sum = node.find("sum"))
        comparisons.relative(Quantity::ImageSums, name,
                             std::accumulate(prepared.image.begin(), prepared.image.end(), 0.0),
                             sum->number(), std::max(1.0, std::abs(sum->number())), sumTolerance);
    if (const auto counts = node.find("label_counts")) {
        for (const auto& [key, count] : counts->members())
            comparisons.exact(Quantity::LabelCounts, name + ", " + key,
                              std::ranges::count(prepared.labels, labelOf(key, count)),
                              count.integer(0, std::int64_t{1} << 40));
    }
    if (const auto samples = node.find("samples")) {
        for (const GoldenNode& sample : samples->elements()) {
            const auto at = sample.at("flat_index").integer(0, std::int64_t{1} << 40);
            const double expected = sample.at("value").number();
            // Outside the image only where the final size is another one, which is told too.
            const double found = at < std::ssize(prepared.image)
                                     ? prepared.image[static_cast<std::size_t>(at)]
                                     : std::nan("");
            comparisons.absolute(Quantity::ImageSamples, name + ", " + std::to_string(at), found,
                                 expected, sampleTolerance);
        }
    }
}

} // namespace

Result<Verification> verifyPreprocessing(const GoldenNode& cases, const Progress& progress)
{
    Comparisons comparisons;
    Verification verification;
    verification.kind = Verification::Kind::Preprocessing;
    const std::vector<GoldenNode> all = cases.elements();
    for (std::size_t i = 0; i < all.size(); ++i) {
        const GoldenNode& node = all[i];
        node.noteOthers({"name", "size_ijk", "spacing_mm", "label_boxes_kji", "resampled_dhw",
                         "union_crop", "cropped_dhw", "final_dhw", "sum", "label_counts",
                         "samples"},
                        verification.notCompared);
        const std::string name = node.at("name").text();
        const Study study = studyOf(node, name);
        const auto count = static_cast<double>(all.size());
        const Result<PreparedStudy> prepared = prepareStudy(
            *study.volume, *study.labels, study.anatomies, PreprocessSettings{},
            progress.part(static_cast<double>(i) / count, static_cast<double>(i + 1) / count));
        if (!prepared) {
            if (prepared.error().code == ErrorCode::NoRegion)
                node.refuse("has no labelled voxel left after resampling");
            return prepared.error();
        }
        compareFigures(node, name, *prepared, comparisons, verification.notCompared);
    }
    verification.comparisons = comparisons.take();
    return verification;
}

} // namespace fovea
