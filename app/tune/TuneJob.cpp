#include "app/tune/TuneJob.h"

#include "app/work/siteFile.h"

#include <QRegularExpression>

#include <nlohmann/json.hpp>

#include <csignal>
#include <sys/resource.h>
#include <system_error>
#include <utility>

namespace fovea {

namespace {

constexpr int behindEverything = 15;
constexpr int messageLines = 6;
/// Until its checkpoint, if it is writing one, is whole.
constexpr int patienceMs = 4000;

QString fileIn(const std::filesystem::path& folder, const char* name)
{
    return QString::fromStdString((folder / name).string());
}

} // namespace

TuneJob::TuneJob(QString program, QObject* parent)
    : QObject(parent)
    , m_program(std::move(program))
{
    m_process.setChildProcessModifier([] { ::setpriority(PRIO_PROCESS, 0, behindEverything); });
    connect(&m_process, &QProcess::finished, this, &TuneJob::ended);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            set(State::Failed);
    });
}

TuneJob::~TuneJob()
{
    disconnect(&m_process, nullptr, this, nullptr);
    if (m_process.state() == QProcess::NotRunning)
        return;
    stop();
    if (!m_process.waitForFinished(patienceMs)) {
        m_process.kill();
        m_process.waitForFinished(patienceMs);
    }
}

Status TuneJob::begin(const std::filesystem::path& folder, const QStringList& arguments)
{
    std::error_code error;
    if (isRunning() || std::filesystem::exists(folder / "job.json", error))
        return makeError(ErrorCode::BadOption, {"job", "there is one already"});
    auto list = nlohmann::json::array();
    for (const QString& argument : arguments)
        list.push_back(argument.toStdString());
    const nlohmann::json job{{"format", 1}, {"arguments", list}};
    if (Status written = writeSiteFile(folder / "job.json", job.dump(1) + "\n"); !written)
        return written;
    m_folder = folder;
    m_arguments = arguments;
    set(State::Resting);
    start();
    return Done{};
}

Status TuneJob::open(const std::filesystem::path& folder)
{
    if (isRunning())
        return makeError(ErrorCode::BadOption, {"job", "another is running"});
    const std::filesystem::path file = folder / "job.json";
    const auto text = readSiteFile(file);
    if (!text)
        return text.error();
    if (!*text)
        return makeError(ErrorCode::FileNotFound, {file.string()});
    const auto job = nlohmann::json::parse(**text, nullptr, /*allow_exceptions=*/false);
    QStringList arguments;
    if (job.is_object() && job.value("format", 0) == 1 && job.contains("arguments") &&
        job["arguments"].is_array())
    {
        for (const auto& argument : job["arguments"]) {
            if (argument.is_string())
                arguments << QString::fromStdString(argument.get<std::string>());
        }
    }
    if (arguments.isEmpty())
        return makeError(ErrorCode::MetadataBroken, {file.string(), "it is not a tuning's"});
    m_folder = folder;
    m_arguments = arguments;
    set(hasResult() ? State::Done : State::Resting);
    return Done{};
}

void TuneJob::start()
{
    if (m_state != State::Resting && m_state != State::Failed)
        return;
    m_process.setStandardInputFile(QProcess::nullDevice());
    m_process.setStandardOutputFile(fileIn(m_folder, "result.json"));
    m_process.setStandardErrorFile(fileIn(m_folder, "messages.txt"));
    set(State::Running);
    m_process.start(m_program, m_arguments);
}

void TuneJob::setPaused(bool paused)
{
    const State from = paused ? State::Running : State::Paused;
    if (m_state != from || m_process.processId() <= 0)
        return;
    ::kill(static_cast<pid_t>(m_process.processId()), paused ? SIGSTOP : SIGCONT);
    set(paused ? State::Paused : State::Running);
}

void TuneJob::stop()
{
    if (!isRunning() || m_process.processId() <= 0)
        return;
    const auto process = static_cast<pid_t>(m_process.processId());
    ::kill(process, SIGINT);
    ::kill(process, SIGCONT); // Else one that is paused would never hear of it.
    set(State::Stopping);
}

void TuneJob::close()
{
    if (isRunning())
        return;
    m_folder.clear();
    m_arguments.clear();
    set(State::None);
}

bool TuneJob::isRunning() const
{
    return m_state == State::Running || m_state == State::Paused || m_state == State::Stopping;
}

QString TuneJob::message() const
{
    if (m_state == State::Failed && m_process.error() == QProcess::FailedToStart)
        return tr("%1 cannot be started.").arg(m_program);
    const auto text = readSiteFile(m_folder / "messages.txt");
    if (!text || !*text)
        return {};
    QStringList lines = QString::fromStdString(**text).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    return lines.mid(std::max<qsizetype>(0, lines.size() - messageLines)).join(QLatin1Char('\n'));
}

int TuneJob::percentIn(const QString& message)
{
    static const QRegularExpression progress(QStringLiteral("(\\d{1,3})\\s?%\\s*$"));
    const QStringList lines = message.split(QLatin1Char('\n'));
    for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
        const auto match = progress.match(*line);
        if (match.hasMatch())
            return match.captured(1).toInt();
    }
    return 0;
}

void TuneJob::set(State state)
{
    if (state == m_state)
        return;
    m_state = state;
    Q_EMIT stateChanged();
}

void TuneJob::ended(int exitCode, QProcess::ExitStatus status)
{
    if (status == QProcess::NormalExit && exitCode == 0 && hasResult())
        set(State::Done);
    else
        set(m_state == State::Stopping ? State::Resting : State::Failed);
}

bool TuneJob::hasResult() const
{
    const auto text = readSiteFile(m_folder / "result.json");
    return text && *text && nlohmann::json::accept(**text);
}

} // namespace fovea
