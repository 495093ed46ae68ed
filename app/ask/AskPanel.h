#pragma once

#include "model/domain/Analysis.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace fovea {

/// A free-text question and the open study's regions ranked against it.
class AskPanel : public QWidget {
    Q_OBJECT

public:
    explicit AskPanel(QWidget* parent = nullptr);

    /// Questions can be asked once the study's regions are embedded.
    void setReady(bool ready);
    void setBusy(bool busy);
    void setMatches(const QString& question, const std::vector<RegionMatch>& matches);
    void clearMatches();
    void showProblem(const QString& text);
    void focusQuestion();

Q_SIGNALS:
    void asked(const QString& question);
    void anatomyChosen(const QString& anatomyId);

private:
    void submit();
    void updateEnabled();

    QLineEdit* m_question;
    QPushButton* m_ask;
    QLabel* m_status;
    QTreeWidget* m_matches;
    bool m_ready = false;
    bool m_busy = false;
};

} // namespace fovea
