#pragma once

#include "app/hanging/HangingProtocol.h"

#include <QWidget>

#include <vector>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace fovea {

class HangingPaneRow;

/// One protocol to be edited: which series it is for, and how they are shown.
class HangingForm : public QWidget {
    Q_OBJECT

public:
    explicit HangingForm(QWidget* parent = nullptr);

    /// Shows a protocol without edited().
    void show(const HangingProtocol& protocol);
    HangingProtocol protocol() const;

Q_SIGNALS:
    void edited();

private:
    QWidget* makeCondition();
    QWidget* makeDisplay();
    void fitPanes();
    void changed();

    QLineEdit* m_name;
    QLineEdit* m_modality;
    std::vector<QCheckBox*> m_parts; ///< As bodyParts.
    QLineEdit* m_words;
    QComboBox* m_prior;
    QComboBox* m_acquired;
    QComboBox* m_layout;
    std::vector<HangingPaneRow*> m_panes;
    QComboBox* m_overlay;
    QCheckBox* m_compare;
    std::string m_shownName; ///< As it is stored.
    bool m_showing = false;
};

} // namespace fovea
