#pragma once

#include "app/ModelLibrary.h"
#include "app/Task.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <utility>

class QObject;

namespace fovea {

/// What needs the model library and no model. Work runs on the inference thread, behind what the
/// model is doing there.
class LibraryWork {
public:
    /// `tasks` outlives it. `library`: path of libfovea_model.so, which the first work loads.
    LibraryWork(TaskRunner& tasks, std::filesystem::path library)
        : m_tasks(tasks)
        , m_library(std::make_shared<ModelLibrary>(std::move(library)))
    {
    }

    /// `done` comes on the GUI thread while `receiver` lives. Errors of loading the library.
    template <typename T>
    TaskHandle run(QObject* receiver, std::function<Result<T>(ModelApi&, const Progress&)> work,
                   std::function<void(Result<T>)> done,
                   std::function<void(double)> onProgress = {}) const
    {
        return m_tasks.run<T>(
            TaskRunner::Pool::Inference, receiver,
            [library = m_library, work = std::move(work)](const Progress& progress) -> Result<T> {
                const Result<ModelApi*> api = library->api();
                return api ? work(**api, progress) : Result<T>(api.error());
            },
            std::move(done), std::move(onProgress));
    }

private:
    TaskRunner& m_tasks;
    std::shared_ptr<ModelLibrary> m_library; ///< Used on the inference thread alone.
};

} // namespace fovea
