#include "app/cli/ModelCommand.h"

#include "app/ModelLibrary.h"
#include "app/cli/seriesAnalysis.h"
#include "app/text/names.h"

#include <nlohmann/json.hpp>

namespace fovea {

ModelCommand::ModelCommand(CommandParser& parent, CommonOptions& options)
    : Command(parent, options, "model", tr("Show, import or verify model packages"))
    , m_info(parser().addSubcommand("info", tr("What a model package is")))
    , m_verification(addVerification(parser(), options))
{
    parser().requireSubcommand();
    addCommonOptions(m_info, options);
    m_info.text("package", m_package, tr("Model package (default: yours, or the demo model)"),
                "PACKAGE");

    CommandParser import =
        parser().addSubcommand("import", tr("Make a package out of an fVLM checkpoint"));
    addCommonOptions(import, options);
    import.text("--checkpoint", m_checkpoint, tr("The checkpoint (PyTorch or safetensors)"), "FILE",
                CommandParser::Needed::Required);
    import.text("--text-encoder", m_textEncoder,
                tr("Folder with the text encoder's vocab.txt and config.json"), "DIR",
                CommandParser::Needed::Required);
    import.text("--manifest", m_manifest,
                tr("A model.json of your own (anatomies, prompts, preprocessing); default: the "
                   "released model's"),
                "FILE");
    import.flag("--released", m_released,
                tr("The checkpoint is the released fVLM model: use the thresholds and calibrations "
                   "that were fitted on its answers for CT-RATE's validation set"));
    import.text("--out", m_out, tr("Package folder to make"), "DIR",
                CommandParser::Needed::Required);
}

CommandParser ModelCommand::addVerification(CommandParser& parent, CommonOptions& options)
{
    CommandParser verify = parent.addSubcommand(
        "verify", tr("Compare this program with reference figures, or check model packages"));
    addCommonOptions(verify, options);
    return verify;
}

Status ModelCommand::run(CommandContext& context)
{
    if (m_verification.chosen())
        return m_verification.run(context);
    return m_info.parsed() ? info(context) : import(context);
}

Status ModelCommand::info(CommandContext& context) const
{
    const std::filesystem::path package = CommandContext::modelPackage(m_package);
    const auto engine = context.engine(package);
    if (!engine)
        return engine.error();
    print(context, (*engine)->info(), package);
    return Done{};
}

Status ModelCommand::import(CommandContext& context) const
{
    const auto api = context.modelApi();
    if (!api)
        return api.error();
    if (m_released && !m_manifest.empty())
        return makeError(ErrorCode::BadOption,
                         {"--released", "a manifest of your own says where thresholds come from"});
    const std::filesystem::path package = std::filesystem::absolute(m_out);
    const std::filesystem::path manifest = m_released
                                               ? ModelLibrary::resource("model/released.json")
                                               : std::filesystem::path(m_manifest);
    const auto info = (*api)->importCheckpoint({m_checkpoint, m_textEncoder, package, manifest},
                                               context.progress(tr("Importing model")));
    if (!info)
        return info.error();
    print(context, *info, package);
    return Done{};
}

void ModelCommand::print(CommandContext& context, const ModelInfo& info,
                         const std::filesystem::path& package) const
{
    if (context.json()) {
        nlohmann::json out = modelJson(info);
        out["package"] = package.string();
        context.console().print(out);
        return;
    }
    QStringList anatomies;
    for (const std::string& id : info.anatomyIds)
        anatomies.append(anatomyName(id));
    const QStringList lines{
        tr("Package: %1").arg(printable(package.string())),
        tr("Fingerprint: %1").arg(printable(info.fingerprint)),
        tr("Anatomies: %1").arg(anatomies.join(QLatin1String(", "))),
        tr("Licence: %1").arg(printable(info.licence)),
        tr("Provenance: %1").arg(printable(info.provenance)),
    };
    context.console().print(modelText(info) + lines.join(QLatin1Char('\n')) + QLatin1Char('\n'));
}

} // namespace fovea
