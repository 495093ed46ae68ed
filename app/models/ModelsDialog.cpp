#include "app/models/ModelsDialog.h"

#include "app/models/ImportRow.h"
#include "app/models/PackageDetails.h"
#include "app/models/SegmentationPage.h"
#include "app/models/detailParts.h"
#include "app/text/errorText.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace fovea {

namespace {

QString nameOf(const KnownPackage& package)
{
    return QString::fromStdString(package.facts ? package.facts->name
                                                : package.folder.filename().string());
}

} // namespace

ModelsDialog::ModelsDialog(Parts parts, std::filesystem::path bundled, QWidget* parent)
    : QDialog(parent)
    , m_parts(parts)
    , m_bundled(std::move(bundled))
    , m_choice(parts.model, parts.settings, m_bundled)
    , m_adapter({parts.tasks, parts.library, parts.settings, parts.dialogs}, m_bundled, this)
    , m_scope(std::make_unique<QObject>())
    , m_list(new QListWidget(this))
    , m_details(new PackageDetails(this))
    , m_segmentation(new SegmentationPage({parts.tasks, parts.settings, parts.dialogs},
                                          ModelLibrary::installedLibrary(), this))
    , m_status(new QLabel(this))
{
    setObjectName(QStringLiteral("modelsDialog"));
    setWindowTitle(tr("Models"));
    m_list->setObjectName(QStringLiteral("models"));
    m_list->setAccessibleName(tr("Model packages"));
    m_list->setWordWrap(true);
    m_list->setStyleSheet(QStringLiteral("QListView::item { padding: 5px; }"));
    m_status->setObjectName(QStringLiteral("modelsStatus"));
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
    auto* findings = new QWidget(this);
    auto* page = new QVBoxLayout(findings);
    page->addWidget(splitter, 1);
    page->addWidget(m_status);
    page->addWidget(makeImportRow());
    page->addWidget(makeButtons());
    auto* pages = new QTabWidget(this);
    pages->setObjectName(QStringLiteral("modelKinds"));
    pages->addTab(findings, tr("Findings"));
    pages->addTab(m_segmentation, tr("Segmentation"));
    auto* close = dialogButton("closeModels", tr("Close"), this);
    connect(close, &QPushButton::clicked, this, &ModelsDialog::close);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(pages, 1);
    layout->addWidget(close, 0, Qt::AlignRight);
    resize(840, 520);

    connect(m_list, &QListWidget::currentRowChanged, this, &ModelsDialog::showSelected);
    connect(&m_choice, &ModelChoice::used, m_status, &QLabel::clear);
    connect(&m_choice, &ModelChoice::used, this, &ModelsDialog::modelUsed);
    connect(&m_parts.model, &ModelService::ready, this, &ModelsDialog::showStates);
    connect(&m_parts.model, &ModelService::failed, this, [this] {
        m_status->clear();
        showStates();
    });
    showSelected();
    refresh();
}

ModelsDialog::~ModelsDialog() = default;

QWidget* ModelsDialog::makeImportRow()
{
    m_importRow = new ImportRow("importProgress", "cancelImport", this);
    connect(m_importRow, &ImportRow::cancelRequested, this, [this] {
        m_import.cancel();
        m_adapter.cancel();
    });
    return m_importRow;
}

QWidget* ModelsDialog::makeButtons()
{
    auto* buttons = new QWidget(this);
    m_use = dialogButton("useModel", tr("&Use this model"), buttons);
    m_importButton = dialogButton("importModel", tr("&Import checkpoint…"), buttons);
    m_adapterButton = dialogButton("importAdapter", tr("Import &adapter…"), buttons);
    m_adapterButton->setToolTip(tr("What another site exported of a model that it tuned"));
    m_remove = dialogButton("removeModel", tr("&Remove…"), buttons);
    connect(m_use, &QPushButton::clicked, this, &ModelsDialog::useSelected);
    connect(m_importButton, &QPushButton::clicked, this, &ModelsDialog::askForCheckpoint);
    connect(m_adapterButton, &QPushButton::clicked, &m_adapter, &AdapterImport::ask);
    connectAdapter();
    connect(m_remove, &QPushButton::clicked, this, &ModelsDialog::removeSelected);
    auto* row = new QHBoxLayout(buttons);
    row->setContentsMargins({});
    row->addWidget(m_use);
    row->addWidget(m_importButton);
    row->addWidget(m_adapterButton);
    row->addWidget(m_remove);
    row->addStretch(1);
    return buttons;
}

