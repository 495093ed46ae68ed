#pragma once

#include "model/domain/Progress.h"

#include <QString>

#include <nlohmann/json_fwd.hpp>

#include <chrono>
#include <functional>
#include <iosfwd>
#include <stop_token>
#include <string>

namespace fovea {

/// Standard output for results, standard error for the log and progress. Text is UTF-8.
///
/// Commands print their result once, at their end, so that a failed command prints none. Used by
/// one thread.
class Console {
public:
    /// `logIsTerminal`: progress rewrites one line; otherwise a line per tenth of the work.
    Console(std::ostream& output, std::ostream& log, bool logIsTerminal);
    Console(const Console&) = delete;
    Console& operator=(const Console&) = delete;

    void print(const QString& text);
    /// One object, indented, and a line end. Bytes that are not UTF-8 become U+FFFD.
    void print(const nlohmann::json& object);
    /// False when standard output did not take everything.
    bool flush();

    void log(const QString& line);

    /// What follows the percentage of a progress, e.g. ", 2 min left"; asked with every report.
    using Suffix = std::function<QString(double fraction)>;
    /// Progress that shows as "<what> 40 %<suffix>". The Console must outlive it.
    Progress progress(const QString& what, const std::stop_token& stop, Suffix suffix = {});
    /// Takes a progress line off the terminal.
    void endProgress();

private:
    void showProgress(const std::string& what, double fraction, const Suffix& suffix);

    std::ostream& m_output;
    std::ostream& m_log;
    bool m_terminal;
    bool m_lineShown = false;
    std::string m_what;
    int m_shownStep = -1; ///< Of 100 on a terminal, of 10 elsewhere.
    std::chrono::steady_clock::time_point m_shownAt;
};

/// UTF-8 text of a file or database made fit for a terminal: control characters, which could be
/// escape sequences, become spaces.
QString printable(const std::string& utf8);

} // namespace fovea
