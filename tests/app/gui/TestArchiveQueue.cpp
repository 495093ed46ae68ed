#include "app/study/ArchiveQueue.h"
#include "tests/app/gui/BrokenArchive.h"
#include "tests/app/gui/waitFor.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QThread>

#include <gtest/gtest.h>
#include <memory>
#include <string>

namespace fovea {
namespace {

class ArchiveQueueTest : public ::testing::Test {
protected:
    ArchiveQueueTest()
    {
        EXPECT_TRUE(StudyDatabase::open(archive.folder())); // So that there is one to break.
        queue->setRetryInterval(20);
        QObject::connect(queue.get(), &ArchiveQueue::failed, [this] { ++failures; });
        QObject::connect(queue.get(), &ArchiveQueue::recovered, [this] { ++recoveries; });
    }
    /// A write that only says that it was.
    ArchiveQueue::Write note(char letter)
    {
        return [this, letter](StudyDatabase&) -> Status {
            written += letter;
            return Done{};
        };
    }
    bool settled()
    {
        return waitFor([this] { return queue->waitingCount() == 0; });
    }

    QTemporaryDir folder;
    TaskRunner tasks;
    Archive archive{tasks, folder.filePath(QStringLiteral("archive")).toStdString()};
    std::unique_ptr<ArchiveQueue> queue = std::make_unique<ArchiveQueue>(archive);
    std::string written; ///< One write at a time, so no lock.
    int failures = 0;
    int recoveries = 0;
};

TEST_F(ArchiveQueueTest, WritesInTheOrderTheyWereAskedFor)
{
    for (const char letter : {'a', 'b', 'c', 'd'})
        queue->add(note(letter));
    ASSERT_TRUE(settled());
    EXPECT_EQ(written, "abcd");
    EXPECT_EQ(failures, 0);
    EXPECT_EQ(recoveries, 0);
}

TEST_F(ArchiveQueueTest, OfOneKeyTheLastStateIsWritten)
{
    queue->add(note('a')); // Begins at once.
    queue->add(note('b'), {}, "window");
    queue->add(note('c'), {}, "other");
    queue->add(note('d'), {}, "window");
    EXPECT_EQ(queue->waitingCount(), 3u);
    ASSERT_TRUE(settled());
    EXPECT_EQ(written, "adc");
}

TEST_F(ArchiveQueueTest, TriesAgainAndSaysItOnce)
{
    {
        const BrokenArchive broken(archive.folder());
        queue->add(note('a'));
        queue->add(note('b'));
        ASSERT_TRUE(waitFor([this] { return failures > 0; }));
        EXPECT_TRUE(queue->isFailing());
        queue->add(note('c'));
        // Several more tries.
        QElapsedTimer timer;
        timer.start();
        ASSERT_TRUE(waitFor([&timer] { return timer.hasExpired(200); }));
        EXPECT_EQ(queue->waitingCount(), 3u);
    }
    ASSERT_TRUE(settled());
    EXPECT_EQ(written, "abc");
    EXPECT_EQ(failures, 1);
    EXPECT_EQ(recoveries, 1);
    EXPECT_FALSE(queue->isFailing());
}

TEST_F(ArchiveQueueTest, WhatIsGoneFromTheArchiveIsGivenUp)
{
    ErrorCode code = ErrorCode::Internal;
    queue->add([](StudyDatabase&) -> Status { return makeError(ErrorCode::NotInArchive); },
               [&code](const Status& status) { code = status.error().code; });
    queue->add(note('b'));
    ASSERT_TRUE(settled());
    EXPECT_EQ(code, ErrorCode::NotInArchive);
    EXPECT_EQ(written, "b");
    EXPECT_EQ(failures, 0);
}

TEST_F(ArchiveQueueTest, TheEndWritesWhatWaitsAndNothingTwice)
{
    for (int n = 0; n < 20; ++n) {
        written.clear();
        for (const char letter : {'a', 'b', 'c'})
            queue->add(note(letter));
        if (n % 2 == 1) // The first may have begun, or be done and not have landed.
            QThread::usleep(300 * static_cast<unsigned long>(n));
        queue = nullptr; // No event loop in between.
        EXPECT_EQ(written, "abc");
        queue = std::make_unique<ArchiveQueue>(archive);
    }
}

TEST_F(ArchiveQueueTest, AnArchiveThatWentAwayIsWaitedForAndNotMadeAnew)
{
    queue->add(note('a'));
    ASSERT_TRUE(settled());
    const std::filesystem::path away = archive.folder().string() + ".away";
    std::filesystem::rename(archive.folder(), away);
    queue->add(note('b'));
    ASSERT_TRUE(waitFor([this] { return failures > 0; }));
    EXPECT_FALSE(std::filesystem::exists(archive.folder()));
    std::filesystem::rename(away, archive.folder());
    ASSERT_TRUE(settled());
    EXPECT_EQ(written, "ab");
    EXPECT_EQ(recoveries, 1);
}

} // namespace
} // namespace fovea
