#pragma once

#include "storage/anonymize/Anonymization.h"

#include <QWidget>

class QLabel;
class QTabWidget;
class QTreeWidget;

namespace fovea {

/// What an anonymized export would change, attribute by attribute, and what it would leave out.
class AnonymizePreviewView : public QWidget {
    Q_OBJECT

public:
    explicit AnonymizePreviewView(QWidget* parent);

    void setPreview(const AnonymizePreview& preview);
    /// In place of a preview: why there is none, or that it is being made.
    void setProblem(const QString& text);

private:
    QTabWidget* m_tabs;
    QTreeWidget* m_changes;
    QTreeWidget* m_leftOut;
    QLabel* m_summary;
};

} // namespace fovea
