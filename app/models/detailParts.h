#pragma once

#include <QString>

class QFormLayout;
class QLabel;
class QPushButton;
class QWidget;

// What the pages of the Models dialog are made of. GUI thread.

namespace fovea {

/// One that Enter in a list does not press.
QPushButton* dialogButton(const char* objectName, const QString& text, QWidget* parent);
/// Plain text that wraps and can be selected.
QLabel* detailLabel(const char* objectName, QWidget* parent);
/// Makes it the heading of its page.
void makeHeading(QLabel& label);
/// The rows of a page, laid out in `parent`.
QFormLayout* detailForm(QWidget* parent);

} // namespace fovea
