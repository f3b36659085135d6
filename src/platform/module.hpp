#pragma once

#include "result.hpp"

#include <filesystem>
#include <string>

namespace preshift {

/// A shared library loaded while the program runs. The destructor unloads it: nothing it handed out, and no
/// thread it started, may live on.
class Module {
 public:
  /// The reason, in the system's words, when the file or a library it needs cannot be loaded.
  [[nodiscard]] static Expected<Module, std::string> load(const std::filesystem::path& file);
  ~Module();
  Module(Module&& other) noexcept;
  Module& operator=(Module&& other) noexcept;

  /// The function of this name and C linkage, or nullptr. The caller vouches for its type.
  template <class Function>
  [[nodiscard]] Function* function(const char* name) const {
    return reinterpret_cast<Function*>(symbol(name));
  }

 private:
  explicit Module(void* handle) : m_handle(handle) {}
  [[nodiscard]] void* symbol(const char* name) const;

  void* m_handle = nullptr;
};

}  // namespace preshift
