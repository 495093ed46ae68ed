#include "tests/app/translations/sourceTexts.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>

namespace fovea {

namespace {

TranslationFile failed(const QString& why)
{
    TranslationFile file;
    file.error = why;
    return file;
}

/// The arguments of packaging/update-translations.
QStringList lupdateArguments(const QString& translations)
{
    return {
        QStringLiteral("-silent"),     QStringLiteral("-no-obsolete"), QStringLiteral("-locations"),
        QStringLiteral("none"),        QStringLiteral("-I"),           QStringLiteral("."),
        QStringLiteral("-extensions"), QStringLiteral("cpp,h"),        QStringLiteral("app"),
        QStringLiteral("viewer"),      QStringLiteral("-ts"),          translations};
}

} // namespace

TranslationFile sourceTexts(const QString& lupdate, const QString& root,
                            const QString& translations)
{
    const QTemporaryDir folder;
    const QString copy = folder.filePath(QFileInfo(translations).fileName());
    if (!folder.isValid() || !QFile::copy(translations, copy))
        return failed(QStringLiteral("cannot copy ") + translations);
    QProcess process;
    process.setWorkingDirectory(root);
    process.start(lupdate, lupdateArguments(copy));
    constexpr int twoMinutes = 120'000;
    if (!process.waitForFinished(twoMinutes) || process.exitCode() != 0)
        return failed(lupdate + QStringLiteral(": ") + process.errorString() +
                      QString::fromLocal8Bit(process.readAllStandardError()));
    return TranslationFile::read(copy);
}

} // namespace fovea
