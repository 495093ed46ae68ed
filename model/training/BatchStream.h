#pragma once

#include "model/training/TrainingBatch.h"

#include <cstdint>
#include <random>
#include <span>
#include <string>
#include <vector>

namespace fovea {

/// Every study once per epoch in a random order, cut into batches of nearly equal size: a last one
/// of one study would have nothing to contrast.
class BatchStream {
public:
    /// Where it is: with it a stream of the same cases and options goes on with the same batches.
    struct Position {
        std::string random;             ///< The engine's state.
        std::vector<std::size_t> order; ///< Of this epoch; empty before the first batch.
        std::size_t next = 0;           ///< Batch of this epoch.
    };

    /// `cases` and `words` outlive it. `batch` studies in a batch, at most.
    BatchStream(const std::vector<TrainingCase>& cases, BatchOptions options,
                const WordPiece& words, std::size_t maxTokens, std::size_t batch,
                std::uint64_t seed);

    std::size_t batchesPerEpoch() const { return m_batches; }
    bool epochDone() const { return m_position.next == 0; }
    TrainingBatch next();
    /// The same in two steps, for who keeps images elsewhere: the cases of the next batch, by
    /// position; then the batch of them, images and all, in that order.
    std::vector<std::size_t> take();
    TrainingBatch make(std::span<const TrainingCase* const> cases);
    /// A number of the same random sequence, for what else is drawn for a batch.
    std::uint64_t draw() { return m_random(); }

    Position position() const;
    /// False where the position is none of this stream's; it is then as it was.
    bool restore(const Position& position);

private:
    const std::vector<TrainingCase>& m_cases;
    BatchOptions m_options;
    const WordPiece& m_words;
    std::size_t m_maxTokens;
    std::size_t m_batches;
    std::mt19937_64 m_random;
    Position m_position; ///< But for its `random`.
};

} // namespace fovea
