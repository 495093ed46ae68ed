#pragma once

#include "app/cli/Command.h"
#include "app/cli/ModelVerification.h"

#include <QCoreApplication>

namespace fovea {

/// `model info [PACKAGE]`: what a model package is. --json: as modelJson(), with "package".
///
/// `model import --checkpoint FILE --text-encoder DIR [--manifest FILE | --released] --out DIR`:
/// makes a package out of an fVLM checkpoint (PyTorch or safetensors) and its text encoder's
/// folder; nothing that the checkpoint contains is run. The manifest is a site's own model.json,
/// else the released one; thresholds of the released model come only with --released, a person's
/// word that it is that.
/// --json: the same.
///
/// `model verify FILE…`: see ModelVerification.
class ModelCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(fovea::ModelCommand)

public:
    ModelCommand(CommandParser& parent, CommonOptions& options);
    Status run(CommandContext& context) override;

private:
    static CommandParser addVerification(CommandParser& parent, CommonOptions& options);
    Status info(CommandContext& context) const;
    Status import(CommandContext& context) const;
    void print(CommandContext& context, const ModelInfo& info,
               const std::filesystem::path& package) const;

    CommandParser m_info;
    ModelVerification m_verification;
    std::string m_package;
    std::string m_checkpoint;
    std::string m_textEncoder;
    std::string m_manifest;
    bool m_released = false;
    std::string m_out;
};

} // namespace fovea
