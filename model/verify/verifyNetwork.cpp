#include "model/verify/verifyNetwork.h"

#include "model/engine/CpuSetup.h"
#include "model/network/InferenceNetwork.h"
#include "model/network/toVector.h"
#include "model/preprocess/RegionWindow.h"
#include "model/verify/Comparisons.h"
#include "model/verify/GoldenNetwork.h"
#include "model/verify/GoldenRule.h"
#include "model/verify/verifyTraining.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/from_blob.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <memory>
#include <numeric>

namespace fovea {
namespace {

constexpr double scoreTolerance = 1e-4;
constexpr double cropTolerance = 1e-6;
constexpr double halfScoreTolerance = 0.01;
constexpr double halfCosineTolerance = 5e-4;
constexpr int largeNetwork = 256; ///< From this width on, vectors may differ by 5e-5.

std::vector<std::int64_t> wide(const Index3& index)
{
    return {index[0], index[1], index[2]};
}

/// Whether the released checkpoint's list has the entry but no result depends on it.
bool withoutEffect(const std::string& name)
{
    return name.find(".cls.") != std::string::npos || name.find("token_type") != std::string::npos;
}

double oneMinusCosine(const std::vector<float>& a, const std::vector<double>& b)
{
    if (a.size() != b.size())
        return std::numeric_limits<double>::infinity();
    double dot = 0.0;
    double squareA = 0.0;
    double squareB = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        dot += a[i] * b[i];
        squareA += static_cast<double>(a[i]) * a[i];
        squareB += b[i] * b[i];
    }
    return 1.0 - dot / std::sqrt(squareA * squareB);
}

struct Prompt {
    std::string organ;
    std::string finding;
    std::vector<float> negative;
    std::vector<float> positive;
};

struct EncodedWindow {
    RegionWindow window;
    ImageFeatures features;
    ImageFeatures half; ///< Without levels where the engine would not choose half precision.
};

class NetworkCheck {
public:
    NetworkCheck(const GoldenNode& file, const Progress& progress)
        : m_file(file)
        , m_progress(progress)
        , m_config(goldenNetwork(file, m_unknown))
    {
        const bool large = std::max(m_config.hidden, m_config.textHidden) >= largeNetwork;
        m_vectorTolerance = large ? 5e-5 : 1e-5;
    }

    Result<Verification> run()
    {
        m_file.noteOthers(
            {"config", "parameters", "prompts", "cases", "train", "roi", "anatomies", "organs"},
            m_unknown);
        if (const auto roi = m_file.find("roi"))
            m_settings.roi = roi->index3();
        if (const auto parameters = m_file.find("parameters"))
            compareParameterList(*parameters);
        if (m_file.find("prompts") || m_file.find("cases")) {
            const c10::InferenceMode inference;
            if (const Status status = compareInference(); !status)
                return status.error();
        }
        if (const auto train = m_file.find("train")) {
            m_progress.report(0.9);
            if (m_progress.cancelled())
                return makeError(ErrorCode::Cancelled);
            verifyTraining(*train, m_config, m_comparisons, m_unknown);
        }
        Verification verification;
        verification.kind = Verification::Kind::Network;
        verification.comparisons = m_comparisons.take();
        verification.notCompared = std::move(m_unknown);
        return verification;
    }

private:
    void compareParameterList(const GoldenNode& list)
    {
        std::map<std::string, std::vector<std::int64_t>> own;
        for (const ParameterShape& p : parameterShapes(m_config))
            own.emplace(p.name, p.shape);
        for (const GoldenNode& entry : list.elements()) {
            const std::vector<GoldenNode> pair = entry.elements();
            if (pair.size() != 2)
                entry.refuse("is not a name and a shape");
            const std::string name = pair[0].text();
            if (withoutEffect(name))
                continue;
            const std::vector<std::int64_t> shape = pair[1].integers(0, 1 << 30);
            const auto found = own.find(name);
            const bool same = found != own.end() && found->second == shape;
            m_comparisons.exact(Quantity::ParameterShapes, name, same ? 1 : 0, 1);
            if (found != own.end())
                own.erase(found);
        }
        for (const auto& [name, shape] : own)
            m_comparisons.exact(Quantity::ParameterShapes, name, 1, 0);
    }

