#pragma once

#include "app/hanging/HangingProtocol.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;

namespace fovea {

/// What one pane of a protocol shows, in a line: view, window, slab.
class HangingPaneRow : public QWidget {
    Q_OBJECT

public:
    /// `number` from 0, for object names.
    explicit HangingPaneRow(int number, QWidget* parent = nullptr);

    void show(const HangingPane& pane);
    HangingPane pane() const;

    View view() const;
    /// Of the time of the last noteView() or show().
    View viewBefore() const { return m_before; }
    void setView(View view);
    void noteView() { m_before = view(); }

Q_SIGNALS:
    void edited();

private:
    void fit();

    QComboBox* m_view;
    QComboBox* m_window;
    QComboBox* m_slab;
    QDoubleSpinBox* m_mm;
    View m_before = View::Axial;
};

} // namespace fovea
