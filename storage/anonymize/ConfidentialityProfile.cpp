#include "storage/anonymize/ConfidentialityProfile.h"

#include "AnonymizeTables.h"
#include <algorithm>
#include <sstream>

namespace fovea {

namespace {

/// Eight hexadecimal digits, x for any.
void readTag(const std::string& digits, ProfileRule& rule)
{
    for (const char digit : digits) {
        const bool any = digit == 'x';
        const int value = any ? 0 : digit <= '9' ? digit - '0' : digit - 'A' + 10;
        rule.tag = rule.tag << 4 | static_cast<std::uint32_t>(value);
        rule.mask = rule.mask << 4 | (any ? 0U : 0xFU);
    }
}

bool contains(const std::string& text, char c)
{
    return text.find(c) != std::string::npos;
}

ProfileRule ruleFrom(const std::string& line)
{
    std::istringstream cells(line);
    std::string group;
    std::string element;
    std::string options;
    ProfileRule rule;
    std::getline(cells, group, ',');
    std::getline(cells, element, ',');
    std::getline(cells, rule.code, ',');
    std::getline(cells, options, ',');
    std::getline(cells, rule.keyword, ',');
    readTag(group + element, rule);
    rule.removable = contains(rule.code, 'X');
    rule.emptiable = contains(rule.code, 'Z');
    rule.dummy = contains(rule.code, 'D');
    rule.uid = contains(rule.code, 'U');
    rule.patientCharacteristic = contains(options, 'P');
    rule.deviceIdentity = contains(options, 'E');
    rule.descriptor = contains(options, 'T');
    return rule;
}

bool repeats(const ProfileRule& rule)
{
    return rule.mask != 0xFFFFFFFFU;
}

} // namespace

ConfidentialityProfile::ConfidentialityProfile()
{
    std::istringstream lines(confidentialityProfileText);
    for (std::string line; std::getline(lines, line);) {
        if (!line.empty() && line.front() != '#')
            m_rules.push_back(ruleFrom(line));
    }
    const auto single = std::ranges::stable_partition(m_rules, repeats);
    m_repeating = m_rules.size() - single.size();
    std::ranges::sort(single, {}, &ProfileRule::tag);
}

const ProfileRule* ConfidentialityProfile::ruleOf(std::uint16_t group, std::uint16_t element) const
{
    const std::uint32_t tag = static_cast<std::uint32_t>(group) << 16 | element;
    const auto single = m_rules.begin() + static_cast<std::ptrdiff_t>(m_repeating);
    const auto found = std::ranges::lower_bound(single, m_rules.end(), tag, {}, &ProfileRule::tag);
    if (found != m_rules.end() && found->tag == tag)
        return &*found;
    const auto repeating = std::find_if(m_rules.begin(), single, [&](const ProfileRule& rule) {
        return (tag & rule.mask) == rule.tag;
    });
    return repeating == single ? nullptr : &*repeating;
}

} // namespace fovea
