#include "app/cli/processMemory.h"

#include <QFile>

namespace fovea {

namespace {

/// A line of the status in bytes; 0 where there is none.
double lineOfStatus(const char* line)
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& each : file.readAll().split('\n')) {
        if (each.startsWith(line))
            return each.simplified().split(' ').value(1).toDouble() * 1024;
    }
    return 0;
}

} // namespace

double ProcessMemory::resident()
{
    return lineOfStatus("VmRSS:");
}

double ProcessMemory::peak()
{
    return lineOfStatus("VmHWM:");
}

bool ProcessMemory::forgetPeak()
{
    QFile file(QStringLiteral("/proc/self/clear_refs"));
    return file.open(QIODevice::WriteOnly) && file.write("5") == 1;
}

} // namespace fovea
