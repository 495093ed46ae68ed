#pragma once

#include <QString>

namespace fovea {

class MainWindow;

/// Saves a picture of the window as PNG once the opened study is analyzed and its surfaces are
/// drawn, or, where `segmentationFollows` is false, once it turns out to have no segmentation; then
/// ends the program: exit code 0, or 1 when the study could not be opened or analyzed or the file
/// not written.
void saveScreenshotWhenDone(MainWindow& window, const QString& file, bool segmentationFollows);

} // namespace fovea
