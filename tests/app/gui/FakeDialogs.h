#pragma once

#include "app/Dialogs.h"

#include <QStringList>

namespace fovea {

/// Answers what the test told it to and remembers what was said.
class FakeDialogs : public Dialogs {
public:
    std::optional<QString> nextFolder;
    QStringList laterFolders; ///< Where one command asks for several.
    std::optional<QString> nextFile;
    std::optional<QString> nextSaveFile;
    QString suggestedFile;
    std::optional<QColor> nextColor;
    bool nextAnswer = false;
    QStringList questions;
    QStringList errors;
    QStringList messages;

    std::optional<QString> askFolder(QWidget*, const QString&, const QString&) override
    {
        if (!nextFolder && !laterFolders.isEmpty())
            return laterFolders.takeFirst();
        return std::exchange(nextFolder, std::nullopt);
    }
    std::optional<QString> askFile(QWidget*, const QString&, const QString&,
                                   const QString&) override
    {
        return std::exchange(nextFile, std::nullopt);
    }
    std::optional<QString> askSaveFile(QWidget*, const QString&, const QString& start,
                                       const QString&) override
    {
        suggestedFile = start;
        return std::exchange(nextSaveFile, std::nullopt);
    }
    std::optional<QColor> askColor(QWidget*, const QString&, const QColor&) override
    {
        return std::exchange(nextColor, std::nullopt);
    }
    bool confirm(QWidget*, const QString&, const QString& text, const QString&) override
    {
        questions << text;
        return std::exchange(nextAnswer, false);
    }
    void showError(QWidget*, const QString&, const QString& text, const QString&) override
    {
        errors << text;
    }
    void showMessage(QWidget*, const QString&, const QString& text, const QString&) override
    {
        messages << text;
    }
};

} // namespace fovea
