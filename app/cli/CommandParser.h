#pragma once

#include <QString>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace fovea {

/// Declares options on the command line's parser. Everything of CLI11 that commands need, so that
/// its headers, which are slow to compile, are included in one place.
///
/// Values are written by parsing and must outlive the parser; what they hold before is the
/// default. Copies refer to the same parser.
class CommandParser {
public:
    enum class Needed { Optional, Required };

    /// `app` outlives this object.
    explicit CommandParser(CLI::App& app)
        : m_app(&app)
    {
    }

    CommandParser addSubcommand(const std::string& name, const QString& description);
    /// Exactly one of the subcommands must be given.
    void requireSubcommand();
    /// Of the options declared on what is returned, exactly one must be given.
    CommandParser addExactlyOne();
    /// Whether the user named this subcommand.
    bool parsed() const;

    /// `name` with dashes is an option, without them a positional argument; `type` is what help
    /// calls its value.
    void text(const std::string& name, std::string& value, const QString& help, const char* type,
              Needed needed = Needed::Optional);
    /// One or more; options (with dashes) may also be left out.
    void texts(const std::string& name, std::vector<std::string>& values, const QString& help,
               const char* type);
    /// A whole number of at least 1.
    void count(const std::string& name, int& value, const QString& help);
    void count(const std::string& name, std::optional<int>& value, const QString& help);
    void seed(const std::string& name, std::uint64_t& value, const QString& help);
    /// `count` numbers, each in [low, high].
    void numbers(const std::string& name, std::vector<int>& values, int count, int low, int high,
                 const QString& help);
    void numbers(const std::string& name, std::vector<double>& values, int count, double low,
                 double high, const QString& help);
    void flag(const std::string& name, bool& value, const QString& help);

private:
    CLI::App* m_app;
};

} // namespace fovea
