#include "app/cli/CommandContext.h"

#include "app/Settings.h"
#include "app/text/durationText.h"
#include "app/text/errorText.h"
#include "app/work/TimeLeft.h"
#include "app/work/siteAnatomies.h"
#include "storage/AuditLog.h"
#include "storage/CatalogFile.h"

namespace fovea {

CommandContext::CommandContext(Console& console, const CommonOptions& options, std::stop_token stop)
    : m_console(console)
    , m_options(options)
    , m_stop(std::move(stop))
    , m_library(ModelLibrary::installedLibrary())
{
}

Progress CommandContext::timedProgress(const QString& what)
{
    return m_console.progress(
        what, m_stop, [timeLeft = std::make_shared<TimeLeft>()](double fraction) {
            const auto seconds = timeLeft->at(fraction);
            return seconds ? tr(", %1 left").arg(durationText(*seconds)) : QString();
        });
}

void CommandContext::logError(const Error& error)
{
    m_console.log(QLatin1String("fovea-cli: ") + errorText(error));
    if (!error.detail.empty())
        m_console.log(QLatin1String("  ") + printable(error.detail));
}

std::filesystem::path CommandContext::archiveFolder() const
{
    if (!m_options.archive.empty())
        return std::filesystem::absolute(m_options.archive);
    return Settings().archiveFolder();
}

Result<StudyDatabase> CommandContext::openArchive() const
{
    return StudyDatabase::open(archiveFolder());
}

Result<StudyDatabase> CommandContext::openExistingArchive() const
{
    const std::filesystem::path folder = archiveFolder();
    std::error_code ignored;
    if (archiveNamed() && !std::filesystem::exists(folder / "fovea.db", ignored))
        return makeError(ErrorCode::DatabaseNotOpened, {folder.string()}, "no archive there");
    return StudyDatabase::open(folder);
}

Status CommandContext::noteOpened(std::int64_t studyId, const std::string& command) const
{
    auto log = AuditLog::open(archiveFolder());
    if (!log)
        return log.error();
    return log->note(AuditAction::Opened, studyId, "command line, " + command);
}

Result<AnatomyCatalog> CommandContext::catalog() const
{
    const auto shipped = readCatalogFile(ModelLibrary::resource("catalog/anatomies.json"));
    return shipped ? siteCatalog(*shipped, archiveFolder()) : shipped;
}

Result<ModelApi*> CommandContext::modelApi()
{
    return m_library.api();
}

std::filesystem::path CommandContext::modelPackage(const std::string& argument)
{
    if (!argument.empty())
        return argument;
    const std::filesystem::path chosen = Settings().modelPackage();
    return chosen.empty() ? ModelLibrary::demoPackage() : chosen;
}

Result<Engine*> CommandContext::engine(const std::filesystem::path& package)
{
    if (m_engine && m_package == package)
        return m_engine.get();
    // Before LibTorch is loaded: a wrong path should not take half a second to be told.
    std::error_code ignored;
    if (!std::filesystem::exists(package / "model.json", ignored))
        return makeError(ErrorCode::ModelNotFound, {package.string()});
    const auto api = m_library.api();
    if (!api)
        return api.error();
    LoadOptions how;
    if (m_options.fullPrecision)
        how.precision = LoadOptions::Precision::Full;
    auto loaded = (*api)->load(package, how);
    if (!loaded)
        return loaded.error();
    m_engine = std::move(*loaded);
    m_package = package;
    return m_engine.get();
}

} // namespace fovea
