#pragma once

#include "model/evaluate/TuningJudgement.h"

#include <filesystem>
#include <optional>

namespace fovea {

/// `<package>/judgement.json`: how a tuned package did against the one it was made from. Not one of
/// the files that make a package's fingerprint.
std::filesystem::path judgementFile(const std::filesystem::path& package);
/// Empty where there is none. FileNotReadable, MetadataBroken.
Result<std::optional<TuningJudgement>> readJudgement(const std::filesystem::path& package);
/// Errors of writing.
Status writeJudgement(const std::filesystem::path& package, const TuningJudgement& judgement);

/// Copies what makes `package` out of its parent, `<package>/adapter`, to `folder`, which is made:
/// adapter.json and adapter.safetensors, nothing else. ModelNotFound (a package without an
/// adapter), BadOption ("--out", exists), FileNotWritable, DiskFull; then nothing is left behind.
Status copyAdapter(const std::filesystem::path& package, const std::filesystem::path& folder);

} // namespace fovea
