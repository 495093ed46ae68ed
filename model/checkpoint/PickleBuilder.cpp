#include "model/checkpoint/PickleBuilder.h"

#include "model/checkpoint/PickleStream.h"

namespace fovea {
namespace {

using Kind = PickleValue::Kind;

/// Logs of long trainings hold half a million NumPy scalars, of three values each.
constexpr std::size_t maxValues = 4'000'000;
constexpr std::size_t maxAxes = 64;
constexpr std::size_t maxName = 200;

std::vector<std::int64_t> integers(const PickleValue* value)
{
    if (value->kind != Kind::Tuple && value->kind != Kind::List)
        stopPickle("a tensor's shape is not a tuple");
    if (value->items.size() > maxAxes)
        stopPickle("a tensor has more than 64 axes");
    std::vector<std::int64_t> out;
    for (const PickleValue* item : value->items) {
        if (item->kind != Kind::Integer)
            stopPickle("a tensor's shape is not of integers");
        out.push_back(item->integer);
    }
    return out;
}

} // namespace

PickleValue* PickleBuilder::make(Kind kind)
{
    if (m_document.values.size() >= maxValues)
        stopPickle("pickle holds absurdly many values");
    PickleValue& value = m_document.values.emplace_back();
    value.kind = kind;
    return &value;
}

/// The same value may be copied again and again by a few bytes of the stream.
void PickleBuilder::spend(std::size_t copied)
{
    if (copied > m_copyBudget)
        stopPickle("pickle repeats itself absurdly often");
    m_copyBudget -= copied;
}

void PickleBuilder::pushInteger(std::int64_t integer, Kind kind)
{
    PickleValue* value = make(kind);
    value->integer = integer;
    m_stack.push_back(value);
}

void PickleBuilder::pushLong(std::string_view bytes)
{
    pushInteger(pickleLong(bytes));
    if (bytes.size() > 8)
        top()->text = bytes;
}

void PickleBuilder::pushReal(double real)
{
    push(Kind::Float);
    top()->real = real;
}

void PickleBuilder::pushText(std::string_view text)
{
    push(Kind::Text);
    top()->text = text;
}

void PickleBuilder::pushMark()
{
    m_stack.push_back(nullptr);
}

void PickleBuilder::pushSinceMark(Kind kind)
{
    Items items = popToMark();
    push(kind);
    if (kind == Kind::Dict)
        extendTop(items);
    else
        top()->items = std::move(items);
}

void PickleBuilder::pushTuple(std::size_t count)
{
    Items items(count);
    for (std::size_t i = count; i-- > 0;)
        items[i] = pop();
    push(Kind::Tuple);
    top()->items = std::move(items);
}

PickleValue* PickleBuilder::top()
{
    if (m_stack.empty() || !m_stack.back())
        stopPickle("pickle stack is empty");
    return m_stack.back();
}

PickleValue* PickleBuilder::pop()
{
    PickleValue* value = top();
    m_stack.pop_back();
    return value;
}

PickleBuilder::Items PickleBuilder::popToMark()
{
    std::size_t mark = m_stack.size();
    while (mark > 0 && m_stack[mark - 1])
        --mark;
    if (mark == 0)
        stopPickle("pickle has no mark");
    Items items(m_stack.begin() + static_cast<std::ptrdiff_t>(mark), m_stack.end());
    m_stack.resize(mark - 1);
    return items;
}

void PickleBuilder::extendTop(const Items& items)
{
    PickleValue* to = top();
    if (to->kind == Kind::Opaque)
        return;
    if (to->kind != Kind::List && to->kind != Kind::Dict)
        stopPickle("pickle fills what is not a container");
    if (to->kind == Kind::Dict && items.size() % 2 != 0)
        stopPickle("pickle has a key without a value");
    to->items.insert(to->items.end(), items.begin(), items.end());
}

void PickleBuilder::recall(std::uint64_t index)
{
    const auto found = m_memo.find(index);
    if (found == m_memo.end())
        stopPickle("pickle recalls what it never stored");
    m_stack.push_back(found->second);
}

void PickleBuilder::pushGlobal(std::string_view module, std::string_view name)
{
    if (module.size() + name.size() >= maxName)
        stopPickle("pickle names something absurdly long");
    std::string full = std::string(module) + "." + std::string(name);
    if (pickleGlobal(full) == PickleGlobal::Unknown)
        throw PickleStop{makeError(ErrorCode::CheckpointRefused, {full})};
    push(Kind::Global);
    top()->text = std::move(full);
}

void PickleBuilder::pushOpaque(const PickleValue* what)
{
    // Nothing of an opaque object ever changes, so one stands for all: trainers log NumPy scalars
    // by the hundred thousand.
    spend(what->text.size());
    const auto [place, isNew] = m_opaques.try_emplace(what->text, nullptr);
    if (isNew) {
        place->second = make(Kind::Opaque);
        place->second->text = what->text;
    }
    m_stack.push_back(place->second);
}

void PickleBuilder::reduce(const PickleValue* what, const PickleValue* arguments)
{
    if (arguments->kind != Kind::Tuple)
        stopPickle("pickle calls without arguments");
    const Items& items = arguments->items;
    switch (what->kind == Kind::Global ? pickleGlobal(what->text) : PickleGlobal::Data) {
    case PickleGlobal::OrderedDict:
        return pushOrderedDict(*arguments);
    case PickleGlobal::RebuildTensor:
        return pushTensor(items);
    case PickleGlobal::RebuildParameter:
        if (items.empty() || items[0]->kind != Kind::Tensor)
            return pushOpaque(what);
        m_stack.push_back(const_cast<PickleValue*>(items[0])); // ours: made in m_document
        return;
    case PickleGlobal::Size:
        if (items.size() != 1 || items[0]->items.size() > maxAxes)
            return pushOpaque(what);
        push(Kind::Tuple);
        top()->items = items[0]->items;
        return;
    case PickleGlobal::Storage:
    case PickleGlobal::Data:
    case PickleGlobal::Unknown:
        return pushOpaque(what);
    }
}

/// Empty, or from one list of pairs (Python 2's way).
void PickleBuilder::pushOrderedDict(const PickleValue& arguments)
{
    PickleValue* dict = make(Kind::Dict);
    if (!arguments.items.empty()) {
        spend(arguments.items[0]->items.size());
        for (const PickleValue* pair : arguments.items[0]->items) {
            if (pair->items.size() != 2 || (pair->kind != Kind::List && pair->kind != Kind::Tuple))
                stopPickle("an ordered dictionary is not of pairs");
            dict->items.insert(dict->items.end(), pair->items.begin(), pair->items.end());
        }
    }
    m_stack.push_back(dict);
}

void PickleBuilder::pushTensor(const Items& arguments)
{
    if (arguments.size() < 4 || arguments[0]->kind != Kind::Storage ||
        arguments[1]->kind != Kind::Integer)
        stopPickle("a tensor is not made from a storage");
    PickleValue* tensor = make(Kind::Tensor);
    tensor->items = {arguments[0]};
    tensor->integer = arguments[1]->integer;
    tensor->sizes = integers(arguments[2]);
    tensor->strides = integers(arguments[3]);
    m_stack.push_back(tensor);
}

void PickleBuilder::pushPersistent(const PickleValue* id)
{
    if (id->kind != Kind::Tuple || id->items.size() < 5 || id->items[0]->kind != Kind::Text ||
        id->items[0]->text != "storage" || id->items[1]->kind != Kind::Global ||
        id->items[2]->kind != Kind::Text || id->items[4]->kind != Kind::Integer)
        stopPickle("a storage is not described as torch does");
    if (id->items.size() > 5 && id->items[5]->kind != Kind::Nothing)
        stopPickle("views of storages are not supported");
    spend(id->items[2]->text.size());
    PickleValue* storage = make(Kind::Storage);
    storage->text = id->items[1]->text;
    storage->key = id->items[2]->text;
    storage->integer = id->items[4]->integer;
    m_stack.push_back(storage);
}

PickleDocument PickleBuilder::finish(std::size_t consumed)
{
    m_document.root = pop();
    m_document.consumed = consumed;
    return std::move(m_document);
}

} // namespace fovea
