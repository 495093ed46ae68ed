#pragma once

#include "app/cli/CommandParser.h"
#include "app/cli/SeriesSelection.h"
#include "app/work/RegionQuestion.h"
#include "model/domain/Result.h"

#include <optional>
#include <string>

namespace fovea {

/// What `ask` is asked: a text or a region, the scope, the filter.
///
///   TEXT | --like [STUDY/]SERIES:ANATOMY
///   --series ID | --study ID | --patient STUDY | --all
///   --from DATE --to DATE --sex F --min-age N --max-age N --body-part NAME
///   --manufacturer NAME --scanner MODEL
///   --finding ANATOMY/FINDING[>SCORE][,…]
///
/// Dates are YYYYMMDD or YYYY-MM-DD. Patients are named by a study of theirs, so that nothing of a
/// patient stands on a command line.
class AskOptions {
public:
    /// This object outlives the parser.
    void declare(CommandParser& parser);

    /// Errors: BadOption (which, why), NotInArchive.
    Result<RegionQuestion> question(const StudyDatabase& database) const;
    /// The series whose analysis is made first where it is missing: that of --series, or the only
    /// CT series of --study. Errors as SeriesSelection::resolve(), but for studies of several.
    Result<std::optional<SeriesRecord>> series(const StudyDatabase& database) const;

    const std::string& text() const { return m_text; }

private:
    Result<RegionFilter> filter() const;

    std::string m_text;
    std::string m_like;
    SeriesSelection m_selection;
    std::string m_patient;
    std::string m_from;
    std::string m_to;
    std::string m_sex;
    std::optional<int> m_youngest;
    std::optional<int> m_oldest;
    std::string m_bodyPart;
    std::string m_manufacturer;
    std::string m_scanner;
    std::string m_findings;
};

} // namespace fovea
