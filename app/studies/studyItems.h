#pragma once

#include "storage/SearchRecords.h"
#include "storage/StudyList.h"

#include <QTreeWidgetItem>

#include <vector>

namespace fovea {

/// The study's row in the archive is the item's data of this role, in the first column; whether it
/// is read is that of the next one.
constexpr int StudyIdRole = Qt::UserRole + 2;
constexpr int StudyReadRole = Qt::UserRole + 3;

/// The rows of one study and of its series, whose ids are StudyTree::SeriesIdRole. Unread studies
/// are bold; tags, note and the searches that marked it stand behind the date.
QTreeWidgetItem* studyItem(const ListedStudy& listed, const std::vector<SearchMark>& marks);

} // namespace fovea
