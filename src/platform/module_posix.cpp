#include "module.hpp"

#include <dlfcn.h>

#include <utility>

namespace preshift {

Expected<Module, std::string> Module::load(const std::filesystem::path& file) {
  void* handle = ::dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (handle != nullptr) return Module(handle);
  const char* reason = ::dlerror();
  return Failure<std::string>{reason == nullptr ? file.string() : reason};
}

Module::~Module() {
  if (m_handle != nullptr) ::dlclose(m_handle);
}

Module::Module(Module&& other) noexcept : m_handle(std::exchange(other.m_handle, nullptr)) {}

Module& Module::operator=(Module&& other) noexcept {
  std::swap(m_handle, other.m_handle);
  return *this;
}

void* Module::symbol(const char* name) const {
  return ::dlsym(m_handle, name);
}

}  // namespace preshift
