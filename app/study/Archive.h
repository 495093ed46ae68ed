#pragma once

#include "app/Task.h"
#include "storage/StudyDatabase.h"

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>

namespace fovea {

/// The archive in use and the way to it: every access is a task with a database connection of its
/// own (a connection belongs to one thread, opening one costs milliseconds).
class Archive {
public:
    Archive(TaskRunner& tasks, std::filesystem::path folder)
        : m_tasks(tasks)
        , m_folder(std::move(folder))
    {
    }

    const std::filesystem::path& folder() const { return m_folder; }
    TaskRunner& tasks() const { return m_tasks; }

    /// A connection for the calling thread. One that was opened before and is no longer there (its
    /// drive is gone) is not made anew, which would let what is written meanwhile go nowhere:
    /// DatabaseNotOpened (folder, "gone").
    Result<StudyDatabase> open() const { return open(m_folder, *m_seen); }

    template <typename T>
    TaskHandle run(QObject* receiver,
                   std::function<Result<T>(StudyDatabase&, const Progress&)> work,
                   std::function<void(Result<T>)> done, std::function<void(double)> onProgress = {},
                   TaskRunner::Pool pool = TaskRunner::Pool::Io) const
    {
        return m_tasks.run<T>(
            pool, receiver,
            [folder = m_folder, seen = m_seen,
             work = std::move(work)](const Progress& progress) -> Result<T> {
                auto database = open(folder, *seen);
                if (!database)
                    return database.error();
                return work(*database, progress);
            },
            std::move(done), std::move(onProgress));
    }

private:
    static Result<StudyDatabase> open(const std::filesystem::path& folder, std::atomic_bool& seen)
    {
        std::error_code ignored;
        if (seen && !std::filesystem::exists(folder / "fovea.db", ignored))
            return makeError(ErrorCode::DatabaseNotOpened, {folder.string(), "gone"});
        auto database = StudyDatabase::open(folder);
        seen = seen || database.ok();
        return database;
    }

    TaskRunner& m_tasks;
    std::filesystem::path m_folder;
    std::shared_ptr<std::atomic_bool> m_seen = std::make_shared<std::atomic_bool>(false);
};

} // namespace fovea
