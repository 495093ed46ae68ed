#pragma once

#include <string>

namespace fovea {

/// A DA value `days` earlier, across months and years; empty where it is no date between 1800 and
/// 2200. "2024.01.31", as ACR-NEMA wrote it, becomes a DA value of today's form.
std::string earlierDate(const std::string& date, int days);

/// A DT value likewise, without its offset from UTC; empty where it names no day.
std::string earlierDateTime(const std::string& dateTime, int days);

/// A TM value as it is, or empty where it is none: times of day are not shifted.
std::string checkedTime(const std::string& time);

} // namespace fovea
