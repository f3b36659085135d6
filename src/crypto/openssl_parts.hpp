#pragma once

// Only for the sources of this folder: everybody else includes headers that know no OpenSSL.

#include <openssl/evp.h>

#include <memory>
#include <stdexcept>

namespace preshift {

/// An object of OpenSSL, freed with its own function.
template <class Object, void (*free_function)(Object*)>
struct OpensslFree {
  void operator()(Object* object) const { free_function(object); }
};
template <class Object, void (*free_function)(Object*)>
using OpensslPointer = std::unique_ptr<Object, OpensslFree<Object, free_function>>;

/// What fails only when memory is out or the library is broken.
inline void ensure(bool succeeded) {
  if (!succeeded) throw std::runtime_error("OpenSSL's libcrypto failed");
}

}  // namespace preshift
