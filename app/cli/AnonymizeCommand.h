#pragma once

#include "app/cli/Command.h"
#include "storage/anonymize/Anonymizer.h"

#include <QCoreApplication>

#include <string>
#include <vector>

namespace fovea {

/// `anonymize (--study ID… | --all | --folder IN) --out DIR [options]`: de-identified copies of
/// studies of the archive or of the DICOM files below a folder (DICOM PS3.15 Annex E). With
/// --preview nothing is written and --out is not needed; what is printed then says what is in the
/// originals.
///
/// --json: {"files", "series", "studies", "pseudonyms": [], "left_out": [{"path", "reason"}]};
///   with --preview also "changes": [{"attribute", "keyword", "fate", "before", "after",
///   "series"}].
///
/// Fails with EmptySeries where there is nothing to write; a file that cannot be read is left out,
/// and the command fails with its error after the rest was written.
class AnonymizeCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(fovea::AnonymizeCommand)

public:
    AnonymizeCommand(CommandParser& parent, CommonOptions& options);
    Status run(CommandContext& context) override;

private:
    Result<std::vector<std::int64_t>> chosenStudies(const StudyDatabase& archive) const;
    Result<Pseudonyms> pseudonyms(const CommandContext& context) const;
    Status preview(CommandContext& context, const Pseudonyms& pseudonyms);

    std::vector<std::string> m_studies;
    std::string m_folder;
    std::string m_out;
    AnonymizeOptions m_how;
    bool m_all = false;
    bool m_newKey = false;
    bool m_preview = false;
};

} // namespace fovea
