#pragma once

#include "app/cli/Command.h"
#include "app/cli/GridOptions.h"

#include <QCoreApplication>

#include <cstdint>

namespace fovea {

/// `phantom --count N --seed S --out DIR [--site NAME] [--size I J K] [--spacing X Y Z]`: writes
/// synthetic chests with seeds S .. S+N-1 as DICOM, with segmentation, report and truth (see
/// writePhantom()).
///
/// --json: {"phantoms": [{"seed", "site", "folder", "study_instance_uid", "series_instance_uid",
///   "slices", "sex", "findings": [{"anatomy", "finding", "severity"}]}]}
class PhantomCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(fovea::PhantomCommand)

public:
    PhantomCommand(CommandParser& parent, CommonOptions& options);
    Status run(CommandContext& context) override;

private:
    int m_count = 1;
    std::uint64_t m_seed = 1;
    std::string m_out;
    GridOptions m_grid;
};

} // namespace fovea
