#pragma once

#include "app/Task.h"
#include "storage/StudyDatabase.h"

#include <filesystem>
#include <functional>

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

    template <typename T>
    TaskHandle run(QObject* receiver,
                   std::function<Result<T>(StudyDatabase&, const Progress&)> work,
                   std::function<void(Result<T>)> done, std::function<void(double)> onProgress = {},
                   TaskRunner::Pool pool = TaskRunner::Pool::Io) const
    {
        return m_tasks.run<T>(
            pool, receiver,
            [folder = m_folder, work = std::move(work)](const Progress& progress) -> Result<T> {
                auto database = StudyDatabase::open(folder);
                if (!database)
                    return database.error();
                return work(*database, progress);
            },
            std::move(done), std::move(onProgress));
    }

private:
    TaskRunner& m_tasks;
    std::filesystem::path m_folder;
};

} // namespace fovea
