#include "app/studies/StudyNoteDialog.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace fovea {

namespace {

constexpr std::size_t MostOffered = 4; ///< Tags to click; others are typed.

} // namespace

StudyNoteDialog::StudyNoteDialog(const QString& study, const StudyNote& note,
                                 const std::vector<TagCount>& known, QWidget* parent)
    : QDialog(parent)
    , m_note(note)
    , m_tags(new QLineEdit(this))
    , m_text(new QPlainTextEdit(this))
{
    setObjectName(QStringLiteral("studyNoteDialog"));
    setWindowTitle(tr("Tags and note"));
    setAttribute(Qt::WA_DeleteOnClose);
    QStringList tags;
    for (const std::string& tag : note.tags)
        tags << QString::fromStdString(tag);
    m_tags->setObjectName(QStringLiteral("studyTags"));
    m_tags->setText(tags.join(QStringLiteral(", ")));
    m_tags->setPlaceholderText(tr("for example: teaching, follow-up"));
    m_tags->setToolTip(tr("Words to find and filter studies by, with commas between them"));
    m_text->setObjectName(QStringLiteral("studyNoteText"));
    m_text->setPlainText(QString::fromStdString(note.note));
    m_text->setTabChangesFocus(true);
    m_text->setToolTip(tr("The search of the study list looks in here, too"));

    auto* offered = new QHBoxLayout;
    std::vector<TagCount> most = known;
    std::ranges::stable_sort(most, std::ranges::greater(), &TagCount::studies);
    for (std::size_t i = 0; i < std::min(most.size(), MostOffered); ++i) {
        const QString tag = QString::fromStdString(most[i].tag);
        auto* button =
            new QPushButton(QString(tag).replace(QLatin1Char('&'), QStringLiteral("&&")), this);
        button->setFlat(true);
        button->setAutoDefault(false);
        button->setToolTip(tr("Add this tag"));
        connect(button, &QPushButton::clicked, this, [this, tag] { addTag(tag); });
        offered->addWidget(button);
    }
    offered->addStretch(1);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* title = new QLabel(study, this);
    title->setTextFormat(Qt::PlainText);
    auto* form = new QFormLayout;
    form->addRow(tr("&Tags"), m_tags);
    if (!most.empty())
        form->addRow(QString(), offered);
    form->addRow(tr("&Note"), m_text);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(title);
    layout->addLayout(form, 1);
    layout->addWidget(buttons);
    resize(460, 300);
}

void StudyNoteDialog::addTag(const QString& tag)
{
    const QString before = m_tags->text().trimmed();
    m_tags->setText(before.isEmpty() ? tag : before + QStringLiteral(", ") + tag);
}

StudyNote StudyNoteDialog::note() const
{
    StudyNote note = m_note;
    note.tags = tagsFrom(m_tags->text().toStdString());
    note.note = m_text->toPlainText().trimmed().toStdString();
    return note;
}

} // namespace fovea
