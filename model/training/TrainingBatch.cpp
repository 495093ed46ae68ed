#include "model/training/TrainingBatch.h"

#include "model/network/markInside.h"
#include "model/training/Captions.h"

#include <ATen/ops/empty.h>

#include <algorithm>
#include <array>
#include <numeric>

namespace fovea {

namespace {

bool touchesFace(const PreparedRegion& box, const Crop& crop)
{
    for (std::size_t axis = 0; axis < 3; ++axis) {
        if (box.low[axis] <= crop.start[axis] ||
            box.high[axis] >= crop.start[axis] + crop.size[axis] - 1)
            return true;
    }
    return false;
}

class BatchMaker {
public:
    BatchMaker(const BatchOptions& options, const WordPiece& words, std::size_t maxTokens,
               std::mt19937_64& random)
        : m_options(options)
        , m_words(words)
        , m_maxTokens(maxTokens)
        , m_random(random)
    {
        m_batch.regions.resize(options.wholeStudy ? 1 : options.anatomyIds.size());
        for (const BatchOptions::Topic& topic : options.topics)
            m_batch.topics.push_back({topic.anatomy, {}});
    }

    TrainingBatch make(std::span<const TrainingCase* const> cases)
    {
        m_batch.cases.assign(cases.begin(), cases.end());
        if (m_options.withoutImages) {
            for (std::size_t sample = 0; sample < cases.size(); ++sample) {
                for (const TrainingCase::Region& said : cases[sample]->regions)
                    addRegion(said, {}, static_cast<std::int64_t>(sample), {});
            }
            return std::move(m_batch);
        }
        const auto [depth, height, width] = m_options.crop;
        m_batch.images = at::empty(
            {static_cast<std::int64_t>(cases.size()), 1, depth, height, width}, at::kFloat);
        float* image = m_batch.images.mutable_data_ptr<float>();
        for (std::size_t sample = 0; sample < cases.size(); ++sample) {
            const Crop crop =
                randomCrop(*cases[sample], m_options.crop, m_options.augmentation, m_random);
            std::vector<float> pixels = cropImage(*cases[sample], crop);
            if (m_options.augmentation.intensity > 0)
                changeIntensity(pixels, m_options.augmentation.intensity, m_random);
            const std::vector<std::uint8_t> labels = cropLabels(*cases[sample], crop);
            if (m_options.anatomyChannel)
                markInside(pixels, labels);
            image = std::ranges::copy(pixels, image).out;
            if (m_options.wholeStudy)
                addStudy(*cases[sample], crop, static_cast<std::int64_t>(sample));
            else
                addRegions(*cases[sample], crop, labels, static_cast<std::int64_t>(sample));
        }
        return std::move(m_batch);
    }

private:
    Caption caption(const TrainingCase::Region& said, const Crop& crop)
    {
        const bool reorder = !said.normal && m_options.sentenceDropout > 0;
        std::string text = said.wording(m_random);
        if (reorder)
            text = shuffleSentences(text, m_options.sentenceDropout, m_random);
        if (mirrored(crop))
            text = swapSides(text);
        return makeCaption(m_options.anatomyIds[static_cast<std::size_t>(said.anatomyIndex)], text,
                           said.normal);
    }

    void addRegions(const TrainingCase& oneCase, const Crop& crop,
                    const std::vector<std::uint8_t>& labels, std::int64_t sample)
    {
        std::vector<std::vector<std::int64_t>> tokens =
            tokensOfLabels(labels, m_options.crop, m_options.patch, m_options.anatomyIds.size());
        for (const TrainingCase::Region& said : oneCase.regions) {
            const auto anatomy = static_cast<std::size_t>(said.anatomyIndex);
            const PreparedRegion* box = oneCase.box(said.anatomyIndex);
            if (box != nullptr && !touchesFace(*box, crop))
                addRegion(said, crop, sample, std::move(tokens[anatomy]));
        }
    }

    void addRegion(const TrainingCase::Region& said, const Crop& crop, std::int64_t sample,
                   std::vector<std::int64_t> tokens)
    {
        const auto anatomy = static_cast<std::size_t>(said.anatomyIndex);
        TrainingBatch::Region region;
        region.sample = sample;
        region.tokens = std::move(tokens);
        const Caption made = caption(said, crop);
        region.caption = made.whole;
        region.captionIds = m_words.encode(made.spoken, m_maxTokens);
        region.findings = said.findings;
        region.normal = made.normal;
        addSentences(said, crop, m_batch.regions[anatomy].size());
        m_batch.regions[anatomy].push_back(std::move(region));
    }

