#pragma once

#include "app/cli/Command.h"

#include <QCoreApplication>

#include <vector>

namespace fovea {

/// `import PATH… [--reference]`: takes DICOM files and folders into the archive.
///
/// --json: {"studies": [{"study_id", "study_instance_uid", "date", "description",
///   "series": [{"series_id", "series_instance_uid", "part", "number", "description", "slices",
///     "label_maps"}]}],
///  "studies_added", "series_added", "instances_taken", "instances_already_there",
///  "label_maps_taken", "label_maps_already_there",
///  "left_out": [{"path", "reason"}],
///  "notes": [{"path", "text"}]} what must be known of a volume file
///
/// Fails with NoCtFound for a path that holds neither a CT series nor a segmentation of one. When
/// an image was damaged or unreadable the rest is taken and printed, and the command fails with
/// that image's error.
class ImportCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(fovea::ImportCommand)

public:
    ImportCommand(CommandParser& parent, CommonOptions& options);
    Status run(CommandContext& context) override;

private:
    std::vector<std::string> m_paths;
    bool m_reference = false;
};

} // namespace fovea
