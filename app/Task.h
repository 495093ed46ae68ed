#pragma once

#include "model/domain/Progress.h"
#include "model/domain/Result.h"

#include <QFutureWatcher>
#include <QObject>
#include <QPromise>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

namespace fovea {

/// A running piece of work. Copies refer to the same work; dropping them all does not stop it.
class TaskHandle {
public:
    TaskHandle() = default;
    explicit TaskHandle(std::shared_ptr<std::stop_source> stop)
        : m_stop(std::move(stop))
    {
    }
    /// Asks the work to stop; its callback still comes, with ErrorCode::Cancelled.
    void cancel()
    {
        if (m_stop)
            m_stop->request_stop();
    }

private:
    std::shared_ptr<std::stop_source> m_stop;
};

/// The only way off the GUI thread. Work runs on a named pool and gives back a Result on the GUI
/// thread, and only if `receiver` still lives; when the receiver dies first, the work is asked to
/// stop and nobody hears of it again.
///
/// Made once in main() and handed down. Its destructor stops all work and waits for it.
class TaskRunner {
public:
    enum class Pool {
        Io,   ///< Files, database, decoding, geometry: two threads.
        Save, ///< Small writes of what a person made, and reads that must see them: one thread,
              ///< so that they keep their order and never wait behind long work.
        Inference, ///< The model: one thread that never ends, because LibTorch makes an OpenMP team
                   ///< for every thread it meets.
    };

    TaskRunner();
    ~TaskRunner();
    TaskRunner(const TaskRunner&) = delete;
    TaskRunner& operator=(const TaskRunner&) = delete;

    template <typename T>
    TaskHandle run(Pool pool, QObject* receiver, std::function<Result<T>(const Progress&)> work,
                   std::function<void(Result<T>)> done, std::function<void(double)> onProgress = {})
    {
        auto stop = newStopSource();
        auto* watcher = new QFutureWatcher<Result<T>>(receiver);
        if (onProgress) {
            QObject::connect(watcher, &QFutureWatcherBase::progressValueChanged, watcher,
                             [onProgress = std::move(onProgress)](int value) {
                                 onProgress(value / double(ProgressSteps));
                             });
        }
        QObject::connect(watcher, &QFutureWatcherBase::finished, watcher,
                         [watcher, done = std::move(done)] {
                             watcher->deleteLater();
                             auto future = watcher->future();
                             if (future.resultCount() > 0)
                                 done(future.takeResult());
                             else
                                 done(makeError(ErrorCode::Cancelled));
                         });
        QObject::connect(watcher, &QObject::destroyed, [stop] { stop->request_stop(); });
        watcher->setFuture(QtConcurrent::run(
            threads(pool), [work = std::move(work), stop](QPromise<Result<T>>& promise) {
                promise.setProgressRange(0, ProgressSteps);
                const Progress progress(stop->get_token(), [&promise](double fraction) {
                    promise.setProgressValue(int(fraction * ProgressSteps));
                });
                promise.addResult(guarded<T>(work, progress));
            }));
        // The receiver owns the watcher. NOLINTNEXTLINE(clang-analyzer-cplusplus.NewDeleteLeaks)
        return TaskHandle(std::move(stop));
    }

private:
    static constexpr int ProgressSteps = 1000;

    template <typename T>
    static Result<T> guarded(const std::function<Result<T>(const Progress&)>& work,
                             const Progress& progress)
    {
        if (progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        try {
            return work(progress);
        } catch (const std::bad_alloc&) {
            return makeError(ErrorCode::OutOfMemory, {});
        } catch (const std::exception& e) {
            return makeError(ErrorCode::Internal, {}, e.what());
        }
    }

    QThreadPool* threads(Pool pool);
    std::shared_ptr<std::stop_source> newStopSource();

    QThreadPool m_io;
    QThreadPool m_save;
    QThreadPool m_inference;
    std::vector<std::weak_ptr<std::stop_source>> m_stopSources;
};

} // namespace fovea
