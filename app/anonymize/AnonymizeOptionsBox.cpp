#include "app/anonymize/AnonymizeOptionsBox.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace fovea {

AnonymizeOptionsBox::AnonymizeOptionsBox(QWidget* parent)
    : QGroupBox(tr("Options"), parent)
{
    setLayout(new QVBoxLayout);
    m_shiftDates = add("anonymizeShiftDates", tr("Keep time &intervals: shift dates"),
                       tr("All dates of a patient move back by the same random number of days. "
                          "Otherwise dates are removed. The birth date is always removed."));
    m_descriptors = add("anonymizeDescriptors", tr("Keep cleaned &descriptions"),
                        tr("Descriptions of studies, series and regions keep words that are known "
                           "to be no names; any other word becomes *. Otherwise descriptions are "
                           "removed."));
    m_characteristics = add("anonymizeCharacteristics", tr("Keep patient &characteristics"),
                            tr("Sex, age (over 89 years: 90), size and weight."));
    m_device = add("anonymizeDevice", tr("Keep device i&dentity"),
                   tr("Serial numbers and names of scanners and stations."));
    m_ownKey = add("anonymizeOwnKey", tr("&Unlinkable to other exports"),
                   tr("Follow-ups that are exported later get another pseudonym. Otherwise they "
                      "stay together, by a key that is kept in the archive's folder."));
    auto* form = new QFormLayout;
    m_pseudonym = new QLineEdit(this);
    m_pseudonym->setObjectName(QStringLiteral("anonymizePseudonym"));
    m_pseudonym->setPlaceholderText(tr("Made from the key"));
    m_pseudonym->setMaxLength(64);
    connect(m_pseudonym, &QLineEdit::textChanged, this, &AnonymizeOptionsBox::changed);
    form->addRow(tr("&Pseudonym:"), m_pseudonym);
    static_cast<QVBoxLayout*>(layout())->addLayout(form);
}

QCheckBox* AnonymizeOptionsBox::add(const char* name, const QString& text,
                                    const QString& explanation)
{
    auto* box = new QCheckBox(text, this);
    box->setObjectName(QLatin1String(name));
    box->setToolTip(explanation);
    layout()->addWidget(box);
    connect(box, &QCheckBox::toggled, this, &AnonymizeOptionsBox::changed);
    return box;
}

AnonymizeOptions AnonymizeOptionsBox::options() const
{
    AnonymizeOptions options;
    options.shiftDates = m_shiftDates->isChecked();
    options.cleanDescriptors = m_descriptors->isChecked();
    options.keepPatientCharacteristics = m_characteristics->isChecked();
    options.keepDeviceIdentity = m_device->isChecked();
    options.pseudonym = m_pseudonym->text().trimmed().toStdString();
    return options;
}

bool AnonymizeOptionsBox::ownKey() const
{
    return m_ownKey->isChecked();
}

} // namespace fovea
