#pragma once

#include <QWidget>

class QProgressBar;
class QPushButton;

namespace fovea {

/// How far an import is, with a button that cancels it; hidden while there is none.
class ImportRow : public QWidget {
    Q_OBJECT

public:
    /// Object names of the bar and the button.
    ImportRow(const char* progressName, const char* cancelName, QWidget* parent);

    void begin();
    void report(double fraction); ///< In [0, 1].
    void end() { hide(); }

Q_SIGNALS:
    void cancelRequested();

private:
    QProgressBar* m_progress;
    QPushButton* m_cancel;
};

} // namespace fovea
