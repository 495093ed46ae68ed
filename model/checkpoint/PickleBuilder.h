#pragma once

#include "model/checkpoint/PickleGlobals.h"
#include "model/checkpoint/PickleValue.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace fovea {

/// The stack, memo and values of a pickle being read. What Python would make by calling something
/// becomes a value of ours (PickleGlobals.h). Throws PickleStop.
class PickleBuilder {
public:
    using Kind = PickleValue::Kind;
    using Items = std::vector<const PickleValue*>;

    /// For a stream of that many bytes, which bounds what may be copied.
    explicit PickleBuilder(std::size_t streamSize)
        : m_copyBudget(4 * streamSize + 65536)
    {
    }

    void push(Kind kind) { m_stack.push_back(make(kind)); }
    void pushInteger(std::int64_t integer, Kind kind = Kind::Integer);
    void pushLong(std::string_view bytes);
    void pushReal(double real);
    void pushText(std::string_view text);
    void pushTop() { m_stack.push_back(top()); }
    void pushMark();
    /// A list, tuple or dict of what lies above the mark.
    void pushSinceMark(Kind kind);
    /// A tuple of the topmost `count` values.
    void pushTuple(std::size_t count);

    PickleValue* top();
    PickleValue* pop();
    Items popToMark();
    /// Adds to the list or dict on top (key, value, … for a dict).
    void extendTop(const Items& items);

    void store(std::uint64_t index) { m_memo[index] = top(); }
    void storeNext() { store(m_memo.size()); }
    void recall(std::uint64_t index);

    /// CheckpointRefused for a name that is Unknown.
    void pushGlobal(std::string_view module, std::string_view name);
    /// Stands in for calling `what`; nothing is called.
    void reduce(const PickleValue* what, const PickleValue* arguments);
    /// An object of which only the class's name is kept.
    void pushOpaque(const PickleValue* what);
    /// torch's persistent ids: ("storage", class, key, device, elements[, view]).
    void pushPersistent(const PickleValue* id);

    std::size_t depth() const { return m_stack.size(); }
    /// The document with the value on top as its root. Once.
    PickleDocument finish(std::size_t consumed);

private:
    PickleValue* make(Kind kind);
    void spend(std::size_t copied);
    void pushOrderedDict(const PickleValue& arguments);
    void pushTensor(const Items& arguments);

    PickleDocument m_document;
    std::vector<PickleValue*> m_stack; ///< Marks are null pointers.
    std::unordered_map<std::uint64_t, PickleValue*> m_memo;
    std::unordered_map<std::string, PickleValue*> m_opaques; ///< One for all of the same name.
    std::size_t m_copyBudget;
};

} // namespace fovea
