#pragma once

#include "model/domain/Analysis.h"

#include <QStandardItemModel>

namespace fovea {

/// Anatomies by falling abnormality, under each its findings by falling score. Two columns: name,
/// score.
class FindingsModel : public QStandardItemModel {
    Q_OBJECT

public:
    enum Role {
        AnatomyIdRole = Qt::UserRole + 1, ///< QString, on every row.
        FindingIdRole,                    ///< QString; empty on an anatomy's row.
        ScoreRole,                        ///< double in [0, 1], what the bar shows.
        CalibratedRole,                   ///< bool: the score is a calibrated probability.
        ThresholdRole,                    ///< double, or invalid where the model names none.
        AboveRole,                        ///< bool: above the threshold it is read against.
    };

    explicit FindingsModel(QObject* parent = nullptr);

    void setAnalysis(const StudyAnalysis& analysis);
    void clearAnalysis();
};

} // namespace fovea
