#include "app/catalogs/FindingEditor.h"

#include "app/catalogs/PromptEditor.h"
#include "app/catalogs/TrialView.h"
#include "app/text/errorText.h"
#include "app/work/promptTrial.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace fovea {

FindingEditor::FindingEditor(CatalogParts parts, QWidget* parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_name(new QLineEdit(this))
    , m_note(new QLabel(this))
    , m_prompts(new PromptEditor(this))
    , m_trial(new TrialView(this))
    , m_try(button("tryPrompts", tr("Try over the archive"), &FindingEditor::tryOut))
    , m_keep(button("keepPrompts", tr("Keep"), &FindingEditor::keep))
    , m_discard(button("discardPrompts", tr("Discard"), &FindingEditor::discard))
    , m_restore(button("restoreFinding", tr("Restore shipped"), &FindingEditor::restore))
{
    m_name->setObjectName(QStringLiteral("catalogFindingName"));
    m_name->setAccessibleName(tr("Name of the finding"));
    m_name->setMaxLength(80);
    m_note->setObjectName(QStringLiteral("catalogNote"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_keep->setToolTip(tr("Prompts are kept once they were tried over the archive."));
    auto* buttons = new QHBoxLayout;
    for (QPushButton* one : {m_try, m_keep, m_discard, m_restore})
        buttons->addWidget(one);
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_name);
    layout->addWidget(m_note);
    layout->addWidget(m_prompts, 2);
    layout->addLayout(buttons);
    layout->addWidget(m_trial, 2);
    connect(m_name, &QLineEdit::editingFinished, this, &FindingEditor::rename);
    connect(m_prompts, &PromptEditor::edited, this, &FindingEditor::updateButtons);
    connect(m_trial, &TrialView::seriesChosen, this, &FindingEditor::seriesChosen);
    show(std::nullopt, {});
}

QPushButton* FindingEditor::button(const char* name, const QString& text,
                                   void (FindingEditor::*run)())
{
    auto* made = new QPushButton(text, this);
    made->setObjectName(QLatin1String(name));
    made->setAutoDefault(false);
    connect(made, &QPushButton::clicked, this, run);
    return made;
}

void FindingEditor::say(const QString& note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void FindingEditor::focusName()
{
    m_name->setFocus();
    m_name->selectAll();
}

void FindingEditor::show(const std::optional<FindingKey>& key, const QString& name)
{
    const bool same = key && key == m_shown && isEdited();
    m_shown = key;
    m_shownName = name;
    m_name->setText(name);
    if (!same) {
        m_tried.reset();
        ++m_asked;
        m_trial->showText({});
        m_prompts->setPrompts(key ? m_parts.kept(*key).value_or(RegionPrompts{}) : RegionPrompts{});
    }
    if (key && isOwnFinding(key->findingId))
        say(tr("Own finding: not calibrated, read by its percentile in the archive."));
    else if (key && m_parts.catalog.finding(*key).prompts)
        say(tr("Asked with this site's prompts: the package's calibration and threshold do not "
               "apply; read it by its percentile."));
    else
        say({});
    updateButtons();
}

void FindingEditor::updateButtons()
{
    const bool known = m_shown && m_parts.isKnown();
    const bool own = m_shown && isOwnFinding(m_shown->findingId);
    const bool edited = isEdited();
    m_name->setEnabled(known);
    m_prompts->setEnabled(known);
    m_try->setEnabled(known && m_prompts->problem().isEmpty());
    m_keep->setEnabled(known && edited && m_tried == m_prompts->prompts());
    m_discard->setEnabled(known && edited);
    const SiteFinding site = m_shown ? m_parts.catalog.finding(*m_shown) : SiteFinding{};
    m_restore->setEnabled(known && !own && (site.prompts || !site.name.empty() || !site.shown));
}

bool FindingEditor::isEdited() const
{
    return m_shown && m_prompts->prompts() != m_parts.kept(*m_shown).value_or(RegionPrompts{});
}

void FindingEditor::rename()
{
    if (!m_shown || m_name->text() == m_shownName)
        return;
    const std::string name = m_name->text().simplified().toStdString();
    if (const OwnFinding* own = m_parts.ownFinding(*m_shown)) {
        const QString problem =
            m_parts.own.nameProblem(m_name->text(), own->prompts.anatomyId, own->id);
        say(problem);
        if (!problem.isEmpty())
            return;
        std::vector<OwnFinding> list = m_parts.own.list();
        std::ranges::find(list, m_shown->findingId, &OwnFinding::id)->name = name;
        m_parts.own.replaceAll(std::move(list));
        return;
    }
    SiteFinding finding = m_parts.catalog.finding(*m_shown);
    finding.name = name; // None: the package's again.
    m_parts.catalog.change(finding);
}

void FindingEditor::tryOut()
{
    if (!m_shown)
        return;
    m_task.cancel();
    const int number = ++m_asked;
    TrialRequest request{m_shown->findingId, m_parts.kept(*m_shown), m_prompts->prompts(), {}};
    const ModelFinding* known = m_parts.modelFinding(*m_shown);
    if (known && !m_parts.catalog.finding(*m_shown).prompts)
        request.threshold = known->threshold;
    m_trial->showText(tr("Trying…"));
    m_task = m_parts.model.workOnRegions<PromptTrial>(
        this, m_parts.archive.folder(),
        [request](RegionWork& at, const Progress& progress) {
            return tryPrompts(at.database, at.engine, at.searcher, request, progress);
        },
        [this, number, after = request.after](const Result<PromptTrial>& trial) {
            if (number != m_asked)
                return;
            const bool empty = !trial && trial.error().code == ErrorCode::NoCases;
            if (trial)
                m_trial->show(*trial);
            else if (empty)
                m_trial->showText(tr("This model has analyzed no study of the archive: there is "
                                     "nothing to compare with."));
            else if (trial.error().code != ErrorCode::Cancelled)
                m_trial->showText(errorText(trial.error()));
            if (trial || empty)
                m_tried = after;
            updateButtons();
        });
}

void FindingEditor::keep()
{
    if (!m_shown || m_tried != m_prompts->prompts())
        return;
    const RegionPrompts prompts = m_prompts->prompts();
    if (m_parts.ownFinding(*m_shown)) {
        std::vector<OwnFinding> list = m_parts.own.list();
        std::ranges::find(list, m_shown->findingId, &OwnFinding::id)->prompts = prompts;
        m_parts.own.replaceAll(std::move(list));
        return;
    }
    SiteFinding finding = m_parts.catalog.finding(*m_shown);
    const ModelFinding* known = m_parts.modelFinding(*m_shown);
    finding.prompts = prompts;
    if (known && known->positive == prompts.positive && known->negative == prompts.negative)
        finding.prompts.reset(); // The package's again, with its calibration.
    m_parts.catalog.change(finding);
}

void FindingEditor::discard()
{
    m_tried.reset();
    ++m_asked;
    m_trial->showText({});
    if (m_shown)
        m_prompts->setPrompts(m_parts.kept(*m_shown).value_or(RegionPrompts{}));
    updateButtons();
}

void FindingEditor::restore()
{
    if (!m_shown)
        return;
    const FindingKey key = *m_shown;
    m_parts.catalog.restore(key);
    discard();
}

} // namespace fovea
