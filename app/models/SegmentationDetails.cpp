#include "app/models/SegmentationDetails.h"

#include "app/models/PackageDetails.h"
#include "app/models/detailParts.h"
#include "app/models/segmentationText.h"
#include "app/text/structureName.h"

#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace fovea {

SegmentationDetails::SegmentationDetails(QWidget* parent)
    : QWidget(parent)
    , m_name(detailLabel("segmenterName", this))
    , m_problem(detailLabel("segmenterProblem", this))
    , m_hint(detailLabel("segmenterHint", this))
    , m_form(new QWidget(this))
    , m_licence(detailLabel("segmenterLicence", m_form))
    , m_structures(detailLabel("segmenterStructures", m_form))
    , m_spacing(detailLabel("segmenterSpacing", m_form))
    , m_network(detailLabel("segmenterNetwork", m_form))
    , m_part(detailLabel("segmenterPart", m_form))
    , m_size(detailLabel("segmenterSize", m_form))
    , m_folder(detailLabel("segmenterFolder", m_form))
{
    makeHeading(*m_name);
    m_problem->setProperty("alarming", true);
    auto* form = detailForm(m_form);
    form->addRow(tr("Licence"), m_licence);
    form->addRow(tr("Voxel size"), m_spacing);
    form->addRow(tr("Structures"), m_structures);
    form->addRow(tr("Network"), m_network);
    form->addRow(tr("Belongs to"), m_part);
    form->addRow(tr("Size on disk"), m_size);
    form->addRow(tr("Folder"), m_folder);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addWidget(m_name);
    layout->addWidget(m_problem);
    layout->addWidget(m_hint);
    layout->addWidget(m_form);
    layout->addStretch(1);
}

void SegmentationDetails::clear(const QString& hint)
{
    m_name->hide();
    m_problem->hide();
    m_form->hide();
    m_hint->setText(hint);
    m_hint->show();
}

void SegmentationDetails::show(const KnownSegmenter& segmenter)
{
    m_hint->hide();
    m_name->show();
    m_problem->setVisible(!segmenter.facts.has_value());
    m_form->setVisible(segmenter.facts.has_value());
    if (!segmenter.facts) {
        m_name->setText(QString::fromStdString(segmenter.folder.filename().string()));
        m_problem->setText(segmenterProblem(segmenter.problem));
        return;
    }
    const SegmentationFacts& facts = *segmenter.facts;
    m_name->setText(QString::fromStdString(facts.name));
    m_licence->setText(licenceText(facts));
    m_spacing->setText(spacingText(facts.spacingMm));
    QStringList names;
    for (const std::string& name : facts.structures) {
        Structure structure;
        structure.name = name;
        names << structureName(structure);
    }
    m_structures->setText(tr("%n: ", nullptr, int(names.size())) +
                          names.join(QStringLiteral(", ")));
    m_network->setText(tr("%1, %2, %n fold(s)", nullptr, facts.folds)
                           .arg(QString::fromStdString(facts.configuration),
                                QString::fromStdString(facts.trainer)));
    m_part->setText(facts.totalPart
                        ? tr("TotalSegmentator's “total”, whose parts can be run together")
                        : tr("Nothing else: it is run by itself"));
    m_size->setText(sizeText(facts.bytes));
    m_folder->setText(QString::fromStdString(segmenter.folder.string()));
}

} // namespace fovea
