#pragma once

#include <QString>
#include <QTranslator>

#include <map>
#include <utility>

namespace fovea {

/// What a site calls findings and anatomies, before every other language: anatomyName() and
/// findingName() ask for a translation, and this one is asked first. Works while it lives.
class SiteNames : public QTranslator {
    Q_OBJECT

public:
    explicit SiteNames(QObject* parent = nullptr);

    /// Names by id; an empty one is none.
    void setFindings(const std::map<std::string, std::string>& names);
    void setAnatomies(const std::map<std::string, std::string>& names);

    bool isEmpty() const override { return false; }
    QString translate(const char* context, const char* sourceText, const char* disambiguation,
                      int n) const override;

private:
    std::map<QByteArray, QString> m_findings;  ///< By what names.cpp calls them in English.
    std::map<QByteArray, QString> m_anatomies; ///< Likewise.
};

} // namespace fovea
