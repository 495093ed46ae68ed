#include "app/Settings.h"

#include <QDir>
#include <QStandardPaths>

#include <algorithm>

namespace fovea {

namespace {

const QString Language = QStringLiteral("language");
const QString ThemeKey = QStringLiteral("theme");
const QString ArchiveFolder = QStringLiteral("archive/folder");
const QString ModelPackage = QStringLiteral("model/package");
const QString ModelsFolder = QStringLiteral("model/folder");
const QString HangingFolder = QStringLiteral("hanging/folder");
const QString HangsAutomatically = QStringLiteral("hanging/automatic");
const QString OverlayOpacity = QStringLiteral("view/overlayOpacity");
const QString LayoutKey = QStringLiteral("view/layout");
const QString TileStepKey = QStringLiteral("view/tileStep");
const QString ViewOrderKey = QStringLiteral("view/order");
const QString ShortcutsGroup = QStringLiteral("shortcuts");
const QString WindowOfModality = QStringLiteral("view/window/");
const QString VolumePresets = QStringLiteral("view/volumePresets");
const QString WindowGeometry = QStringLiteral("window/geometry");
const QString WindowState = QStringLiteral("window/state");
const QString SegmenterFolder = QStringLiteral("segment/network");
const QString ExternalSegmenterKey = QStringLiteral("segment/totalSegmentator");
constexpr const char* FastExternal = "fast";
constexpr const char* FullExternal = "full";
const QString LastFolder = QStringLiteral("dialogs/lastFolder");

QString toQString(const std::filesystem::path& path)
{
    return QString::fromStdString(path.string());
}

} // namespace

Settings::Settings()
    : m_settings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("Fovea"),
                 QStringLiteral("fovea"))
{
}

Settings::Settings(const QString& iniFile)
    : m_settings(iniFile, QSettings::IniFormat)
{
}

QString Settings::language() const
{
    return m_settings.value(Language).toString();
}

void Settings::setLanguage(const QString& language)
{
    m_settings.setValue(Language, language);
}

Settings::Theme Settings::theme() const
{
    return m_settings.value(ThemeKey).toString() == QLatin1String("light") ? Theme::Light
                                                                           : Theme::Dark;
}

void Settings::setTheme(Theme theme)
{
    m_settings.setValue(ThemeKey,
                        theme == Theme::Light ? QStringLiteral("light") : QStringLiteral("dark"));
}

std::filesystem::path Settings::archiveFolder() const
{
    const QString standard = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
                             QStringLiteral("/fovea/archive");
    return m_settings.value(ArchiveFolder, standard).toString().toStdString();
}

void Settings::setArchiveFolder(const std::filesystem::path& folder)
{
    m_settings.setValue(ArchiveFolder, toQString(folder));
}

std::filesystem::path Settings::modelPackage() const
{
    return m_settings.value(ModelPackage).toString().toStdString();
}

void Settings::setModelPackage(const std::filesystem::path& package)
{
    m_settings.setValue(ModelPackage, toQString(package));
}

std::filesystem::path Settings::modelsFolder() const
{
    const QString standard = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
                             QStringLiteral("/fovea/models");
    return m_settings.value(ModelsFolder, standard).toString().toStdString();
}

void Settings::setModelsFolder(const std::filesystem::path& folder)
{
    m_settings.setValue(ModelsFolder, toQString(folder));
}

std::filesystem::path Settings::hangingFolder() const
{
    const QString standard = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
                             QStringLiteral("/fovea/hanging");
    return m_settings.value(HangingFolder, standard).toString().toStdString();
}

void Settings::setHangingFolder(const std::filesystem::path& folder)
{
    m_settings.setValue(HangingFolder, toQString(folder));
}

bool Settings::hangsAutomatically() const
{
    return m_settings.value(HangsAutomatically, true).toBool();
}

void Settings::setHangsAutomatically(bool automatic)
{
    m_settings.setValue(HangsAutomatically, automatic);
}

double Settings::overlayOpacity() const
{
    return std::clamp(m_settings.value(OverlayOpacity, 0.35).toDouble(), 0.0, 1.0);
}

void Settings::setOverlayOpacity(double opacity)
{
    m_settings.setValue(OverlayOpacity, opacity);
}

