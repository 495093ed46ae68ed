#pragma once

#include "storage/anonymize/Anonymization.h"

#include <QGroupBox>

class QCheckBox;
class QLineEdit;

namespace fovea {

/// What an anonymized export keeps, and what its patient is called.
class AnonymizeOptionsBox : public QGroupBox {
    Q_OBJECT

public:
    explicit AnonymizeOptionsBox(QWidget* parent);

    AnonymizeOptions options() const;
    /// Later exports are not to be joined with this one.
    bool ownKey() const;

Q_SIGNALS:
    void changed();

private:
    QCheckBox* add(const char* name, const QString& text, const QString& explanation);

    QCheckBox* m_shiftDates;
    QCheckBox* m_descriptors;
    QCheckBox* m_characteristics;
    QCheckBox* m_device;
    QCheckBox* m_ownKey;
    QLineEdit* m_pseudonym;
};

} // namespace fovea
