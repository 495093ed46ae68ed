#pragma once

#include "app/segment/ExternalUse.h"

#include <QByteArray>
#include <QMap>
#include <QSettings>
#include <QString>

#include <filesystem>
#include <optional>
#include <utility>

namespace fovea {

/// The user's choices, typed, each with its default. Key strings exist only in Settings.cpp. Tests
/// hand in a file of their own.
class Settings {
public:
    enum class Theme { Dark, Light };

    /// The user's own settings file.
    Settings();
    explicit Settings(const QString& iniFile);

    /// "en", "de", "zh_CN"; empty: the system's.
    QString language() const;
    void setLanguage(const QString& language);

    Theme theme() const;
    void setTheme(Theme theme);

    /// The archive folder; default: the user's application data folder.
    std::filesystem::path archiveFolder() const;
    void setArchiveFolder(const std::filesystem::path& folder);

    /// Model package in use; empty: the bundled demo model.
    std::filesystem::path modelPackage() const;
    void setModelPackage(const std::filesystem::path& package);

    /// Where imported model packages are kept; default: the user's application data folder.
    std::filesystem::path modelsFolder() const;
    void setModelsFolder(const std::filesystem::path& folder);

    /// Where the user's own hanging protocols are kept; default: the user's application data
    /// folder.
    std::filesystem::path hangingFolder() const;
    void setHangingFolder(const std::filesystem::path& folder);
    /// Whether a series that is opened hangs by itself; default: yes.
    bool hangsAutomatically() const;
    void setHangsAutomatically(bool automatic);

    /// Share of the label colour over the grey image, 0 to 1.
    double overlayOpacity() const;
    void setOverlayOpacity(double opacity);

    QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray& geometry);
    QByteArray windowState() const;
    void setWindowState(const QByteArray& state);

    /// Id of the views' layout; empty: none chosen yet.
    QString layout() const;
    void setLayout(const QString& id);
    /// Which view stands in which pane, as orderText() writes it; empty: none chosen yet.
    QString viewOrder() const;
    void setViewOrder(const QString& order);

    /// Slices from one tile of a light box to the next; at least 1.
    int tileStep() const;
    void setTileStep(int slices);

    /// Keys that the user chose: object name of an action → its key (portable
    /// text; empty: none).
    QMap<QString, QString> shortcuts() const;
    /// Replaces all.
    void setShortcuts(const QMap<QString, QString>& keys);

    /// Window centre and width, HU, last used on series of this modality ("CT").
    std::optional<std::pair<double, double>> windowOf(const QString& modality) const;
    void setWindowOf(const QString& modality, const std::pair<double, double>& window);

    /// The user's own volume renderings: name → what lookToText() wrote.
    QMap<QString, QString> volumePresets() const;
    /// Replaces all.
    void setVolumePresets(const QMap<QString, QString>& presets);

    /// nnU-Net folder that studies were last segmented with; empty: none chosen yet.
    std::filesystem::path segmenterFolder() const;
    void setSegmenterFolder(const std::filesystem::path& folder);

    /// Whether TotalSegmentator of this computer is offered, and how it runs; default: no.
    ExternalUse externalSegmenter() const;
    void setExternalSegmenter(ExternalUse use);

    /// Last folder that a file dialog showed.
    QString lastFolder() const;
    void setLastFolder(const QString& folder);

private:
    mutable QSettings m_settings;
};

} // namespace fovea
