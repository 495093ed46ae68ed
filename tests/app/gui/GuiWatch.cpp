#include "tests/app/gui/GuiWatch.h"

#include <QMetaEnum>
#include <QThread>

#include <algorithm>
#include <cstdio>
#include <ctime>

namespace fovea {

namespace {

double threadMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

std::string typeName(QEvent::Type type)
{
    const char* key = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
    return key ? key : std::to_string(static_cast<int>(type));
}

std::string milliseconds(double ms)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.1f ms", ms);
    return text;
}

} // namespace

std::string GuiWatch::Record::text() const
{
    std::string out = typeName(type) + " to " + receiver + ": " + milliseconds(longestMs);
    if (innerMs > 0)
        out += " (within: " + typeName(innerType) + " to " + innerReceiver + ", " +
               milliseconds(innerMs) + ")";
    return out + ", " + std::to_string(count) + " in " + milliseconds(totalMs);
}

void GuiWatch::start()
{
    m_records.clear();
}

std::vector<GuiWatch::Record> GuiWatch::worst() const
{
    std::vector<Record> out;
    for (const auto& [key, record] : m_records)
        out.push_back(record);
    std::ranges::sort(out, std::ranges::greater{}, &Record::longestMs);
    return out;
}

std::string GuiWatch::report(std::size_t count) const
{
    std::string out;
    const auto records = worst();
    for (std::size_t n = 0; n < std::min(count, records.size()); ++n)
        out += records[n].text() + '\n';
    return out;
}

bool GuiWatch::notify(QObject* receiver, QEvent* event)
{
    if (QThread::currentThread() != thread())
        return QApplication::notify(receiver, event);
    // Neither may be there any more when the event has been handled.
    const QEvent::Type type = event->type();
    const char* name = receiver->metaObject()->className();
    const bool outermost = m_depth++ == 0;
    if (outermost)
        m_inner = {};
    const double before = threadMs();
    const bool handled = QApplication::notify(receiver, event);
    const double took = threadMs() - before;
    --m_depth;
    if (!outermost) {
        if (took > m_inner.ms)
            m_inner = {type, name, took};
        return handled;
    }
    Record& record = m_records[{type, name}];
    record.type = type;
    record.receiver = name;
    ++record.count;
    record.totalMs += took;
    if (took > record.longestMs) {
        record.longestMs = took;
        record.innerType = m_inner.type;
        record.innerReceiver = m_inner.receiver;
        record.innerMs = m_inner.ms;
    }
    return handled;
}

} // namespace fovea
