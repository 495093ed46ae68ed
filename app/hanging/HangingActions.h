#pragma once

#include <QObject>

#include <vector>

class QAction;
class QMenu;
class QWidget;

namespace fovea {

class Dialogs;
class HangingDesk;
class HangingDialog;

/// The menu of hanging protocols: each by name, the next and the previous, whether they apply by
/// themselves, and the window in which they are edited.
class HangingActions : public QObject {
    Q_OBJECT

public:
    /// Everything must outlive the actions; `window` becomes the editor's parent.
    HangingActions(HangingDesk& desk, Dialogs& dialogs, QWidget& window, QObject* parent);

    void fill(QMenu& menu);

Q_SIGNALS:
    /// For the status bar.
    void done(const QString& what);

private:
    QAction* add(QMenu& menu, const QString& objectName, const QString& text, const QString& key);
    void showProtocols();
    void showCurrent();
    void tell();
    void edit();

    HangingDesk& m_desk;
    Dialogs& m_dialogs;
    QWidget& m_window;
    /// As many as anybody has; those without a protocol are not seen. Actions that come and go
    /// could not keep keys of their own.
    std::vector<QAction*> m_protocols;
    HangingDialog* m_dialog = nullptr;
};

} // namespace fovea
