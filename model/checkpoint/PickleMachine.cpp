#include "model/checkpoint/PickleMachine.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <unordered_map>

namespace fovea {

const PickleValue* PickleValue::find(std::string_view name) const
{
    if (kind != Kind::Dict)
        return nullptr;
    for (std::size_t i = 0; i + 1 < items.size(); i += 2) {
        if (items[i]->kind == Kind::Text && items[i]->text == name)
            return items[i + 1];
    }
    return nullptr;
}

namespace {

using Kind = PickleValue::Kind;

/// What ends the machine; caught in readPickle() and never seen outside this file.
struct Stop {
    Error error;
};

[[noreturn]] void broken(const char* what)
{
    throw Stop{makeError(ErrorCode::CheckpointBroken, {what})};
}

bool startsWith(const std::string& text, std::string_view begin)
{
    return text.compare(0, begin.size(), begin) == 0;
}

bool isKnown(const std::string& name)
{
    return name == "collections.OrderedDict" || name == "torch.Size" ||
           startsWith(name, "torch._utils._rebuild_tensor") ||
           startsWith(name, "torch._utils._rebuild_parameter") ||
           (startsWith(name, "torch.") && name.size() > 7 &&
            name.substr(name.size() - 7) == "Storage");
}

/// Data that trainers save beside weights (configuration, optimizer state). Never made, only named.
bool isData(const std::string& name)
{
    static constexpr std::array<std::string_view, 12> families{"torch.",
                                                               "numpy.",
                                                               "omegaconf.",
                                                               "collections.",
                                                               "argparse.Namespace",
                                                               "pathlib.",
                                                               "datetime.",
                                                               "typing.",
                                                               "enum.",
                                                               "copyreg._reconstructor",
                                                               "_codecs.encode",
                                                               "fractions.Fraction"};
    static constexpr std::array<std::string_view, 13> builtins{
        "set",   "frozenset", "slice", "complex", "bytearray", "list",  "dict",
        "tuple", "int",       "float", "str",     "bool",      "object"};
    if (std::ranges::any_of(families, [&](std::string_view f) { return startsWith(name, f); }))
        return true;
    return std::ranges::any_of(builtins, [&](std::string_view b) {
        return name == "builtins." + std::string(b) || name == "__builtin__." + std::string(b);
    });
}

class Machine {
public:
    explicit Machine(std::string_view bytes)
        : m_bytes(bytes)
    {
    }

    PickleDocument run()
    {
        for (;;) {
            const auto op = static_cast<unsigned char>(take(1)[0]);
            if (op == '.')
                break;
            step(op);
            if (m_stack.size() > maxStack)
                broken("pickle stack too deep");
        }
        m_document.root = pop();
        m_document.consumed = m_at;
        return std::move(m_document);
    }

private:
    static constexpr std::size_t maxStack = 10'000'000;
    static constexpr std::size_t maxValues = 4'000'000;

    // Bytes of the stream

    std::string_view take(std::uint64_t count)
    {
        if (count > m_bytes.size() - m_at)
            broken("pickle is cut off");
        const std::string_view part = m_bytes.substr(m_at, count);
        m_at += count;
        return part;
    }

    std::uint64_t number(std::size_t size)
    {
        const std::string_view part = take(size);
        std::uint64_t value = 0;
        for (std::size_t i = 0; i < size; ++i)
            value |= std::uint64_t{static_cast<unsigned char>(part[i])} << (8 * i);
        return value;
    }

    std::string_view line()
    {
        const std::size_t end = m_bytes.find('\n', m_at);
        if (end == std::string_view::npos)
            broken("pickle is cut off");
        const std::string_view part = m_bytes.substr(m_at, end - m_at);
        m_at = end + 1;
        return part;
    }

    // Values and stack. Marks are null pointers.

    PickleValue* make(Kind kind)
    {
        if (m_document.values.size() >= maxValues)
            broken("pickle holds absurdly many values");
        PickleValue& value = m_document.values.emplace_back();
        value.kind = kind;
        return &value;
    }

    void push(PickleValue* value) { m_stack.push_back(value); }

    void pushInteger(std::int64_t integer, Kind kind = Kind::Integer)
    {
        PickleValue* value = make(kind);
        value->integer = integer;
        push(value);
    }

    void pushText(std::string_view text)
    {
        PickleValue* value = make(Kind::Text);
        value->text = text;
        push(value);
    }

