#include "app/Dialogs.h"

#include <QColorDialog>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QTextStream>

namespace fovea {

namespace {

std::optional<QString> given(const QString& path)
{
    return path.isEmpty() ? std::nullopt : std::optional(path);
}

void show(QWidget* parent, QMessageBox::Icon icon, const QString& title, const QString& text,
          const QString& details)
{
    QMessageBox box(icon, title, text, QMessageBox::Ok, parent);
    box.setTextFormat(Qt::PlainText);
    box.setDetailedText(details);
    box.exec();
}

} // namespace

std::optional<QString> QtDialogs::askFolder(QWidget* parent, const QString& title,
                                            const QString& start)
{
    return given(QFileDialog::getExistingDirectory(parent, title, start));
}

std::optional<QString> QtDialogs::askFile(QWidget* parent, const QString& title,
                                          const QString& start, const QString& filter)
{
    return given(QFileDialog::getOpenFileName(parent, title, start, filter));
}

std::optional<QString> QtDialogs::askSaveFile(QWidget* parent, const QString& title,
                                              const QString& start, const QString& filter)
{
    return given(QFileDialog::getSaveFileName(parent, title, start, filter));
}

std::optional<QColor> QtDialogs::askColor(QWidget* parent, const QString& title,
                                          const QColor& start)
{
    const QColor color = QColorDialog::getColor(start, parent, title);
    return color.isValid() ? std::optional(color) : std::nullopt;
}

bool QtDialogs::confirm(QWidget* parent, const QString& title, const QString& text,
                        const QString& action)
{
    QMessageBox box(QMessageBox::Question, title, text, QMessageBox::Cancel, parent);
    box.setTextFormat(Qt::PlainText);
    const QPushButton* agreed = box.addButton(action, QMessageBox::AcceptRole);
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    return box.clickedButton() == agreed;
}

void QtDialogs::showError(QWidget* parent, const QString& title, const QString& text,
                          const QString& details)
{
    show(parent, QMessageBox::Warning, title, text, details);
}

void QtDialogs::showMessage(QWidget* parent, const QString& title, const QString& text,
                            const QString& details)
{
    show(parent, QMessageBox::Information, title, text, details);
}

std::optional<QString> ConsoleDialogs::askFolder(QWidget*, const QString&, const QString&)
{
    return std::nullopt;
}

std::optional<QString> ConsoleDialogs::askFile(QWidget*, const QString&, const QString&,
                                               const QString&)
{
    return std::nullopt;
}

std::optional<QString> ConsoleDialogs::askSaveFile(QWidget*, const QString&, const QString&,
                                                   const QString&)
{
    return std::nullopt;
}

std::optional<QColor> ConsoleDialogs::askColor(QWidget*, const QString&, const QColor&)
{
    return std::nullopt;
}

bool ConsoleDialogs::confirm(QWidget*, const QString&, const QString&, const QString&)
{
    return false;
}

void ConsoleDialogs::showError(QWidget*, const QString& title, const QString& text,
                               const QString& details)
{
    QTextStream(stderr) << title << QStringLiteral(": ") << text << '\n' << details << '\n';
}

void ConsoleDialogs::showMessage(QWidget* parent, const QString& title, const QString& text,
                                 const QString& details)
{
    showError(parent, title, text, details);
}

} // namespace fovea