void ModelsDialog::refresh()
{
    m_segmentation->refresh();
    m_scope = std::make_unique<QObject>();
    if (m_selectNext.empty() && selected())
        m_selectNext = selected()->folder;
    m_parts.tasks.run<std::vector<KnownPackage>>(
        TaskRunner::Pool::Io, m_scope.get(),
        [bundled = m_bundled, folder = m_parts.settings.modelsFolder(),
         chosen = m_parts.settings.modelPackage()](const Progress&)
            -> Result<std::vector<KnownPackage>> { return knownPackages(bundled, folder, chosen); },
        [this](Result<std::vector<KnownPackage>> packages) {
            if (packages)
                showPackages(std::move(*packages));
            else
                m_status->setText(errorText(packages.error()));
        });
}

void ModelsDialog::showPackages(std::vector<KnownPackage> packages)
{
    m_packages = std::move(packages);
    m_fingerprints.clear();
    m_list->clear();
    for (std::size_t i = 0; i < m_packages.size(); ++i)
        m_list->addItem(QString());
    showStates();
    select(std::exchange(m_selectNext, {}));
    for (const KnownPackage& package : m_packages) {
        if (package.facts)
            findFingerprint(package.folder);
    }
}

void ModelsDialog::findFingerprint(const std::filesystem::path& folder)
{
    m_parts.tasks.run<std::string>(
        TaskRunner::Pool::Io, m_scope.get(),
        [folder](const Progress& progress) { return packageFingerprint(folder, progress); },
        [this, folder](Result<std::string> fingerprint) {
            Fingerprint& known = m_fingerprints[folder];
            if (fingerprint)
                known.hex = QString::fromStdString(*fingerprint);
            else
                known.problem = errorText(fingerprint.error());
            showSelected();
        });
}

QString ModelsDialog::stateText(const KnownPackage& package) const
{
    QStringList parts;
    if (package.folder == m_choice.wanted())
        parts << tr("loading…");
    else if (isInUse(package))
        parts << tr("in use");
    if (package.bundled)
        parts << tr("comes with Fovea");
    else if (package.facts) // What is damaged goes by its folder's name already.
        parts << QString::fromStdString(package.folder.filename().string());
    parts << (package.facts ? sizeText(package.facts->bytes) : tr("damaged"));
    return parts.join(QStringLiteral(" · "));
}

void ModelsDialog::showStates()
{
    for (std::size_t i = 0; i < m_packages.size(); ++i) {
        QListWidgetItem* item = m_list->item(int(i));
        item->setText(nameOf(m_packages[i]) + QLatin1Char('\n') + stateText(m_packages[i]));
        QFont font = m_list->font();
        font.setBold(isInUse(m_packages[i]));
        item->setFont(font);
    }
    showSelected();
}

const KnownPackage* ModelsDialog::selected() const
{
    const int row = m_list->currentRow();
    return row >= 0 && std::size_t(row) < m_packages.size() ? &m_packages[std::size_t(row)]
                                                            : nullptr;
}

void ModelsDialog::select(const std::filesystem::path& folder)
{
    const auto wanted = std::ranges::find(m_packages, folder, &KnownPackage::folder);
    const auto inUse =
        std::ranges::find_if(m_packages, [this](const KnownPackage& p) { return isInUse(p); });
    const auto shown = wanted != m_packages.end() ? wanted : inUse;
    m_list->setCurrentRow(shown != m_packages.end() ? int(shown - m_packages.begin()) : 0);
}

void ModelsDialog::showSelected()
{
    const KnownPackage* package = selected();
    const bool loading = !m_choice.wanted().empty() || m_parts.model.isLoading();
    m_use->setEnabled(package && package->facts && !isInUse(*package) && !loading);
    const std::filesystem::path chosen = m_parts.settings.modelPackage();
    m_remove->setEnabled(package && package->removable && !isInUse(*package) && !loading &&
                         package->folder != chosen);
    m_importButton->setEnabled(!m_importing);
    m_adapterButton->setEnabled(!m_importing);
    if (!package) {
        m_details->clear();
        return;
    }
    const auto known = m_fingerprints.find(package->folder);
    const Fingerprint fingerprint = known == m_fingerprints.end() ? Fingerprint{} : known->second;
    m_details->show(*package, fingerprint.hex, fingerprint.problem);
}

bool ModelsDialog::isInUse(const KnownPackage& package) const
{
    const std::filesystem::path& used = m_parts.model.package();
    return !used.empty() && package.folder.lexically_normal() == used.lexically_normal();
}

void ModelsDialog::useSelected()
{
    const KnownPackage* package = selected();
    if (!package)
        return;
    m_status->setText(m_importing
                          ? tr("“%1” is loaded once the import has ended.").arg(nameOf(*package))
                          : tr("Loading “%1”…").arg(nameOf(*package)));
    m_choice.use(package->folder);
    showStates();
}

