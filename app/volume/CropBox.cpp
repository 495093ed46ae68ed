#include "app/volume/CropBox.h"

#include "app/text/names.h"
#include "app/volume/PatientSpinBox.h"
#include "app/volume/cropBoxes.h"
#include "viewer/viewerTexts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>

#include <algorithm>
#include <cmath>

namespace fovea {

namespace {

constexpr double thinnestMm = 1; ///< Opposite faces never meet.

constexpr std::size_t axisOf(std::size_t face)
{
    return face / 2;
}

double& faceOf(PatientBox& box, std::size_t face)
{
    return (face % 2 == 0 ? box.lowMm : box.highMm)[axisOf(face)];
}

/// The patient's direction that `direction` points to most.
QString directionName(const Vec3& direction)
{
    const std::string letters = orientationLetters(direction);
    switch (letters.empty() ? ' ' : letters.front()) {
    case 'R':
        return CropBox::tr("right");
    case 'L':
        return CropBox::tr("left");
    case 'A':
        return CropBox::tr("anterior");
    case 'P':
        return CropBox::tr("posterior");
    case 'I':
        return CropBox::tr("inferior");
    default:
        return CropBox::tr("superior");
    }
}

} // namespace

CropBox::CropBox(ViewState& state, const AnatomyCatalog& catalog, QWidget* parent)
    : QWidget(parent)
    , m_state(state)
    , m_catalog(catalog)
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(1, 1);
    m_on = new QCheckBox(tr("Clipping box"), this);
    m_on->setObjectName(QStringLiteral("cropOn"));
    grid->addWidget(m_on, 0, 0, 1, 3);
    connect(m_on, &QCheckBox::clicked, this, [this](bool on) {
        VolumeCrop crop = m_state.crop.get();
        crop.box = on ? std::optional(boxOf(m_state.volume.get()->geometry())) : std::nullopt;
        m_state.crop.set(crop);
    });
    addFaces(*grid);
    addPlane(*grid, 8);
    addAnatomy(*grid, 10);
    m_reset = new QPushButton(tr("Reset crop"), this);
    m_reset->setObjectName(QStringLiteral("cropResetButton"));
    connect(m_reset, &QPushButton::clicked, this, [this] { m_state.crop.set({}); });
    grid->addWidget(m_reset, 13, 0, 1, 3);

    m_connections.push_back(m_state.volume.observe([this](const auto&) { setRanges(); }));
    m_connections.push_back(m_state.labels.observe([this](const auto&) { fillAnatomies(); }));
    m_connections.push_back(
        m_state.frame.observe([this](const auto&) { nameSides(m_state.crop.get()); }));
    m_connections.push_back(
        m_state.crop.observe([this](const VolumeCrop& crop) { showCrop(crop); }));
    setRanges();
    fillAnatomies();
}

void CropBox::addFaces(QGridLayout& grid)
{
    const std::array names{tr("Right"),     tr("Left"),     tr("Anterior"),
                           tr("Posterior"), tr("Inferior"), tr("Superior")};
    const std::array ids{QStringLiteral("Right"),    QStringLiteral("Left"),
                         QStringLiteral("Anterior"), QStringLiteral("Posterior"),
                         QStringLiteral("Inferior"), QStringLiteral("Superior")};
    for (std::size_t n = 0; n < m_faces.size(); ++n) {
        auto* label = new QLabel(names[n], this);
        auto* slider = new QSlider(Qt::Horizontal, this);
        slider->setObjectName(QStringLiteral("crop") + ids[n]);
        slider->setAccessibleName(tr("%1 face of the clipping box").arg(names[n]));
        auto* field = new PatientSpinBox(int(axisOf(n)), this);
        field->setObjectName(QStringLiteral("crop") + ids[n] + QStringLiteral("Field"));
        field->setAccessibleName(slider->accessibleName());
        label->setBuddy(field);
        connect(slider, &QSlider::valueChanged, this, [this, n](int value) { moveFace(n, value); });
        connect(field, &QDoubleSpinBox::valueChanged, this,
                [this, n](double value) { moveFace(n, value); });
        const int row = int(n) + 1;
        grid.addWidget(label, row, 0);
        grid.addWidget(slider, row, 1);
        grid.addWidget(field, row, 2);
        m_faces[n] = {slider, field};
    }
}

