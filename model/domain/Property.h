#pragma once

#include <algorithm>
#include <functional>
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
        , m_observers(std::make_shared<std::vector<std::pair<int, Observer>>>())
    {
    }

    const T& get() const { return m_value; }

    void set(T value)
    {
        if (value == m_value)
            return;
        m_value = std::move(value);
        const auto registered = m_observers;
        // A copy, since observers may come and go while they are told.
        // NOLINTNEXTLINE(performance-unnecessary-copy-initialization)
        const auto observers = *registered;
        for (const auto& [id, observer] : observers) {
            if (std::ranges::any_of(*registered, [&](const auto& o) { return o.first == id; }))
                observer(m_value);
        }
    }

    [[nodiscard]] Connection observe(Observer observer)
    {
        const int id = m_nextId++;
        m_observers->emplace_back(id, std::move(observer));
        return Connection([weak = std::weak_ptr(m_observers), id] {
            if (const auto observers = weak.lock())
                std::erase_if(*observers, [id](const auto& o) { return o.first == id; });
        });
    }

private:
    T m_value;
    std::shared_ptr<std::vector<std::pair<int, Observer>>> m_observers;
    int m_nextId = 0;
};

} // namespace fovea
