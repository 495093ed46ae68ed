#include "app/models/SegmentationPage.h"

#include "app/models/ImportRow.h"
#include "app/models/PackageDetails.h"
#include "app/models/SegmentationDetails.h"
#include "app/models/detailParts.h"
#include "app/models/segmentationText.h"
#include "app/text/errorText.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace fovea {

namespace {

QString nameOf(const KnownSegmenter& segmenter)
{
    return QString::fromStdString(segmenter.facts ? segmenter.facts->name
                                                  : segmenter.folder.filename().string());
}

} // namespace

SegmentationPage::SegmentationPage(Parts parts, std::filesystem::path library, QWidget* parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_import(parts.tasks, std::move(library))
    , m_scope(std::make_unique<QObject>())
    , m_list(new QListWidget(this))
    , m_details(new SegmentationDetails(this))
    , m_status(new QLabel(this))
{
    m_list->setObjectName(QStringLiteral("segmenters"));
    m_list->setAccessibleName(tr("Segmentation networks"));
    m_list->setWordWrap(true);
    m_list->setStyleSheet(QStringLiteral("QListView::item { padding: 5px; }"));
    m_status->setObjectName(QStringLiteral("segmentersStatus"));
    m_status->setTextFormat(Qt::PlainText);
    m_status->setWordWrap(true);
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(m_details);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto* splitter = new QSplitter(this);
    splitter->addWidget(m_list);
    splitter->addWidget(scroll);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({280, 520});
    splitter->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(splitter, 1);
    layout->addWidget(m_status);
    layout->addWidget(makeImportRow());
    layout->addWidget(makeButtons());
    connect(m_list, &QListWidget::currentRowChanged, this, &SegmentationPage::showSelected);
    connectImport();
    showSelected();
    refresh();
}

SegmentationPage::~SegmentationPage() = default;

QWidget* SegmentationPage::makeImportRow()
{
    m_importRow = new ImportRow("segmenterProgress", "cancelSegmenterImport", this);
    connect(m_importRow, &ImportRow::cancelRequested, this, [this] { m_import.cancel(); });
    return m_importRow;
}

QWidget* SegmentationPage::makeButtons()
{
    auto* buttons = new QWidget(this);
    m_zip = dialogButton("importSegmenterZip", tr("Import &zip…"), buttons);
    m_zip->setToolTip(tr("A released nnU-Net as it is downloaded, such as TotalSegmentator's"));
    m_folder = dialogButton("importSegmenterFolder", tr("Import &folder…"), buttons);
    m_remove = dialogButton("removeSegmenter", tr("&Remove…"), buttons);
    connect(m_zip, &QPushButton::clicked, this, &SegmentationPage::askForZip);
    connect(m_folder, &QPushButton::clicked, this, &SegmentationPage::askForFolder);
    connect(m_remove, &QPushButton::clicked, this, &SegmentationPage::removeSelected);
    auto* row = new QHBoxLayout(buttons);
    row->setContentsMargins({});
    row->addWidget(m_zip);
    row->addWidget(m_folder);
    row->addWidget(m_remove);
    row->addStretch(1);
    return buttons;
}

void SegmentationPage::connectImport()
{
    connect(&m_import, &SegmentationImport::progressed, this,
            [this](double fraction) { m_importRow->report(fraction); });
    connect(&m_import, &SegmentationImport::imported, this,
            [this](const std::filesystem::path& folder) {
                endImport(tr("“%1” was imported. Study > Segment offers it.")
                              .arg(QString::fromStdString(folder.filename().string())));
                m_selectNext = folder;
                refresh();
            });
    connect(&m_import, &SegmentationImport::cancelled, this,
            [this] { endImport(tr("The import was cancelled; nothing was added.")); });
    connect(&m_import, &SegmentationImport::failed, this, [this](const Error& error) {
        endImport(tr("The network was not imported."));
        m_parts.dialogs.showError(this, tr("Import segmentation network"), segmenterProblem(error),
                                  errorDetails(error));
    });
}

void SegmentationPage::refresh()
{
    m_scope = std::make_unique<QObject>();
    if (m_selectNext.empty() && selected())
        m_selectNext = selected()->folder;
    m_parts.tasks.run<std::vector<KnownSegmenter>>(
        TaskRunner::Pool::Io, m_scope.get(),
        [models = m_parts.settings.modelsFolder()](const Progress&)
            -> Result<std::vector<KnownSegmenter>> { return knownSegmenters(models); },
        [this](Result<std::vector<KnownSegmenter>> segmenters) {
            if (segmenters)
                showSegmenters(std::move(*segmenters));
            else
                m_status->setText(errorText(segmenters.error()));
        });
}

void SegmentationPage::showSegmenters(std::vector<KnownSegmenter> segmenters)
{
    m_segmenters = std::move(segmenters);
    m_list->clear();
    for (const KnownSegmenter& segmenter : m_segmenters) {
        QStringList parts;
        if (segmenter.facts) {
            parts << tr("%n structure(s)", nullptr, int(segmenter.facts->structures.size()))
                  << spacingText(segmenter.facts->spacingMm) << sizeText(segmenter.facts->bytes)
                  << licenceWord(*segmenter.facts);
        } else {
            parts << tr("damaged");
        }
        m_list->addItem(nameOf(segmenter) + QLatin1Char('\n') + parts.join(QStringLiteral(" · ")));
    }
    const auto wanted =
        std::ranges::find(m_segmenters, std::exchange(m_selectNext, {}), &KnownSegmenter::folder);
    if (!m_segmenters.empty())
        m_list->setCurrentRow(wanted == m_segmenters.end() ? 0
                                                           : int(wanted - m_segmenters.begin()));
    showSelected();
}

const KnownSegmenter* SegmentationPage::selected() const
{
    const int row = m_list->currentRow();
    return row >= 0 && std::size_t(row) < m_segmenters.size() ? &m_segmenters[std::size_t(row)]
                                                              : nullptr;
}

void SegmentationPage::showSelected()
{
    const KnownSegmenter* segmenter = selected();
    const bool busy = m_import.isRunning();
    m_zip->setEnabled(!busy);
    m_folder->setEnabled(!busy);
    m_remove->setEnabled(segmenter && !busy);
    if (segmenter)
        m_details->show(*segmenter);
    else
        m_details->clear(tr("No segmentation network is imported. TotalSegmentator's open models "
                            "can be downloaded as zips (Dataset297_TotalSegmentator_total_3mm_…"
                            ".zip finds 117 structures) and imported as they are."));
}

void SegmentationPage::askForZip()
{
    const auto file = m_parts.dialogs.askFile(
        this, tr("Choose the zip of a segmentation network"), m_parts.settings.lastFolder(),
        tr("Zip files") + QStringLiteral(" (*.zip);;") + tr("All files") + QStringLiteral(" (*)"));
    if (!file)
        return;
    m_parts.settings.setLastFolder(
        QString::fromStdString(std::filesystem::path(file->toStdString()).parent_path().string()));
    startImport(*file);
}

void SegmentationPage::askForFolder()
{
    const auto folder =
        m_parts.dialogs.askFolder(this, tr("Choose the folder of a segmentation network (nnU-Net)"),
                                  m_parts.settings.lastFolder());
    if (!folder)
        return;
    m_parts.settings.setLastFolder(*folder);
    startImport(*folder);
}

void SegmentationPage::startImport(const QString& source)
{
    const std::filesystem::path path = source.toStdString();
    m_status->setText(tr("Importing “%1”…").arg(QString::fromStdString(path.filename().string())));
    m_importRow->begin();
    m_import.start(path, m_parts.settings.modelsFolder());
    showSelected();
}

void SegmentationPage::endImport(const QString& what)
{
    m_importRow->end();
    m_status->setText(what);
    showSelected();
}

void SegmentationPage::removeSelected()
{
    const KnownSegmenter* segmenter = selected();
    if (!segmenter)
        return;
    const std::filesystem::path folder = segmenter->folder;
    const QString name = nameOf(*segmenter);
    const bool agreed = m_parts.dialogs.confirm(
        this, tr("Remove segmentation network"),
        tr("Remove “%1”? Its folder is deleted:\n%2\n\nSegmentations that were made with it stay "
           "in the archive.")
            .arg(name, QString::fromStdString(folder.string())),
        tr("Remove"));
    if (!agreed)
        return;
    m_parts.tasks.run<Done>(
        TaskRunner::Pool::Io, this,
        [folder, models = m_parts.settings.modelsFolder()](const Progress&) {
            return removeSegmenter(folder, models);
        },
        [this, name](const Result<Done>& removed) {
            m_status->setText(removed ? tr("“%1” was removed.").arg(name) : QString());
            refresh();
            if (!removed)
                m_parts.dialogs.showError(this, tr("Remove segmentation network"),
                                          segmenterProblem(removed.error()),
                                          errorDetails(removed.error()));
        });
}

} // namespace fovea
