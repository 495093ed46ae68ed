#include "app/SettingsDialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace fovea {

namespace {

QString toQString(const std::filesystem::path& path)
{
    return QString::fromStdString(path.string());
}

} // namespace

SettingsDialog::SettingsDialog(Settings& settings, Dialogs& dialogs, QWidget* parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_dialogs(dialogs)
    , m_language(new QComboBox(this))
    , m_theme(new QComboBox(this))
    , m_archive(new QLineEdit(toQString(settings.archiveFolder()), this))
    , m_model(new QLineEdit(toQString(settings.modelPackage()), this))
    , m_external(new QComboBox(this))
{
    setWindowTitle(tr("Settings"));
    m_language->setObjectName(QStringLiteral("language"));
    m_language->addItem(tr("System language"), QString());
    // Languages are written in themselves, so that they can be found from any other.
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_language->addItem(QStringLiteral("Deutsch"), QStringLiteral("de"));
    m_language->addItem(QStringLiteral("简体中文"), QStringLiteral("zh_CN"));
    m_language->setCurrentIndex(std::max(0, m_language->findData(settings.language())));
    m_theme->setObjectName(QStringLiteral("theme"));
    m_theme->addItem(tr("Dark"), int(Settings::Theme::Dark));
    m_theme->addItem(tr("Light"), int(Settings::Theme::Light));
    m_theme->setCurrentIndex(m_theme->findData(int(settings.theme())));
    m_archive->setObjectName(QStringLiteral("archiveFolder"));
    m_model->setObjectName(QStringLiteral("modelPackage"));
    m_model->setPlaceholderText(tr("The bundled demo model"));

    m_external->setObjectName(QStringLiteral("externalSegmenter"));
    m_external->addItem(tr("Not used"), int(ExternalUse::No));
    m_external->addItem(tr("Offered at 3 mm (--fast)"), int(ExternalUse::Fast));
    m_external->addItem(tr("Offered at 1.5 mm"), int(ExternalUse::Full));
    m_external->setCurrentIndex(m_external->findData(int(settings.externalSegmenter())));
    m_external->setToolTip(
        tr("The program “TotalSegmentator” on the PATH of this computer. It gets "
           "the images without anything of the patient."));

    auto* form = new QFormLayout;
    form->addRow(tr("Language"), m_language);
    form->addRow(tr("Theme"), m_theme);
    addFolderRow(*form, tr("Archive folder"), *m_archive);
    addFolderRow(*form, tr("Model package"), *m_model);
    form->addRow(tr("TotalSegmentator"), m_external);
    auto* note = new QLabel(
        tr("Language and archive folder take effect when Fovea is started again."), this);
    note->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &SettingsDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &SettingsDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(note);
    layout->addWidget(buttons);
    resize(560, sizeHint().height());
}

void SettingsDialog::addFolderRow(QFormLayout& form, const QString& label, QLineEdit& edit)
{
    auto* browse = new QPushButton(tr("Browse…"), this);
    auto* row = new QHBoxLayout;
    row->addWidget(&edit, 1);
    row->addWidget(browse);
    form.addRow(label, row);
    connect(browse, &QPushButton::clicked, this, [this, label, &edit] {
        if (const auto folder = m_dialogs.askFolder(this, label, edit.text()))
            edit.setText(*folder);
    });
}

void SettingsDialog::accept()
{
    m_settings.setLanguage(m_language->currentData().toString());
    m_settings.setTheme(Settings::Theme(m_theme->currentData().toInt()));
    if (!m_archive->text().trimmed().isEmpty())
        m_settings.setArchiveFolder(m_archive->text().trimmed().toStdString());
    m_settings.setModelPackage(m_model->text().trimmed().toStdString());
    m_settings.setExternalSegmenter(ExternalUse(m_external->currentData().toInt()));
    QDialog::accept();
}

} // namespace fovea
