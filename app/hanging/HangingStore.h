#pragma once

#include "app/hanging/HangingProtocol.h"
#include "model/domain/Result.h"

#include <QStringList>

#include <filesystem>
#include <vector>

namespace fovea {

/// Hanging protocols on disk: a folder of JSON files (HangingFile.h), one a protocol, tried in the
/// order of their names. The reader's own folder, once it is there, replaces the shipped one as a
/// whole. Files are few and small: read and written on the GUI thread.
class HangingStore {
public:
    HangingStore(std::filesystem::path shipped, std::filesystem::path own);

    /// What load() found; a file that is no protocol is said in `problems`, the others count.
    struct Loaded {
        std::vector<HangingProtocol> protocols;
        QStringList problems; ///< For people, with file and line.
    };
    Loaded load();
    /// The shipped ones, whatever the reader has.
    Loaded shipped() const;

    /// Writes the reader's own folder: these protocols in this order. Files that load() could not
    /// understand stay, for their writer to mend. Errors: FileNotWritable, DiskFull.
    Status save(const std::vector<HangingProtocol>& protocols);

private:
    static Loaded read(const std::filesystem::path& folder,
                       std::vector<std::filesystem::path>& understood);

    std::filesystem::path m_shipped;
    std::filesystem::path m_own;
    std::vector<std::filesystem::path> m_files; ///< Of the own folder, that hold protocols.
};

} // namespace fovea
