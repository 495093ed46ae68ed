#include "app/ask/FilterBox.h"

#include "app/text/names.h"

#include <QComboBox>
#include <QDate>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace fovea {

namespace {

QSpinBox* ageBox(const char* name, QWidget* parent)
{
    auto* box = new QSpinBox(parent);
    box->setObjectName(QLatin1String(name));
    box->setRange(-1, 130);
    box->setValue(-1);
    box->setSpecialValueText(FilterBox::tr("any", "age"));
    return box;
}

QLineEdit* lineEdit(const char* name, const QString& hint, QWidget* parent)
{
    auto* edit = new QLineEdit(parent);
    edit->setObjectName(QLatin1String(name));
    edit->setPlaceholderText(hint);
    edit->setClearButtonEnabled(true);
    return edit;
}

QHBoxLayout* sideBySide(QWidget* first, QWidget* second)
{
    auto* line = new QHBoxLayout;
    line->addWidget(first);
    line->addWidget(second);
    return line;
}

} // namespace

FilterBox::FilterBox(QWidget* parent)
    : QWidget(parent)
    , m_from(lineEdit("filterFrom", tr("from YYYY-MM-DD"), this))
    , m_to(lineEdit("filterTo", tr("to YYYY-MM-DD"), this))
    , m_sex(new QComboBox(this))
    , m_youngest(ageBox("filterYoungest", this))
    , m_oldest(ageBox("filterOldest", this))
    , m_bodyPart(lineEdit("filterBodyPart", tr("e.g. CHEST"), this))
    , m_scanner(new QComboBox(this))
    , m_finding(new QComboBox(this))
{
    m_from->setAccessibleName(tr("Studies from this day"));
    m_to->setAccessibleName(tr("Studies until this day"));
    m_youngest->setAccessibleName(tr("Youngest age"));
    m_oldest->setAccessibleName(tr("Oldest age"));
    m_sex->setObjectName(QStringLiteral("filterSex"));
    m_sex->addItem(tr("any", "sex"), QString());
    m_sex->addItem(tr("female"), QStringLiteral("F"));
    m_sex->addItem(tr("male"), QStringLiteral("M"));
    m_sex->addItem(tr("other"), QStringLiteral("O"));
    m_finding->setObjectName(QStringLiteral("filterFinding"));
    m_finding->setToolTip(tr("Only series in which the model scores this finding above its "
                             "threshold"));
    m_scanner->setObjectName(QStringLiteral("filterScanner"));
    m_scanner->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setScanners({});
    setFindings({});
    auto* clear = new QPushButton(tr("Clear filters"), this);
    clear->setObjectName(QStringLiteral("clearFilters"));

    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("Date"), sideBySide(m_from, m_to));
    form->addRow(tr("Sex"), m_sex);
    form->addRow(tr("Age"), sideBySide(m_youngest, m_oldest));
    form->addRow(tr("Body part"), m_bodyPart);
    form->addRow(tr("Scanner"), m_scanner);
    form->addRow(tr("With finding"), m_finding);
    form->addRow(clear);

    for (QLineEdit* edit : {m_from, m_to, m_bodyPart})
        connect(edit, &QLineEdit::editingFinished, this, &FilterBox::changed);
    for (QComboBox* box : {m_sex, m_scanner, m_finding})
        connect(box, &QComboBox::activated, this, &FilterBox::changed);
    for (QSpinBox* box : {m_youngest, m_oldest})
        connect(box, &QSpinBox::editingFinished, this, &FilterBox::changed);
    connect(clear, &QPushButton::clicked, this, &FilterBox::clear);
}

void FilterBox::setFindings(const std::vector<Finding>& findings)
{
    const QString chosen = m_finding->currentData().toString();
    m_finding->clear();
    m_finding->addItem(tr("any", "finding"), QString());
    for (const Finding& finding : findings) {
        if (finding.threshold)
            m_finding->addItem(findingName(finding.findingId, finding.displayName),
                               QString::fromStdString(finding.anatomyId + '/' + finding.findingId));
    }
    m_finding->setCurrentIndex(std::max(0, m_finding->findData(chosen)));
}

void FilterBox::setScanners(const std::vector<Scanner>& scanners)
{
    const QStringList chosen = m_scanner->currentData().toStringList();
    m_scanner->clear();
    m_scanner->addItem(tr("any", "scanner"), QStringList());
    QString maker;
    for (const Scanner& scanner : scanners) {
        const QString manufacturer = QString::fromStdString(scanner.manufacturer);
        const QString model = QString::fromStdString(scanner.model);
        if (!manufacturer.isEmpty() && manufacturer.compare(maker, Qt::CaseInsensitive) != 0)
            m_scanner->addItem(tr("%1, any model").arg(manufacturer),
                               QStringList{manufacturer, {}});
        maker = manufacturer;
        if (!model.isEmpty())
            m_scanner->addItem(QStringList{manufacturer, model}.join(QLatin1Char(' ')).trimmed(),
                               QStringList{manufacturer, model});
    }
    if (chosen.size() == 2)
        chooseScanner({chosen[0].toStdString(), chosen[1].toStdString()});
}

