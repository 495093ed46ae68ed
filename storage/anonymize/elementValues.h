#pragma once

#include "storage/DicomHeader.h"

#include <functional>
#include <string>
#include <vector>

// What DataSetCleaner asks of single elements and values. Internal to storage/.

namespace fovea {

/// "(0010,0010)", capitals.
std::string tagText(const DcmTagKey& tag);
/// DCMTK's name of a standard attribute; empty for a private or unknown one.
std::string keywordOf(const DcmTagKey& tag);
/// Whether DCMTK's dictionary, which is that of the standard, has it.
bool isStandardTag(const DcmTagKey& tag);

/// As the file has it, all values, without padding.
std::string valueText(DcmElement& element);
/// The values one by one, without padding; none of an element without value.
std::vector<std::string> valuesOf(DcmElement& element);
/// Every item of a sequence, in order, in linear time.
void forEachItem(DcmElement& sequence, const std::function<void(DcmItem&)>& visit);

bool isTimeVr(DcmEVR vr);   ///< DA, DT, TM
bool isNumberVr(DcmEVR vr); ///< Binary numbers and tags; not IS and DS.
bool isBinaryVr(DcmEVR vr); ///< Bytes, words, pixels.

/// Empty, or a decimal number in the characters of DS.
bool isNumber(const std::string& value);
/// Empty, or at most 16 of the characters of CS.
bool isCodedString(const std::string& value);
/// "045Y"
bool isAge(const std::string& value);
/// The element's values with "OTHER" for what isCodedString() refuses.
std::string codedStringsOnly(DcmElement& element);

/// A UID that the DICOM standard or a coding scheme of everybody's has given, and that is therefore
/// nobody's own.
bool isPublicUid(const std::string& uid);
/// The designator of a coding scheme whose codes are published (PS3.16 Annex 8), e.g. SCT.
bool isPublicScheme(const std::string& designator);

/// What stands for a removed value where one must be; empty where no text can.
std::string dummyFor(DcmEVR vr);

} // namespace fovea