void CropBox::addPlane(QGridLayout& grid, int row)
{
    m_plane = new QComboBox(this);
    m_plane->setObjectName(QStringLiteral("cutPlane"));
    m_plane->setAccessibleName(tr("Clipping plane"));
    m_plane->setToolTip(tr("Lies as the slice view does, through the cursor, oblique ones too"));
    m_plane->addItem(tr("None"));
    for (const SliceOrientation orientation :
         {SliceOrientation::Axial, SliceOrientation::Coronal, SliceOrientation::Sagittal})
        m_plane->addItem(sliceOrientationName(orientation), int(orientation));
    m_side = new QComboBox(this);
    m_side->setObjectName(QStringLiteral("cutSide"));
    m_side->setAccessibleName(tr("Side of the clipping plane that is kept"));
    m_side->addItem({}, true);
    m_side->addItem({}, false);
    grid.addWidget(new QLabel(tr("Plane"), this), row, 0);
    grid.addWidget(m_plane, row, 1);
    grid.addWidget(m_side, row, 2);
    const auto cut = [this] {
        VolumeCrop crop = m_state.crop.get();
        if (m_plane->currentIndex() > 0) {
            crop.plane = PlaneCut{SliceOrientation(m_plane->currentData().toInt()),
                                  m_side->currentData().toBool()};
        } else {
            crop.plane.reset();
        }
        m_state.crop.set(crop);
    };
    connect(m_plane, &QComboBox::activated, this, cut);
    connect(m_side, &QComboBox::activated, this, cut);
}

void CropBox::addAnatomy(QGridLayout& grid, int row)
{
    m_anatomy = new QComboBox(this);
    m_anatomy->setObjectName(QStringLiteral("cropAnatomy"));
    m_anatomy->setAccessibleName(tr("Anatomy to crop to"));
    m_anatomy->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_margin = new QDoubleSpinBox(this);
    m_margin->setObjectName(QStringLiteral("cropMargin"));
    m_margin->setAccessibleName(tr("Margin around the anatomy"));
    m_margin->setRange(0, 200);
    m_margin->setDecimals(0);
    m_margin->setValue(standardCropMarginMm);
    m_margin->setPrefix(tr("+ "));
    m_margin->setSuffix(tr(" mm"));
    m_cropToAnatomy = new QPushButton(tr("Crop to anatomy"), this);
    m_cropToAnatomy->setObjectName(QStringLiteral("cropToAnatomyButton"));
    m_noLabels = new QLabel(tr("The open series has no segmentation to crop to."), this);
    m_noLabels->setObjectName(QStringLiteral("cropNoLabels"));
    m_noLabels->setWordWrap(true);
    connect(m_cropToAnatomy, &QPushButton::clicked, this, &CropBox::cropToAnatomy);
    grid.addWidget(new QLabel(tr("Anatomy"), this), row, 0);
    grid.addWidget(m_anatomy, row, 1);
    grid.addWidget(m_margin, row, 2);
    grid.addWidget(m_cropToAnatomy, row + 1, 0, 1, 3);
    grid.addWidget(m_noLabels, row + 2, 0, 1, 3);
}

void CropBox::moveFace(std::size_t face, double mm)
{
    if (!m_state.volume.get())
        return;
    VolumeCrop crop = m_state.crop.get();
    PatientBox box = crop.box.value_or(boxOf(m_state.volume.get()->geometry()));
    const std::size_t axis = axisOf(face);
    faceOf(box, face) = face % 2 == 0 ? std::min(mm, box.highMm[axis] - thinnestMm)
                                      : std::max(mm, box.lowMm[axis] + thinnestMm);
    crop.box = box;
    m_state.crop.set(crop);
    showCrop(m_state.crop.get()); // A face that was held back.
}

