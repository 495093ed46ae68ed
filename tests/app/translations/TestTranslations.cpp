#include "tests/app/translations/TranslationFile.h"
#include "tests/app/translations/sourceTexts.h"
#include "tests/app/translations/translationProblems.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <array>
#include <gtest/gtest.h>

namespace fovea {
namespace {

constexpr std::array languages{"de", "zh_CN"};

QString committedPath(const char* language)
{
    return QStringLiteral(FOVEA_SOURCE_DIR "/translations/fovea_%1.ts")
        .arg(QString::fromLatin1(language));
}

std::string text(const QStringList& lines)
{
    return lines.join(QLatin1Char('\n')).toStdString();
}

QString lupdate()
{
#ifdef FOVEA_LUPDATE
    return QStringLiteral(FOVEA_LUPDATE);
#else
    return {};
#endif
}

class Translation : public testing::TestWithParam<const char*> {};

TEST_P(Translation, IsFinished)
{
    const auto file = TranslationFile::read(committedPath(GetParam()));
    EXPECT_EQ(file.language, QString::fromLatin1(GetParam()));
    EXPECT_EQ(text(translationProblems(file)), "");
}

TEST_P(Translation, HasEveryTextOfTheSources)
{
    if (lupdate().isEmpty())
        GTEST_SKIP() << "lupdate is not installed";
    const QString path = committedPath(GetParam());
    const auto sources = sourceTexts(lupdate(), QStringLiteral(FOVEA_SOURCE_DIR), path);
    ASSERT_EQ(sources.error.toStdString(), "");
    EXPECT_FALSE(sources.messages.empty());
    EXPECT_EQ(text(missingTexts(sources, TranslationFile::read(path))), "")
        << "Run packaging/update-translations, then translate what is unfinished.";
}

INSTANTIATE_TEST_SUITE_P(Languages, Translation, testing::ValuesIn(languages),
                         [](const auto& info) { return std::string(info.param); });

TEST(Translations, HaveTheSameTexts)
{
    const auto first = TranslationFile::read(committedPath(languages.front()));
    for (const char* language : languages) {
        const auto other = TranslationFile::read(committedPath(language));
        EXPECT_EQ(text(missingTexts(first, other)), "") << "in " << language;
        EXPECT_EQ(text(missingTexts(other, first)), "") << "in " << languages.front();
    }
}

// That the checks above would notice.

/// A German file of one message, whose elements are `message`.
TranslationFile german(const QByteArray& message, const QByteArray& attributes = {})
{
    return TranslationFile::parse(
        R"(<?xml version="1.0"?><!DOCTYPE TS><TS version="2.1" language="de"><context>)"
        "<name>Panel</name><message" +
        attributes + ">" + message + "</message></context></TS>");
}

std::string problems(const QByteArray& message, const QByteArray& attributes = {})
{
    return text(translationProblems(german(message, attributes)));
}

TEST(TranslationProblems, NoneWhereAllIsWell)
{
    EXPECT_EQ(problems("<source>%1 of %2</source><translation>%2: %1</translation>"), "");
    EXPECT_EQ(problems("<source>%n file(s)</source><translation><numerusform>%n Datei"
                       "</numerusform><numerusform>%n Dateien</numerusform></translation>",
                       " numerus=\"yes\""),
              "");
}

TEST(TranslationProblems, Unfinished)
{
    EXPECT_EQ(problems("<source>File</source><translation type=\"unfinished\">Datei</translation>"),
              "Panel: \"File\": unfinished");
    EXPECT_EQ(problems("<source>File</source><translation type=\"unfinished\"></translation>"),
              "Panel: \"File\": unfinished\nPanel: \"File\": empty");
}

TEST(TranslationProblems, Empty)
{
    EXPECT_EQ(problems("<source>File</source><translation></translation>"),
              "Panel: \"File\": empty");
    EXPECT_EQ(problems("<source>File</source>"), "Panel: \"File\": 0 forms of 1");
}

TEST(TranslationProblems, OtherPlaceMarkers)
{
    EXPECT_EQ(problems("<source>%1 of %2</source><translation>%1 von %1</translation>"),
              "Panel: \"%1 of %2\": other place markers in \"%1 von %1\"");
    EXPECT_EQ(problems("<source>%n file(s)</source><translation><numerusform>Eine Datei"
                       "</numerusform><numerusform>%n Dateien</numerusform></translation>",
                       " numerus=\"yes\""),
              "Panel: \"%n file(s)\": other place markers in \"Eine Datei\"");
}

TEST(TranslationProblems, PluralFormIsMissing)
{
    EXPECT_EQ(problems("<source>%n file(s)</source><translation><numerusform>%n Datei"
                       "</numerusform></translation>",
                       " numerus=\"yes\""),
              "Panel: \"%n file(s)\": 1 forms of 2");
}

TEST(TranslationProblems, NotATranslationFile)
{
    EXPECT_NE(text(translationProblems(TranslationFile::parse("<html/>"))), "");
    EXPECT_NE(text(translationProblems(TranslationFile::parse("<TS language=\"de\"><context>"))),
              "");
    EXPECT_NE(text(translationProblems(TranslationFile::parse("<TS language=\"de\"/>"))), "");
    EXPECT_NE(text(translationProblems(TranslationFile::parse("<TS/>"))), "");
    EXPECT_NE(text(translationProblems(TranslationFile::read(committedPath("none")))), "");
}

TEST(MissingTexts, AreToldByContextSourceCommentAndNumerus)
{
    const auto file = german("<source>File</source><translation>Datei</translation>");
    EXPECT_EQ(text(missingTexts(file, file)), "");
    EXPECT_EQ(text(missingTexts(file, {})), "Panel: \"File\": missing");
    EXPECT_FALSE(missingTexts(german("<source>Files</source>"), file).isEmpty());
    EXPECT_FALSE(
        missingTexts(german("<source>File</source><comment>menu</comment>"), file).isEmpty());
    EXPECT_FALSE(missingTexts(german("<source>File</source>", " numerus=\"yes\""), file).isEmpty());
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile out(path);
    ASSERT_TRUE(out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size());
}

TEST(MissingTexts, NewInTheSources)
{
    if (lupdate().isEmpty())
        GTEST_SKIP() << "lupdate is not installed";
    const QTemporaryDir root;
    ASSERT_TRUE(QDir(root.path()).mkdir(QStringLiteral("app")));
    ASSERT_TRUE(QDir(root.path()).mkdir(QStringLiteral("viewer")));
    write(root.filePath(QStringLiteral("app/Panel.cpp")),
          "void Panel::show() { setText(Panel::tr(\"File\")); }\n"
          "void Panel::hide() { setText(Panel::tr(\"Never seen\")); }\n");
    const QString committed = root.filePath(QStringLiteral("fovea_de.ts"));
    const QByteArray known =
        R"(<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS><TS version="2.1" language="de">)"
        "<context><name>Panel</name><message><source>File</source>"
        "<translation>Datei</translation></message></context></TS>";
    write(committed, known);

    const auto sources = sourceTexts(lupdate(), root.path(), committed);
    ASSERT_EQ(sources.error.toStdString(), "");
    EXPECT_EQ(text(missingTexts(sources, TranslationFile::read(committed))),
              "Panel: \"Never seen\": missing");
    QFile untouched(committed);
    ASSERT_TRUE(untouched.open(QIODevice::ReadOnly));
    EXPECT_EQ(untouched.readAll(), known);
}

} // namespace
} // namespace fovea
