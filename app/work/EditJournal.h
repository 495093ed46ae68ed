#pragma once

#include "model/domain/Result.h"
#include "model/edit/LabelPatch.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace fovea {

/// Corrections of one label map that are not stored yet, in a file that outlives a crash: every
/// patch is appended as it is carried out, undone ones reversed. The file is called by the
/// archive's own ids, and gone when there is nothing to lose. One thread at a time.
///
/// The file: a header (magic, the grid's size), then per patch its length, a checksum and its runs
/// and structures; little endian as the machine. A patch that was not written whole ends the file.
class EditJournal {
public:
    EditJournal() = default; ///< Of nothing; only for assignment.
    EditJournal(const std::filesystem::path& archiveFolder, std::int64_t seriesId,
                std::int64_t labelMapId);

    const std::filesystem::path& path() const { return m_path; }

    bool exists() const;
    /// What the file holds, oldest first; empty where there is none. Errors: FileNotReadable;
    /// GridMismatch (of a map of another size), BrokenFile (not a journal).
    Result<std::vector<LabelPatch>> read(const Index3& gridSize) const;
    /// Appends; `anew` forgets what the file held, at the moment in which the patch is in it.
    /// Errors: FileNotWritable.
    Status append(const LabelPatch& patch, const Index3& gridSize, bool anew) const;
    void remove() const;

private:
    std::filesystem::path m_path;
};

} // namespace fovea
