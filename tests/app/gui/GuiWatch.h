#pragma once

#include <QApplication>

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace fovea {

/// Watches how long the GUI thread is kept busy by one event: the application of a test that asks.
///
/// Time is the thread's own processor time (CLOCK_THREAD_CPUTIME_ID), so that a busy machine cannot
/// make a test fail; waiting is therefore not seen. What an event sends in turn counts as part of
/// it. Events of other threads are not looked at.
class GuiWatch : public QApplication {
    Q_OBJECT

public:
    using QApplication::QApplication;

    /// All events of one type to receivers of one class since start().
    struct Record {
        QEvent::Type type = QEvent::None;
        const char* receiver = ""; ///< Name of its class.
        int count = 0;
        double longestMs = 0.0;
        double totalMs = 0.0;
        /// The longest event sent while the longest one was handled.
        QEvent::Type innerType = QEvent::None;
        const char* innerReceiver = "";
        double innerMs = 0.0;

        std::string text() const; ///< "MetaCall to fovea::X: 62.1 ms (within: …), 3 in 80.0 ms"
    };

    void start(); ///< Forgets what was.
    /// By longest event, the worst first.
    std::vector<Record> worst() const;
    /// The worst `count` records, a line each.
    std::string report(std::size_t count) const;

    bool notify(QObject* receiver, QEvent* event) override;

private:
    struct Inner {
        QEvent::Type type = QEvent::None;
        const char* receiver = "";
        double ms = 0.0;
    };

    std::map<std::pair<QEvent::Type, std::string>, Record> m_records;
    int m_depth = 0;
    Inner m_inner; ///< Of the outermost event that is being handled.
};

} // namespace fovea
