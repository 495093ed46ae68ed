#pragma once

#include "app/ModelLibrary.h"
#include "app/cli/Console.h"
#include "model/domain/Anatomy.h"
#include "model/domain/Progress.h"
#include "model/domain/Result.h"
#include "model/engine/Engine.h"
#include "storage/StudyDatabase.h"

#include <QCoreApplication>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>

namespace fovea {

/// The options that every subcommand takes.
struct CommonOptions {
    std::string archive;        ///< --archive; empty: the user's.
    bool fullPrecision = false; ///< --full-precision, of those that load a model.
    bool json = false;          ///< --json: the result as one JSON object with snake_case keys.
};

/// What a command works with: where the archive is, which model speaks, where results go. Lives as
/// long as the process's one command; used on the main thread, where the model runs as well.
class CommandContext {
    Q_DECLARE_TR_FUNCTIONS(fovea::CommandContext)

public:
    CommandContext(Console& console, const CommonOptions& options, std::stop_token stop);
    CommandContext(const CommandContext&) = delete;
    CommandContext& operator=(const CommandContext&) = delete;

    Console& console() { return m_console; }
    bool json() const { return m_options.json; }
    const std::stop_token& stopToken() const { return m_stop; }
    Progress progress(const QString& what) { return m_console.progress(what, m_stop); }
    /// The same with the time left, for work of minutes.
    Progress timedProgress(const QString& what);
    /// Logs what a failure means and its technical detail.
    void logError(const Error& error);

    /// True where the user named an archive.
    bool archiveNamed() const { return !m_options.archive.empty(); }
    /// --archive, else the archive of the user's settings.
    std::filesystem::path archiveFolder() const;
    /// Opens the archive and makes it where missing.
    Result<StudyDatabase> openArchive() const;
    /// Opens the archive for a question: a folder that the user named must hold one already
    /// (DatabaseNotOpened), so that a mistyped path is not answered with "empty".
    Result<StudyDatabase> openExistingArchive() const;

    /// Notes in the archive's audit log that what is known of a study was shown. `command`: by
    /// which. Errors: those of the log.
    Status noteOpened(std::int64_t studyId, const std::string& command) const;

    Result<AnatomyCatalog> catalog() const;

    Result<ModelApi*> modelApi();
    /// The package of an argument; where that is empty, the user's, and where there is none, the
    /// bundled demo model.
    static std::filesystem::path modelPackage(const std::string& argument);
    /// Loads a model package once and keeps it. ModelNotFound where there is none.
    Result<Engine*> engine(const std::filesystem::path& package);

private:
    Console& m_console;
    CommonOptions m_options;
    std::stop_token m_stop;
    ModelLibrary m_library;
    std::filesystem::path m_package;
    std::unique_ptr<Engine> m_engine;
};

} // namespace fovea