void FilterBox::chooseScanner(const Scanner& scanner)
{
    const QStringList wanted{QString::fromStdString(scanner.manufacturer),
                             QString::fromStdString(scanner.model)};
    m_scanner->setCurrentIndex(0);
    if (wanted.join(QString()).isEmpty())
        return;
    for (int i = 1; i < m_scanner->count(); ++i) {
        if (m_scanner->itemData(i).toStringList() == wanted)
            m_scanner->setCurrentIndex(i);
    }
    if (m_scanner->currentIndex() == 0)
    { // Of a saved search; the list comes later, or it has gone.
        m_scanner->addItem(wanted.join(QLatin1Char(' ')).trimmed(), wanted);
        m_scanner->setCurrentIndex(m_scanner->count() - 1);
    }
}

void FilterBox::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    Q_EMIT scannersWanted();
}

Result<std::string> FilterBox::date(const QLineEdit& edit, const QString& name) const
{
    const QString text = edit.text().trimmed();
    if (text.isEmpty())
        return std::string();
    QDate date = QDate::fromString(text, Qt::ISODate);
    if (!date.isValid())
        date = QDate::fromString(text, QStringLiteral("yyyyMMdd"));
    if (!date.isValid())
        return makeError(ErrorCode::BadOption,
                         {name.toStdString(), tr("write a date as YYYY-MM-DD").toStdString()});
    return date.toString(QStringLiteral("yyyyMMdd")).toStdString();
}

Result<RegionFilter> FilterBox::filter() const
{
    RegionFilter filter;
    auto from = date(*m_from, tr("Date"));
    if (!from)
        return from.error();
    auto to = date(*m_to, tr("Date"));
    if (!to)
        return to.error();
    filter.fromDate = std::move(*from);
    filter.toDate = std::move(*to);
    filter.sex = m_sex->currentData().toString().toStdString();
    if (m_youngest->value() >= 0)
        filter.youngest = m_youngest->value();
    if (m_oldest->value() >= 0)
        filter.oldest = m_oldest->value();
    filter.bodyPart = m_bodyPart->text().trimmed().toStdString();
    if (const QStringList scanner = m_scanner->currentData().toStringList(); scanner.size() == 2) {
        filter.manufacturer = scanner[0].toStdString();
        filter.scannerModel = scanner[1].toStdString();
    }
    const QStringList finding = m_finding->currentData().toString().split(QLatin1Char('/'));
    if (finding.size() == 2)
        filter.findings.push_back({finding[0].toStdString(), finding[1].toStdString(), {}});
    return filter;
}

void FilterBox::setFilter(const RegionFilter& filter)
{
    const auto day = [](const std::string& date) {
        const QDate known =
            QDate::fromString(QString::fromStdString(date), QStringLiteral("yyyyMMdd"));
        return known.toString(Qt::ISODate);
    };
    m_from->setText(day(filter.fromDate));
    m_to->setText(day(filter.toDate));
    m_sex->setCurrentIndex(std::max(0, m_sex->findData(QString::fromStdString(filter.sex))));
    m_youngest->setValue(filter.youngest.value_or(-1));
    m_oldest->setValue(filter.oldest.value_or(-1));
    m_bodyPart->setText(QString::fromStdString(filter.bodyPart));
    chooseScanner({filter.manufacturer, filter.scannerModel});
    m_finding->setCurrentIndex(0);
    if (!filter.findings.empty()) {
        const RegionFilter::FindingAbove& finding = filter.findings.front();
        const QString key = QString::fromStdString(finding.anatomyId + '/' + finding.findingId);
        if (m_finding->findData(key) < 0) // Known once a study is open.
            m_finding->addItem(findingName(finding.findingId), key);
        m_finding->setCurrentIndex(m_finding->findData(key));
    }
    Q_EMIT changed();
}

bool FilterBox::isActive() const
{
    return !m_from->text().isEmpty() || !m_to->text().isEmpty() || m_sex->currentIndex() > 0 ||
           m_youngest->value() >= 0 || m_oldest->value() >= 0 || !m_bodyPart->text().isEmpty() ||
           m_scanner->currentIndex() > 0 || m_finding->currentIndex() > 0;
}

void FilterBox::clear()
{
    for (QLineEdit* edit : {m_from, m_to, m_bodyPart})
        edit->clear();
    for (QComboBox* box : {m_sex, m_scanner, m_finding})
        box->setCurrentIndex(0);
    for (QSpinBox* box : {m_youngest, m_oldest})
        box->setValue(-1);
    Q_EMIT changed();
}

} // namespace fovea
