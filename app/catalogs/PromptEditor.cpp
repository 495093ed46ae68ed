#include "app/catalogs/PromptEditor.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace fovea {

namespace {

/// The text encoder reads no more than 384 word pieces; a sentence of a report has far fewer.
constexpr qsizetype LongestPrompt = 500;

QPlainTextEdit* edit(const char* name, const QString& spoken, QWidget* parent)
{
    auto* made = new QPlainTextEdit(parent);
    made->setObjectName(QLatin1String(name));
    made->setAccessibleName(spoken);
    made->setTabChangesFocus(true);
    made->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    return made;
}

QString text(const std::vector<std::string>& lines)
{
    QStringList list;
    for (const std::string& line : lines)
        list << QString::fromStdString(line);
    return list.join(QLatin1Char('\n'));
}

std::vector<std::string> lines(const QPlainTextEdit& edit)
{
    std::vector<std::string> found;
    for (const QString& line : edit.toPlainText().split(QLatin1Char('\n'))) {
        if (!line.simplified().isEmpty())
            found.push_back(line.simplified().toStdString());
    }
    return found;
}

} // namespace

PromptEditor::PromptEditor(QWidget* parent)
    : QWidget(parent)
    , m_positive(edit("positivePrompts", tr("Prompts that say the finding is there"), this))
    , m_negative(edit("negativePrompts", tr("Prompts that say it is not there"), this))
    , m_problem(new QLabel(this))
{
    m_problem->setObjectName(QStringLiteral("promptProblem"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(new QLabel(tr("Says that it is there, one prompt a line:"), this));
    layout->addWidget(m_positive, 1);
    layout->addWidget(new QLabel(tr("Says that it is not there:"), this));
    layout->addWidget(m_negative, 1);
    layout->addWidget(m_problem);
    for (QPlainTextEdit* box : {m_positive, m_negative}) {
        connect(box, &QPlainTextEdit::textChanged, this, [this] {
            if (m_setting)
                return;
            showProblem();
            Q_EMIT edited();
        });
    }
}

void PromptEditor::setPrompts(const RegionPrompts& prompts)
{
    m_setting = true;
    m_anatomyId = prompts.anatomyId;
    m_positive->setPlainText(text(prompts.positive));
    m_negative->setPlainText(text(prompts.negative));
    m_setting = false;
    showProblem();
}

RegionPrompts PromptEditor::prompts() const
{
    return {m_anatomyId, lines(*m_positive), lines(*m_negative)};
}

QString PromptEditor::problem() const
{
    const RegionPrompts now = prompts();
    if (now.positive.empty())
        return tr("Write at least one prompt that says the finding is there.");
    if (now.negative.empty())
        return tr("Write at least one prompt that says it is not there.");
    for (const std::string& prompt : now.positive) {
        if (std::ranges::find(now.negative, prompt) != now.negative.end())
            return tr("“%1” stands on both sides.").arg(QString::fromStdString(prompt));
    }
    for (const auto* side : {&now.positive, &now.negative}) {
        for (const std::string& prompt : *side) {
            const QString line = QString::fromStdString(prompt);
            if (line.size() > LongestPrompt)
                return tr("“%1…” is longer than %2 characters.")
                    .arg(line.left(40))
                    .arg(LongestPrompt);
            if (std::ranges::none_of(line, [](QChar letter) { return letter.isLetterOrNumber(); }))
                return tr("“%1” has no words.").arg(line);
        }
    }
    return {};
}

void PromptEditor::showProblem()
{
    const QString text = problem();
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
}

} // namespace fovea
