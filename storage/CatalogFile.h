#pragma once

#include "model/domain/Anatomy.h"
#include "model/domain/Result.h"

#include <filesystem>

namespace fovea {

/// Reads the anatomy catalog (resources/catalog/anatomies.json).
///
/// The file holds {"anatomies": [...], "structures": [...]}. An anatomy: id, name, colour (three
/// numbers 0..255), structures (names of entries below) and optionally code (SNOMED CT value) and
/// meaning. A structure: name, optionally id (TotalSegmentator v2 `total` label value, 1..117),
/// side ("left" or "right"), code, meaning, aliases and colour. What an anatomy does not
/// say about a structure is inherited: colour and code.
///
/// Errors: FileNotFound, FileNotReadable; MetadataBroken for JSON that does not parse, a duplicate
/// id, name or alias, or an anatomy that names a structure that does not exist.
/// Threads: reentrant.
Result<AnatomyCatalog> readCatalogFile(const std::filesystem::path& path);

} // namespace fovea