    Status compareInference()
    {
        const Result<Fvlm> fvlm = Fvlm::create(m_config, golden::parameters(m_config));
        if (!fvlm)
            return fvlm.error();
        const InferenceNetwork network(*fvlm, Precision::Float32);
        if (const Precision chosen = fastestCpuPrecision(m_config); chosen != Precision::Float32)
            m_half = std::make_unique<const InferenceNetwork>(*fvlm, chosen);
        if (const auto prompts = m_file.find("prompts")) {
            for (const GoldenNode& prompt : prompts->elements()) {
                if (m_progress.cancelled())
                    return makeError(ErrorCode::Cancelled);
                comparePrompt(network, prompt);
            }
        }
        m_progress.report(0.2);
        if (const auto cases = m_file.find("cases")) {
            const std::vector<GoldenNode> all = cases->elements();
            for (std::size_t i = 0; i < all.size(); ++i) {
                const double from = 0.2 + 0.7 * static_cast<double>(i) / std::ssize(all);
                const double to = 0.2 + 0.7 * static_cast<double>(i + 1) / std::ssize(all);
                if (const Status status = compareCase(network, all[i], m_progress.part(from, to));
                    !status)
                    return status.error();
            }
        }
        return Done{};
    }

    std::vector<std::int64_t> tokenIds(const GoldenNode& node) const
    {
        std::vector<std::int64_t> ids = node.integers(0, m_config.vocabulary - 1);
        if (ids.empty() || std::ssize(ids) > m_config.maxPositions)
            node.refuse("has no token, or more than the network has positions");
        return ids;
    }

    void comparePrompt(const InferenceNetwork& network, const GoldenNode& node)
    {
        node.noteOthers({"organ", "finding", "negative_ids", "positive_ids", "text_feat"},
                        m_unknown);
        Prompt prompt{node.at("organ").text(), node.at("finding").text(), {}, {}};
        const at::Tensor vectors = network.textVectors(
            {tokenIds(node.at("negative_ids")), tokenIds(node.at("positive_ids"))});
        prompt.negative = toVector(vectors[0]);
        prompt.positive = toVector(vectors[1]);
        if (const auto expected = node.find("text_feat")) {
            const std::vector<GoldenNode> pair = expected->elements();
            if (pair.size() != 2)
                expected->refuse("is not a pair of vectors");
            const std::string where = prompt.organ + ", " + prompt.finding;
            m_comparisons.absolute(Quantity::TextVectors, where + ", negative", prompt.negative,
                                   pair[0].numbers(), m_vectorTolerance);
            m_comparisons.absolute(Quantity::TextVectors, where + ", positive", prompt.positive,
                                   pair[1].numbers(), m_vectorTolerance);
        }
        m_prompts.push_back(std::move(prompt));
    }

