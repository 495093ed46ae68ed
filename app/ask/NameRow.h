#pragma once

#include <QWidget>

#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace fovea {

/// A line of the ask panel that asks for a name, or says what was deleted and takes it back;
/// hidden otherwise.
class NameRow : public QWidget {
    Q_OBJECT

public:
    explicit NameRow(QWidget* parent = nullptr);

    /// `done` is called with a name without spaces around it, and says what is wrong with it;
    /// empty: nothing, and the row goes.
    void askName(const QString& suggestion, std::function<QString(const QString&)> done);
    void offerUndo(const QString& what, std::function<void()> undo);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void submit();

    QStackedWidget* m_pages;
    QLineEdit* m_name;
    QLabel* m_problem;
    QLabel* m_removed;
    QPushButton* m_undo;
    std::function<QString(const QString&)> m_done;
    std::function<void()> m_takeBack;
};

} // namespace fovea
