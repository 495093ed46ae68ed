#include "app/studies/StudyFilterBar.h"

#include <QComboBox>
#include <QHBoxLayout>

#include <algorithm>

namespace fovea {

namespace {

// What the filter's items carry; tags carry this and their name.
const QString Unread = QStringLiteral("unread");
const QString Noted = QStringLiteral("noted");
const QString Tagged = QStringLiteral("tag:");

} // namespace

StudyFilterBar::StudyFilterBar(QWidget* parent)
    : QWidget(parent)
    , m_filter(new QComboBox(this))
    , m_order(new QComboBox(this))
{
    m_filter->setObjectName(QStringLiteral("studyFilter"));
    m_filter->setAccessibleName(tr("Which studies to list"));
    m_filter->setToolTip(tr("List only unread studies, those with a note, or those with a tag"));
    m_order->setObjectName(QStringLiteral("studyOrder"));
    m_order->setAccessibleName(tr("Order of the studies"));
    m_order->setToolTip(tr("Order of the studies"));
    m_order->addItem(tr("Newest first"), int(StudyOrder::NewestFirst));
    m_order->addItem(tr("Last arrived first"), int(StudyOrder::LastArrived));
    m_order->addItem(tr("By name"), int(StudyOrder::Name));
    for (QComboBox* box : {m_filter, m_order}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
    }
    setChoices({}, 0);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_filter, 1);
    layout->addWidget(m_order, 1);
    connect(m_filter, &QComboBox::activated, this, &StudyFilterBar::changed);
    connect(m_order, &QComboBox::activated, this, &StudyFilterBar::changed);
}

void StudyFilterBar::apply(StudyListQuery& query) const
{
    const QString filter = m_filter->currentData().toString();
    query.unreadOnly = filter == Unread;
    query.notedOnly = filter == Noted;
    query.tag = filter.startsWith(Tagged) ? filter.mid(Tagged.size()).toStdString() : std::string();
    query.order = StudyOrder(m_order->currentData().toInt());
}

bool StudyFilterBar::listsAll() const
{
    return m_filter->currentIndex() <= 0;
}

void StudyFilterBar::setChoices(const std::vector<TagCount>& tags, std::size_t unread)
{
    const QString chosen = m_filter->currentData().toString();
    m_filter->clear();
    m_filter->addItem(tr("All studies"), QString());
    m_filter->addItem(unread > 0 ? tr("Unread (%1)").arg(unread) : tr("Unread"), Unread);
    m_filter->addItem(tr("With a note"), Noted);
    for (const TagCount& tag : tags) {
        const QString name = QString::fromStdString(tag.tag);
        m_filter->addItem(tr("Tag “%1” (%2)").arg(name).arg(tag.studies), Tagged + name);
    }
    m_filter->setCurrentIndex(std::max(0, m_filter->findData(chosen)));
    if (m_filter->currentData().toString() != chosen)
        Q_EMIT changed();
}

} // namespace fovea
