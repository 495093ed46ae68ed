#include "app/Translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace fovea {

void installTranslations(QCoreApplication& application, const QString& language)
{
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    QLocale::setDefault(locale);
    const auto install = [&](const QLocale& wanted, const QString& name, const QString& folder) {
        auto* translator = new QTranslator(&application);
        if (translator->load(wanted, name, QStringLiteral("_"), folder))
            QCoreApplication::installTranslator(translator);
        else
            delete translator;
    };
    install(locale, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    // English plurals first: what a later translation lacks falls back to them.
    install(QLocale(QLocale::English), QStringLiteral("fovea"), QStringLiteral(":/i18n"));
    install(locale, QStringLiteral("fovea"), QStringLiteral(":/i18n"));
}

} // namespace fovea
