#include "model/verify/verifyTraining.h"

#include "model/network/Fvlm.h"
#include "model/training/Captions.h"
#include "model/training/TrainingStep.h"
#include "model/verify/GoldenRule.h"

#include <algorithm>
#include <map>
#include <optional>

namespace fovea {
namespace {

constexpr double lossTolerance = 1e-4;
constexpr double gradientTolerance = 1e-3;
constexpr double vanishing = 1e-6; ///< Of the largest norm.

/// What is said of one anatomy in every sample.
struct Texts {
    std::vector<std::string> captions;
    std::vector<std::vector<std::int64_t>> ids;
};

class TrainingStep {
public:
    TrainingStep(const GoldenNode& train, const NetworkConfig& config)
        : m_train(train)
        , m_config(config)
        , m_shape(train.at("shape").index3())
        , m_voxels(goldenVoxelCount(train, m_shape))
    {
        for (std::size_t axis = 0; axis < 3; ++axis) {
            if (m_shape[axis] % config.patch[axis] != 0)
                train.at("shape").refuse("is not a multiple of the patch");
        }
        readTexts();
        readCases();
    }

    TrainingBatch batch() const
    {
        BatchOptions options;
        options.crop = m_shape;
        options.patch = m_config.patch;
        options.anatomyIds = m_config.anatomies;
        const Result<WordPiece> words = WordPiece::create("[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\n");
        std::vector<const TrainingCase*> cases;
        for (const TrainingCase& one : m_cases)
            cases.push_back(&one);
        std::mt19937_64 random(1);
        TrainingBatch made = makeBatch(cases, options, *words, 8, random);
        // The file's pixels in full precision, its captions and its token ids, in place of those
        // that a training case carries.
        float* pixel = made.images.mutable_data_ptr<float>();
        for (std::size_t sample = 0; sample < m_cases.size(); ++sample) {
            golden::NamedNumbers numbers("train:" + std::to_string(sample));
            for (std::size_t i = 0; i < m_voxels; ++i)
                *pixel++ = numbers.next();
        }
        for (std::size_t anatomy = 0; anatomy < made.regions.size(); ++anatomy) {
            for (TrainingBatch::Region& region : made.regions[anatomy]) {
                const Texts& texts = m_texts.at(anatomy);
                const auto sample = static_cast<std::size_t>(region.sample);
                region.caption = texts.captions[sample];
                region.captionIds = texts.ids[sample];
                region.normal = isNormal(anatomy, sample);
            }
        }
        return made;
    }

private:
    void readTexts()
    {
        const GoldenNode ids = m_train.at("caption_ids");
        for (const auto& [name, list] : m_train.at("captions").members()) {
            const int anatomy = m_config.anatomyIndex(name);
            if (anatomy < 0)
                list.refuse("is of no anatomy of the network");
            Texts texts;
            for (const GoldenNode& caption : list.elements())
                texts.captions.push_back(caption.text());
            for (const GoldenNode& sequence : ids.at(name).elements()) {
                texts.ids.push_back(sequence.integers(0, m_config.vocabulary - 1));
                if (texts.ids.back().empty() ||
                    std::ssize(texts.ids.back()) > m_config.maxPositions)
                    sequence.refuse("has no token, or more than the network has positions");
            }
            if (texts.ids.size() != texts.captions.size())
                ids.at(name).refuse("does not have one entry per caption");
            m_texts.emplace(static_cast<std::size_t>(anatomy), std::move(texts));
        }
    }

    void readCases()
    {
        const std::vector<GoldenNode> samples = m_train.at("boxes_zyx").elements();
        const auto abnormal = m_train.find("abnormal");
        if (samples.empty())
            m_train.at("boxes_zyx").refuse("has no sample");
        if (abnormal && abnormal->elements().size() != samples.size())
            abnormal->refuse("does not have one entry per sample");
        if (static_cast<double>(samples.size()) * static_cast<double>(m_voxels) > 0x1p30)
            m_train.refuse("has more than 2^30 voxels");
        for (std::size_t sample = 0; sample < samples.size(); ++sample) {
            TrainingCase one;
            one.size = m_shape;
            one.image.assign(m_voxels, 0);
            PreparedStudy labelled =
                golden::study("", m_shape, goldenBoxes(samples[sample], m_shape));
            one.labels = std::move(labelled.labels);
            one.boxes = std::move(labelled.regions);
            for (const auto& [anatomy, texts] : m_texts) {
                if (texts.captions.size() != samples.size())
                    m_train.at("captions").refuse("does not have one caption per sample");
                TrainingCase::Region region;
                region.anatomyIndex = static_cast<int>(anatomy);
                region.normal = isNormal(anatomy, sample);
                if (abnormal)
                    checkFlag(abnormal->elements()[sample], anatomy, region.normal);
                one.regions.push_back(std::move(region));
            }
            m_cases.push_back(std::move(one));
        }
    }

