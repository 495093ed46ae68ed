#pragma once

#include "app/hanging/HangingProtocol.h"

#include <QDialog>

#include <vector>

class QDialogButtonBox;
class QHBoxLayout;
class QLabel;
class QListWidget;
class QPushButton;
class QVBoxLayout;

namespace fovea {

class Dialogs;
class HangingDesk;
class HangingForm;

/// The window in which hanging protocols are edited: the list in the order in which they are tried,
/// and the marked one as a form. Not modal, so that the open study can be looked at and hung while
/// a protocol is made. Nothing is kept until Save.
class HangingDialog : public QDialog {
    Q_OBJECT

public:
    /// Both must outlive the dialog.
    HangingDialog(HangingDesk& desk, Dialogs& dialogs, QWidget* parent);

    /// Opens with the protocols in use; comes to the front where it is open already.
    void start();

private:
    QWidget* makeList();
    QHBoxLayout* makeTools();
    QPushButton* button(const QString& objectName, const QString& text,
                        void (HangingDialog::*run)());
    void fill(int row);
    void showRow(int row);
    void takeForm();
    void add();
    void duplicate();
    void remove();
    void moveUp() { move(-1); }
    void moveDown() { move(1); }
    void move(int by);
    void takeFromWindow();
    void tryIt();
    void restoreShipped();
    void save();
    void insert(HangingProtocol protocol, int row);
    void enable();

    HangingDesk& m_desk;
    Dialogs& m_dialogs;
    std::vector<HangingProtocol> m_protocols; ///< As the list shows them.
    QLabel* m_problems;
    QListWidget* m_list;
    HangingForm* m_form;
    QLabel* m_trouble;
    std::vector<QPushButton*> m_ofOne; ///< Need a marked protocol.
    QPushButton* m_up = nullptr;
    QPushButton* m_down = nullptr;
    QDialogButtonBox* m_buttons;
};

} // namespace fovea
