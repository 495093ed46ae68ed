#include "app/cli/Console.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <ostream>
#include <utility>

namespace fovea {

Console::Console(std::ostream& output, std::ostream& log, bool logIsTerminal)
    : m_output(output)
    , m_log(log)
    , m_terminal(logIsTerminal)
{
}

void Console::print(const QString& text)
{
    endProgress();
    m_output << text.toStdString();
}

void Console::print(const nlohmann::json& object)
{
    endProgress();
    m_output << object.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

bool Console::flush()
{
    m_output.flush();
    return m_output.good();
}

void Console::log(const QString& line)
{
    endProgress();
    m_log << line.toStdString() << std::endl;
}

Progress Console::progress(const QString& what, const std::stop_token& stop, Suffix suffix)
{
    endProgress();
    return Progress(stop, [this, text = what.toStdString(), suffix = std::move(suffix)](
                              double fraction) { showProgress(text, fraction, suffix); });
}

void Console::endProgress()
{
    if (m_lineShown)
        m_log << "\r\033[K" << std::flush;
    m_lineShown = false;
}

void Console::showProgress(const std::string& what, double fraction, const Suffix& suffix)
{
    using namespace std::chrono_literals;
    // Asked before anything returns: it may count from the first report on.
    const std::string after = suffix ? suffix(fraction).toStdString() : std::string();
    const int step = static_cast<int>(std::clamp(fraction, 0.0, 1.0) * (m_terminal ? 100 : 10));
    if (what == m_what && step == m_shownStep)
        return;
    const auto now = std::chrono::steady_clock::now();
    // Off a terminal short work stays silent, and a log is not flooded by steps.
    if (what == m_what && now - m_shownAt < (m_terminal ? 50ms : 2000ms))
        return;
    const bool begins = what != m_what;
    m_what = what;
    m_shownStep = step;
    m_shownAt = now;
    if (m_terminal) {
        m_log << '\r' << what << ' ' << step << " %" << after << "\033[K" << std::flush;
        m_lineShown = true;
    } else if (!begins) {
        m_log << what << ' ' << step * 10 << " %" << after << std::endl;
    }
}

QString printable(const std::string& utf8)
{
    QString text = QString::fromStdString(utf8);
    for (QChar& c : text) {
        if (c.category() == QChar::Other_Control)
            c = QLatin1Char(' ');
    }
    return text;
}

} // namespace fovea
