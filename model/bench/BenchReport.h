#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

// Free of Torch types.

namespace fovea {

struct BenchOptions {
    /// A model package; empty: a network of the released size with random weights.
    std::filesystem::path package;
    int rounds = 3; ///< Every variant once per round, in turn; the fastest of its rounds counts.
    /// Only the reference, and without the process settings that ours makes: LibTorch as users of
    /// the released code run it. To be asked of a fresh process.
    bool referenceOnly = false;
};

/// One way of computing a study's embeddings and scores.
struct BenchVariant {
    std::string name;     ///< "reference", "fp32", "bf16", "cuda fp32", "cuda fp16"
    double seconds = 0.0; ///< Per study, the fastest round.
    double medianSeconds = 0.0;
    int passes = 0; ///< Of the image encoder.
    /// Against the reference: 0, 1, 0 for itself.
    double vectorDifference = 0.0; ///< Largest, over all components of the unit vectors.
    double smallestCosine = 1.0;
    double scoreDifference = 0.0; ///< Largest.
};

/// One study; the first variant is the reference.
struct BenchCase {
    enum class Kind {
        OneWindow,  ///< The windows of all anatomies coincide: a study of the training's size.
        AllWindows, ///< Every anatomy has its own: a study larger than the window.
    };
    Kind kind = Kind::OneWindow;
    std::vector<BenchVariant> variants;
};

/// What the image encoder reaches of the matrix products that it is made of.
struct BenchRate {
    std::string name;            ///< "fp32", "bf16"
    double productGflops = 0.0;  ///< oneDNN's best over the encoder's own linears, GFLOP/s.
    double encoderGflops = 0.0;  ///< A whole pass, attention included.
    double secondsPerPass = 0.0; ///< Of a window of the training's size.
};

struct BenchReport {
    std::string processor;
    int threads = 0;
    std::string torchVersion;
    std::vector<BenchCase> cases;
    std::vector<BenchRate> rates;
    /// All prompts of the model's catalog: padded, two at a time, as the reference; and ours.
    double promptsReferenceSeconds = 0.0;
    double promptsSeconds = 0.0;
    int prompts = 0;
    /// 512 x 512 x 600 voxels of 0.7 x 0.7 x 1 mm with label map, to the network's input.
    std::optional<double> preprocessSeconds;
    std::optional<std::int64_t> peakDeviceBytes; ///< On a GPU, over all variants there.
};

} // namespace fovea
