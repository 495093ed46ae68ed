#include "app/models/ImportRow.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>

namespace fovea {

ImportRow::ImportRow(const char* progressName, const char* cancelName, QWidget* parent)
    : QWidget(parent)
    , m_progress(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("&Cancel import"), this))
{
    m_progress->setObjectName(QLatin1String(progressName));
    m_progress->setAccessibleName(tr("Progress of the import"));
    m_progress->setRange(0, 100);
    m_cancel->setObjectName(QLatin1String(cancelName));
    m_cancel->setAutoDefault(false);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_cancel->setEnabled(false);
        Q_EMIT cancelRequested();
    });
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->addWidget(m_progress, 1);
    row->addWidget(m_cancel);
    hide();
}

void ImportRow::begin()
{
    m_progress->setValue(0);
    m_cancel->setEnabled(true);
    show();
}

void ImportRow::report(double fraction)
{
    m_progress->setValue(static_cast<int>(fraction * 100));
}

} // namespace fovea
