#include "app/ask/AskPanel.h"

#include "app/text/names.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace fovea {

namespace {
constexpr int AnatomyIdRole = Qt::UserRole + 1;
constexpr int MaxQuestionLength = 1000;
} // namespace

AskPanel::AskPanel(QWidget* parent)
    : QWidget(parent)
    , m_question(new QLineEdit(this))
    , m_ask(new QPushButton(tr("Ask"), this))
    , m_status(new QLabel(this))
    , m_matches(new QTreeWidget(this))
{
    m_question->setObjectName(QStringLiteral("question"));
    m_question->setPlaceholderText(tr("e.g. pleural effusion on the left"));
    m_question->setAccessibleName(tr("Question in plain words"));
    m_question->setClearButtonEnabled(true);
    m_question->setMaxLength(MaxQuestionLength);
    m_ask->setObjectName(QStringLiteral("ask"));
    m_status->setObjectName(QStringLiteral("askStatus"));
    m_status->setWordWrap(true);
    m_status->setTextFormat(Qt::PlainText);
    m_matches->setObjectName(QStringLiteral("matches"));
    m_matches->setAccessibleName(tr("Regions ranked against the question"));
    m_matches->setHeaderLabels({tr("#"), tr("Region"), tr("Similarity")});
    m_matches->setRootIsDecorated(false);
    m_matches->setUniformRowHeights(true);
    m_matches->header()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_matches->header()->setStretchLastSection(false);
    m_matches->header()->resizeSection(0, 32);
    m_matches->header()->resizeSection(2, 90);

    auto* line = new QHBoxLayout;
    line->addWidget(m_question, 1);
    line->addWidget(m_ask);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addLayout(line);
    layout->addWidget(m_status);
    layout->addWidget(m_matches, 1);

    connect(m_question, &QLineEdit::returnPressed, this, &AskPanel::submit);
    connect(m_ask, &QPushButton::clicked, this, &AskPanel::submit);
    const auto choose = [this](QTreeWidgetItem* item) {
        Q_EMIT anatomyChosen(item->data(0, AnatomyIdRole).toString());
    };
    connect(m_matches, &QTreeWidget::itemClicked, this, choose);
    connect(m_matches, &QTreeWidget::itemActivated, this, choose);
    clearMatches();
    updateEnabled();
}

void AskPanel::setReady(bool ready)
{
    m_ready = ready;
    updateEnabled();
}

void AskPanel::setBusy(bool busy)
{
    m_busy = busy;
    updateEnabled();
}

void AskPanel::updateEnabled()
{
    m_question->setEnabled(m_ready);
    m_ask->setEnabled(m_ready && !m_busy);
}

void AskPanel::submit()
{
    if (m_ready && !m_busy)
        Q_EMIT asked(m_question->text().trimmed());
}

void AskPanel::setMatches(const QString& question, const std::vector<RegionMatch>& matches)
{
    m_matches->clear();
    int rank = 1;
    for (const RegionMatch& match : matches) {
        auto* item = new QTreeWidgetItem({QString::number(rank++), anatomyName(match.anatomyId),
                                          QString::number(match.cosine, 'f', 3)});
        item->setData(0, AnatomyIdRole, QString::fromStdString(match.anatomyId));
        item->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
        m_matches->addTopLevelItem(item);
    }
    m_status->setText(
        tr("Regions of this study by similarity with “%1”. The order means something; "
           "the number is not a probability.")
            .arg(question));
}

void AskPanel::clearMatches()
{
    m_matches->clear();
    m_status->setText(tr("Ask in plain words; the study's regions are ranked against the text."));
}

void AskPanel::showProblem(const QString& text)
{
    m_matches->clear();
    m_status->setText(text);
}

void AskPanel::focusQuestion()
{
    m_question->setFocus(Qt::ShortcutFocusReason);
    m_question->selectAll();
}

} // namespace fovea
