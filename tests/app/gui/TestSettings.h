#pragma once

#include "app/Settings.h"

#include <QTemporaryDir>

namespace fovea {

/// Settings of a test, in its folder. Series do not hang by themselves: layout and window are what
/// the test makes them.
class TestSettings : public Settings {
public:
    explicit TestSettings(const QTemporaryDir& folder)
        : Settings(folder.filePath(QStringLiteral("settings.ini")))
    {
        setHangingFolder(folder.filePath(QStringLiteral("hanging")).toStdString());
        setHangsAutomatically(false);
    }
};

} // namespace fovea