void ModelsDialog::askForCheckpoint()
{
    const auto checkpoint = m_parts.dialogs.askFile(
        this, tr("Choose the checkpoint of an fVLM"), m_parts.settings.lastFolder(),
        tr("Checkpoints") + QStringLiteral(" (*.pth *.pt *.ckpt *.safetensors);;") +
            tr("All files") + QStringLiteral(" (*)"));
    if (!checkpoint)
        return;
    const std::filesystem::path file = checkpoint->toStdString();
    const auto encoder = m_parts.dialogs.askFolder(
        this, tr("Choose the text encoder's folder (vocab.txt and config.json)"),
        QString::fromStdString(file.parent_path().string()));
    if (!encoder)
        return;
    m_parts.settings.setLastFolder(QString::fromStdString(file.parent_path().string()));
    ImportOptions import;
    import.checkpoint = file;
    import.textEncoderFolder = encoder->toStdString();
    import.outputPackage = freePackageFolder(m_parts.settings.modelsFolder(), file);
    // Nothing in a file says so: its shapes are those of any fVLM that was trained with that code.
    const bool released = m_parts.dialogs.confirm(
        this, tr("Import checkpoint"),
        tr("Is this the released fVLM checkpoint (model.pth of arXiv 2501.14548), unchanged?\n\n"
           "Only then do thresholds and probabilities apply that were fitted on its answers for "
           "CT-RATE's validation set. Of any other checkpoint, findings are read by their "
           "percentile in the archive until you calibrate it."),
        tr("It is the released one"));
    if (released)
        import.manifest = ModelLibrary::resource("model/released.json");
    importCheckpoint(import);
}

void ModelsDialog::importCheckpoint(const ImportOptions& files)
{
    showImport(QString::fromStdString(files.checkpoint.filename().string()));
    m_import = m_parts.model.importCheckpoint(
        this, files,
        [this, folder = files.outputPackage](const Result<ModelInfo>& info) {
            if (info) {
                imported(folder, QString::fromStdString(info->name));
            } else if (info.error().code == ErrorCode::Cancelled) {
                hideImport(tr("The import was cancelled; nothing was added."));
            } else {
                hideImport(tr("The checkpoint was not imported."));
                m_parts.dialogs.showError(this, tr("Import checkpoint"), errorText(info.error()),
                                          errorDetails(info.error()));
            }
        },
        [this](double fraction) { m_importRow->report(fraction); });
}

void ModelsDialog::connectAdapter()
{
    connect(&m_adapter, &AdapterImport::begun, this, &ModelsDialog::showImport);
    connect(&m_adapter, &AdapterImport::progressed, this,
            [this](double fraction) { m_importRow->report(fraction); });
    connect(&m_adapter, &AdapterImport::imported, this, &ModelsDialog::imported);
    connect(&m_adapter, &AdapterImport::cancelled, this,
            [this] { hideImport(tr("The import was cancelled; nothing was added.")); });
    connect(&m_adapter, &AdapterImport::failed, this,
            [this](const QString& text, const QString& details) {
                hideImport(tr("The adapter was not imported."));
                m_parts.dialogs.showError(this, tr("Import adapter"), text, details);
            });
}

void ModelsDialog::showImport(const QString& name)
{
    m_importing = true;
    m_status->setText(tr("Importing “%1”…").arg(name));
    m_importRow->begin();
    showSelected();
}

void ModelsDialog::hideImport(const QString& what)
{
    m_importing = false;
    m_importRow->end();
    m_status->setText(what);
    showSelected();
}

void ModelsDialog::imported(const std::filesystem::path& folder, const QString& name)
{
    hideImport(tr("“%1” was imported.").arg(name));
    m_selectNext = folder;
    refresh();
}

void ModelsDialog::removeSelected()
{
    const KnownPackage* package = selected();
    if (!package || !package->removable)
        return;
    const std::filesystem::path folder = package->folder;
    const QString name = nameOf(*package);
    const bool agreed = m_parts.dialogs.confirm(
        this, tr("Remove model"),
        tr("Remove “%1”? Its folder is deleted:\n%2\n\nResults that were stored with it stay in "
           "the archive.")
            .arg(name, QString::fromStdString(folder.string())),
        tr("Remove"));
    if (!agreed)
        return;
    m_parts.tasks.run<Done>(
        TaskRunner::Pool::Io, this,
        [folder, models = m_parts.settings.modelsFolder()](const Progress&) {
            return removePackage(folder, models);
        },
        [this, name](Result<Done> removed) {
            m_status->setText(removed ? tr("“%1” was removed.").arg(name) : QString());
            refresh();
            if (!removed)
                m_parts.dialogs.showError(this, tr("Remove model"), errorText(removed.error()),
                                          errorDetails(removed.error()));
        });
}

} // namespace fovea
