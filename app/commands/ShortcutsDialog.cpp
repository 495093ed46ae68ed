#include "app/commands/ShortcutsDialog.h"

#include "app/commands/fuzzyMatch.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace fovea {

namespace {

QString textOf(const ShortcutConflict& conflict)
{
    const QString key = conflict.key.toString(QKeySequence::NativeText);
    return conflict.second.isEmpty()
               ? ShortcutsDialog::tr("%1 is a fixed key of the views and wanted for “%2”.")
                     .arg(key, conflict.first)
               : ShortcutsDialog::tr("%1 is wanted for “%2” and for “%3”.")
                     .arg(key, conflict.first, conflict.second);
}

} // namespace

ShortcutsDialog::ShortcutsDialog(Shortcuts& shortcuts, QWidget* parent)
    : QDialog(parent)
    , m_shortcuts(shortcuts)
    , m_query(new QLineEdit(this))
    , m_list(new QTreeWidget(this))
    , m_problem(new QLabel(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel |
                                         QDialogButtonBox::RestoreDefaults,
                                     this))
{
    setObjectName(QStringLiteral("shortcutsDialog"));
    setWindowTitle(tr("Keyboard shortcuts"));
    m_query->setObjectName(QStringLiteral("shortcutQuery"));
    m_query->setPlaceholderText(tr("Find a command…"));
    m_query->setAccessibleName(tr("Find a command"));
    m_query->setClearButtonEnabled(true);
    m_list->setObjectName(QStringLiteral("shortcuts"));
    m_list->setAccessibleName(tr("Commands and their keys"));
    m_list->setHeaderLabels({tr("Command"), tr("Key")});
    m_list->setRootIsDecorated(false);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_list->setFocusPolicy(Qt::NoFocus); // The keys themselves take it.
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->resizeSection(1, 200);
    m_problem->setObjectName(QStringLiteral("shortcutProblem"));
    m_problem->setProperty("alarming", true);
    m_problem->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_query);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_problem);
    layout->addWidget(m_buttons);
    resize(660, 640);

    const ShortcutMap keys = m_shortcuts.current();
    for (const ShortcutEntry& entry : m_shortcuts.entries())
        addRow(entry, keys.value(entry.id));
    check();
    connect(m_query, &QLineEdit::textChanged, this, &ShortcutsDialog::filter);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &ShortcutsDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &ShortcutsDialog::reject);
    connect(m_buttons->button(QDialogButtonBox::RestoreDefaults), &QPushButton::clicked, this,
            [this] { show(m_shortcuts.standard()); });
}

void ShortcutsDialog::addRow(const ShortcutEntry& entry, const QKeySequence& key)
{
    auto* item = new QTreeWidgetItem({entry.text});
    m_list->addTopLevelItem(item);
    auto* edit = new QKeySequenceEdit(key, m_list);
    edit->setObjectName(QStringLiteral("key_") + entry.id);
    edit->setAccessibleName(tr("Key for %1").arg(entry.text));
    edit->setMaximumSequenceLength(1);
    edit->setClearButtonEnabled(true);
    m_list->setItemWidget(item, 1, edit);
    m_edits[entry.id] = edit;
    connect(edit, &QKeySequenceEdit::keySequenceChanged, this, &ShortcutsDialog::check);
}

void ShortcutsDialog::show(const ShortcutMap& keys)
{
    for (auto edit = m_edits.begin(); edit != m_edits.end(); ++edit)
        (*edit)->setKeySequence(keys.value(edit.key()));
}

void ShortcutsDialog::filter(const QString& query)
{
    for (int n = 0; n < m_list->topLevelItemCount(); ++n) {
        QTreeWidgetItem* item = m_list->topLevelItem(n);
        item->setHidden(!fuzzyMatch(query, item->text(0)));
    }
}

ShortcutMap ShortcutsDialog::edited() const
{
    ShortcutMap keys;
    for (auto edit = m_edits.begin(); edit != m_edits.end(); ++edit)
        keys[edit.key()] = (*edit)->keySequence();
    return keys;
}

void ShortcutsDialog::check()
{
    QStringList problems;
    for (const ShortcutConflict& conflict : m_shortcuts.conflicts(edited()))
        problems << textOf(conflict);
    m_problem->setText(problems.join(QLatin1Char('\n')));
    m_problem->setVisible(!problems.isEmpty());
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(problems.isEmpty());
}

void ShortcutsDialog::accept()
{
    m_shortcuts.set(edited());
    QDialog::accept();
}

} // namespace fovea
