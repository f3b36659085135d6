#include "postgresql_module.hpp"

#include "postgresql_database.hpp"

extern "C" __attribute__((visibility("default"))) const preshift::PostgresqlModule*
preshift_postgresql_module() {
  static const preshift::PostgresqlModule s_module{preshift::k_postgresql_module_version,
                                                   &preshift::open_postgresql};
  return &s_module;
}
