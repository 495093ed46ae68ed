#pragma once

#include "storage/StudyNotes.h"

#include <QDialog>

class QLineEdit;
class QPlainTextEdit;

namespace fovea {

/// Tags and note of one study.
class StudyNoteDialog : public QDialog {
    Q_OBJECT

public:
    /// `study`: for people. `known`: tags that other studies have.
    StudyNoteDialog(const QString& study, const StudyNote& note, const std::vector<TagCount>& known,
                    QWidget* parent = nullptr);

    /// As it was given, with what was typed.
    StudyNote note() const;

private:
    void addTag(const QString& tag);

    StudyNote m_note;
    QLineEdit* m_tags;
    QPlainTextEdit* m_text;
};

} // namespace fovea
