#include "app/ask/NameRow.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace fovea {

namespace {

constexpr int MaxNameLength = 80;

} // namespace

NameRow::NameRow(QWidget* parent)
    : QWidget(parent)
    , m_pages(new QStackedWidget(this))
    , m_name(new QLineEdit(this))
    , m_problem(new QLabel(this))
    , m_removed(new QLabel(this))
    , m_undo(new QPushButton(tr("Undo"), this))
{
    m_name->setObjectName(QStringLiteral("searchName"));
    m_name->setAccessibleName(tr("Name"));
    m_name->setPlaceholderText(tr("Name"));
    m_name->setMaxLength(MaxNameLength);
    m_problem->setObjectName(QStringLiteral("searchNameProblem"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_removed->setObjectName(QStringLiteral("removedSearch"));
    m_removed->setTextFormat(Qt::PlainText);
    m_removed->setWordWrap(true);
    m_undo->setObjectName(QStringLiteral("undoRemoveSearch"));
    auto* keep = new QPushButton(tr("Save"), this);
    keep->setObjectName(QStringLiteral("keepSearchName"));
    auto* leave = new QPushButton(tr("Cancel"), this);
    leave->setObjectName(QStringLiteral("cancelSearchName"));

    auto* naming = new QWidget(this);
    auto* line = new QHBoxLayout(naming);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_name, 1);
    line->addWidget(keep);
    line->addWidget(leave);
    auto* removal = new QWidget(this);
    auto* undoing = new QHBoxLayout(removal);
    undoing->setContentsMargins(0, 0, 0, 0);
    undoing->addWidget(m_removed, 1);
    undoing->addWidget(m_undo);
    m_pages->addWidget(naming);
    m_pages->addWidget(removal);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    layout->addWidget(m_problem);

    connect(m_name, &QLineEdit::returnPressed, this, &NameRow::submit);
    connect(keep, &QPushButton::clicked, this, &NameRow::submit);
    connect(leave, &QPushButton::clicked, this, &QWidget::hide);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        hide();
        m_takeBack();
    });
    hide();
}

void NameRow::askName(const QString& suggestion, std::function<QString(const QString&)> done)
{
    m_done = std::move(done);
    m_name->setText(suggestion);
    m_name->selectAll();
    m_problem->hide();
    m_pages->setCurrentIndex(0);
    show();
    m_name->setFocus();
}

void NameRow::offerUndo(const QString& what, std::function<void()> undo)
{
    m_takeBack = std::move(undo);
    m_removed->setText(what);
    m_problem->hide();
    m_pages->setCurrentIndex(1);
    show();
}

void NameRow::submit()
{
    const QString name = m_name->text().simplified();
    const QString problem = name.isEmpty() ? tr("Give it a name.") : m_done(name);
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    if (problem.isEmpty())
        hide();
}

void NameRow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QWidget::keyPressEvent(event);
}

} // namespace fovea
