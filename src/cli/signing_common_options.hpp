#pragma once

#include "common_options.hpp"

namespace preshift {

/// Options of the commands that sign or compare.

inline constexpr OptionInfo k_key_option{
    "--key",
    k_file,
    {"", "the key's record (default: key.json in the configuration folder)",
     "le fichier de la clé (par défaut : key.json du dossier de configuration)"},
    Completes::files};

inline constexpr OptionInfo k_passphrase_file{
    "--passphrase-file",
    k_file,
    {"",
     "the first line of this file is the passphrase (default: ask at the terminal when the key is sealed)",
     "la première ligne de ce fichier est la phrase secrète (par défaut : la demander au terminal si la clé "
     "est "
     "scellée)"},
    Completes::files};

inline constexpr OptionInfo k_employer_option{
    "--employer",
    {"", "KEY|FILE", "CLÉ|FICHIER"},
    {"", "your employer's key: a did:key, or a file with one on each line; may be given several times",
     "la clé de votre employeur : une did:key, ou un fichier avec une par ligne ; peut être répété"},
    Completes::files,
    {},
    false,
    true};

inline constexpr OptionInfo k_revoked_option{
    "--revoked",
    k_file,
    {"", "what is revoked: on each line the id or digest of a document, or a did:key",
     "ce qui est révoqué : à chaque ligne l'identifiant ou l'empreinte d'un document, ou une did:key"},
    Completes::files};

inline constexpr OptionInfo k_agent_id_option{
    "--agent-id",
    {"", "ID", "ID"},
    {"", "the pseudonym that the employer gave you", "le pseudonyme que l'employeur vous a donné"}};

inline constexpr OptionInfo k_nonce_option{
    "--nonce",
    {"", "NONCE", "NONCE"},
    {"", "what the employer gave, to show that the certificate was made after that",
     "ce que l'employeur a donné, pour montrer que le certificat a été fait ensuite"}};

inline constexpr OptionInfo k_trusted_option{
    "--trusted",
    {"", "FILE|KEY", "FICHIER|CLÉ"},
    {"", "trusted issuers: a did:key, or a file with one on each line; may be given several times",
     "émetteurs de confiance : une did:key, ou un fichier avec une par ligne ; peut être répété"},
    Completes::files,
    {},
    false,
    true};

inline constexpr OptionInfo k_expected_agent_option{
    "--agent-id", {"", "ID", "ID"}, {"", "the agent whom it must be for", "l'agent pour qui il doit être"}};

inline constexpr OptionInfo k_at_option{
    "--at",
    {"", "TIME", "MOMENT"},
    {"", "verify as of this time (UTC), such as 2026-03-01T08:30:00Z (default: now)",
     "vérifier à ce moment (UTC), par exemple 2026-03-01T08:30:00Z (par défaut : maintenant)"}};

}  // namespace preshift
