#include "storage/anonymize/shiftedTime.h"

#include <algorithm>
#include <chrono>
#include <cstdio>

namespace fovea {

namespace {

bool areDigits(const std::string& text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

std::string earlierDate(const std::string& date, int days)
{
    std::string digits = date;
    if (date.size() == 10 && date[4] == '.' && date[7] == '.')
        digits = date.substr(0, 4) + date.substr(5, 2) + date.substr(8, 2);
    if (digits.size() != 8 || !areDigits(digits))
        return {};
    const std::chrono::year_month_day day(
        std::chrono::year(std::stoi(digits.substr(0, 4))),
        std::chrono::month(static_cast<unsigned>(std::stoi(digits.substr(4, 2)))),
        std::chrono::day(static_cast<unsigned>(std::stoi(digits.substr(6, 2)))));
    if (!day.ok() || static_cast<int>(day.year()) < 1800 || static_cast<int>(day.year()) > 2200)
        return {};
    const std::chrono::year_month_day earlier(std::chrono::sys_days(day) - std::chrono::days(days));
    char text[16];
    std::snprintf(text, sizeof text, "%04d%02u%02u", static_cast<int>(earlier.year()),
                  static_cast<unsigned>(earlier.month()), static_cast<unsigned>(earlier.day()));
    return text;
}

std::string earlierDateTime(const std::string& dateTime, int days)
{
    const std::string local = dateTime.substr(0, dateTime.find_first_of("+-"));
    const std::string date = earlierDate(local.substr(0, 8), days);
    const std::string time = local.size() > 8 ? local.substr(8) : std::string();
    if (date.empty() || (!time.empty() && checkedTime(time).empty()))
        return {};
    return date + time;
}

std::string checkedTime(const std::string& time)
{
    const bool plausible =
        !time.empty() && time.size() <= 16 && std::ranges::all_of(time, [](char c) {
            return (c >= '0' && c <= '9') || c == '.' || c == ':';
        });
    return plausible ? time : std::string();
}

} // namespace fovea
