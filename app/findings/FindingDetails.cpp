#include "app/findings/FindingDetails.h"

#include "app/findings/readingText.h"
#include "app/text/names.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

namespace fovea {

namespace {

QLabel* label(const char* name, QWidget* parent)
{
    auto* made = new QLabel(parent);
    made->setObjectName(QLatin1String(name));
    made->setTextFormat(Qt::PlainText);
    made->setWordWrap(true);
    return made;
}

QToolButton* button(const char* name, const QString& text, QWidget* parent)
{
    auto* made = new QToolButton(parent);
    made->setObjectName(QLatin1String(name));
    made->setText(text);
    made->setCheckable(true);
    return made;
}

QString decidedText(const VerdictRecord& verdict)
{
    if (verdict.decidedAt.empty())
        return {};
    const auto when = QDateTime::fromString(QString::fromStdString(verdict.decidedAt), Qt::ISODate);
    return FindingDetails::tr("%1, %2").arg(
        QString::fromStdString(verdict.reader),
        QLocale().toString(when.toLocalTime(), QLocale::ShortFormat));
}

} // namespace

FindingDetails::FindingDetails(QWidget* parent)
    : QWidget(parent)
    , m_title(label("findingTitle", this))
    , m_facts(label("findingFacts", this))
    , m_check(label("findingCheck", this))
    , m_decided(label("findingDecided", this))
    , m_without(button("checkButton", tr("Without its contents"), this))
    , m_accept(button("acceptButton", tr("✓ Accept"), this))
    , m_reject(button("rejectButton", tr("✗ Reject"), this))
    , m_comment(new QLineEdit(this))
{
    QFont font = m_title->font();
    font.setBold(true);
    m_title->setFont(font);
    m_comment->setObjectName(QStringLiteral("findingComment"));
    m_comment->setPlaceholderText(tr("Comment on this finding"));
    m_comment->setAccessibleName(tr("Comment on this finding"));
    m_comment->setMaxLength(1000);
    m_decided->setWordWrap(false);
    m_without->setCheckable(false);
    m_without->setToolTip(tr("Scores again with every voxel of the anatomy at its median density. "
                             "What is left of the score comes from its size, its shape and what "
                             "lies around it."));

    auto* verdict = new QHBoxLayout;
    verdict->addWidget(m_accept);
    verdict->addWidget(m_reject);
    verdict->addWidget(m_without);
    verdict->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_title);
    layout->addWidget(m_facts);
    layout->addWidget(m_check);
    layout->addLayout(verdict);
    layout->addWidget(m_decided);
    layout->addWidget(m_comment);
    connect(m_accept, &QToolButton::clicked, this, &FindingDetails::acceptClicked);
    connect(m_reject, &QToolButton::clicked, this, &FindingDetails::rejectClicked);
    connect(m_without, &QToolButton::clicked, this, &FindingDetails::checkClicked);
    connect(m_comment, &QLineEdit::editingFinished, this, &FindingDetails::commit);
    clear();
}

void FindingDetails::show(const FindingReading& reading, const VerdictRecord& verdict)
{
    m_title->setText(tr("%1: %2").arg(anatomyName(reading.anatomyId),
                                      findingName(reading.findingId, reading.displayName)));
    m_facts->setText(readingLines(reading).join(QLatin1Char('\n')));
    m_accept->setChecked(verdict.verdict == Verdict::Accepted);
    m_reject->setChecked(verdict.verdict == Verdict::Rejected);
    m_decided->setText(decidedText(verdict));
    m_decided->setVisible(!verdict.decidedAt.empty());
    m_shownComment = QString::fromStdString(verdict.comment);
    m_comment->setText(m_shownComment);
    for (QWidget* widget : verdictWidgets())
        widget->show();
    setVisible(true);
}

void FindingDetails::show(const AnatomyReading& anatomy)
{
    m_title->setText(anatomyName(anatomy.anatomyId));
    m_facts->setText(anatomyLines(anatomy).join(QLatin1Char('\n')));
    m_shownComment.clear();
    m_comment->clear();
    for (QWidget* widget : verdictWidgets())
        widget->hide();
    m_decided->hide();
    m_check->hide();
    setVisible(true);
}

void FindingDetails::showCheck(const QString& text)
{
    m_check->setText(text);
    m_check->setVisible(!text.isEmpty());
}

QList<QWidget*> FindingDetails::verdictWidgets() const
{
    QList<QWidget*> widgets{m_accept, m_reject, m_without, m_comment};
    if (m_box)
        widgets << m_box;
    return widgets;
}

void FindingDetails::setFindingBox(QWidget* box)
{
    m_box = box;
    auto* rows = static_cast<QVBoxLayout*>(layout());
    rows->insertWidget(rows->indexOf(m_check) + 1, box);
}

void FindingDetails::clear()
{
    m_shownComment.clear();
    m_comment->clear();
    setVisible(false);
}

void FindingDetails::commit()
{
    const QString comment = m_comment->text().trimmed();
    if (comment == m_shownComment)
        return;
    m_shownComment = comment;
    Q_EMIT commentChanged(comment);
}

} // namespace fovea