    PickleValue* pop()
    {
        if (m_stack.empty() || !m_stack.back())
            broken("pickle stack is empty");
        PickleValue* value = m_stack.back();
        m_stack.pop_back();
        return value;
    }

    PickleValue* top()
    {
        if (m_stack.empty() || !m_stack.back())
            broken("pickle stack is empty");
        return m_stack.back();
    }

    std::vector<const PickleValue*> popToMark()
    {
        std::size_t mark = m_stack.size();
        while (mark > 0 && m_stack[mark - 1])
            --mark;
        if (mark == 0)
            broken("pickle has no mark");
        std::vector<const PickleValue*> items(m_stack.begin() + static_cast<std::ptrdiff_t>(mark),
                                              m_stack.end());
        m_stack.resize(mark - 1);
        return items;
    }

    void pushItems(Kind kind, std::vector<const PickleValue*> items)
    {
        PickleValue* value = make(kind);
        value->items = std::move(items);
        push(value);
    }

    void pushTuple(std::size_t count)
    {
        std::vector<const PickleValue*> items(count);
        for (std::size_t i = count; i-- > 0;)
            items[i] = pop();
        pushItems(Kind::Tuple, std::move(items));
    }

    void extend(PickleValue* to, const std::vector<const PickleValue*>& items)
    {
        if (to->kind == Kind::Opaque)
            return;
        if (to->kind != Kind::List && to->kind != Kind::Dict)
            broken("pickle fills what is not a container");
        if (to->kind == Kind::Dict && items.size() % 2 != 0)
            broken("pickle has a key without a value");
        to->items.insert(to->items.end(), items.begin(), items.end());
    }

    void store(std::uint64_t index) { m_memo[index] = top(); }

    void recall(std::uint64_t index)
    {
        const auto found = m_memo.find(index);
        if (found == m_memo.end())
            broken("pickle recalls what it never stored");
        push(found->second);
    }

    // What stands for objects

    void pushGlobal(std::string_view module, std::string_view name)
    {
        std::string full = std::string(module) + "." + std::string(name);
        if (full.size() > 200)
            broken("pickle names something absurdly long");
        if (!isKnown(full) && !isData(full))
            throw Stop{makeError(ErrorCode::CheckpointRefused, {full})};
        PickleValue* value = make(Kind::Global);
        value->text = std::move(full);
        push(value);
    }

    static std::vector<std::int64_t> integers(const PickleValue* value)
    {
        if (value->kind != Kind::Tuple && value->kind != Kind::List)
            broken("a tensor's shape is not a tuple");
        if (value->items.size() > 64)
            broken("a tensor has more than 64 axes");
        std::vector<std::int64_t> out;
        for (const PickleValue* item : value->items) {
            if (item->kind != Kind::Integer)
                broken("a tensor's shape is not of integers");
            out.push_back(item->integer);
        }
        return out;
    }

    void rebuildTensor(const std::vector<const PickleValue*>& arguments)
    {
        if (arguments.size() < 4 || arguments[0]->kind != Kind::Storage ||
            arguments[1]->kind != Kind::Integer)
            broken("a tensor is not made from a storage");
        PickleValue* tensor = make(Kind::Tensor);
        tensor->items = {arguments[0]};
        tensor->integer = arguments[1]->integer;
        tensor->sizes = integers(arguments[2]);
        tensor->strides = integers(arguments[3]);
        push(tensor);
    }

    void pushOpaque(const std::string& name)
    {
        PickleValue* value = make(Kind::Opaque);
        value->text = name;
        push(value);
    }

    /// Stands in for calling `what`; nothing is called.
    void reduce(const PickleValue* what, const PickleValue* arguments)
    {
        if (arguments->kind != Kind::Tuple)
            broken("pickle calls without arguments");
        if (what->kind != Kind::Global) {
            pushOpaque(what->text);
            return;
        }
        const std::string& name = what->text;
        if (name == "collections.OrderedDict")
            pushOrderedDict(*arguments);
        else if (name == "torch._utils._rebuild_tensor" ||
                 name == "torch._utils._rebuild_tensor_v2")
            rebuildTensor(arguments->items);
        else if (startsWith(name, "torch._utils._rebuild_parameter") && !arguments->items.empty() &&
                 arguments->items[0]->kind == Kind::Tensor)
            m_stack.push_back(
                const_cast<PickleValue*>(arguments->items[0])); // ours: made in m_document
        else if (name == "torch.Size" && arguments->items.size() == 1 &&
                 arguments->items[0]->items.size() <= 64)
            pushItems(Kind::Tuple, arguments->items[0]->items);
        else
            pushOpaque(name);
    }