    Status compareCase(const InferenceNetwork& network, const GoldenNode& node,
                       const Progress& progress)
    {
        node.noteOthers({"name", "shape", "boxes_zyx", "organs"}, m_unknown);
        const std::string name = node.at("name").text();
        const Index3 shape = node.at("shape").index3();
        goldenVoxelCount(node, shape);
        std::vector<GoldenBox> boxes = goldenBoxes(node.at("boxes_zyx"), shape);
        for (const GoldenBox& box : boxes) {
            if (box.label > std::ssize(m_config.anatomies))
                node.at("boxes_zyx").refuse("has a label that is no anatomy of the network");
        }
        const PreparedStudy study = golden::study("image:" + name, shape, boxes);
        std::vector<EncodedWindow> encoded;
        const std::vector<GoldenNode> organs = node.at("organs").elements();
        std::vector<bool> spokenOf(m_config.anatomies.size(), false);
        for (std::size_t i = 0; i < organs.size(); ++i) {
            if (progress.cancelled())
                return makeError(ErrorCode::Cancelled);
            const int anatomy = m_config.anatomyIndex(organs[i].at("organ").text());
            if (anatomy < 0)
                organs[i].at("organ").refuse("is no anatomy of the network");
            spokenOf[static_cast<std::size_t>(anatomy)] = true;
            compareOrgan(network, study, anatomy, organs[i], name, encoded);
            progress.report(static_cast<double>(i + 1) / static_cast<double>(organs.size()));
        }
        for (const PreparedRegion& region : study.regions) {
            const auto anatomy = static_cast<std::size_t>(region.anatomyIndex);
            if (!spokenOf[anatomy])
                m_unknown.push_back(node.place() + ": " + m_config.anatomies[anatomy]);
        }
        return Done{};
    }

    void compareOrgan(const InferenceNetwork& network, const PreparedStudy& study, int anatomy,
                      const GoldenNode& organ, const std::string& caseName,
                      std::vector<EncodedWindow>& encoded)
    {
        organ.noteOthers({"organ", "crop_shape", "padded_shape", "crop_first_values", "tokens",
                          "hidden_samples", "image_feat", "scores"},
                         m_unknown);
        const std::string where =
            caseName + ", " + m_config.anatomies[static_cast<std::size_t>(anatomy)];
        const auto region =
            std::ranges::find(study.regions, anatomy, &PreparedRegion::anatomyIndex);
        const auto tokenCount = organ.find("tokens");
        const bool expectedPresent =
            tokenCount ? tokenCount->integer(0, 1 << 30) > 0
                       : organ.findAny({"crop_shape", "image_feat", "scores"}).has_value();
        const bool present = region != study.regions.end();
        m_comparisons.exact(Quantity::AnatomiesPresent, where, present ? 1 : 0,
                            expectedPresent ? 1 : 0);
        if (!present || !expectedPresent)
            return;

        const RegionWindow window = regionWindow(study, *region, m_settings, m_config.patch);
        if (const auto size = organ.find("crop_shape"))
            m_comparisons.exact(Quantity::ImageWindows, where, wide(window.size),
                                wide(size->index3()));
        if (const auto padded = organ.find("padded_shape"))
            m_comparisons.exact(Quantity::ImageWindows, where + ", padded", wide(window.padded),
                                wide(padded->index3()));
        std::vector<float> crop = cutImage(study, window);
        if (const auto first = organ.find("crop_first_values")) {
            const std::vector<double> expected = first->numbers();
            if (expected.size() > crop.size())
                first->refuse("has more values than the crop");
            m_comparisons.absolute(Quantity::CropValues, where,
                                   std::span<const float>(crop).first(expected.size()), expected,
                                   cropTolerance);
        }
        const std::vector<std::int64_t> tokens =
            regionTokens(study, window, anatomy, m_config.patch);
        if (tokenCount)
            m_comparisons.exact(Quantity::TokenCounts, where, std::ssize(tokens),
                                tokenCount->integer(0, 1 << 30));
        if (!organ.findAny({"hidden_samples", "image_feat", "scores"}))
            return;

        auto known = std::ranges::find(encoded, window, &EncodedWindow::window);
        if (known == encoded.end()) {
            const at::Tensor image = at::from_blob(
                crop.data(), {1, 1, window.padded[0], window.padded[1], window.padded[2]},
                at::kFloat);
            encoded.push_back({window, network.encodeImage(image),
                               m_half ? m_half->encodeImage(image) : ImageFeatures{}});
            known = std::prev(encoded.end());
        }
        if (const auto samples = organ.find("hidden_samples"))
            compareLevels(known->features, *samples, where);
        const std::vector<float> vector =
            toVector(network.pool(known->features, 0, anatomy, tokens).vector);
        std::vector<float> half;
        if (m_half)
            half = toVector(m_half->pool(known->half, 0, anatomy, tokens).vector);
        if (const auto expected = organ.find("image_feat")) {
            const std::vector<double> numbers = expected->numbers();
            m_comparisons.absolute(Quantity::UnitVectors, where, vector, numbers,
                                   m_vectorTolerance);
            if (m_half)
                m_comparisons.absolute(Quantity::HalfUnitVectors, where,
                                       oneMinusCosine(half, numbers), 0.0, halfCosineTolerance);
        }
        if (const auto scores = organ.find("scores")) {
            const std::string id = organ.at("organ").text();
            const double temperature = network.temperature();
            compareScores(*scores, id, vector, temperature, where,
                          {Quantity::Scores, scoreTolerance});
            if (m_half)
                compareScores(*scores, id, half, temperature, where,
                              {Quantity::HalfScores, halfScoreTolerance});
        }
    }

