#pragma once

#include "app/work/RegionQuestion.h"
#include "model/domain/Analysis.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QImage;
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
class NameRow;
class SavedSearchBar;

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
    SavedSearchBar& searches() { return *m_searches; }
    NameRow& nameRow() { return *m_nameRow; }

    QString question() const;
    RegionQuestion::Scope scope() const;
    /// Puts text, scope and filters in; nothing is asked.
    void setQuestion(const RegionQuestion& question);
    /// The question that the list answers; empty where there is no list.
    const std::optional<RegionQuestion>& answered() const { return m_answered; }
    /// How that question was understood.
    const UnderstoodQuery& understood() const { return m_understood; }
    /// RankedRegion::score of the match that is selected.
    std::optional<double> selectedScore() const;

    /// `openSeries`: the series shown in the window (0: none), whose regions are not marked as
    /// another study's.
    void setAnswer(const RegionQuestion& question, const RegionAnswer& answer, qint64 openSeries);
    /// Of a match that is listed.
    void setPicture(qint64 seriesId, const QString& anatomyId, const QImage& picture);
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
    void updateSaving();
    void addMatch(const RankedRegion& match, int rank, bool elsewhere);
    void showMenu(const QPoint& place);
    void choose(QTreeWidgetItem* item);
    /// Why there is no list; empty where there may be one.
    static QString problemText(const RegionAnswer& answer);

    QLineEdit* m_question;
    QPushButton* m_ask;
    QComboBox* m_scope;
    SavedSearchBar* m_searches;
    NameRow* m_nameRow;
    QToolButton* m_showFilters;
    FilterBox* m_filters;
    ChipBar* m_chips;
    QLabel* m_status;
    QTreeWidget* m_matches;
    std::optional<RegionQuestion> m_answered;
    UnderstoodQuery m_understood;
    bool m_ready = false;
    bool m_studyOpen = false;
    bool m_busy = false;
};

} // namespace fovea
