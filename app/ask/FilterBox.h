#pragma once

#include "app/work/RegionQuestion.h"
#include "model/domain/Analysis.h"
#include "model/domain/Result.h"
#include "storage/SearchRecords.h"

#include <QWidget>

#include <optional>
#include <vector>

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace fovea {

/// Which studies a question looks through: dates, sex, age, body part, scanner, and a finding above
/// the model's threshold.
class FilterBox : public QWidget {
    Q_OBJECT

public:
    explicit FilterBox(QWidget* parent = nullptr);

    /// Findings that can be chosen: those that the model scores and has a threshold for.
    void setFindings(const std::vector<Finding>& findings);
    /// Those of the archive.
    void setScanners(const std::vector<Scanner>& scanners);
    /// BadOption (field, why) for a date that is none.
    Result<RegionFilter> filter() const;
    /// Shows a filter that was kept.
    void setFilter(const RegionFilter& filter);
    /// Whether anything restricts.
    bool isActive() const;
    void clear();

Q_SIGNALS:
    void changed();
    /// The box is shown, and would offer the archive's scanners.
    void scannersWanted();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void chooseScanner(const Scanner& scanner);
    Result<std::string> date(const QLineEdit& edit, const QString& name) const;

    QLineEdit* m_from;
    QLineEdit* m_to;
    QComboBox* m_sex;
    QSpinBox* m_youngest; ///< -1: any.
    QSpinBox* m_oldest;   ///< -1: any.
    QLineEdit* m_bodyPart;
    QComboBox* m_scanner;
    QComboBox* m_finding;
};

} // namespace fovea
