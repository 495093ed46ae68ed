#pragma once

#include <QString>

class QCoreApplication;

namespace fovea {

/// Installs Fovea's and Qt's translations for `language` ("de", "zh_CN", "en"; empty: the
/// system's). English is the source language; its file has only the plurals.
void installTranslations(QCoreApplication& application, const QString& language);

} // namespace fovea
