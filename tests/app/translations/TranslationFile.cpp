#include "tests/app/translations/TranslationFile.h"

#include <QFile>
#include <QXmlStreamReader>

namespace fovea {

namespace {

QString elementText(QXmlStreamReader& xml)
{
    return xml.readElementText(QXmlStreamReader::IncludeChildElements);
}

void readTranslation(QXmlStreamReader& xml, TranslationMessage& message)
{
    message.type = xml.attributes().value(QLatin1String("type")).toString();
    if (!message.numerus) {
        message.forms.append(elementText(xml));
        return;
    }
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("numerusform"))
            message.forms.append(elementText(xml));
        else
            xml.skipCurrentElement();
    }
}

TranslationMessage readMessage(QXmlStreamReader& xml, const QString& context)
{
    TranslationMessage message;
    message.context = context;
    message.numerus = xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes");
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("source"))
            message.source = elementText(xml);
        else if (xml.name() == QLatin1String("comment"))
            message.comment = elementText(xml);
        else if (xml.name() == QLatin1String("translation"))
            readTranslation(xml, message);
        else
            xml.skipCurrentElement();
    }
    return message;
}

void readContext(QXmlStreamReader& xml, std::vector<TranslationMessage>& messages)
{
    QString name;
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("name"))
            name = elementText(xml);
        else if (xml.name() == QLatin1String("message"))
            messages.push_back(readMessage(xml, name));
        else
            xml.skipCurrentElement();
    }
}

} // namespace

TranslationFile TranslationFile::parse(const QByteArray& bytes)
{
    TranslationFile file;
    QXmlStreamReader xml(bytes);
    if (xml.readNextStartElement() && xml.name() != QLatin1String("TS"))
        xml.raiseError(QStringLiteral("not a translation source"));
    file.language = xml.attributes().value(QLatin1String("language")).toString();
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("context"))
            readContext(xml, file.messages);
        else
            xml.skipCurrentElement();
    }
    if (xml.hasError())
        file.error = QStringLiteral("line %1: %2").arg(xml.lineNumber()).arg(xml.errorString());
    return file;
}

TranslationFile TranslationFile::read(const QString& path)
{
    QFile in(path);
    if (in.open(QIODevice::ReadOnly))
        return parse(in.readAll());
    TranslationFile file;
    file.error = path + QStringLiteral(": ") + in.errorString();
    return file;
}

} // namespace fovea
