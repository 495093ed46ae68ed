#include "app/Task.h"
#include "tests/app/gui/waitFor.h"

#include <QThread>

#include <atomic>
#include <gtest/gtest.h>

namespace fovea {
namespace {

using Pool = TaskRunner::Pool;

TEST(Task, ResultArrivesOnTheGuiThread)
{
    TaskRunner tasks;
    QObject receiver;
    QThread* worker = nullptr;
    QThread* answered = nullptr;
    int value = 0;
    tasks.run<int>(
        Pool::Io, &receiver,
        [&worker](const Progress&) -> Result<int> {
            worker = QThread::currentThread();
            return 42;
        },
        [&](Result<int> result) {
            answered = QThread::currentThread();
            value = result.value();
        });
    ASSERT_TRUE(waitFor([&] { return value != 0; }));
    EXPECT_EQ(value, 42);
    EXPECT_EQ(answered, QThread::currentThread());
    EXPECT_NE(worker, answered);
}

TEST(Task, ADeadReceiverHearsNothingAndTheWorkStops)
{
    TaskRunner tasks;
    auto receiver = std::make_unique<QObject>();
    std::atomic<bool> running = false;
    std::atomic<bool> stopped = false;
    bool called = false;
    tasks.run<Done>(
        Pool::Io, receiver.get(),
        [&](const Progress& progress) -> Result<Done> {
            running = true;
            while (!progress.cancelled())
                QThread::msleep(1);
            stopped = true;
            return makeError(ErrorCode::Cancelled);
        },
        [&called](Result<Done>) { called = true; });
    ASSERT_TRUE(waitFor([&] { return running.load(); }));
    receiver.reset();
    ASSERT_TRUE(waitFor([&] { return stopped.load(); }));
    QCoreApplication::processEvents();
    EXPECT_FALSE(called);
}

TEST(Task, CancelComesBackAsCancelled)
{
    TaskRunner tasks;
    QObject receiver;
    std::optional<ErrorCode> code;
    TaskHandle handle = tasks.run<Done>(
        Pool::Inference, &receiver,
        [](const Progress& progress) -> Result<Done> {
            while (!progress.cancelled())
                QThread::msleep(1);
            return makeError(ErrorCode::Cancelled);
        },
        [&code](Result<Done> result) { code = result.error().code; });
    handle.cancel();
    ASSERT_TRUE(waitFor([&] { return code.has_value(); }));
    EXPECT_EQ(*code, ErrorCode::Cancelled);
}

TEST(Task, AnExceptionBecomesAnError)
{
    TaskRunner tasks;
    QObject receiver;
    std::optional<Error> error;
    tasks.run<Done>(
        Pool::Io, &receiver,
        [](const Progress&) -> Result<Done> { throw std::runtime_error("library"); },
        [&error](Result<Done> result) { error = result.error(); });
    ASSERT_TRUE(waitFor([&] { return error.has_value(); }));
    EXPECT_EQ(error->code, ErrorCode::Internal);
    EXPECT_EQ(error->detail, "library");
}

TEST(Task, InferenceKeepsOneThread)
{
    TaskRunner tasks;
    QObject receiver;
    std::vector<QThread*> threads;
    for (int n = 0; n < 3; ++n) {
        tasks.run<QThread*>(
            Pool::Inference, &receiver,
            [](const Progress&) -> Result<QThread*> { return QThread::currentThread(); },
            [&threads](Result<QThread*> thread) { threads.push_back(*thread); });
    }
    ASSERT_TRUE(waitFor([&] { return threads.size() == 3; }));
    EXPECT_EQ(threads[0], threads[1]);
    EXPECT_EQ(threads[0], threads[2]);
}

TEST(Task, ProgressReachesTheReceiver)
{
    TaskRunner tasks;
    QObject receiver;
    std::vector<double> heard;
    bool done = false;
    tasks.run<Done>(
        Pool::Io, &receiver,
        [](const Progress& progress) -> Result<Done> {
            progress.report(0.5);
            QThread::msleep(50);
            progress.report(1.0);
            return Done{};
        },
        [&done](Result<Done>) { done = true; }, [&heard](double f) { heard.push_back(f); });
    ASSERT_TRUE(waitFor([&] { return done; }));
    ASSERT_FALSE(heard.empty());
    EXPECT_DOUBLE_EQ(heard.back(), 1.0);
}

} // namespace
} // namespace fovea
