#include "app/StatusLine.h"

#include "viewer/viewerTexts.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStatusBar>

namespace fovea {

StatusLine::StatusLine(QStatusBar& bar)
    : QObject(&bar)
    , m_hover(new QLabel(&bar))
    , m_notesLabel(new QLabel(&bar))
    , m_busyText(new QLabel(&bar))
    , m_busy(new QProgressBar(&bar))
    , m_cancel(new QPushButton(tr("Cancel"), &bar))
    , m_model(new QLabel(tr("Model: loading…"), &bar))
{
    m_hover->setObjectName(QStringLiteral("hover"));
    m_hover->setTextFormat(Qt::PlainText);
    m_busyText->setObjectName(QStringLiteral("busyText"));
    m_busy->setObjectName(QStringLiteral("busy"));
    m_busy->setRange(0, 1000);
    m_busy->setMaximumWidth(160);
    m_cancel->setObjectName(QStringLiteral("cancelBusy"));
    connect(m_cancel, &QPushButton::clicked, this, &StatusLine::cancelRequested);
    m_notesLabel->setObjectName(QStringLiteral("notes"));
    m_notesLabel->setProperty("alarming", true);
    m_model->setObjectName(QStringLiteral("modelStatus"));
    m_model->setTextFormat(Qt::PlainText);
    auto* research = new QLabel(tr("Research software – not a medical device"), &bar);
    research->setObjectName(QStringLiteral("researchNotice"));
    bar.addWidget(m_hover, 1);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_notesLabel, m_busyText, m_busy,
                                                           m_cancel, m_model, research})
        bar.addPermanentWidget(widget);
    showIdle();
    clearNotes();
}

void StatusLine::showProbe(const SliceProbe& probe)
{
    QStringList parts{patientPositionText(probe.positionMm)};
    if (probe.hu)
        parts << tr("%1 HU").arg(*probe.hu);
    if (!probe.structureName.isEmpty())
        parts << probe.structureName;
    m_hover->setText(parts.join(QStringLiteral("   ")));
}

void StatusLine::clearProbe()
{
    m_hover->clear();
}

void StatusLine::showBusy(const QString& what, bool cancellable)
{
    m_busyText->setText(what);
    m_busyText->show();
    m_busy->setValue(0);
    m_busy->show();
    m_cancel->setVisible(cancellable);
}

void StatusLine::setProgress(double fraction)
{
    m_busy->setValue(int(fraction * 1000));
}

void StatusLine::showIdle()
{
    m_busyText->hide();
    m_busy->hide();
    m_cancel->hide();
}

bool StatusLine::isBusy() const
{
    return !m_busy->isHidden();
}

bool StatusLine::isShowing(const QString& what) const
{
    return isBusy() && m_busyText->text() == what;
}

void StatusLine::addNotes(const QStringList& notes)
{
    m_notes << notes;
    if (m_notes.isEmpty())
        return;
    m_notesLabel->setText(QStringLiteral("⚠ ") +
                          (m_notes.size() == 1
                               ? m_notes.first()
                               : tr("%n note(s) on this study", nullptr, int(m_notes.size()))));
    m_notesLabel->setToolTip(m_notes.join(QLatin1Char('\n')));
    m_notesLabel->show();
}

void StatusLine::clearNotes()
{
    m_notes.clear();
    m_notesLabel->hide();
}

void StatusLine::showModel(const ModelInfo& info)
{
    m_model->setText(QStringLiteral("%1 · %2").arg(QString::fromStdString(info.name),
                                                   QString::fromStdString(info.device)));
}

void StatusLine::showNoModel()
{
    m_model->setText(tr("No model"));
}

} // namespace fovea
