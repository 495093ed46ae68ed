#include "model/segment/segmentPatch.h"
#include "model/verify/GoldenSegmentation.h"
#include "model/verify/verifySegmentation.h"

#include <ATen/ops/argmax.h>
#include <ATen/ops/bincount.h>
#include <ATen/ops/from_blob.h>

namespace fovea {
namespace {

constexpr double tolerance = 5e-5;
constexpr double countTolerance = 2.0;

void compareShape(const at::Tensor& tensor, const GoldenNode& expected, const std::string& where,
                  Comparisons& comparisons)
{
    const std::vector<std::int64_t> shape = tensor.sizes().slice(1).vec();
    comparisons.exact(Quantity::ParameterShapes, where, shape,
                      expected.at("shape").integers(1, std::int64_t{1} << 40));
}

void compareSamples(Quantity quantity, const at::Tensor& tensor, const GoldenNode& expected,
                    const std::string& where, Comparisons& comparisons)
{
    const at::Tensor flat = tensor.contiguous();
    const float* const values = flat.const_data_ptr<float>();
    for (const golden::Sample& sample :
         golden::samples(expected.at("samples"), static_cast<std::size_t>(flat.numel())))
        comparisons.absolute(quantity, where, values[sample.index], sample.value, tolerance);
}

void compareParameters(const GoldenNode& network, const SegmentationConfig& config,
                       const std::string& name, Comparisons& comparisons)
{
    const std::vector<ParameterShape> shapes = segmentationParameters(config);
    const std::vector<GoldenNode> expected = network.at("parameters").elements();
    comparisons.exact(Quantity::ParameterShapes, name + ", parameters",
                      static_cast<std::int64_t>(shapes.size()),
                      static_cast<std::int64_t>(expected.size()));
    for (std::size_t i = 0; i < std::min(shapes.size(), expected.size()); ++i) {
        const std::vector<GoldenNode> pair = expected[i].elements();
        if (pair.size() != 2)
            expected[i].refuse("is not a name and a shape");
        const std::string where = name + ", " + pair[0].text();
        comparisons.exact(Quantity::ParameterShapes, where, shapes[i].name == pair[0].text(), 1);
        comparisons.exact(Quantity::ParameterShapes, where, shapes[i].shape,
                          pair[1].integers(1, std::int64_t{1} << 40));
    }
}

void compareNetwork(const GoldenNode& network, SegmentationFigures& made)
{
    network.noteOthers({"name", "network", "patch_dhw", "input", "plans_new_form", "plans_old_form",
                        "parameters", "state_dict_keys", "parameter_count", "skips",
                        "deep_supervision_output_shapes", "logits", "argmax_counts",
                        "fp32_vs_fp64_max_abs", "fp32_vs_fp64_label_voxels"},
                       made.notCompared);
    const std::string name = network.at("name").text();
    const SegmentationConfig config = golden::segmentationConfig(network);
    compareParameters(network, config, name, made.comparisons);
    const ParameterMap parameters = golden::segmentationParameters(config);
    std::vector<float> numbers = golden::numbers(
        network.at("input").text(), goldenVoxelCount(network.at("patch_dhw"), config.patch));
    const at::Tensor image = at::from_blob(
        numbers.data(), {1, 1, config.patch[0], config.patch[1], config.patch[2]}, at::kFloat);

    std::vector<at::Tensor> skips = encodePatch(config, parameters, image);
    const std::vector<GoldenNode> expected = network.at("skips").elements();
    made.comparisons.exact(Quantity::ParameterShapes, name + ", skips",
                           static_cast<std::int64_t>(skips.size()),
                           static_cast<std::int64_t>(expected.size()));
    for (std::size_t s = 0; s < std::min(skips.size(), expected.size()); ++s) {
        const std::string where = name + ", skip " + std::to_string(s);
        compareShape(skips[s], expected[s], where, made.comparisons);
        compareSamples(Quantity::FeatureLevels, skips[s], expected[s], where, made.comparisons);
    }
    const at::Tensor logits = decodePatch(config, parameters, std::move(skips));
    compareShape(logits, network.at("logits"), name, made.comparisons);
    compareSamples(Quantity::WindowLogits, logits, network.at("logits"), name, made.comparisons);
    const at::Tensor counts =
        at::bincount(at::argmax(logits.squeeze(0), 0).flatten(), {}, config.classes);
    const std::int64_t* const count = counts.const_data_ptr<std::int64_t>();
    const std::vector<double> expectedCounts = network.at("argmax_counts").numbers();
    if (expectedCounts.size() != static_cast<std::size_t>(config.classes))
        network.at("argmax_counts").refuse("is not a number per class");
    for (std::size_t c = 0; c < expectedCounts.size(); ++c)
        made.comparisons.absolute(Quantity::WindowLabels, name, static_cast<double>(count[c]),
                                  expectedCounts[c], countTolerance);
}

} // namespace

Status compareSegmentationNetworks(const GoldenNode& file, SegmentationFigures& made,
                                   const Progress& progress)
{
    const std::vector<GoldenNode> networks = file.elements();
    for (std::size_t i = 0; i < networks.size(); ++i) {
        if (progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        progress.report(static_cast<double>(i) / static_cast<double>(networks.size()));
        compareNetwork(networks[i], made);
    }
    return Done{};
}

} // namespace fovea
