#pragma once

#include "app/work/RegionQuestion.h"
#include "model/domain/Analysis.h"
#include "model/domain/Result.h"

#include <QWidget>

#include <optional>
#include <vector>

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace fovea {

/// Which studies a question looks through: dates, sex, age, body part, and a finding above the
/// model's threshold.
class FilterBox : public QWidget {
    Q_OBJECT

public:
    explicit FilterBox(QWidget* parent = nullptr);

    /// Findings that can be chosen: those that the model scores and has a threshold for.
    void setFindings(const std::vector<Finding>& findings);
    /// BadOption (field, why) for a date that is none.
    Result<RegionFilter> filter() const;
    /// Whether anything restricts.
    bool isActive() const;
    void clear();

Q_SIGNALS:
    void changed();

private:
    Result<std::string> date(const QLineEdit& edit, const QString& name) const;

    QLineEdit* m_from;
    QLineEdit* m_to;
    QComboBox* m_sex;
    QSpinBox* m_youngest; ///< -1: any.
    QSpinBox* m_oldest;   ///< -1: any.
    QLineEdit* m_bodyPart;
    QComboBox* m_finding;
};

} // namespace fovea
