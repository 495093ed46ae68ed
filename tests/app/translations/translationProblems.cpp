#include "tests/app/translations/translationProblems.h"

#include <QRegularExpression>

#include <algorithm>

namespace fovea {

namespace {

/// Plural forms that lrelease expects of a language; 0 where this test does not know it.
int numerusForms(const QString& language)
{
    const QString code = language.section(QLatin1Char('_'), 0, 0);
    if (code == QLatin1String("zh"))
        return 1;
    return code == QLatin1String("de") ? 2 : 0;
}

QStringList placeMarkers(const QString& text)
{
    static const QRegularExpression marker(QStringLiteral("%L?(\\d{1,2}|n)"));
    QStringList markers;
    for (auto match = marker.globalMatch(text); match.hasNext();)
        markers.append(match.next().captured());
    markers.sort();
    return markers;
}

QString line(const TranslationMessage& message, const QString& problem)
{
    return QStringLiteral("%1: \"%2\": %3").arg(message.context, message.source, problem);
}

QString formProblem(const TranslationMessage& message, const QString& form)
{
    if (form.trimmed().isEmpty())
        return QStringLiteral("empty");
    if (placeMarkers(form) != placeMarkers(message.source))
        return QStringLiteral("other place markers in \"%1\"").arg(form);
    return {};
}

QStringList messageProblems(const TranslationMessage& message, int forms)
{
    QStringList problems;
    if (!message.type.isEmpty())
        problems << line(message, message.type);
    const int wanted = message.numerus ? forms : 1;
    if (message.forms.size() != wanted) {
        problems << line(message,
                         QStringLiteral("%1 forms of %2").arg(message.forms.size()).arg(wanted));
    }
    for (const QString& form : message.forms) {
        if (const QString problem = formProblem(message, form); !problem.isEmpty())
            problems << line(message, problem);
    }
    return problems;
}

} // namespace

QStringList translationProblems(const TranslationFile& file)
{
    if (!file.error.isEmpty())
        return {file.error};
    const int forms = numerusForms(file.language);
    if (forms == 0)
        return {QStringLiteral("unknown language \"%1\"").arg(file.language)};
    if (file.messages.empty())
        return {QStringLiteral("no texts")};
    QStringList problems;
    for (const TranslationMessage& message : file.messages)
        problems << messageProblems(message, forms);
    return problems;
}

QStringList missingTexts(const TranslationFile& wanted, const TranslationFile& file)
{
    QStringList missing;
    for (const TranslationMessage& message : wanted.messages) {
        const auto same = [&](const TranslationMessage& m) { return m.key() == message.key(); };
        if (std::ranges::none_of(file.messages, same))
            missing << line(message, QStringLiteral("missing"));
    }
    return missing;
}

} // namespace fovea
