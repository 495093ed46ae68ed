#pragma once

#include "model/checkpoint/ModelPackage.h"
#include "model/domain/Progress.h"

#include <filesystem>

namespace fovea {

/// What a package is made of.
struct ImportSources {
    /// PyTorch checkpoint (zip or legacy) or safetensors file; its content says which.
    std::filesystem::path checkpoint;
    /// Folder with the text encoder's vocab.txt and config.json (Hugging Face's names).
    std::filesystem::path textEncoderFolder;
    /// A site's own model.json (SiteManifest); empty: the released model's, without thresholds.
    std::filesystem::path manifest;
};

/// Makes a package. The network's numbers come from the manifest where it states them, else from
/// the tensors' shapes (networkFromTensors) and config.json, which must agree. Every parameter must
/// be there, whole, of its shape and finite: TensorsUnusable names all that are not. Leftovers of
/// training (language model head, token types, position ids, optimizer) are left out. Memory stays
/// far below the checkpoint's size. A failure, Cancelled among them, leaves nothing behind.
///
/// FileNotFound, FileNotReadable, FileNotWritable, DiskFull; CheckpointRefused, CheckpointBroken;
/// ModelBroken ("config.json" or "model.json", what); VocabularyBroken; NetworkUnknown,
/// AnatomiesUnnamed. The package comes back without its parameters.
Result<ModelPackage> importCheckpoint(const ImportSources& sources,
                                      const std::filesystem::path& outputPackage,
                                      const Progress& progress);

} // namespace fovea