    /// Empty, or from one list of pairs (Python 2's way).
    void pushOrderedDict(const PickleValue& arguments)
    {
        PickleValue* dict = make(Kind::Dict);
        if (!arguments.items.empty()) {
            // The same list may be handed in again and again; what is copied stays within the
            // stream's size.
            m_copied += arguments.items[0]->items.size();
            if (m_copied > m_bytes.size())
                broken("pickle repeats a dictionary");
            for (const PickleValue* pair : arguments.items[0]->items) {
                if (pair->items.size() != 2 ||
                    (pair->kind != Kind::List && pair->kind != Kind::Tuple))
                    broken("an ordered dictionary is not of pairs");
                dict->items.insert(dict->items.end(), pair->items.begin(), pair->items.end());
            }
        }
        push(dict);
    }

    /// torch's persistent ids: ("storage", class, key, device, elements[, view]).
    void pushPersistent(const PickleValue* id)
    {
        if (id->kind != Kind::Tuple || id->items.size() < 5 || id->items[0]->kind != Kind::Text ||
            id->items[0]->text != "storage" || id->items[1]->kind != Kind::Global ||
            id->items[2]->kind != Kind::Text || id->items[4]->kind != Kind::Integer)
            broken("a storage is not described as torch does");
        if (id->items.size() > 5 && id->items[5]->kind != Kind::Nothing)
            broken("views of storages are not supported");
        PickleValue* storage = make(Kind::Storage);
        storage->text = id->items[1]->text;
        storage->key = id->items[2]->text;
        storage->integer = id->items[4]->integer;
        push(storage);
    }

    std::int64_t longInteger(std::string_view part)
    {
        if (part.size() > 8) {
            // Python's long of more than 64 bits; torch's magic number is one. Only its identity
            // counts.
            return 0;
        }
        std::uint64_t value = 0;
        for (std::size_t i = 0; i < part.size(); ++i)
            value |= std::uint64_t{static_cast<unsigned char>(part[i])} << (8 * i);
        if (!part.empty() && part.size() < 8 && (static_cast<unsigned char>(part.back()) & 0x80))
            value |= ~std::uint64_t{0} << (8 * part.size());
        return static_cast<std::int64_t>(value);
    }

    void pushLong(std::string_view part)
    {
        PickleValue* value = make(Kind::Integer);
        value->integer = longInteger(part);
        if (part.size() > 8)
            value->text = part;
        push(value);
    }

    void pushDecimal(std::string_view digits)
    {
        if (digits == "00" || digits == "01") {
            pushInteger(digits == "01", Kind::Bool);
            return;
        }
        if (!digits.empty() && digits.back() == 'L')
            digits.remove_suffix(1);
        std::int64_t value = 0;
        const auto [end, error] =
            std::from_chars(digits.data(), digits.data() + digits.size(), value);
        if (error != std::errc() || end != digits.data() + digits.size())
            broken("pickle has a number that is none");
        pushInteger(value);
    }

    void pushReal(std::string_view bigEndian)
    {
        std::uint64_t bits = 0;
        for (const char c : bigEndian)
            bits = (bits << 8) | static_cast<unsigned char>(c);
        PickleValue* value = make(Kind::Float);
        std::memcpy(&value->real, &bits, sizeof(bits));
        push(value);
    }

    void step(unsigned char op);
    bool stepScalar(unsigned char op);
    bool stepContainer(unsigned char op);
    bool stepObject(unsigned char op);
    bool stepMemo(unsigned char op);

