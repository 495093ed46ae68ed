#include "app/findings/ReportDialog.h"

#include "app/text/errorText.h"
#include "storage/AtomicFile.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace fovea {

ReportDialog::ReportDialog(const QString& draft, TaskRunner& tasks, Dialogs& dialogs,
                           QWidget* parent)
    : QDialog(parent)
    , m_tasks(tasks)
    , m_dialogs(dialogs)
    , m_text(new QPlainTextEdit(draft, this))
    , m_status(new QLabel(this))
{
    setObjectName(QStringLiteral("reportDialog"));
    setWindowTitle(tr("Report draft"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_text->setObjectName(QStringLiteral("reportText"));
    m_text->setAccessibleName(tr("Report draft"));
    m_status->setObjectName(QStringLiteral("reportStatus"));
    m_status->setWordWrap(true);

    auto* buttons = new QDialogButtonBox(this);
    const auto add = [&](const char* name, const QString& text, QDialogButtonBox::ButtonRole role,
                         auto run) {
        QPushButton* button = buttons->addButton(text, role);
        button->setObjectName(QLatin1String(name));
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, run);
    };
    add("reportCopy", tr("&Copy all"), QDialogButtonBox::ActionRole, &ReportDialog::copy);
    add("reportSave", tr("&Save as text…"), QDialogButtonBox::ActionRole, &ReportDialog::save);
    add("reportAsk", tr("&Find regions like the selected text"), QDialogButtonBox::ActionRole,
        [this] { Q_EMIT asked(m_text->textCursor().selectedText().simplified()); });
    auto* ask = findChild<QPushButton*>(QStringLiteral("reportAsk"));
    ask->setEnabled(false);
    connect(m_text, &QPlainTextEdit::copyAvailable, ask, &QWidget::setEnabled);
    add("reportClose", tr("Close"), QDialogButtonBox::RejectRole, &QDialog::close);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_status);
    layout->addWidget(buttons);
    resize(620, 460);
}

void ReportDialog::copy()
{
    QGuiApplication::clipboard()->setText(m_text->toPlainText());
    m_status->setText(tr("Copied."));
    Q_EMIT left();
}

void ReportDialog::save()
{
    // No patient's name in a file's name.
    const auto path =
        m_dialogs.askSaveFile(this, tr("Save the report draft"), QStringLiteral("report.txt"),
                              tr("Text") + QStringLiteral(" (*.txt)"));
    if (!path)
        return;
    m_tasks.run<Done>(
        TaskRunner::Pool::Save, this,
        [file = std::filesystem::path(path->toStdString()),
         text = m_text->toPlainText().toStdString()](const Progress&) {
            return writeFileAtomically(file, text);
        },
        [this](Result<Done> written) {
            m_status->setText(written ? tr("Saved.") : errorText(written.error()));
            if (written)
                Q_EMIT left();
        });
}

} // namespace fovea
