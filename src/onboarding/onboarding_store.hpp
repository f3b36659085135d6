#pragma once

#include "json_document.hpp"
#include "problem.hpp"

#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace preshift {

/// What the user's configuration folder holds of onboardings, in the folder `onboarding`:
///
///     certificate-UUID.json   an onboarding certificate of the user
///     approval-UUID.json      an employer's answer to one
///     employers.txt           a did:key on each line: whose answers count
///     workspace.room          the room, where no other place was given for it
///
/// Older certificates stay beside newer ones, so that an approval holds until the new one is approved.
struct StoredOnboarding {
  std::vector<Json> certificates;  ///< in the order of their files' names
  std::vector<Json> approvals;
  std::set<std::string> employers;
  std::vector<Message> damaged;  ///< files that could not be read, with their places
};

/// Empty when the user has no home.
[[nodiscard]] std::filesystem::path onboarding_folder();

/// All that is there; nothing where there is no such folder.
[[nodiscard]] StoredOnboarding read_onboarding(const std::filesystem::path& folder);

/// Where a document with this id is kept. The document is one that was verified: its id is a UUID.
[[nodiscard]] Result<std::filesystem::path> keep_certificate(const std::filesystem::path& folder,
                                                             const Json& certificate);
[[nodiscard]] Result<std::filesystem::path> keep_approval(const std::filesystem::path& folder,
                                                          const Json& approval);

/// Adds to the employers whose answers count.
[[nodiscard]] Result<void> trust_employers(const std::filesystem::path& folder,
                                           const std::set<std::string>& employers);

/// Where the room's file is when nobody says.
[[nodiscard]] std::filesystem::path usual_room_file(const std::filesystem::path& folder);

}  // namespace preshift
