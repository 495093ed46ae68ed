#include "app/catalogs/SiteNames.h"

#include "app/text/names.h"

#include <QCoreApplication>

#include <cstring>
#include <string>
#include <string_view>

namespace fovea {

namespace {

std::map<QByteArray, QString> bySource(const std::map<std::string, std::string>& names,
                                       std::string_view (*source)(std::string_view))
{
    std::map<QByteArray, QString> found;
    for (const auto& [id, name] : names) {
        const std::string_view english = source(id);
        if (!name.empty())
            found[QByteArray(english.data(), qsizetype(english.size()))] =
                QString::fromStdString(name);
    }
    return found;
}

} // namespace

SiteNames::SiteNames(QObject* parent)
    : QTranslator(parent)
{
    QCoreApplication::installTranslator(this); // Taken out by its destructor.
}

void SiteNames::setFindings(const std::map<std::string, std::string>& names)
{
    m_findings = bySource(names, englishFindingName);
}

void SiteNames::setAnatomies(const std::map<std::string, std::string>& names)
{
    m_anatomies = bySource(names, englishAnatomyName);
}

QString SiteNames::translate(const char* context, const char* sourceText, const char*, int) const
{
    const auto* names = std::strcmp(context, "fovea::Finding") == 0   ? &m_findings
                        : std::strcmp(context, "fovea::Anatomy") == 0 ? &m_anatomies
                                                                      : nullptr;
    if (names == nullptr)
        return {};
    const auto found =
        names->find(QByteArray::fromRawData(sourceText, qsizetype(qstrlen(sourceText))));
    return found == names->end() ? QString() : found->second;
}

} // namespace fovea
