#include "app/commands/Shortcuts.h"

#include "app/Settings.h"
#include "app/commands/menuActions.h"

#include <QAction>
#include <QMenuBar>

#include <algorithm>
#include <array>

namespace fovea {

namespace {

/// What SliceWidget and VolumeWidget answer to without an action.
constexpr std::array viewKeys{Qt::Key_Up,     Qt::Key_Down,     Qt::Key_Left, Qt::Key_Right,
                              Qt::Key_PageUp, Qt::Key_PageDown, Qt::Key_Home, Qt::Key_End,
                              Qt::Key_Plus,   Qt::Key_Minus,    Qt::Key_0,    Qt::Key_R};

bool isViewKey(const QKeySequence& key)
{
    return std::ranges::any_of(viewKeys, [&](Qt::Key k) { return key == QKeySequence(k); });
}

} // namespace

Shortcuts::Shortcuts(const QMenuBar& menuBar, Settings& settings)
    : m_settings(settings)
{
    for (const MenuAction& command : menuActions(menuBar)) {
        if (!command.action->objectName().isEmpty())
            m_entries.push_back({command.action, command.action->objectName(),
                                 command.menu + QStringLiteral(" › ") + command.text,
                                 command.action->shortcut()});
    }
    ShortcutMap own;
    const auto remembered = m_settings.shortcuts();
    for (auto key = remembered.begin(); key != remembered.end(); ++key)
        own[key.key()] = QKeySequence(*key, QKeySequence::PortableText);
    apply(own);
}

ShortcutMap Shortcuts::current() const
{
    ShortcutMap keys;
    for (const ShortcutEntry& entry : m_entries)
        keys[entry.id] = entry.action->shortcut();
    return keys;
}

ShortcutMap Shortcuts::standard() const
{
    ShortcutMap keys;
    for (const ShortcutEntry& entry : m_entries)
        keys[entry.id] = entry.standard;
    return keys;
}

void Shortcuts::apply(const ShortcutMap& keys)
{
    for (const ShortcutEntry& entry : m_entries) {
        if (const auto key = keys.find(entry.id); key != keys.end())
            entry.action->setShortcut(*key);
    }
}

void Shortcuts::set(const ShortcutMap& keys)
{
    apply(keys);
    // Only what differs: a later version may have better standards for the rest.
    QMap<QString, QString> own;
    for (const ShortcutEntry& entry : m_entries) {
        if (entry.action->shortcut() != entry.standard)
            own[entry.id] = entry.action->shortcut().toString(QKeySequence::PortableText);
    }
    m_settings.setShortcuts(own);
}

std::vector<ShortcutConflict> Shortcuts::conflicts(const ShortcutMap& keys) const
{
    std::vector<ShortcutConflict> out;
    for (std::size_t n = 0; n < m_entries.size(); ++n) {
        const QKeySequence key = keys.value(m_entries[n].id);
        if (key.isEmpty() || !m_entries[n].action->isVisible())
            continue;
        if (isViewKey(key))
            out.push_back({key, m_entries[n].text, {}});
        for (std::size_t m = 0; m < n; ++m) {
            if (m_entries[m].action->isVisible() && keys.value(m_entries[m].id) == key)
                out.push_back({key, m_entries[m].text, m_entries[n].text});
        }
    }
    return out;
}

} // namespace fovea
