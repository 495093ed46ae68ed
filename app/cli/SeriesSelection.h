#pragma once

#include "app/cli/CommandParser.h"
#include "model/domain/Result.h"
#include "storage/StudyDatabase.h"

#include <QString>

#include <cstdint>
#include <string>

namespace fovea {

/// The id of a study by the archive's id or a StudyInstanceUID. NotInArchive.
Result<std::int64_t> studyIdFor(const StudyDatabase& database, const std::string& asked);

/// --series, --study and --all, of which a command takes exactly one.
struct SeriesSelection {
    std::string series; ///< The archive's id or a SeriesInstanceUID.
    std::string study;  ///< The archive's id or a StudyInstanceUID.
    bool all = false;

    /// `allText`: what --all means for this command. The selection outlives the parser.
    void declare(CommandParser& parser, const QString& allText);

    /// The one series meant. Errors: NotInArchive, and AmbiguousRequest for a study with several CT
    /// series or a UID whose series was split into parts.
    Result<SeriesRecord> resolve(const StudyDatabase& database) const;
};

} // namespace fovea
