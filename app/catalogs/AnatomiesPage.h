#pragma once

#include "app/Dialogs.h"
#include "app/study/ArchiveQueue.h"
#include "app/work/siteAnatomies.h"

#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QTreeWidget;

namespace fovea {

/// The anatomies of the catalog: what they are called, their colours, and the structures that make
/// them up. A change is checked, written beside the archive and holds from the next start on.
class AnatomiesPage : public QWidget {
    Q_OBJECT

public:
    /// All outlive the page.
    struct Parts {
        const Archive& archive;
        Dialogs& dialogs;
    };
    explicit AnatomiesPage(Parts parts, QWidget* parent = nullptr);

    const ArchiveQueue& writes() const { return m_writes; }

private:
    QPushButton* button(const char* name, const QString& text, void (AnatomiesPage::*run)());
    struct Read {
        AnatomyCatalog shipped;
        std::vector<SiteAnatomy> site;
    };
    void read();
    void show(std::vector<SiteAnatomy> anatomies);
    void showCurrent();
    void updateButtons();
    /// As the fields have it; of the anatomy that is chosen.
    SiteAnatomy edited() const;
    SiteAnatomy kept(const std::string& id) const;
    const Anatomy* current() const;
    void chooseColour();
    void keep();
    void restore();
    void write(const SiteAnatomy& anatomy);

    Parts m_parts;
    ArchiveQueue m_writes;
    AnatomyCatalog m_shipped; ///< Empty until it was read.
    std::vector<SiteAnatomy> m_anatomies;
    bool m_known = false;
    QTreeWidget* m_list;
    QLineEdit* m_name;
    QPushButton* m_colour;
    QPlainTextEdit* m_structures;
    QLabel* m_problem;
    QPushButton* m_keep;
    QPushButton* m_restore;
    std::optional<Rgb> m_chosen; ///< The colour of the anatomy that is shown, where it is changed.
};

} // namespace fovea
