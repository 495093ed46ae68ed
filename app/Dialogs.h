#pragma once

#include <QColor>
#include <QString>
#include <QStringList>

#include <optional>

class QWidget;

namespace fovea {

/// Every question to the user and every message box, behind an interface so that tests answer.
class Dialogs {
public:
    virtual ~Dialogs() = default;

    virtual std::optional<QString> askFolder(QWidget* parent, const QString& title,
                                             const QString& start) = 0;
    virtual std::optional<QString> askFile(QWidget* parent, const QString& title,
                                           const QString& start, const QString& filter) = 0;
    /// Where to write; the user has agreed to replace what is there.
    virtual std::optional<QString> askSaveFile(QWidget* parent, const QString& title,
                                               const QString& start, const QString& filter) = 0;
    virtual std::optional<QColor> askColor(QWidget* parent, const QString& title,
                                           const QColor& start) = 0;
    /// True where the user agrees to `action` ("Remove"); the way out is the default.
    virtual bool confirm(QWidget* parent, const QString& title, const QString& text,
                         const QString& action) = 0;
    /// Says what went wrong and what to do; `details` is technical and folded away.
    virtual void showError(QWidget* parent, const QString& title, const QString& text,
                           const QString& details) = 0;
    virtual void showMessage(QWidget* parent, const QString& title, const QString& text,
                             const QString& details) = 0;
};

/// The real ones.
class QtDialogs final : public Dialogs {
public:
    std::optional<QString> askFolder(QWidget* parent, const QString& title,
                                     const QString& start) override;
    std::optional<QString> askFile(QWidget* parent, const QString& title, const QString& start,
                                   const QString& filter) override;
    std::optional<QString> askSaveFile(QWidget* parent, const QString& title, const QString& start,
                                       const QString& filter) override;
    std::optional<QColor> askColor(QWidget* parent, const QString& title,
                                   const QColor& start) override;
    bool confirm(QWidget* parent, const QString& title, const QString& text,
                 const QString& action) override;
    void showError(QWidget* parent, const QString& title, const QString& text,
                   const QString& details) override;
    void showMessage(QWidget* parent, const QString& title, const QString& text,
                     const QString& details) override;
};

/// Where nobody sits in front of the window (--screenshot): messages go to standard error,
/// questions are answered with "no".
class ConsoleDialogs final : public Dialogs {
public:
    std::optional<QString> askFolder(QWidget* parent, const QString& title,
                                     const QString& start) override;
    std::optional<QString> askFile(QWidget* parent, const QString& title, const QString& start,
                                   const QString& filter) override;
    std::optional<QString> askSaveFile(QWidget* parent, const QString& title, const QString& start,
                                       const QString& filter) override;
    std::optional<QColor> askColor(QWidget* parent, const QString& title,
                                   const QColor& start) override;
    bool confirm(QWidget* parent, const QString& title, const QString& text,
                 const QString& action) override;
    void showError(QWidget* parent, const QString& title, const QString& text,
                   const QString& details) override;
    void showMessage(QWidget* parent, const QString& title, const QString& text,
                     const QString& details) override;
};

} // namespace fovea