QByteArray Settings::windowGeometry() const
{
    return m_settings.value(WindowGeometry).toByteArray();
}

void Settings::setWindowGeometry(const QByteArray& geometry)
{
    m_settings.setValue(WindowGeometry, geometry);
}

QByteArray Settings::windowState() const
{
    return m_settings.value(WindowState).toByteArray();
}

void Settings::setWindowState(const QByteArray& state)
{
    m_settings.setValue(WindowState, state);
}

QString Settings::layout() const
{
    return m_settings.value(LayoutKey).toString();
}

void Settings::setLayout(const QString& id)
{
    m_settings.setValue(LayoutKey, id);
}

int Settings::tileStep() const
{
    return std::max(1, m_settings.value(TileStepKey, 1).toInt());
}

void Settings::setTileStep(int slices)
{
    m_settings.setValue(TileStepKey, slices);
}

QString Settings::viewOrder() const
{
    // An INI file written by hand without quotes holds a list.
    return m_settings.value(ViewOrderKey).toStringList().join(QLatin1Char(','));
}

void Settings::setViewOrder(const QString& order)
{
    m_settings.setValue(ViewOrderKey, order);
}

QMap<QString, QString> Settings::shortcuts() const
{
    QMap<QString, QString> keys;
    m_settings.beginGroup(ShortcutsGroup);
    for (const QString& id : m_settings.childKeys())
        keys[id] = m_settings.value(id).toString();
    m_settings.endGroup();
    return keys;
}

void Settings::setShortcuts(const QMap<QString, QString>& keys)
{
    m_settings.remove(ShortcutsGroup);
    m_settings.beginGroup(ShortcutsGroup);
    for (auto key = keys.begin(); key != keys.end(); ++key)
        m_settings.setValue(key.key(), *key);
    m_settings.endGroup();
}

std::optional<std::pair<double, double>> Settings::windowOf(const QString& modality) const
{
    const QVariantList window = m_settings.value(WindowOfModality + modality).toList();
    if (window.size() != 2 || !(window[1].toDouble() >= 1))
        return std::nullopt;
    return std::pair(window[0].toDouble(), window[1].toDouble());
}

void Settings::setWindowOf(const QString& modality, const std::pair<double, double>& window)
{
    m_settings.setValue(WindowOfModality + modality, QVariantList{window.first, window.second});
}

QMap<QString, QString> Settings::volumePresets() const
{
    QMap<QString, QString> presets;
    // A name may hold what a key of QSettings must not, such as a slash.
    const QVariantMap stored = m_settings.value(VolumePresets).toMap();
    for (auto preset = stored.begin(); preset != stored.end(); ++preset)
        presets[preset.key()] = preset->toString();
    return presets;
}

void Settings::setVolumePresets(const QMap<QString, QString>& presets)
{
    QVariantMap stored;
    for (auto preset = presets.begin(); preset != presets.end(); ++preset)
        stored[preset.key()] = *preset;
    m_settings.setValue(VolumePresets, stored);
}

std::filesystem::path Settings::segmenterFolder() const
{
    return m_settings.value(SegmenterFolder).toString().toStdString();
}

void Settings::setSegmenterFolder(const std::filesystem::path& folder)
{
    m_settings.setValue(SegmenterFolder, toQString(folder));
}

ExternalUse Settings::externalSegmenter() const
{
    const QString use = m_settings.value(ExternalSegmenterKey).toString();
    if (use == QLatin1String(FastExternal))
        return ExternalUse::Fast;
    return use == QLatin1String(FullExternal) ? ExternalUse::Full : ExternalUse::No;
}

void Settings::setExternalSegmenter(ExternalUse use)
{
    if (use == ExternalUse::No)
        m_settings.remove(ExternalSegmenterKey);
    else
        m_settings.setValue(ExternalSegmenterKey,
                            QLatin1String(use == ExternalUse::Fast ? FastExternal : FullExternal));
}

QString Settings::lastFolder() const
{
    return m_settings.value(LastFolder, QDir::homePath()).toString();
}

void Settings::setLastFolder(const QString& folder)
{
    m_settings.setValue(LastFolder, folder);
}

} // namespace fovea
