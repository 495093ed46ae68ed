#include "app/catalogs/AnatomiesPage.h"

#include "app/ModelLibrary.h"
#include "app/text/errorText.h"
#include "app/text/names.h"
#include "storage/CatalogFile.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QIcon>
#include <QLabel>
#include <QLineEdit>
#include <QPixmap>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace fovea {

namespace {

constexpr int IdRole = Qt::UserRole + 1;

QIcon colourIcon(const Rgb& colour)
{
    QPixmap square(16, 16);
    square.fill(QColor(colour[0], colour[1], colour[2]));
    return square;
}

} // namespace

AnatomiesPage::AnatomiesPage(Parts parts, QWidget* parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_writes(parts.archive)
    , m_list(new QTreeWidget(this))
    , m_name(new QLineEdit(this))
    , m_colour(button("anatomyColour", tr("Color…"), &AnatomiesPage::chooseColour))
    , m_structures(new QPlainTextEdit(this))
    , m_problem(new QLabel(this))
    , m_keep(button("keepAnatomy", tr("Keep"), &AnatomiesPage::keep))
    , m_restore(button("restoreAnatomy", tr("Restore shipped"), &AnatomiesPage::restore))
{
    m_list->setObjectName(QStringLiteral("catalogAnatomies"));
    m_list->setAccessibleName(tr("Anatomies of the catalog"));
    m_list->setHeaderLabels({tr("Anatomy"), tr("State")});
    m_list->setRootIsDecorated(false);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_name->setObjectName(QStringLiteral("anatomyName"));
    m_name->setAccessibleName(tr("Name of the anatomy"));
    m_name->setMaxLength(80);
    m_structures->setObjectName(QStringLiteral("anatomyStructures"));
    m_structures->setAccessibleName(tr("Structures that make up the anatomy"));
    m_structures->setTabChangesFocus(true);
    m_problem->setObjectName(QStringLiteral("anatomyProblem"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);

    auto* side = new QWidget(this);
    auto* top = new QHBoxLayout;
    top->addWidget(m_name, 1);
    top->addWidget(m_colour);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_keep);
    buttons->addWidget(m_restore);
    buttons->addStretch(1);
    auto* note = new QLabel(tr("Changes hold from the next start on. Studies that were analyzed "
                               "before keep their scores until they are analyzed again."),
                            this);
    note->setWordWrap(true);
    auto* editor = new QVBoxLayout(side);
    editor->setContentsMargins(0, 0, 0, 0);
    editor->addLayout(top);
    editor->addWidget(new QLabel(tr("Structures, as segmenters name them, one a line:"), this));
    editor->addWidget(m_structures, 1);
    editor->addWidget(m_problem);
    editor->addLayout(buttons);
    editor->addWidget(note);
    auto* parted = new QSplitter(this);
    parted->addWidget(m_list);
    parted->addWidget(side);
    parted->setSizes({380, 520});
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(parted);

    connect(m_list, &QTreeWidget::currentItemChanged, this, &AnatomiesPage::showCurrent);
    connect(m_name, &QLineEdit::textEdited, this, &AnatomiesPage::updateButtons);
    connect(m_structures, &QPlainTextEdit::textChanged, this, &AnatomiesPage::updateButtons);
    for (QPushButton* one : {m_colour, m_keep, m_restore})
        one->setEnabled(false);
    read();
}

void AnatomiesPage::read()
{
    m_parts.archive.tasks().run<Read>(
        TaskRunner::Pool::Save, this,
        [folder = m_parts.archive.folder()](const Progress&) -> Result<Read> {
            auto shipped = readCatalogFile(ModelLibrary::resource("catalog/anatomies.json"));
            if (!shipped)
                return shipped.error();
            auto site = readSiteAnatomies(folder);
            if (!site)
                return site.error();
            return Read{std::move(*shipped), std::move(*site)};
        },
        [this](Result<Read> found) {
            m_known = found.ok();
            if (!m_known) { // Nothing is written over a file that cannot be read.
                m_problem->setText(errorText(found.error()));
                return;
            }
            m_shipped = std::move(found->shipped);
            show(std::move(found->site));
        });
}

QPushButton* AnatomiesPage::button(const char* name, const QString& text,
                                   void (AnatomiesPage::*run)())
{
    auto* made = new QPushButton(text, this);
    made->setObjectName(QLatin1String(name));
    made->setAutoDefault(false);
    connect(made, &QPushButton::clicked, this, run);
    return made;
}

void AnatomiesPage::show(std::vector<SiteAnatomy> anatomies)
{
    m_anatomies = std::move(anatomies);
    const Anatomy* before = current();
    m_list->clear();
    for (const Anatomy& anatomy : m_shipped.anatomies()) {
        const SiteAnatomy site = kept(anatomy.id);
        auto* item =
            new QTreeWidgetItem({site.name.empty() ? anatomyName(anatomy.id, anatomy.displayName)
                                                   : QString::fromStdString(site.name),
                                 site.isShipped() ? tr("shipped") : tr("changed")});
        item->setIcon(0, colourIcon(site.colour.value_or(anatomy.colour)));
        item->setData(0, IdRole, QString::fromStdString(anatomy.id));
        m_list->addTopLevelItem(item);
        if (&anatomy == before)
            m_list->setCurrentItem(item);
    }
    if (!m_list->currentItem() && m_list->topLevelItemCount() > 0)
        m_list->setCurrentItem(m_list->topLevelItem(0));
}

const Anatomy* AnatomiesPage::current() const
{
    const QTreeWidgetItem* item = m_list->currentItem();
    return item ? m_shipped.anatomy(item->data(0, IdRole).toString().toStdString()) : nullptr;
}

SiteAnatomy AnatomiesPage::kept(const std::string& id) const
{
    const auto found = std::ranges::find(m_anatomies, id, &SiteAnatomy::id);
    return found == m_anatomies.end() ? SiteAnatomy{id, {}, {}, {}} : *found;
}

void AnatomiesPage::showCurrent()
{
    const Anatomy* anatomy = current();
    if (!anatomy)
        return;
    const SiteAnatomy site = kept(anatomy->id);
    m_chosen = site.colour;
    m_name->setText(m_list->currentItem()->text(0));
    QStringList lines;
    for (const std::string& name : site.structures.value_or(anatomy->structures))
        lines << QString::fromStdString(name);
    m_structures->setPlainText(lines.join(QLatin1Char('\n')));
    updateButtons();
}

SiteAnatomy AnatomiesPage::edited() const
{
    const Anatomy& anatomy = *current();
    SiteAnatomy site{anatomy.id, {}, m_chosen, {}};
    const QString name = m_name->text().simplified();
    if (name != m_list->currentItem()->text(0))
        site.name = name.toStdString(); // None: as shipped.
    else
        site.name = kept(anatomy.id).name;
    std::vector<std::string> structures;
    for (const QString& line : m_structures->toPlainText().split(QLatin1Char('\n'))) {
        if (!line.simplified().isEmpty())
            structures.push_back(line.simplified().toStdString());
    }
    if (structures != anatomy.structures)
        site.structures = std::move(structures);
    return site;
}

void AnatomiesPage::updateButtons()
{
    if (!current())
        return;
    const SiteAnatomy now = edited();
    std::vector<SiteAnatomy> all = m_anatomies;
    std::erase_if(all, [&](const SiteAnatomy& site) { return site.id == now.id; });
    all.push_back(now);
    const auto checked = withSiteAnatomies(m_shipped, all);
    m_problem->setText(
        checked ? QString()
                : tr("%1: %2.").arg(anatomyName(checked.error().arguments[0]),
                                    QString::fromStdString(checked.error().arguments[1])));
    m_colour->setEnabled(m_known);
    m_colour->setIcon(colourIcon(m_chosen.value_or(current()->colour)));
    m_keep->setEnabled(m_known && checked && now != kept(now.id));
    m_restore->setEnabled(m_known && !kept(now.id).isShipped());
}

void AnatomiesPage::chooseColour()
{
    if (!current())
        return;
    const Rgb start = m_chosen.value_or(current()->colour);
    const auto colour = m_parts.dialogs.askColor(this, tr("Color of the anatomy"),
                                                 QColor(start[0], start[1], start[2]));
    if (!colour)
        return;
    m_chosen = Rgb{std::uint8_t(colour->red()), std::uint8_t(colour->green()),
                   std::uint8_t(colour->blue())};
    updateButtons();
}

void AnatomiesPage::keep()
{
    if (current())
        write(edited());
}

void AnatomiesPage::restore()
{
    if (current())
        write({current()->id, {}, {}, {}});
}

void AnatomiesPage::write(const SiteAnatomy& anatomy)
{
    std::vector<SiteAnatomy> all = m_anatomies;
    std::erase_if(all, [&](const SiteAnatomy& site) { return site.id == anatomy.id; });
    if (!anatomy.isShipped())
        all.push_back(anatomy);
    m_writes.add(
        [all](StudyDatabase& database) { return writeSiteAnatomies(database.folder(), all); }, {},
        "anatomies");
    show(std::move(all));
}

} // namespace fovea
