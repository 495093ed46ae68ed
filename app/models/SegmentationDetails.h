#pragma once

#include "app/work/segmentationModels.h"

#include <QWidget>

class QLabel;

namespace fovea {

/// All that is known of one segmentation network. Texts can be selected and copied.
class SegmentationDetails : public QWidget {
    Q_OBJECT

public:
    explicit SegmentationDetails(QWidget* parent = nullptr);

    void show(const KnownSegmenter& segmenter);
    /// Nothing is chosen: says `hint` instead.
    void clear(const QString& hint);

private:
    QLabel* m_name;
    QLabel* m_problem;
    QLabel* m_hint;
    QWidget* m_form;
    QLabel* m_licence;
    QLabel* m_structures;
    QLabel* m_spacing;
    QLabel* m_network;
    QLabel* m_part;
    QLabel* m_size;
    QLabel* m_folder;
};

} // namespace fovea
