#pragma once

#include "storage/StudyList.h"

#include <QWidget>

class QComboBox;

namespace fovea {

/// Which studies the list shows beside its search, and in which order.
class StudyFilterBar : public QWidget {
    Q_OBJECT

public:
    explicit StudyFilterBar(QWidget* parent = nullptr);

    /// Sets filter and order of `query`; its text stays.
    void apply(StudyListQuery& query) const;
    bool listsAll() const;
    /// What there is to choose from. A tag that is chosen and has gone gives way to all studies,
    /// which is said by changed().
    void setChoices(const std::vector<TagCount>& tags, std::size_t unread);

Q_SIGNALS:
    void changed();

private:
    QComboBox* m_filter;
    QComboBox* m_order;
};

} // namespace fovea
