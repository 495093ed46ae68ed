#pragma once

#include <functional>
#include <map>
#include <memory>
#include <utility>
#include <vector>

namespace fovea {

/// Keeps an observer registered as long as it lives; moving it moves the registration.
class Connection {
public:
    Connection() = default;
    explicit Connection(std::function<void()> disconnect)
        : m_disconnect(std::move(disconnect))
    {
    }
    Connection(Connection&& other) noexcept
        : m_disconnect(std::exchange(other.m_disconnect, nullptr))
    {
    }
    Connection& operator=(Connection&& other) noexcept
    {
        if (this != &other) {
            reset();
            m_disconnect = std::exchange(other.m_disconnect, nullptr);
        }
        return *this;
    }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection() { reset(); }

    void reset()
    {
        if (m_disconnect)
            std::exchange(m_disconnect, nullptr)();
    }

private:
    std::function<void()> m_disconnect;
};

/// A value with one owner and any number of observers, told after each change to another value.
/// Not thread-safe: view state belongs to the GUI thread. Observers may set other properties and
/// may disconnect while being told.
template <typename T> class Property {
public:
    using Observer = std::function<void(const T&)>;

    explicit Property(T value = {})
        : m_value(std::move(value))
        , m_observers(std::make_shared<std::map<int, Observer>>())
    {
    }

    const T& get() const { return m_value; }

    void set(T value)
    {
        if (value == m_value)
            return;
        m_value = std::move(value);
        // Observers may come and go while they are told: those that are there now are looked up one
        // by one, and each is kept while it runs.
        const auto registered = m_observers;
        std::vector<int> ids;
        for (const auto& entry : *registered)
            ids.push_back(entry.first);
        for (const int id : ids) {
            const auto found = registered->find(id);
            if (found == registered->end())
                continue;
            const Observer observer = found->second;
            observer(m_value);
        }
    }

    [[nodiscard]] Connection observe(Observer observer)
    {
        const int id = m_nextId++;
        m_observers->emplace(id, std::move(observer));
        return Connection([weak = std::weak_ptr(m_observers), id] {
            if (const auto observers = weak.lock())
                observers->erase(id);
        });
    }

private:
    T m_value;
    std::shared_ptr<std::map<int, Observer>> m_observers; ///< In the order of registration.
    int m_nextId = 0;
};

} // namespace fovea
