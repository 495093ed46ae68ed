#include "app/cli/CommandParser.h"

#include <CLI/CLI.hpp>

#include <limits>

namespace fovea {

namespace {

CLI::Range atLeastOne()
{
    return {1, std::numeric_limits<int>::max(), "at least 1"};
}

template <typename T>
void addNumbers(CLI::App& app, const std::string& name, std::vector<T>& values, int count, T low,
                T high, const QString& help)
{
    app.add_option(name, values, help.toStdString())->expected(count)->check(CLI::Range(low, high));
}

} // namespace

CommandParser CommandParser::addSubcommand(const std::string& name, const QString& description)
{
    return CommandParser(*m_app->add_subcommand(name, description.toStdString()));
}

void CommandParser::requireSubcommand()
{
    m_app->require_subcommand(1);
}

CommandParser CommandParser::addExactlyOne()
{
    CLI::Option_group* group = m_app->add_option_group("studies");
    group->require_option(1);
    return CommandParser(*group);
}

bool CommandParser::parsed() const
{
    return m_app->parsed();
}

void CommandParser::text(const std::string& name, std::string& value, const QString& help,
                         const char* type, Needed needed)
{
    m_app->add_option(name, value, help.toStdString())
        ->type_name(type)
        ->required(needed == Needed::Required);
}

void CommandParser::texts(const std::string& name, std::vector<std::string>& values,
                          const QString& help, const char* type)
{
    m_app->add_option(name, values, help.toStdString())
        ->type_name(type)
        ->required(!name.starts_with('-'));
}

void CommandParser::count(const std::string& name, int& value, const QString& help)
{
    CLI::Option* option =
        m_app->add_option(name, value, help.toStdString())->type_name("N")->check(atLeastOne());
    if (value > 0)
        option->capture_default_str();
}

void CommandParser::count(const std::string& name, std::optional<int>& value, const QString& help)
{
    m_app->add_option(name, value, help.toStdString())->type_name("N")->check(atLeastOne());
}

void CommandParser::seed(const std::string& name, std::uint64_t& value, const QString& help)
{
    m_app->add_option(name, value, help.toStdString())->type_name("S")->capture_default_str();
}

void CommandParser::numbers(const std::string& name, std::vector<int>& values, int count, int low,
                            int high, const QString& help)
{
    addNumbers(*m_app, name, values, count, low, high, help);
}

void CommandParser::numbers(const std::string& name, std::vector<double>& values, int count,
                            double low, double high, const QString& help)
{
    addNumbers(*m_app, name, values, count, low, high, help);
}

void CommandParser::flag(const std::string& name, bool& value, const QString& help)
{
    m_app->add_flag(name, value, help.toStdString());
}

} // namespace fovea
