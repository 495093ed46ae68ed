#include "model/tuning/TuningStudies.h"

#include "model/checkpoint/Sha256.h"

namespace fovea {

namespace {

void addTexts(Sha256& hash, const std::vector<std::string>& texts)
{
    hash.add(std::to_string(texts.size()) + "\n");
    for (const std::string& text : texts)
        hash.addText(text);
}

void addSaid(Sha256& hash, const TrainingCase& one)
{
    for (const TrainingCase::Region& region : one.regions) {
        hash.addText(std::to_string(region.anatomyIndex));
        hash.addText(region.text);
        addTexts(hash, region.rewordings);
        addTexts(hash, region.findings);
        addTexts(hash, region.unknown);
        for (const FindingStatement& statement : region.statements) {
            hash.addText(statement.findingId + (statement.present ? "+" : "-"));
            addTexts(hash, statement.wordings);
        }
    }
}

} // namespace

TuningStudies::TuningStudies(const StudySource& source, StudyEncoder& encoder, StudyCache& cache)
    : m_source(&source)
    , m_encoder(&encoder)
    , m_cache(&cache)
    , m_cases(std::make_unique<std::vector<TrainingCase>>())
{
}

Result<TuningStudies> TuningStudies::load(const StudySource& source, StudyEncoder& encoder,
                                          StudyCache& cache, const Progress& progress)
{
    TuningStudies all(source, encoder, cache);
    const auto share = [&](std::size_t done) {
        return static_cast<double>(done) / static_cast<double>(source.count);
    };
    for (std::size_t n = 0; n < source.count; ++n) {
        if (progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        const Result<LabelledStudy> study = source.load(n);
        if (!study)
            return study.error();
        const Status status = all.add(n, *study, progress.part(share(n), share(n + 1)));
        if (!status && status.error().code == ErrorCode::NoRegion)
            ++all.m_leftOut;
        else if (!status)
            return status.error();
        progress.report(share(n + 1));
    }
    Sha256 hash;
    for (std::size_t n = 0; n < all.m_keys.size(); ++n) {
        hash.addText(all.m_keys[n]);
        addSaid(hash, (*all.m_cases)[n]);
    }
    Result<std::string> digest = hash.hex();
    if (!digest)
        return digest.error();
    all.m_digest = *std::move(digest);
    return all;
}

Status TuningStudies::add(std::size_t study, const LabelledStudy& loaded, const Progress& progress)
{
    Result<std::string> key = m_encoder->key(loaded);
    if (!key)
        return key.error();
    std::optional<ParameterMap> known = kept(*key);
    if (!known) {
        Result<ParameterMap> made = m_encoder->encode(loaded, progress);
        if (!made)
            return made.error();
        const Result<bool> written = m_cache->write(*key, *made);
        if (!written)
            return written.error();
        m_notCached += *written ? 0 : 1;
        known = *std::move(made);
    }
    TrainingCase one;
    one.regions = regionsOf(loaded, m_encoder->manifest().network.anatomies,
                            [&](int anatomy) { return m_encoder->shows(*known, anatomy); });
    if (one.regions.empty())
        return makeError(ErrorCode::NoRegion);
    m_cases->push_back(std::move(one));
    m_studies.push_back(study);
    m_keys.push_back(*std::move(key));
    return Done{};
}

std::optional<ParameterMap> TuningStudies::kept(const std::string& key) const
{
    std::optional<ParameterMap> known = m_cache->read(key);
    if (known && !m_encoder->fits(*known)) {
        m_cache->remove(key);
        known.reset();
    }
    return known;
}

Result<ParameterMap> TuningStudies::tensors(std::size_t index, const Progress& progress) const
{
    if (std::optional<ParameterMap> known = kept(m_keys[index]))
        return *std::move(known);
    const Result<LabelledStudy> study = m_source->load(m_studies[index]);
    if (!study)
        return study.error();
    return m_encoder->encode(*study, progress.part(0, 0));
}

} // namespace fovea