    /// `region` is the position of `said` in the batch.
    void addSentences(const TrainingCase::Region& said, const Crop& crop, std::size_t region)
    {
        for (std::size_t n = 0; n < m_options.topics.size(); ++n) {
            const BatchOptions::Topic& topic = m_options.topics[n];
            if (topic.anatomy != static_cast<std::size_t>(said.anatomyIndex))
                continue;
            std::string text = m_options.sentences.draw(said, topic.findingId, m_random);
            if (text.empty())
                continue;
            if (mirrored(crop))
                text = swapSides(text);
            const Caption made = makeCaption(m_options.anatomyIds[topic.anatomy], text, false);
            TrainingBatch::Topic::Sentence sentence;
            sentence.region = region;
            sentence.caption = made.whole;
            sentence.captionIds = m_words.encode(made.spoken, m_maxTokens);
            sentence.present = std::ranges::count(said.findings, topic.findingId) > 0;
            if (sentence.present && namesOneSide(made.spoken))
                sentence.otherSideIds = m_words.encode(swapSides(made.spoken), m_maxTokens);
            m_batch.topics[n].sentences.push_back(std::move(sentence));
        }
    }

    bool mirrored(const Crop& crop) const
    {
        return crop.flipped[2] && m_options.augmentation.swapSides;
    }

    void addStudy(const TrainingCase& oneCase, const Crop& crop, std::int64_t sample)
    {
        TrainingBatch::Region study;
        study.sample = sample;
        const auto [depth, height, width] = m_options.crop;
        study.tokens.resize(static_cast<std::size_t>(depth / m_options.patch[0]) *
                            static_cast<std::size_t>(height / m_options.patch[1]) *
                            static_cast<std::size_t>(width / m_options.patch[2]));
        std::iota(study.tokens.begin(), study.tokens.end(), 0);
        study.normal = true;
        for (const TrainingCase::Region& said : oneCase.regions) {
            const Caption made = caption(said, crop);
            study.caption += (study.caption.empty() ? "" : " ") + made.spoken;
            study.normal = study.normal && made.normal;
        }
        study.captionIds = m_words.encode(study.caption, m_maxTokens);
        m_batch.regions[0].push_back(std::move(study));
    }

    const BatchOptions& m_options;
    const WordPiece& m_words;
    std::size_t m_maxTokens;
    std::mt19937_64& m_random;
    TrainingBatch m_batch;
};

} // namespace

std::vector<std::vector<std::int64_t>> tokensOfLabels(const std::vector<std::uint8_t>& labels,
                                                      const Index3& size, const Index3& patch,
                                                      std::size_t anatomies)
{
    const Index3 grid{size[0] / patch[0], size[1] / patch[1], size[2] / patch[2]};
    const std::size_t count = static_cast<std::size_t>(grid[0]) *
                              static_cast<std::size_t>(grid[1]) * static_cast<std::size_t>(grid[2]);
    std::vector<std::vector<char>> touched(anatomies + 1, std::vector<char>(count));
    const std::uint8_t* voxel = labels.data();
    for (int d = 0; d < size[0]; ++d) {
        for (int h = 0; h < size[1]; ++h) {
            const std::size_t row =
                (static_cast<std::size_t>(d / patch[0]) * static_cast<std::size_t>(grid[1]) +
                 static_cast<std::size_t>(h / patch[1])) *
                static_cast<std::size_t>(grid[2]);
            for (int t = 0; t < grid[2]; ++t) {
                for (int w = 0; w < patch[2]; ++w, ++voxel) {
                    if (*voxel <= anatomies)
                        touched[*voxel][row + static_cast<std::size_t>(t)] = 1;
                }
            }
        }
    }
    std::vector<std::vector<std::int64_t>> tokens(anatomies);
    for (std::size_t a = 0; a < anatomies; ++a) {
        for (std::size_t n = 0; n < count; ++n) {
            if (touched[a + 1][n] != 0)
                tokens[a].push_back(static_cast<std::int64_t>(n));
        }
    }
    return tokens;
}

TrainingBatch makeBatch(std::span<const TrainingCase* const> cases, const BatchOptions& options,
                        const WordPiece& words, std::size_t maxTokens, std::mt19937_64& random)
{
    return BatchMaker(options, words, maxTokens, random).make(cases);
}

} // namespace fovea
