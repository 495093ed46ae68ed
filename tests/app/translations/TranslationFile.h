#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <tuple>
#include <vector>

namespace fovea {

/// One text of a Qt translation source (.ts).
struct TranslationMessage {
    QString context; ///< The class, e.g. "fovea::MainWindow".
    QString source;  ///< English.
    QString comment; ///< Tells equal sources of one context apart; usually empty.
    bool numerus = false;
    QString type;      ///< Empty where the translation is finished.
    QStringList forms; ///< The translation; one per plural form where `numerus`, else exactly one.

    /// What Qt looks the text up by.
    auto key() const { return std::tie(context, source, comment, numerus); }
};

/// A parsed .ts file. Where `error` is not empty, it is not one and `messages` is not complete.
struct TranslationFile {
    QString language; ///< E.g. "zh_CN".
    std::vector<TranslationMessage> messages;
    QString error;

    static TranslationFile parse(const QByteArray& xml);
    static TranslationFile read(const QString& path);
};

} // namespace fovea
