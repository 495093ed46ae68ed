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
/// side ("left" or "right"), code, meaning, aliases and colour (its anatomy's where missing). Codes
/// are SNOMED CT (scheme "SCT"); an alias may also be a code value by which others mean the
/// structure (a retired SRT code, a code that states the side by itself).
///
/// Errors: FileNotFound, FileNotReadable; MetadataBroken for JSON that does not parse, a duplicate
/// id, name or alias (compared as AnatomyCatalog does), or an anatomy that names a structure that
/// does not exist. Threads: reentrant.
Result<AnatomyCatalog> readCatalogFile(const std::filesystem::path& path);

} // namespace fovea
