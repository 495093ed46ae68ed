#pragma once

#include <QKeySequence>
#include <QMap>
#include <QString>

#include <vector>

class QAction;
class QMenuBar;

namespace fovea {

class Settings;

/// Object name of an action → its key; an empty key: none.
using ShortcutMap = QMap<QString, QKeySequence>;

/// A command whose key can be chosen.
struct ShortcutEntry {
    QAction* action = nullptr;
    QString id;   ///< The action's object name.
    QString text; ///< For people, with its menus.
    QKeySequence standard;
};

/// Two commands that want one key, or one that wants a key which the views keep for themselves.
struct ShortcutConflict {
    QKeySequence key;
    QString first;  ///< For people.
    QString second; ///< For people; empty: a key of the views.
};

/// The keys of the menu bar's commands: their standard, and what the user made of it.
class Shortcuts {
public:
    /// Takes the present keys of the commands for their standard, then sets what `settings`
    /// remembers. Commands without object name keep their key. Both must outlive this object.
    Shortcuts(const QMenuBar& menuBar, Settings& settings);

    const std::vector<ShortcutEntry>& entries() const { return m_entries; }
    ShortcutMap current() const;
    ShortcutMap standard() const;
    /// Sets and remembers; of commands that are not in `keys` nothing changes.
    void set(const ShortcutMap& keys);

    /// In the order of the commands. Commands that cannot be seen have no conflicts.
    std::vector<ShortcutConflict> conflicts(const ShortcutMap& keys) const;

private:
    void apply(const ShortcutMap& keys);

    Settings& m_settings;
    std::vector<ShortcutEntry> m_entries;
};

} // namespace fovea