    std::string_view m_bytes;
    std::size_t m_at = 0;
    std::size_t m_copied = 0;
    PickleDocument m_document;
    std::vector<PickleValue*> m_stack;
    std::unordered_map<std::uint64_t, PickleValue*> m_memo;
};

// Opcodes by their letters in CPython's pickletools.

void Machine::step(unsigned char op)
{
    if (op == 0x80) { // PROTO
        if (number(1) > 5)
            broken("unknown pickle protocol");
    } else if (op == 0x95) { // FRAME
        number(8);
    } else if (!stepScalar(op) && !stepContainer(op) && !stepObject(op) && !stepMemo(op)) {
        broken("unknown pickle instruction");
    }
}

bool Machine::stepScalar(unsigned char op)
{
    switch (op) {
    case 'N':
        push(make(Kind::Nothing));
        return true;
    case 0x88:
        pushInteger(1, Kind::Bool);
        return true;
    case 0x89:
        pushInteger(0, Kind::Bool);
        return true;
    case 'J':
        pushInteger(static_cast<std::int32_t>(number(4)));
        return true;
    case 'K':
        pushInteger(static_cast<std::int64_t>(number(1)));
        return true;
    case 'M':
        pushInteger(static_cast<std::int64_t>(number(2)));
        return true;
    case 0x8a:
        pushLong(take(number(1)));
        return true;
    case 0x8b:
        pushLong(take(number(4)));
        return true;
    case 'I':
    case 'L':
        pushDecimal(line());
        return true;
    case 'G':
        pushReal(take(8));
        return true;
    case 0x8c:
    case 'U':
    case 'C':
        pushText(take(number(1)));
        return true;
    case 'X':
    case 'T':
    case 'B':
        pushText(take(number(4)));
        return true;
    case 0x8d:
    case 0x8e:
    case 0x96:
        pushText(take(number(8)));
        return true;
    case 'V':
        pushText(line());
        return true;
    default:
        return false;
    }
}

bool Machine::stepContainer(unsigned char op)
{
    switch (op) {
    case '(':
        m_stack.push_back(nullptr);
        return true;
    case '0':
        pop();
        return true;
    case '1':
        popToMark();
        return true;
    case '2':
        push(top());
        return true;
    case ']':
    case 0x8f:
        push(make(Kind::List));
        return true; // a set is as good as a list here
    case ')':
        push(make(Kind::Tuple));
        return true;
    case '}':
        push(make(Kind::Dict));
        return true;
    case 'l':
    case 0x91:
        pushItems(Kind::List, popToMark());
        return true;
    case 't':
        pushItems(Kind::Tuple, popToMark());
        return true;
    case 'd': {
        const auto items = popToMark();
        push(make(Kind::Dict));
        extend(top(), items);
        return true;
    }
    case 0x85:
        pushTuple(1);
        return true;
    case 0x86:
        pushTuple(2);
        return true;
    case 0x87:
        pushTuple(3);
        return true;
    case 'a': {
        const PickleValue* item = pop();
        extend(top(), {item});
        return true;
    }
    case 's': {
        const PickleValue* value = pop();
        const PickleValue* key = pop();
        extend(top(), {key, value});
        return true;
    }
    case 'e':
    case 0x90:
    case 'u': {
        const auto items = popToMark();
        extend(top(), items);
        return true;
    }
    default:
        return false;
    }
}

bool Machine::stepObject(unsigned char op)
{
    switch (op) {
    case 'c': {
        const std::string_view module = line();
        pushGlobal(module, line());
        return true;
    }
    case 0x93: {
        const PickleValue* name = pop();
        const PickleValue* module = pop();
        if (name->kind != Kind::Text || module->kind != Kind::Text)
            broken("pickle names something without a name");
        pushGlobal(module->text, name->text);
        return true;
    }
    case 'R':
    case 0x81: {
        const PickleValue* arguments = pop();
        const PickleValue* what = pop();
        reduce(what, arguments);
        return true;
    }
    case 0x92: {
        pop();
        pop();
        pushOpaque(pop()->text);
        return true;
    }
    case 'i': {
        const std::string_view module = line();
        pushGlobal(module, line());
        const std::string name = pop()->text;
        popToMark();
        pushOpaque(name);
        return true;
    }
    case 'o': {
        const auto items = popToMark();
        if (items.empty())
            broken("pickle makes an object of nothing");
        pushOpaque(items.front()->text);
        return true;
    }
    case 'b': // state of an object (a state_dict's _metadata among them): of no use here
        pop();
        top();
        return true;
    case 'Q':
        pushPersistent(pop());
        return true;
    default:
        return false;
    }
}

bool Machine::stepMemo(unsigned char op)
{
    switch (op) {
    case 'q':
        store(number(1));
        return true;
    case 'r':
        store(number(4));
        return true;
    case 0x94:
        store(m_memo.size());
        return true;
    case 'h':
        recall(number(1));
        return true;
    case 'j':
        recall(number(4));
        return true;
    default:
        return false;
    }
}

} // namespace

Result<PickleDocument> readPickle(std::string_view bytes)
{
    try {
        return Machine(bytes).run();
    } catch (const Stop& stop) {
        return stop.error;
    } catch (const std::bad_alloc&) {
        return makeError(ErrorCode::OutOfMemory, {"checkpoint"});
    }
}

} // namespace fovea
