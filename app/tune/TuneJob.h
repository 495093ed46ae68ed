#pragma once

#include "model/domain/Result.h"

#include <QObject>
#include <QProcess>
#include <QString>
#include <QStringList>

#include <filesystem>
#include <optional>

namespace fovea {

/// A fine-tuning in a process of its own (`fovea-cli tune run`), so that reading goes on: it runs
/// behind everything else (nice 15), its memory is given back whole, and nothing that goes wrong in
/// it takes the window along. What it does lies in a folder that outlives both:
///
///     job.json      {"format": 1, "arguments": […]}: the command, without the program
///     messages.txt  what it says on standard error
///     result.json   its result, once it is done; empty or missing until then
///
/// and what the arguments name. The command must go on from its checkpoints when it is started
/// again. On the GUI thread.
class TuneJob : public QObject {
    Q_OBJECT

public:
    enum class State {
        None,    ///< No job.
        Resting, ///< Began once, is not running and has no result: can be started again.
        Running,
        Paused,   ///< Its process is stopped where it is, and keeps its memory.
        Stopping, ///< Was asked to stop; writes nothing more than it has.
        Done,     ///< Has a result.
        Failed,   ///< Ended with an error: message(). Can be started again.
    };

    /// `program`: fovea-cli.
    explicit TuneJob(QString program, QObject* parent = nullptr);
    /// Stops the process, which can be gone on with.
    ~TuneJob() override;

    /// Makes the folder, writes job.json and starts. BadOption where one is running or the folder
    /// has a job; FileNotWritable.
    Status begin(const std::filesystem::path& folder, const QStringList& arguments);
    /// Takes up a folder where begin() left off, without starting. FileNotFound, FileNotReadable,
    /// MetadataBroken.
    Status open(const std::filesystem::path& folder);
    /// Starts what rests or failed.
    void start();
    void setPaused(bool paused);
    void stop();
    /// Leaves a job that is not running; its folder stays.
    void close();

    State state() const { return m_state; }
    bool isRunning() const;
    const std::filesystem::path& folder() const { return m_folder; }
    const QStringList& arguments() const { return m_arguments; }
    /// The last lines of messages.txt; empty where there are none.
    QString message() const;
    /// What the last line of progress in a message() says ("Training 40 %"); 0 before the first.
    static int percentIn(const QString& message);

Q_SIGNALS:
    void stateChanged();

private:
    void set(State state);
    void ended(int exitCode, QProcess::ExitStatus status);
    bool hasResult() const;

    QString m_program;
    QProcess m_process;
    State m_state = State::None;
    std::filesystem::path m_folder;
    QStringList m_arguments;
};

} // namespace fovea
