#include "app/hanging/HangingDialog.h"

#include "app/Dialogs.h"
#include "app/hanging/HangingDesk.h"
#include "app/hanging/HangingForm.h"
#include "app/hanging/hangingTexts.h"
#include "app/text/errorText.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace fovea {

HangingDialog::HangingDialog(HangingDesk& desk, Dialogs& dialogs, QWidget* parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_dialogs(dialogs)
    , m_problems(new QLabel(this))
    , m_list(new QListWidget(this))
    , m_form(new HangingForm(this))
    , m_trouble(new QLabel(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this))
{
    setObjectName(QStringLiteral("hangingDialog"));
    setWindowTitle(tr("Hanging protocols"));
    m_problems->setObjectName(QStringLiteral("hangingProblems"));
    m_trouble->setObjectName(QStringLiteral("hangingTrouble"));
    for (QLabel* label : {m_problems, m_trouble}) {
        label->setProperty("alarming", true);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->hide();
    }
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(m_form);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto* right = new QVBoxLayout;
    right->addWidget(scroll, 1);
    right->addLayout(makeTools());
    auto* middle = new QHBoxLayout;
    middle->addWidget(makeList());
    middle->addLayout(right, 1);
    auto* hint =
        new QLabel(tr("When a series is opened, the first protocol that matches it says how "
                      "it is shown."),
                   this);
    hint->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(hint);
    layout->addWidget(m_problems);
    layout->addLayout(middle, 1);
    layout->addWidget(m_trouble);
    layout->addWidget(m_buttons);
    m_buttons->setObjectName(QStringLiteral("hangingButtons"));
    connect(m_list, &QListWidget::currentRowChanged, this, &HangingDialog::showRow);
    connect(m_form, &HangingForm::edited, this, &HangingDialog::takeForm);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &HangingDialog::save);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(900, 640);
}

QPushButton* HangingDialog::button(const QString& objectName, const QString& text,
                                   void (HangingDialog::*run)())
{
    auto* made = new QPushButton(text, this);
    made->setObjectName(objectName);
    made->setAutoDefault(false);
    connect(made, &QPushButton::clicked, this, run);
    return made;
}

QWidget* HangingDialog::makeList()
{
    auto* part = new QWidget(this);
    m_list->setObjectName(QStringLiteral("hangingList"));
    m_list->setAccessibleName(tr("Hanging protocols, in the order in which they are tried"));
    m_up = button(QStringLiteral("hangingUp"), tr("&Up"), &HangingDialog::moveUp);
    m_down = button(QStringLiteral("hangingDown"), tr("Do&wn"), &HangingDialog::moveDown);
    auto* added = button(QStringLiteral("hangingAdd"), tr("A&dd"), &HangingDialog::add);
    auto* copied =
        button(QStringLiteral("hangingDuplicate"), tr("Dupli&cate"), &HangingDialog::duplicate);
    auto* removed = button(QStringLiteral("hangingDelete"), tr("D&elete"), &HangingDialog::remove);
    auto* restored = button(QStringLiteral("hangingRestore"), tr("Restore s&hipped"),
                            &HangingDialog::restoreShipped);
    m_ofOne = {copied, removed};
    auto* grid = new QGridLayout(part);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->addWidget(m_list, 0, 0, 1, 2);
    grid->addWidget(m_up, 1, 0);
    grid->addWidget(m_down, 1, 1);
    grid->addWidget(added, 2, 0);
    grid->addWidget(copied, 2, 1);
    grid->addWidget(removed, 3, 0);
    grid->addWidget(restored, 3, 1);
    part->setMaximumWidth(300);
    return part;
}

QHBoxLayout* HangingDialog::makeTools()
{
    auto* taken = button(QStringLiteral("hangingTake"), tr("&Take from the window as it is now"),
                         &HangingDialog::takeFromWindow);
    auto* tried =
        button(QStringLiteral("hangingTry"), tr("T&ry on the open study"), &HangingDialog::tryIt);
    m_ofOne.insert(m_ofOne.end(), {taken, tried});
    auto* row = new QHBoxLayout;
    row->addWidget(taken);
    row->addWidget(tried);
    row->addStretch(1);
    return row;
}

