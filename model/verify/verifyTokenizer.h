#pragma once

#include "model/domain/Result.h"
#include "model/verify/GoldenNode.h"
#include "model/verify/Verification.h"

#include <filesystem>

namespace fovea {

/// Compares WordPiece with encodings of a reference tokenizer, exactly: `encodings` ({text, ids,
/// tokens}) and `truncated` ({text, max_length, ids}).
///
/// The vocabulary is what `vocabulary` (or `vocab`) says: a list of tokens, or the name of a file
/// beside the golden file. Without it, "<golden file's name>-vocab.txt" or "vocab.txt" beside it,
/// else the only file there whose name holds "vocab" and ends in ".txt".
///
/// Throws BadGoldenFile.
Result<Verification> verifyTokenizer(const GoldenNode& file,
                                     const std::filesystem::path& goldenFile);

} // namespace fovea
