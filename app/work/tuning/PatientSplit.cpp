#include "app/work/tuning/PatientSplit.h"

#include "app/work/siteFile.h"
#include "model/phantom/CounterRandom.h"
#include "storage/ContentHash.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <random>
#include <stdexcept>
#include <utility>

namespace fovea {

namespace {

constexpr std::array SplitIds{"training", "validation", "test"};

std::size_t indexOf(TuningSplit split)
{
    return static_cast<std::size_t>(split);
}

TuningSplit splitNamed(const std::string& id)
{
    const auto found = std::ranges::find(SplitIds, id);
    if (found == SplitIds.end())
        throw std::invalid_argument("unknown split");
    return static_cast<TuningSplit>(found - SplitIds.begin());
}

std::string hashed(const std::vector<std::string>& parts)
{
    ContentHash hash;
    for (const std::string& part : parts)
        hash.add(std::to_string(part.size()) + ':' + part);
    return hash.hex();
}

/// How many patients each split still lacks of something; below 0 where it has too many.
using Lack = std::array<double, TuningSplits>;

/// Deals by how much each split lacks.
class Dealer {
public:
    Dealer(PatientSplit& split, const std::vector<SplitPatient>& patients)
        : m_split(split)
    {
        for (const SplitPatient& patient : patients) {
            expect(m_all);
            for (const std::string& label : patient.labels)
                expect(m_labels[label]);
            const auto known = split.patients.find(patient.key);
            if (known != split.patients.end())
                take(patient, known->second);
            else
                m_waiting.emplace(order(patient.key), &patient);
        }
    }

    void deal()
    {
        while (const std::optional<std::string> label = rarest())
            dealWith(*label);
        for (const auto& [order, patient] : m_waiting)
            give(*patient, m_all);
    }

private:
    /// Patients wait in an order that the seed shuffles and that does not depend on the others.
    using Order = std::pair<std::uint64_t, std::string>;
    Order order(const std::string& key) const
    {
        return {CounterRandom(m_split.seed, key).next(), key};
    }

    void expect(Lack& lack) const
    {
        for (std::size_t s = 0; s < TuningSplits; ++s)
            lack[s] += m_split.shares[s];
    }
    void take(const SplitPatient& patient, TuningSplit split)
    {
        m_all[indexOf(split)] -= 1.0;
        for (const std::string& label : patient.labels)
            m_labels[label][indexOf(split)] -= 1.0;
    }
    void give(const SplitPatient& patient, const Lack& lack)
    {
        std::size_t most = 0;
        for (std::size_t s = 1; s < TuningSplits; ++s) {
            const double more = lack[s] - lack[most];
            if (more > 1e-9 || (more > -1e-9 && m_all[s] > m_all[most] + 1e-9))
                most = s;
        }
        const auto split = static_cast<TuningSplit>(most);
        m_split.patients[patient.key] = split;
        take(patient, split);
    }
    /// The label that the fewest waiting patients have.
    std::optional<std::string> rarest() const
    {
        std::map<std::string, int> counts;
        for (const auto& [order, patient] : m_waiting) {
            for (const std::string& label : patient->labels)
                ++counts[label];
        }
        if (counts.empty())
            return std::nullopt;
        return std::ranges::min_element(counts, {}, [](const auto& one) { return one.second; })
            ->first;
    }
    void dealWith(const std::string& label)
    {
        for (auto waiting = m_waiting.begin(); waiting != m_waiting.end();) {
            const SplitPatient& patient = *waiting->second;
            if (!patient.labels.contains(label)) {
                ++waiting;
                continue;
            }
            give(patient, m_labels[label]);
            waiting = m_waiting.erase(waiting);
        }
    }

    PatientSplit& m_split;
    Lack m_all{};
    std::map<std::string, Lack> m_labels;
    std::map<Order, const SplitPatient*> m_waiting;
};

PatientSplit splitOf(const nlohmann::json& json)
{
    if (json.at("format") != 1)
        throw std::invalid_argument("unknown format number");
    PatientSplit split;
    split.seed = json.at("seed");
    split.salt = json.at("salt");
    split.shares = json.at("shares");
    double sum = 0.0;
    for (const double share : split.shares) {
        if (!(share >= 0.0))
            throw std::invalid_argument("a share below 0");
        sum += share;
    }
    if (std::abs(sum - 1.0) > 1e-6 || split.salt.empty())
        throw std::invalid_argument("shares or salt");
    for (const auto& [key, id] : json.at("patients").items())
        split.patients[key] = splitNamed(id.get<std::string>());
    return split;
}

} // namespace

const char* tuningSplitId(TuningSplit split)
{
    return SplitIds[indexOf(split)];
}

std::string PatientSplit::keyOf(const StudyRecord& study) const
{
    const PatientRecord& patient = study.patient;
    if (patient.patientId.empty())
        return hashed({salt, "study", study.studyInstanceUid,
                       study.studyInstanceUid.empty() ? std::to_string(study.id) : ""});
    return hashed({salt, "patient", patient.patientId, patient.name, patient.birthDate});
}

PatientSplit newPatientSplit(std::uint64_t seed, const SplitShares& shares)
{
    std::random_device device;
    PatientSplit split;
    split.seed = seed;
    split.shares = shares;
    split.salt = hashed({std::to_string(device()), std::to_string(device()),
                         std::to_string(device()), std::to_string(device())});
    return split;
}

void dealPatients(PatientSplit& split, const std::vector<SplitPatient>& patients)
{
    Dealer(split, patients).deal();
}

std::filesystem::path patientSplitFile(const std::filesystem::path& archiveFolder)
{
    return archiveFolder / "tuning" / "split.json";
}

Result<PatientSplit> readPatientSplit(const std::filesystem::path& archiveFolder,
                                      std::uint64_t seed)
{
    const std::filesystem::path file = patientSplitFile(archiveFolder);
    const auto text = readSiteFile(file);
    if (!text)
        return text.error();
    if (!*text)
        return newPatientSplit(seed);
    try {
        PatientSplit split = splitOf(nlohmann::json::parse(**text));
        if (split.seed != seed)
            return makeError(ErrorCode::BadOption,
                             {"seed", "this archive's patients were split with seed " +
                                          std::to_string(split.seed)});
        return split;
    } catch (const std::exception& e) { // nlohmann's, and the checks' above
        return makeError(ErrorCode::MetadataBroken, {file.string(), e.what()});
    }
}

Status writePatientSplit(const std::filesystem::path& archiveFolder, const PatientSplit& split)
{
    nlohmann::ordered_json json{{"format", 1},
                                {"seed", split.seed},
                                {"shares", split.shares},
                                {"salt", split.salt},
                                {"patients", nlohmann::ordered_json::object()}};
    for (const auto& [key, where] : split.patients)
        json["patients"][key] = tuningSplitId(where);
    return writeSiteFile(patientSplitFile(archiveFolder), json.dump(1) + "\n");
}

} // namespace fovea
