#pragma once

#include <QDoubleSpinBox>

namespace fovea {

/// A position along one of the patient's axes, said with the direction's letter instead of a sign:
/// "R 12.3 mm", "L 4.0 mm". The value is LPS, mm. A typed number without a letter is taken with its
/// sign.
class PatientSpinBox : public QDoubleSpinBox {
    Q_OBJECT

public:
    /// `axis`: 0 right to left, 1 anterior to posterior, 2 inferior to superior.
    explicit PatientSpinBox(int axis, QWidget* parent = nullptr);

    QString textFromValue(double value) const override;
    double valueFromText(const QString& text) const override;
    QValidator::State validate(QString& text, int& position) const override;

private:
    const int m_axis;
};

} // namespace fovea