void HangingDialog::start()
{
    if (!isVisible()) {
        m_protocols = m_desk.protocols();
        m_problems->setText(m_desk.problems().join(QLatin1Char('\n')));
        m_problems->setVisible(!m_desk.problems().isEmpty());
        m_trouble->hide();
        fill(m_desk.current() ? int(*m_desk.current()) : 0);
    }
    show();
    raise();
    activateWindow();
}

void HangingDialog::fill(int row)
{
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const HangingProtocol& protocol : m_protocols)
            m_list->addItem(protocolName(protocol));
        m_list->setCurrentRow(std::min(row, int(m_protocols.size()) - 1));
    }
    showRow(m_list->currentRow());
}

void HangingDialog::showRow(int row)
{
    m_form->setVisible(row >= 0);
    if (row >= 0)
        m_form->show(m_protocols[std::size_t(row)]);
    enable();
}

void HangingDialog::enable()
{
    const int row = m_list->currentRow();
    for (QPushButton* one : m_ofOne)
        one->setEnabled(row >= 0);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_list->count());
    const bool named =
        std::ranges::none_of(m_protocols, &std::string::empty, &HangingProtocol::name);
    m_buttons->button(QDialogButtonBox::Save)->setEnabled(named);
    if (!named)
        m_trouble->setText(tr("Every protocol needs a name."));
    m_trouble->setVisible(!named);
}

void HangingDialog::takeForm()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    m_protocols[std::size_t(row)] = m_form->protocol();
    m_list->item(row)->setText(protocolName(m_protocols[std::size_t(row)]));
    enable();
}

void HangingDialog::insert(HangingProtocol protocol, int row)
{
    m_protocols.insert(m_protocols.begin() + row, std::move(protocol));
    fill(row);
}

void HangingDialog::add()
{
    HangingProtocol protocol;
    protocol.name = tr("New protocol").toStdString();
    protocol.when.modality = "CT";
    // Before what is marked: behind a wider rule it would never be reached.
    insert(std::move(protocol), std::max(0, m_list->currentRow()));
}

void HangingDialog::duplicate()
{
    HangingProtocol copy = m_protocols[std::size_t(m_list->currentRow())];
    copy.name = tr("Copy of %1").arg(protocolName(copy)).toStdString();
    insert(std::move(copy), m_list->currentRow());
}

void HangingDialog::remove()
{
    const int row = m_list->currentRow();
    m_protocols.erase(m_protocols.begin() + row);
    fill(row);
}

void HangingDialog::move(int by)
{
    const int row = m_list->currentRow();
    std::swap(m_protocols[std::size_t(row)], m_protocols[std::size_t(row + by)]);
    fill(row + by);
}

void HangingDialog::takeFromWindow()
{
    HangingProtocol& marked = m_protocols[std::size_t(m_list->currentRow())];
    HangingProtocol taken = m_desk.taken();
    // Whom it is for stays, unless nobody has said yet.
    taken.name = marked.name;
    const HangingCondition untouched{
        .modality = "CT", .bodyParts = {}, .words = {}, .hasPrior = {}, .acquired = {}};
    if (!(marked.when == untouched) || taken.when.modality.empty())
        taken.when = marked.when;
    marked = std::move(taken);
    m_form->show(marked);
}

void HangingDialog::tryIt()
{
    m_desk.apply(m_form->protocol());
}

void HangingDialog::restoreShipped()
{
    if (!m_dialogs.confirm(this, windowTitle(),
                           tr("Replace all protocols of the list by those that come with the "
                              "program? Nothing is kept until Save."),
                           tr("Restore")))
        return;
    m_protocols = m_desk.shipped();
    fill(0);
}

void HangingDialog::save()
{
    if (const Status saved = m_desk.setProtocols(m_protocols); !saved) {
        m_trouble->setText(errorText(saved.error()));
        m_trouble->show();
        return;
    }
    accept();
}

} // namespace fovea
