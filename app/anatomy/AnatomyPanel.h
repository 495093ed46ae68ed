#pragma once

#include "app/work/studyWork.h"
#include "model/domain/Property.h"
#include "model/domain/StructureCheck.h"
#include "viewer/ViewState.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QLabel;
class QSlider;
class QTreeWidget;
class QTreeWidgetItem;

namespace fovea {

/// The segmented anatomy of the open study: visibility, colour, volume (ml) and mean density (HU)
/// per anatomy and structure, and what speaks against it; what the overlay's colours mean and how
/// strong they are.
class AnatomyPanel : public QWidget {
    Q_OBJECT

public:
    /// `state` and `catalog` must outlive the panel.
    AnatomyPanel(ViewState& state, const AnatomyCatalog& catalog, QWidget* parent = nullptr);

    void setLabelMap(const LoadedLabelMap& labels);
    void clearLabelMap(const QString& reason);
    /// Makes a structure's row the current one, in sight; 0 or one without a row: none is.
    void select(std::uint16_t label);

Q_SIGNALS:
    void anatomyChosen(const QString& anatomyId);
    void structureChosen(int label);
    /// Regions of the archive like this one are wanted.
    void likeRequested(const QString& anatomyId);

private:
    void addAnatomy(const QString& name, const std::string& anatomyId,
                    const std::vector<std::size_t>& members, const LoadedLabelMap& labels);
    void showHidden();
    void itemChanged(QTreeWidgetItem* item);
    void chosen(QTreeWidgetItem* item);

    ViewState& m_state;
    const AnatomyCatalog& m_catalog;
    QComboBox* m_mode;
    QSlider* m_opacity;
    QTreeWidget* m_tree;
    QLabel* m_empty;
    std::vector<StructureCheck> m_checks; ///< As the shown map's structures.
    std::vector<Connection> m_connections;
    bool m_filling = false;
};

} // namespace fovea
