#pragma once

#include "model/checkpoint/ModelManifest.h"
#include "model/engine/TuneWay.h"
#include "model/network/Parameters.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace fovea {

/// What a tuned model differs in from its parent: small, and enough to make the one of the other.
/// A folder with adapter.json and adapter.safetensors (fp32). It says nothing of any patient: of
/// the studies it has their number and one SHA-256 over all.
struct Adapter {
    std::string parent;     ///< Fingerprint of the package that it changes.
    std::string parentName; ///< For people; empty in adapters of the first versions.
    std::string result;     ///< Fingerprint of the package that comes of it.
    TuneWay way = TuneWay::Heads;
    std::string settings; ///< Of the tuning, as JSON.
    std::uint64_t seed = 1;
    std::string codeVersion;
    std::string trainingDigest;
    std::string validationDigest;
    std::size_t trainingStudies = 0;
    std::size_t validationStudies = 0;
    ModelManifest manifest; ///< Of the tuned package, whole.
    /// A parameter's new value under its own name, or `name`.lora_A [rank, in] and `name`.lora_B
    /// [out, rank], whose product B A is added to the parent's [out, in] (more axes count as in).
    ParameterMap tensors;
};

inline constexpr std::string_view LowRankA = ".lora_A";
inline constexpr std::string_view LowRankB = ".lora_B";

/// The parent's parameters with the adapter's changes, in the same bits on every machine: products
/// are summed in double, one after the other. The names and shapes of `tensors` fit (checked by
/// readAdapter() and Fvlm::create()). Throws c10::Error.
ParameterMap adaptedParameters(const ParameterMap& parent, const ParameterMap& tensors);

/// Writes both files into a folder that it makes. DiskFull, FileNotWritable.
Status writeAdapter(const std::filesystem::path& folder, const Adapter& adapter);

/// Reads and checks one: FileNotFound, MetadataBroken ("adapter.json", what), TensorsUnusable,
/// ModelBroken ("adapter.safetensors", what). Whether it belongs to a parent is for applyAdapter().
Result<Adapter> readAdapter(const std::filesystem::path& folder);

} // namespace fovea
