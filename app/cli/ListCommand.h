#pragma once

#include "app/cli/Command.h"

#include <QCoreApplication>

namespace fovea {

/// `list [TEXT]`: the archive's studies, or those that a search for TEXT finds, with their series:
/// words of names, ids, descriptions, dates, tags, notes and findings, "nodule > 0.8"
/// (StudyListQuery).
///
/// --json: {"studies": [{"study_id", "study_instance_uid", "patient_name", "patient_id", "date",
///   "description", "read", "tags": [tag], "note", "series": [{"series_id", "series_instance_uid",
///   "part", "number", "modality",
///     "description", "slices", "size": [columns, rows, slices], "spacing_mm": [3],
///     "label_maps": [{"label_map_id", "label"}],
///     "analyses": [{"label_map_id", "model_fingerprint", "created_at"}]}]}]}
class ListCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(fovea::ListCommand)

public:
    ListCommand(CommandParser& parent, CommonOptions& options);
    Status run(CommandContext& context) override;

private:
    std::string m_text;
};

} // namespace fovea
