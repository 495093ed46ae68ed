#pragma once

#include "app/cli/CommandContext.h"
#include "app/cli/GridOptions.h"
#include "model/engine/Engine.h"

#include <cstdint>
#include <string>

namespace fovea {

/// --phantoms N --seed S [--matrix | --size --spacing] and --data DIR: which studies with known
/// truth to learn from or to measure with. Phantoms are made in memory and are not written.
struct StudyOptions {
    int phantoms = 0;
    std::uint64_t seed = 1;
    std::string data;
    GridOptions grid;

    /// This object outlives the parser.
    void declare(CommandParser& parser);

    /// Phantoms with seeds seed .. seed+phantoms-1.
    StudySource phantomStudies() const;
    /// The folders of --data, by name; an empty source without --data. Errors: those of
    /// studyFolders() and GridOptions::check(). The source outlives neither `catalog` nor the
    /// context.
    Result<StudySource> dataStudies(const AnatomyCatalog& catalog, CommandContext& context) const;
};

/// One source after the other.
StudySource joined(StudySource first, StudySource second);
/// Studies [from, from + count) of a source.
StudySource slice(StudySource source, std::size_t from, std::size_t count);

} // namespace fovea
