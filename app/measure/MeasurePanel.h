#pragma once

#include "model/domain/Property.h"
#include "viewer/ViewState.h"
#include "viewer/measure/MeasureState.h"

#include <QWidget>

#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace fovea {

/// The measures of the open study with their values on the open series. A double click goes there;
/// the field below the list has the selected one's text.
class MeasurePanel : public QWidget {
    Q_OBJECT

public:
    /// Both must outlive the panel.
    MeasurePanel(ViewState& view, MeasureState& state, QWidget* parent = nullptr);

    /// A line on what could not be saved or read; empty: nothing.
    void showTrouble(const QString& text);

Q_SIGNALS:
    void copyRequested();
    /// The measure is to be shown on the slices.
    void chosen(const std::string& uid);

private:
    void fill();
    void showSelected();
    void select();
    void choose(QTreeWidgetItem* item);
    void takeText();

    ViewState& m_view;
    MeasureState& m_state;
    QTreeWidget* m_list;
    QLabel* m_empty;
    QLineEdit* m_text;
    QPushButton* m_remove;
    QPushButton* m_copy;
    QLabel* m_trouble;
    bool m_filling = false;
    std::vector<Connection> m_connections;
};

} // namespace fovea
