#pragma once

#include "model/domain/FindingReading.h"
#include "storage/VerdictRecords.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace fovea {

/// One finding: what its numbers mean, and what the reader says to it.
class FindingDetails : public QWidget {
    Q_OBJECT

public:
    explicit FindingDetails(QWidget* parent = nullptr);

    void show(const FindingReading& reading, const VerdictRecord& verdict);
    /// An anatomy: how unusual it is, and what is measured of it. There is no verdict on it.
    void show(const AnatomyReading& anatomy);
    /// What the counterfactual check of the finding said, or that it runs.
    void showCheck(const QString& text);
    /// Shown with a finding, under what is said of it; becomes a child.
    void setFindingBox(QWidget* box);
    /// Nothing is chosen.
    void clear();
    /// Hands on a comment that is still being typed.
    void commit();

Q_SIGNALS:
    void acceptClicked();
    void rejectClicked();
    void checkClicked();
    void commentChanged(const QString& comment);

private:
    QList<QWidget*> verdictWidgets() const;

    QLabel* m_title;
    QLabel* m_facts;
    QLabel* m_check;
    QLabel* m_decided;
    QToolButton* m_without;
    QToolButton* m_accept;
    QToolButton* m_reject;
    QLineEdit* m_comment;
    QWidget* m_box = nullptr;
    QString m_shownComment;
};

} // namespace fovea
