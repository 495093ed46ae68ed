#include "app/cli/Console.h"
#include "app/cli/Table.h"

#include <nlohmann/json.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sstream>

using namespace fovea;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

TEST(Console, resultAndLogAreApart)
{
    std::ostringstream output;
    std::ostringstream log;
    Console console(output, log, false);
    console.log(QStringLiteral("working"));
    console.print(nlohmann::json{{"answer", 42}});
    EXPECT_EQ(log.str(), "working\n");
    EXPECT_EQ(nlohmann::json::parse(output.str())["answer"], 42);
    EXPECT_TRUE(console.flush());
}

TEST(Console, failedOutputIsNoticed)
{
    std::ostringstream output;
    std::ostringstream log;
    Console console(output, log, false);
    output.setstate(std::ios::badbit);
    console.print(QStringLiteral("lost"));
    EXPECT_FALSE(console.flush());
}

TEST(Console, bytesThatAreNotUtf8DoNotBreakTheAnswer)
{
    std::ostringstream output;
    std::ostringstream log;
    Console console(output, log, false);
    console.print(nlohmann::json{{"name", "caf\xE9"}});
    EXPECT_EQ(nlohmann::json::parse(output.str())["name"], "caf\xEF\xBF\xBD");
}

TEST(Console, terminalProgressIsOneLineThatGoes)
{
    std::ostringstream output;
    std::ostringstream log;
    Console console(output, log, true);
    const Progress progress = console.progress(QStringLiteral("Reading"), {});
    progress.report(0.0);
    EXPECT_THAT(log.str(), HasSubstr("\rReading 0 %"));
    EXPECT_THAT(log.str(), Not(HasSubstr("\n")));
    console.log(QStringLiteral("note"));
    EXPECT_THAT(log.str(), testing::EndsWith("\r\033[Knote\n"));
    EXPECT_THAT(output.str(), IsEmpty());
}

TEST(Console, progressMaySayMore)
{
    std::ostringstream output;
    std::ostringstream log;
    Console console(output, log, true);
    const Progress progress = console.progress(QStringLiteral("Segmenting"), {}, [](double part) {
        return QStringLiteral(", %1 windows").arg(part * 8);
    });
    progress.report(0.5);
    EXPECT_THAT(log.str(), HasSubstr("\rSegmenting 50 %, 4 windows"));
}

TEST(Console, shortWorkLeavesNoProgressInALogFile)
{
    std::ostringstream output;
    std::ostringstream log;
    Console console(output, log, false);
    const Progress progress = console.progress(QStringLiteral("Reading"), {});
    for (int i = 0; i <= 100; ++i)
        progress.report(i / 100.0);
    EXPECT_THAT(log.str(), IsEmpty());
}

TEST(Console, progressCarriesTheStopRequest)
{
    std::ostringstream output;
    std::ostringstream log;
    Console console(output, log, false);
    std::stop_source stop;
    const Progress progress = console.progress(QStringLiteral("Reading"), stop.get_token());
    EXPECT_FALSE(progress.cancelled());
    stop.request_stop();
    EXPECT_TRUE(progress.part(0.2, 0.4).cancelled());
}

TEST(Printable, escapeSequencesDoNotReachTheTerminal)
{
    EXPECT_EQ(printable("a\033[31mb\nc\x07"), QStringLiteral("a [31mb c "));
    EXPECT_EQ(printable("H\xC3\xA4nsel \xE5\xB1\xB1"),
              QString::fromUtf8("H\xC3\xA4nsel \xE5\xB1\xB1"));
}

TEST(Table, columnsAreAligned)
{
    Table table({{QStringLiteral("Name")}, {QStringLiteral("N"), Table::Align::Right}});
    table.addRow({QStringLiteral("a"), QStringLiteral("1")});
    table.addRow({QStringLiteral("longer"), QStringLiteral("100")});
    EXPECT_EQ(table.text().toStdString(), "Name      N\n"
                                          "a         1\n"
                                          "longer  100\n");
    EXPECT_EQ(table.text(2).toStdString().substr(0, 6), "  Name");
}

TEST(Table, withoutRowsThereIsNoHeading)
{
    EXPECT_TRUE(Table({{QStringLiteral("Name")}}).text().isEmpty());
}
