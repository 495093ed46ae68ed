#include "app/ask/SavedSearchBar.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace fovea {

SavedSearchBar::SavedSearchBar(QWidget* parent)
    : QWidget(parent)
    , m_box(new QComboBox(this))
    , m_menu(new QToolButton(this))
{
    m_box->setObjectName(QStringLiteral("savedSearches"));
    m_box->setAccessibleName(tr("Saved searches"));
    m_box->setToolTip(tr("Choosing a saved search asks it again."));
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->setMinimumContentsLength(10);
    m_menu->setObjectName(QStringLiteral("savedSearchMenu"));
    m_menu->setText(QStringLiteral("⋯"));
    m_menu->setToolTip(tr("Save this question, or change a saved one"));
    m_menu->setAccessibleName(tr("What to do with searches"));
    m_menu->setPopupMode(QToolButton::InstantPopup);
    m_menu->setMenu(new QMenu(m_menu));

    m_save = add("saveSearch", tr("Save this question…"), [this] { Q_EMIT saveRequested(); });
    m_mark = add("markSimilar", tr("Mark new studies as similar as the selected match…"),
                 [this] { Q_EMIT markRequested(); });
    m_finding = add("saveAsFinding", tr("Add to the findings of the catalog…"),
                    [this] { Q_EMIT findingRequested(); });
    m_menu->menu()->addSeparator();
    m_again = add("runSearch", tr("Ask again"), [this] { Q_EMIT runRequested(chosen()); });
    m_rename = add("renameSearch", tr("Rename…"), [this] { Q_EMIT renameRequested(chosen()); });
    m_rest = add("restSearch", tr("Stop marking new studies"),
                 [this] { Q_EMIT restRequested(chosen()); });
    m_remove = add("removeSearch", tr("Delete"), [this] { Q_EMIT removeRequested(chosen()); });

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_box, 1);
    layout->addWidget(m_menu);
    connect(m_box, &QComboBox::activated, this, [this] {
        updateActions();
        if (chosen() > 0)
            Q_EMIT runRequested(chosen());
    });
    setSearches({}, {});
}

QAction* SavedSearchBar::add(const char* name, const QString& text, std::function<void()> run)
{
    QAction* action = m_menu->menu()->addAction(text);
    action->setObjectName(QLatin1String(name));
    connect(action, &QAction::triggered, this, std::move(run));
    return action;
}

void SavedSearchBar::setSearches(const std::vector<SavedSearch>& searches,
                                 const std::string& fingerprint)
{
    const std::int64_t before = chosen();
    m_searches = searches;
    m_box->clear();
    m_box->addItem(tr("Saved searches"), qint64(0));
    for (const SavedSearch& search : searches) {
        const QString name = QString::fromStdString(search.name);
        const bool marks = search.standing && search.standing->modelFingerprint == fingerprint;
        m_box->addItem(marks ? tr("● %1", "a saved search that marks new studies").arg(name) : name,
                       qint64(search.id));
        QString hint = QString::fromStdString(search.question);
        if (search.standing)
            hint += QLatin1Char('\n') +
                    (marks ? tr("Marks new studies that score at least %1.")
                                 .arg(QLocale().toString(search.standing->margin, 'f', 3))
                           : tr("Marks nothing at present: its limit was set with another model."));
        m_box->setItemData(m_box->count() - 1, hint, Qt::ToolTipRole);
    }
    m_box->setVisible(!searches.empty());
    choose(before);
}

void SavedSearchBar::choose(std::int64_t id)
{
    m_box->setCurrentIndex(std::max(0, m_box->findData(qint64(id))));
    updateActions();
}

std::int64_t SavedSearchBar::chosen() const
{
    return m_box->currentData().toLongLong();
}

void SavedSearchBar::setCanSave(bool question, bool match)
{
    m_canSave = question;
    m_canMark = match;
    updateActions();
}

void SavedSearchBar::updateActions()
{
    const auto search = std::ranges::find(m_searches, chosen(), &SavedSearch::id);
    const bool known = search != m_searches.end();
    m_save->setEnabled(m_canSave);
    m_finding->setEnabled(m_canSave);
    m_mark->setEnabled(m_canMark);
    for (QAction* action : {m_again, m_rename, m_remove})
        action->setEnabled(known);
    m_rest->setEnabled(known && search->standing);
}

} // namespace fovea