    /// The reference calls a sample normal whose caption starts with the template.
    bool isNormal(std::size_t anatomy, std::size_t sample) const
    {
        return m_texts.at(anatomy).captions[sample].starts_with(
            normalTemplate(m_config.anatomies[anatomy]));
    }

    void checkFlag(const GoldenNode& flags, std::size_t anatomy, bool normal) const
    {
        const std::vector<std::int64_t> values = flags.integers(0, 1);
        if (anatomy >= values.size())
            flags.refuse("does not have one entry per anatomy");
        if ((values[anatomy] == 0) != normal)
            flags.refuse("contradicts the caption of " + m_config.anatomies[anatomy]);
    }

    const GoldenNode& m_train;
    const NetworkConfig& m_config;
    Index3 m_shape;
    std::size_t m_voxels;
    std::map<std::size_t, Texts> m_texts; ///< By anatomy index.
    std::vector<TrainingCase> m_cases;
};

void compareLosses(const GoldenNode& train, const NetworkConfig& config, const TrainingLoss& loss,
                   Comparisons& comparisons)
{
    if (const auto losses = train.find("organ_losses")) {
        std::map<std::string, double> found;
        for (const auto& [anatomy, value] : loss.perAnatomy)
            found.emplace(config.anatomies[static_cast<std::size_t>(anatomy)], value);
        for (const auto& [key, expected] : losses->members()) {
            constexpr std::string_view suffix = "_itc";
            std::string name = key;
            if (config.anatomyIndex(name) < 0 && name.ends_with(suffix))
                name.resize(name.size() - suffix.size());
            if (config.anatomyIndex(name) < 0)
                expected.refuse("is of no anatomy of the network");
            // An anatomy without an abnormal sample adds nothing.
            const auto own = found.find(name);
            comparisons.absolute(Quantity::AnatomyLosses, name,
                                 own == found.end() ? 0.0 : own->second, expected.number(),
                                 lossTolerance);
            if (own != found.end())
                found.erase(own);
        }
        for (const auto& [name, value] : found)
            comparisons.absolute(Quantity::AnatomyLosses, name, value, 0.0, lossTolerance);
    }
    if (const auto expected = train.find("loss"))
        comparisons.absolute(Quantity::TotalLoss, "",
                             loss.total.defined() ? loss.total.item<double>() : 0.0,
                             expected->number(), lossTolerance);
}

void compareGradients(const GoldenNode& norms, const ParameterMap& parameters,
                      Comparisons& comparisons, std::vector<std::string>& unknown)
{
    double largest = 1.0;
    for (const auto& [name, expected] : norms.members())
        largest = std::max(largest, expected.isNull() ? 0.0 : expected.number());
    for (const auto& [name, expected] : norms.members()) {
        const auto parameter = parameters.find(name);
        if (parameter == parameters.end()) {
            unknown.push_back(expected.place());
            continue;
        }
        const at::Tensor gradient = parameter->second.grad();
        const double found = gradient.defined() ? gradient.norm().item<double>() : 0.0;
        const double reference = expected.isNull() ? 0.0 : expected.number();
        if (name.ends_with(".self.key.bias") || reference < 1e-9 * largest)
            comparisons.absolute(Quantity::VanishingGradients, name, found, reference,
                                 vanishing * largest);
        else
            comparisons.relative(Quantity::GradientNorms, name, found, reference, reference,
                                 gradientTolerance);
    }
}

} // namespace

void verifyTraining(const GoldenNode& train, const NetworkConfig& config, Comparisons& comparisons,
                    std::vector<std::string>& unknown)
{
    train.noteOthers({"shape", "boxes_zyx", "captions", "caption_ids", "abnormal", "loss",
                      "organ_losses", "grad_norms"},
                     unknown);
    const TrainingBatch batch = TrainingStep(train, config).batch();
    ParameterMap parameters = golden::parameters(config);
    for (auto& [name, tensor] : parameters)
        tensor.requires_grad_(true);
    const Result<Fvlm> network = Fvlm::create(config, parameters);
    if (!network)
        train.refuse("is of a network that cannot be made");
    const TrainingLoss loss = trainingLoss(*network, batch);
    compareLosses(train, config, loss, comparisons);
    if (const auto norms = train.find("grad_norms")) {
        if (loss.total.defined())
            loss.total.backward();
        compareGradients(*norms, parameters, comparisons, unknown);
    }
}

} // namespace fovea
