#pragma once

#include "app/work/RegionQuestion.h"
#include "model/domain/Analysis.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPoint;
class QPushButton;
class QToolButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace fovea {

class ChipBar;
class FilterBox;

/// A question in plain words, where to look, and the regions found. Knows no model and no archive:
/// AskDesk asks.
class AskPanel : public QWidget {
    Q_OBJECT

public:
    explicit AskPanel(QWidget* parent = nullptr);

    /// Questions can be asked once there is a model.
    void setReady(bool ready);
    /// Without an open study, only the archive can be asked.
    void setStudyOpen(bool open);
    void setBusy(bool busy);
    FilterBox& filters() { return *m_filters; }

    QString question() const;
    RegionQuestion::Scope scope() const;

    /// `openSeries`: the series shown in the window (0: none), whose regions are not marked as
    /// another study's.
    void setAnswer(const RegionQuestion& question, const RegionAnswer& answer, qint64 openSeries);
    void clearMatches();
    void showProblem(const QString& text);
    void focusQuestion();

Q_SIGNALS:
    void asked();
    void regionChosen(qint64 seriesId, const QString& anatomyId);
    void likeRequested(qint64 seriesId, const QString& anatomyId);

private:
    void submit();
    void updateEnabled();
    void addMatch(const RankedRegion& match, int rank, bool elsewhere);
    void showMenu(const QPoint& place);
    void choose(QTreeWidgetItem* item);
    /// Why there is no list; empty where there may be one.
    static QString problemText(const RegionAnswer& answer);

    QLineEdit* m_question;
    QPushButton* m_ask;
    QComboBox* m_scope;
    QToolButton* m_showFilters;
    FilterBox* m_filters;
    ChipBar* m_chips;
    QLabel* m_status;
    QTreeWidget* m_matches;
    bool m_ready = false;
    bool m_studyOpen = false;
    bool m_busy = false;
};

} // namespace fovea
