#pragma once

#include "app/cli/CommandContext.h"
#include "app/work/RegionSearcher.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fovea {

/// Lets the archive's standing searches look at what a command analysed, as the window does.
class StandingMarks {
public:
    /// All outlive this object.
    StandingMarks(CommandContext& context, StudyDatabase& database, Engine& engine);

    /// Names of the searches that mark this study. Errors as markStudy().
    Result<std::vector<std::string>> mark(std::int64_t studyId);

private:
    CommandContext& m_context;
    StudyDatabase& m_database;
    Engine& m_engine;
    std::optional<RegionSearcher> m_searcher; ///< Made when there is a search that marks.
};

} // namespace fovea