    void compareLevels(const ImageFeatures& features, const GoldenNode& samples,
                       const std::string& where)
    {
        samples.noteOthers({"flat_index", "values"}, m_unknown);
        const std::vector<GoldenNode> levels = samples.at("values").elements();
        if (levels.size() != features.levels.size())
            samples.at("values").refuse("does not have the network's " +
                                        std::to_string(features.levels.size()) + " levels");
        for (std::size_t level = 0; level < levels.size(); ++level) {
            const std::vector<float> all = toVector(features.levels[level]);
            const std::vector<std::int64_t> at =
                samples.at("flat_index").integers(0, std::ssize(all) - 1);
            const std::vector<double> expected = levels[level].numbers();
            if (expected.size() != at.size())
                levels[level].refuse("does not have one value per index");
            double magnitude = 1.0;
            for (const double value : expected)
                magnitude = std::max(magnitude, std::abs(value));
            for (std::size_t i = 0; i < at.size(); ++i)
                m_comparisons.relative(Quantity::FeatureLevels,
                                       where + ", level " + std::to_string(level),
                                       all[static_cast<std::size_t>(at[i])], expected[i], magnitude,
                                       10 * m_vectorTolerance);
        }
    }

    void compareScores(const GoldenNode& scores, const std::string& organ,
                       const std::vector<float>& vector, double temperature,
                       const std::string& where, const std::pair<Quantity, double>& tolerated)
    {
        const auto cosine = [&vector](const std::vector<float>& text) {
            return std::inner_product(vector.begin(), vector.end(), text.begin(), 0.0);
        };
        for (const auto& [finding, expected] : scores.members()) {
            const auto prompt = std::ranges::find_if(m_prompts, [&](const Prompt& p) {
                return p.organ == organ && p.finding == finding;
            });
            if (prompt == m_prompts.end()) {
                if (tolerated.first == Quantity::Scores)
                    m_unknown.push_back(expected.place());
                continue;
            }
            const double logit =
                (cosine(prompt->positive) - cosine(prompt->negative)) / temperature;
            m_comparisons.absolute(tolerated.first, where + ", " + finding,
                                   1.0 / (1.0 + std::exp(-logit)), expected.number(),
                                   tolerated.second);
        }
    }

    const GoldenNode& m_file;
    const Progress& m_progress;
    std::vector<std::string> m_unknown;
    NetworkConfig m_config;
    PreprocessSettings m_settings;
    double m_vectorTolerance = 1e-5;
    std::unique_ptr<const InferenceNetwork> m_half;
    std::vector<Prompt> m_prompts;
    Comparisons m_comparisons;
};

} // namespace

Result<Verification> verifyNetwork(const GoldenNode& file, const Progress& progress)
{
    return NetworkCheck(file, progress).run();
}

} // namespace fovea
