#include "model/segment/SlidingWindow.h"
#include "model/verify/GoldenSegmentation.h"
#include "model/verify/verifySegmentation.h"

#include <ATen/ops/argmax.h>
#include <ATen/ops/bincount.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/from_blob.h>
#include <c10/util/Half.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <optional>

namespace fovea {
namespace {

constexpr double fullTolerance = 1e-4;
constexpr double halfTolerance = 2e-3; // absolute and relative
constexpr double countTolerance = 2.0;
constexpr double halfLabelTolerance = 5e-4;

/// The word after another one in a sentence.
std::string wordAfter(const std::string& sentence, const std::string& word)
{
    const std::size_t at = sentence.find(word + " ");
    if (at == std::string::npos)
        return {};
    const std::size_t begin = at + word.size() + 1;
    return sentence.substr(begin, sentence.find(' ', begin) - begin);
}

/// "the network named plain of networks.json": that file lies beside this one.
SegmentationConfig namedNetwork(const GoldenNode& file, const std::filesystem::path& goldenFile)
{
    const GoldenNode sentence = file.at("network");
    const std::string name = wordAfter(sentence.text(), "named");
    const std::filesystem::path other = wordAfter(sentence.text(), "of");
    if (name.empty() || other.empty() || other.has_parent_path())
        sentence.refuse("does not name a network of a file beside this one");
    std::ifstream in(goldenFile.parent_path() / other, std::ios::binary);
    if (!in)
        sentence.refuse("names a file that is not there: " + other.string());
    const GoldenJson document = GoldenJson::parse(in, nullptr, false);
    for (const GoldenNode& network : GoldenNode(document, other.string()).elements()) {
        if (network.at("name").text() == name)
            return golden::segmentationConfig(network);
    }
    sentence.refuse("names a network that " + other.string() + " has not");
}

/// How many of half precision's steps lie between two positive numbers.
double halfSteps(double a, double b)
{
    const auto bits = [](double value) {
        return static_cast<int>(static_cast<c10::Half>(static_cast<float>(value)).x);
    };
    return std::abs(bits(a) - bits(b));
}

/// Logits of all planes.
Result<at::Tensor> slide(const SegmentationConfig& config, const ParameterMap& parameters,
                         const at::Tensor& image, const SlidingWindowOptions& options,
                         const Progress& progress)
{
    at::Tensor all =
        at::empty({config.classes, image.size(0), image.size(1), image.size(2)}, at::kFloat);
    const auto sink = [&](int first, const at::Tensor& logits) -> Status {
        all.narrow(1, first, logits.size(1)).copy_(logits);
        return Done{};
    };
    if (Status status =
            slideWindow(config, std::span(&parameters, 1), image, options, sink, progress);
        !status)
        return status.error();
    return all;
}

std::vector<std::int64_t> countsOf(const at::Tensor& logits)
{
    const at::Tensor counts = at::bincount(at::argmax(logits, 0).flatten(), {}, logits.size(0));
    const std::int64_t* const data = counts.const_data_ptr<std::int64_t>();
    return {data, data + counts.numel()};
}

/// Whether each voxel sees nothing but the outermost corner of one window.
std::vector<bool> cornersOnly(const SegmentationConfig& config, const Index3& size, double step)
{
    const at::Tensor weights = gaussianWeights(config.patch);
    const float* const weight = weights.const_data_ptr<float>();
    const float smallest =
        *std::min_element(weight, weight + static_cast<std::size_t>(weights.numel()));
    std::array<std::vector<int>, 3> starts;
    Index3 before{};
    for (std::size_t a = 0; a < 3; ++a) {
        const int missing = std::max(0, config.patch[a] - size[a]);
        before[a] = missing / 2;
        starts[a] = windowStarts(size[a] + missing, config.patch[a], step);
    }
    std::vector<float> sums(static_cast<std::size_t>(size[0]) * size[1] * size[2]);
    const auto inside = [&](int start, int at, std::size_t a) {
        return start + at - before[a] >= 0 && start + at - before[a] < size[a];
    };
    for (const int sd : starts[0]) {
        for (const int sh : starts[1]) {
            for (const int sw : starts[2]) {
                std::size_t at = 0;
                for (int d = 0; d < config.patch[0]; ++d) {
                    for (int h = 0; h < config.patch[1]; ++h) {
                        for (int w = 0; w < config.patch[2]; ++w, ++at) {
                            if (inside(sd, d, 0) && inside(sh, h, 1) && inside(sw, w, 2))
                                sums[(static_cast<std::size_t>(sd + d - before[0]) * size[1] +
                                      (sh + h - before[1])) *
                                         size[2] +
                                     (sw + w - before[2])] += weight[at];
                        }
                    }
                }
            }
        }
    }
    std::vector<bool> corners;
    for (const float sum : sums)
        corners.push_back(sum <= smallest);
    return corners;
}

void compareStarts(const GoldenNode& node, const std::array<const char*, 3>& keys,
                   const Index3& padded, const Index3& patch, double step,
                   SegmentationFigures& made)
{
    for (std::size_t a = 0; a < 3; ++a) {
        const std::vector<int> starts = windowStarts(padded[a], patch[a], step);
        made.comparisons.exact(Quantity::WindowStarts, node.place(),
                               std::vector<std::int64_t>(starts.begin(), starts.end()),
                               node.at(keys[a]).integers(0, 1 << 20));
    }
}

double stepOf(const GoldenNode& node)
{
    const double step = node.at("tile_step_size").number();
    if (step < 0.05 || step > 1.0)
        node.at("tile_step_size").refuse("is not from 0.05 to 1");
    return step;
}

Status compareRun(const GoldenNode& run, const SegmentationConfig& config,
                  const ParameterMap& parameters, const at::Tensor& image,
                  SegmentationFigures& made, const Progress& progress)
{
    run.noteOthers({"tile_step_size", "starts_d", "starts_h", "starts_w", "windows", "logits_fp16",
                    "logits_fp32", "max_abs_fp16_minus_fp32", "argmax_counts_fp16",
                    "argmax_counts_fp32", "voxels_where_the_two_differ", "voxels"},
                   made.notCompared);
    SlidingWindowOptions options;
    options.step = stepOf(run);
    const Index3 size{static_cast<int>(image.size(0)), static_cast<int>(image.size(1)),
                      static_cast<int>(image.size(2))};
    Index3 padded{};
    for (std::size_t a = 0; a < 3; ++a)
        padded[a] = std::max(size[a], config.patch[a]);
    compareStarts(run, {"starts_d", "starts_h", "starts_w"}, padded, config.patch, options.step,
                  made);
    const auto elements = static_cast<std::size_t>(config.classes) * image.numel();

    const Result<at::Tensor> full =
        slide(config, parameters, image, options, progress.part(0.0, 0.5));
    if (!full)
        return full.error();
    const float* values = full->const_data_ptr<float>();
    for (const golden::Sample& sample :
         golden::samples(run.at("logits_fp32").at("samples"), elements))
        made.comparisons.absolute(Quantity::SlidLogits, run.place(), values[sample.index],
                                  sample.value, fullTolerance);
    const std::vector<std::int64_t> counts = countsOf(*full);
    const std::vector<double> expected = run.at("argmax_counts_fp32").numbers();
    for (std::size_t c = 0; c < std::max(counts.size(), expected.size()); ++c)
        made.comparisons.absolute(Quantity::SlidLabels, run.place(),
                                  c < counts.size() ? static_cast<double>(counts[c]) : 0.0,
                                  c < expected.size() ? expected[c] : 0.0, countTolerance);

    options.halfSums = true;
    const Result<at::Tensor> half =
        slide(config, parameters, image, options, progress.part(0.5, 1.0));
    if (!half)
        return half.error();
    values = half->const_data_ptr<float>();
    const std::vector<bool> corners = cornersOnly(config, size, options.step);
    for (const golden::Sample& sample :
         golden::samples(run.at("logits_fp16").at("samples"), elements))
    {
        if (!corners[sample.index % corners.size()])
            made.comparisons.relative(Quantity::HalfSlidLogits, run.place(), values[sample.index],
                                      sample.value, 1.0 + std::abs(sample.value), halfTolerance);
    }
    made.comparisons.absolute(
        Quantity::HalfSlidLabels, run.place(),
        golden::differingShare(countsOf(*half), run.at("argmax_counts_fp16").integers(0, 1 << 30)),
        0.0, halfLabelTolerance);
    return Done{};
}

void compareWeights(const GoldenNode& node, SegmentationFigures& made)
{
    const Index3 patch = node.at("patch_dhw").index3();
    const std::size_t count = goldenVoxelCount(node.at("patch_dhw"), patch);
    const at::Tensor weights = gaussianWeights(patch);
    const float* const values = weights.const_data_ptr<float>();
    const auto compare = [&](std::size_t at, double expected) {
        made.comparisons.absolute(Quantity::WindowWeights, node.place(),
                                  halfSteps(values[at], expected), 0.0, 1.0);
    };
    for (const golden::Sample& sample : golden::samples(node.at("samples"), count))
        compare(sample.index, sample.value);
    if (const auto line = node.find("line_d_through_centre")) {
        for (const golden::Sample& sample :
             golden::samples(*line, static_cast<std::size_t>(patch[0])))
            compare((sample.index * patch[1] + patch[1] / 2) * patch[2] + patch[2] / 2,
                    sample.value);
    }
}

} // namespace

Status compareSlidingWindow(const GoldenNode& file, const std::filesystem::path& goldenFile,
                            SegmentationFigures& made, const Progress& progress)
{
    file.noteOthers({"network", "patch_dhw", "volumes", "step_starts", "gaussian"},
                    made.notCompared);
    for (const GoldenNode& node : file.at("step_starts").elements()) {
        const GoldenNode starts = node.at("starts");
        const Index3 padded = node.at("padded_dhw").index3();
        const Index3 patch = node.at("patch_dhw").index3();
        const std::vector<GoldenNode> axes = starts.elements();
        for (std::size_t a = 0; a < 3; ++a) {
            if (axes.size() != 3 || padded[a] < patch[a])
                node.refuse("is not of three axes that hold a patch");
            const std::vector<int> found = windowStarts(padded[a], patch[a], stepOf(node));
            made.comparisons.exact(Quantity::WindowStarts, node.place(),
                                   std::vector<std::int64_t>(found.begin(), found.end()),
                                   axes[a].integers(0, 1 << 20));
        }
    }
    if (const auto weights = file.find("gaussian")) {
        for (const GoldenNode& node : weights->elements())
            compareWeights(node, made);
    }

    SegmentationConfig config = namedNetwork(file, goldenFile);
    config.patch = file.at("patch_dhw").index3();
    const ParameterMap parameters = golden::segmentationParameters(config);
    const std::vector<GoldenNode> volumes = file.at("volumes").elements();
    std::size_t runs = 0;
    for (const GoldenNode& volume : volumes)
        runs += volume.at("runs").elements().size();
    std::size_t done = 0;
    for (const GoldenNode& volume : volumes) {
        const Index3 size = volume.at("shape_dhw").index3();
        std::vector<float> numbers = golden::numbers(
            volume.at("image").text(), goldenVoxelCount(volume.at("shape_dhw"), size));
        const at::Tensor image =
            at::from_blob(numbers.data(), {size[0], size[1], size[2]}, at::kFloat);
        for (const GoldenNode& run : volume.at("runs").elements()) {
            const auto share = [&](std::size_t n) {
                return static_cast<double>(n) / static_cast<double>(runs);
            };
            if (Status status = compareRun(run, config, parameters, image, made,
                                           progress.part(share(done), share(done + 1)));
                !status)
                return status;
            ++done;
        }
    }
    return Done{};
}

} // namespace fovea