void CropBox::cropToAnatomy()
{
    const LabelMapPtr& map = m_state.labels.get();
    if (!map)
        return;
    std::vector<std::uint16_t> labels;
    if (const QVariant id = m_anatomy->currentData(); id.typeId() == QMetaType::QString)
        labels = map->labelsOf(id.toString().toStdString());
    else
        labels = {std::uint16_t(id.toInt())};
    if (const auto box = boxAroundLabels(*map, labels, m_margin->value())) {
        VolumeCrop crop = m_state.crop.get();
        crop.box = box;
        m_state.crop.set(crop);
    }
}

void CropBox::fillAnatomies()
{
    const QVariant before = m_anatomy->currentData();
    m_anatomy->clear();
    if (const LabelMapPtr& map = m_state.labels.get()) {
        const std::vector<std::string> present = map->anatomyIds();
        for (const Anatomy& anatomy : m_catalog.anatomies()) {
            if (std::ranges::find(present, anatomy.id) != present.end())
                m_anatomy->addItem(anatomyName(anatomy.id, anatomy.displayName),
                                   QString::fromStdString(anatomy.id));
        }
        for (const Structure& structure : map->structures()) {
            if (structure.anatomyId.empty())
                m_anatomy->addItem(plainStructureName(structure), int(structure.label));
        }
    }
    // The reader's choice outlives an edit of the label map.
    m_anatomy->setCurrentIndex(std::max(0, m_anatomy->findData(before)));
    const bool any = m_anatomy->count() > 0;
    m_anatomy->setEnabled(any);
    m_margin->setEnabled(any);
    m_cropToAnatomy->setEnabled(any);
    m_noLabels->setVisible(!any && m_state.volume.get());
}

void CropBox::setRanges()
{
    const VolumePtr& volume = m_state.volume.get();
    const PatientBox whole = volume ? boxOf(volume->geometry()) : PatientBox{};
    for (std::size_t n = 0; n < m_faces.size(); ++n) {
        const QSignalBlocker slider(m_faces[n].slider);
        const QSignalBlocker field(m_faces[n].field);
        const double low = whole.lowMm[axisOf(n)];
        const double high = whole.highMm[axisOf(n)];
        m_faces[n].slider->setRange(int(std::floor(low)), int(std::ceil(high)));
        m_faces[n].field->setRange(std::floor(low), std::ceil(high));
    }
    for (QWidget* part : findChildren<QWidget*>())
        part->setEnabled(volume != nullptr);
    fillAnatomies();
    showCrop(m_state.crop.get());
}

void CropBox::showCrop(const VolumeCrop& crop)
{
    const VolumePtr& volume = m_state.volume.get();
    PatientBox box = crop.box.value_or(volume ? boxOf(volume->geometry()) : PatientBox{});
    m_on->setChecked(crop.box.has_value());
    for (std::size_t n = 0; n < m_faces.size(); ++n) {
        const QSignalBlocker slider(m_faces[n].slider);
        const QSignalBlocker field(m_faces[n].field);
        m_faces[n].slider->setValue(int(std::lround(faceOf(box, n))));
        m_faces[n].field->setValue(faceOf(box, n));
    }
    m_plane->setCurrentIndex(crop.plane ? m_plane->findData(int(crop.plane->plane)) : 0);
    nameSides(crop);
    m_reset->setEnabled(!crop.isNothing());
}

void CropBox::nameSides(const VolumeCrop& crop)
{
    m_side->setEnabled(crop.plane.has_value() && m_state.volume.get());
    const SliceOrientation plane = crop.plane ? crop.plane->plane : SliceOrientation::Axial;
    const Vec3& next = m_state.frame.get().axes(plane).next;
    m_side->setItemText(0, tr("Keep %1").arg(directionName(next)));
    m_side->setItemText(1, tr("Keep %1").arg(directionName(next * -1)));
    m_side->setCurrentIndex(crop.plane && !crop.plane->keepsNext ? 1 : 0);
}

} // namespace fovea
