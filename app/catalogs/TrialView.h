#pragma once

#include "app/work/promptTrial.h"

#include <QWidget>

class QLabel;
class QTreeWidget;

namespace fovea {

/// What a change of prompts would do to the archive: numbers side by side, and the studies that
/// change most, which a click opens.
class TrialView : public QWidget {
    Q_OBJECT

public:
    explicit TrialView(QWidget* parent = nullptr);

    void show(const PromptTrial& trial);
    void showText(const QString& text);

Q_SIGNALS:
    void seriesChosen(qint64 seriesId);

private:
    QLabel* m_summary;
    QTreeWidget* m_studies;
};

} // namespace fovea
