#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace fovea {

/// What DICOM PS3.15 Table E.1-1 asks for one attribute.
struct ProfileRule {
    std::uint32_t tag = 0;  ///< Group in the upper 16 bits.
    std::uint32_t mask = 0; ///< Bits of the tag that count: 50xx and 60xx are repeating groups.
    bool removable = false; ///< X, alone or as one of several choices.
    bool emptiable = false; ///< Z, likewise.
    bool dummy = false;     ///< D, likewise.
    bool uid = false;       ///< U, likewise (U*: the UIDs in a sequence).
    bool patientCharacteristic = false; ///< Kept by Retain Patient Characteristics.
    bool deviceIdentity = false;        ///< Kept by Retain Device Identity.
    bool descriptor = false;            ///< May be cleaned by Clean Descriptors.
    std::string code;                   ///< As the table has it, e.g. "X/Z/D".
    std::string keyword;                ///< e.g. "PatientName".
};

/// The Basic Application Level Confidentiality Profile (profile.csv: the table of edition 2024b).
/// Of the columns of options it has those that Anonymizer offers, and of these less than the
/// standard allows where what may be kept could say who somebody is. Immutable, copyable.
class ConfidentialityProfile {
public:
    ConfidentialityProfile();

    static const char* edition() { return "PS3.15 2024b"; }
    const std::vector<ProfileRule>& rules() const { return m_rules; }
    /// Null for an attribute that the table does not name.
    const ProfileRule* ruleOf(std::uint16_t group, std::uint16_t element) const;

private:
    std::vector<ProfileRule> m_rules; ///< By tag; those of repeating groups first.
    std::size_t m_repeating = 0;      ///< How many of repeating groups there are.
};

} // namespace fovea
