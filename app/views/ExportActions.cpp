#include "app/views/ExportActions.h"

#include "app/Dialogs.h"
#include "app/Settings.h"
#include "app/study/StudySession.h"
#include "app/text/errorText.h"
#include "app/views/ViewGrid.h"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QSaveFile>
#include <QToolBar>

namespace fovea {

Result<Done> writePng(const QImage& image, const QString& path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !image.save(&file, "PNG") || !file.commit())
        return makeError(ErrorCode::FileNotWritable, {path.toStdString()},
                         file.errorString().toStdString());
    return Done{};
}

ExportActions::ExportActions(const Places& places, QObject* parent)
    : QObject(parent)
    , m_places(places)
{
}

void ExportActions::fill(QMenu& menu, QToolBar& toolBar)
{
    menu.addSeparator();
    const auto add = [&](const QString& objectName, const QString& text, const QKeySequence& key) {
        QAction* action = menu.addAction(text);
        action->setObjectName(objectName);
        action->setShortcut(key);
        action->setEnabled(false);
        connect(&m_places.session, &StudySession::opening, action,
                [action] { action->setEnabled(false); });
        connect(&m_places.session, &StudySession::seriesShown, action,
                [action] { action->setEnabled(true); });
        return action;
    };
    QAction* copy = add(QStringLiteral("copyView"), tr("&Copy the view"), QKeySequence::Copy);
    connect(copy, &QAction::triggered, this, &ExportActions::copy);
    QAction* save = add(QStringLiteral("exportView"), tr("Save the view as a pict&ure…"),
                        QKeySequence(QStringLiteral("Ctrl+E")));
    connect(save, &QAction::triggered, this, &ExportActions::save);
    toolBar.addActions({copy, save});
}

void ExportActions::copy()
{
    QGuiApplication::clipboard()->setImage(m_places.views.picture());
    Q_EMIT left(m_places.session.series()->study.id);
    Q_EMIT done(tr("The %1 view is on the clipboard.").arg(viewName(m_places.views.active())));
}

void ExportActions::save()
{
    // Taken before the dialog covers it.
    const QImage image = m_places.views.picture();
    const QString name = QStringLiteral("fovea-%1.png").arg(viewId(m_places.views.active()));
    const auto path =
        m_places.dialogs.askSaveFile(&m_places.window, tr("Save the view as a picture"),
                                     QDir(m_places.settings.lastFolder()).filePath(name),
                                     tr("PNG pictures") + QStringLiteral(" (*.png)"));
    if (!path)
        return;
    m_places.settings.setLastFolder(QFileInfo(*path).absolutePath());
    m_places.tasks.run<Done>(
        TaskRunner::Pool::Io, this,
        [image, path = *path](const Progress&) { return writePng(image, path); },
        [this, path = *path, study = m_places.session.series()->study.id](Result<Done> written) {
            if (!written) {
                m_places.dialogs.showError(&m_places.window, tr("Save the view as a picture"),
                                           errorText(written.error()),
                                           errorDetails(written.error()));
                return;
            }
            Q_EMIT left(study);
            Q_EMIT done(tr("Saved: %1").arg(QDir::toNativeSeparators(path)));
        });
}

} // namespace fovea
