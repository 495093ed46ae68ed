#pragma once

#include <QDir>
#include <QString>

#include <string>

namespace fovea {

/// For a QTemporaryDir in which a benchmark works: below `folder`, or the system's own place.
inline QString benchFolder(const std::string& folder)
{
    return (folder.empty() ? QDir::tempPath() : QString::fromStdString(folder)) +
           QStringLiteral("/fovea-bench-XXXXXX");
}

} // namespace fovea
