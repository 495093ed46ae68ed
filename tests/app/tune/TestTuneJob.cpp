#include "app/tune/TuneJob.h"
#include "tests/app/gui/waitFor.h"

#include <QTemporaryDir>

#include <csignal>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>

namespace fovea {
namespace {

// The program is a shell: what a tuning does is another test's subject.
class TuneJobTest : public ::testing::Test {
protected:
    static QStringList script(const std::string& text)
    {
        return {QStringLiteral("-c"), QString::fromStdString(text)};
    }
    bool becomes(TuneJob::State state)
    {
        return waitFor([&] { return m_job.state() == state; });
    }
    std::string content(const char* name) const
    {
        std::ifstream file(m_path / name);
        return {std::istreambuf_iterator<char>(file), {}};
    }

    QTemporaryDir m_folder;
    std::filesystem::path m_path = m_folder.filePath(QStringLiteral("job")).toStdString();
    TuneJob m_job{QStringLiteral("/bin/sh")};
};

TEST_F(TuneJobTest, AResultEndsIt)
{
    ASSERT_TRUE(m_job.begin(m_path, script("nice >&2; echo '{\"improved\": true}'")));
    EXPECT_TRUE(m_job.isRunning());
    ASSERT_TRUE(becomes(TuneJob::State::Done));
    EXPECT_EQ(content("result.json"), "{\"improved\": true}\n");
    EXPECT_EQ(m_job.message(), QStringLiteral("15")); // Behind all else.

    TuneJob later{QStringLiteral("/bin/sh")};
    ASSERT_TRUE(later.open(m_path));
    EXPECT_EQ(later.state(), TuneJob::State::Done);
    EXPECT_EQ(later.arguments(), m_job.arguments());
    const Status again = later.begin(m_path, script("true"));
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, ErrorCode::BadOption);
}

TEST_F(TuneJobTest, ItsMessagesSayHowFarItIs)
{
    EXPECT_EQ(TuneJob::percentIn(m_job.message()), 0);
    ASSERT_TRUE(m_job.begin(m_path, script("echo 'Reading 10 %' >&2; echo 'Training 40 %' >&2\n"
                                           "echo 'epoch 3' >&2; echo '{}'")));
    ASSERT_TRUE(becomes(TuneJob::State::Done));
    EXPECT_EQ(TuneJob::percentIn(m_job.message()), 40);
}

TEST_F(TuneJobTest, AnErrorIsSaidAndItCanBeTriedAgain)
{
    ASSERT_TRUE(m_job.begin(m_path, script("if [ -e tried ]; then echo '{}'; exit 0; fi\n"
                                           "echo too few cases >&2; exit 3")));
    ASSERT_TRUE(becomes(TuneJob::State::Failed));
    EXPECT_EQ(m_job.message(), QStringLiteral("too few cases"));
    m_job.start();
    ASSERT_TRUE(becomes(TuneJob::State::Failed));

    TuneJob later{QStringLiteral("/bin/sh")};
    ASSERT_TRUE(later.open(m_path));
    EXPECT_EQ(later.state(), TuneJob::State::Resting);
}

TEST_F(TuneJobTest, StoppedOnesRestAndGoOn)
{
    // The first time it waits until it is stopped, the second time it has a result.
    const std::string mark = (m_path / "mark").string();
    ASSERT_TRUE(m_job.begin(m_path, script("[ -e " + mark +
                                           " ] && echo '{}' && exit 0\n"
                                           "touch " +
                                           mark +
                                           "\n"
                                           "trap 'exit 130' INT\n"
                                           "while true; do sleep 0.05; done")));
    ASSERT_TRUE(waitFor([&] { return std::filesystem::exists(mark); }));
    m_job.setPaused(true);
    EXPECT_EQ(m_job.state(), TuneJob::State::Paused);
    m_job.start(); // Means nothing while it is there.
    EXPECT_EQ(m_job.state(), TuneJob::State::Paused);
    m_job.setPaused(false);
    EXPECT_EQ(m_job.state(), TuneJob::State::Running);
    m_job.setPaused(true);
    m_job.stop();
    ASSERT_TRUE(becomes(TuneJob::State::Resting));
    m_job.start();
    ASSERT_TRUE(becomes(TuneJob::State::Done));
}

TEST_F(TuneJobTest, KilledItCanBeGoneOnWith)
{
    ASSERT_TRUE(m_job.begin(m_path, script("echo '{\"half\": ' ; kill -9 $$")));
    ASSERT_TRUE(becomes(TuneJob::State::Failed));
    TuneJob later{QStringLiteral("/bin/sh")};
    ASSERT_TRUE(later.open(m_path));
    EXPECT_EQ(later.state(), TuneJob::State::Resting); // Half a result is none.
}

TEST_F(TuneJobTest, ItDoesNotOutliveTheWindow)
{
    const std::string file = (m_path / "pid").string();
    {
        TuneJob job{QStringLiteral("/bin/sh")};
        ASSERT_TRUE(job.begin(m_path, script("echo $$ > " + file + "; exec sleep 1000")));
        ASSERT_TRUE(waitFor([&] { return !content("pid").empty(); }));
    }
    EXPECT_NE(::kill(std::stoi(content("pid")), 0), 0);
}

TEST_F(TuneJobTest, WhatIsNoJobIsRefused)
{
    EXPECT_EQ(m_job.open(m_path).error().code, ErrorCode::FileNotFound);
    std::filesystem::create_directories(m_path);
    std::ofstream(m_path / "job.json") << "{\"format\": 1, \"arguments\": 3}";
    EXPECT_EQ(m_job.open(m_path).error().code, ErrorCode::MetadataBroken);
    EXPECT_EQ(m_job.state(), TuneJob::State::None);
    TuneJob missing{QStringLiteral("/no/such/program")};
    ASSERT_TRUE(missing.begin(m_folder.filePath(QStringLiteral("b")).toStdString(), script("")));
    ASSERT_TRUE(waitFor([&] { return missing.state() == TuneJob::State::Failed; }));
    EXPECT_TRUE(missing.message().contains(QStringLiteral("/no/such/program")));
}

} // namespace
} // namespace fovea
