#include "command_descriptions.hpp"
#include "judging_common_options.hpp"
#include "sensing_common_options.hpp"
#include "signing_common_options.hpp"

#include <array>

namespace preshift {
namespace {

constexpr std::array k_options{
    k_agent_id_option,
    k_employer_option,
    OptionInfo{
        "--approval",
        k_file,
        {"", "put in the employer's answer, the file that `preshift approve` wrote; nothing is checked",
         "ajouter la réponse de l'employeur, le fichier qu'a écrit `preshift approve` ; rien n'est contrôlé"},
        Completes::files,
        {},
        false,
        true},
    OptionInfo{"--status",
               k_none,
               {"", "tell how the onboarding stands, and what to do; nothing is checked",
                "dire où en est l'intégration, et que faire ; rien n'est contrôlé"}},
    OptionInfo{"--room",
               k_file,
               {"", "the room's file: taken if it is there, else made (default: in the configuration folder)",
                "le fichier de la pièce : repris s'il existe, sinon créé (par défaut : dans le dossier de "
                "configuration)"},
               Completes::files},
    OptionInfo{"--closed",
               k_pictures_value,
               {"", "enrol the room from these pictures with its door closed, instead of the camera",
                "enregistrer la pièce d'après ces images à porte fermée, au lieu de la caméra"},
               Completes::files},
    OptionInfo{"--open",
               k_pictures_value,
               {"", "and these from the same place with the door open",
                "et celles-ci, du même endroit, à porte ouverte"},
               Completes::files},
    k_door_option,
    k_mask_option,
    OptionInfo{"--distance",
               {"", "DISTANCE", "DISTANCE"},
               {"", "calibrate by your voice at this distance from the microphone, such as 30cm",
                "étalonner par votre voix à cette distance du microphone, par exemple 30cm"}},
    k_microphone_option,
    k_sound_option,
    k_no_microphone_option,
    k_camera_option,
    k_pictures_option,
    OptionInfo{"--rules",
               {"", "NAME|FILE", "NOM|FICHIER"},
               {"", "profile to onboard by: a shipped one, or a file (default: onboarding)",
                "profil de l'intégration : un profil fourni, ou un fichier (par défaut : onboarding)"},
               Completes::files},
    k_set,
    k_fact,
    k_facts,
    k_waivers,
    k_answers_option,
    k_again_option,
    k_duration_option,
    k_full_scale,
    k_self_noise,
    k_no_voice_option,
    k_phases_option,
    OptionInfo{"--certificate",
               k_file,
               {"", "write the certificate to this file too (it is kept in the configuration folder)",
                "écrire aussi le certificat dans ce fichier (il est gardé dans le dossier de configuration)"},
               Completes::files},
    k_nonce_option,
    k_key_option,
    k_passphrase_file,
    k_revoked_option,
    k_at_option,
    k_format,
    k_language,
};

constexpr std::array k_examples{
    ExampleInfo{"preshift onboard --agent-id A17 --employer employer.key",
                {"", "step by step, once for a workspace", "pas à pas, une fois par poste"}},
    ExampleInfo{"preshift onboard --approval onboarding.approval.json",
                {"", "put in the employer's answer", "ajouter la réponse de l'employeur"}},
    ExampleInfo{"preshift onboard --status",
                {"", "is it approved, and until when?", "est-elle approuvée, et jusqu'à quand ?"}},
};

}  // namespace

constinit const CommandInfo k_onboard_description{
    "onboard",
    {"", "onboard a workspace, for the employer to approve", "intégrer un poste, que l'employeur approuve"},
    {"",
     "Leads you through, once for a workspace: your key, devices and equipment, the microphone's scale, the "
     "room, and the whole check by the profile `onboarding`. If it clears, a certificate is made for your "
     "employer, who approves or refuses it with `preshift approve`; put the answer in with --approval. "
     "Profiles "
     "such as `strict` ask for it in every check.\n\nWhere it stops it says so and keeps what is done; run "
     "the "
     "same command again to go on. It can be done wholly from files, with --sound, --pictures, --answers, "
     "and "
     "--room or --closed and --open; the certificate then says that it was not live.\n\nThe status is 0 when "
     "the "
     "certificate was made or the onboarding is approved, 1 when the check failed or the employer refused, "
     "and 2 "
     "in between.",
     "Vous guide, une fois par poste : votre clé, appareils et équipement, l'échelle du microphone, la "
     "pièce, et "
     "tout le contrôle selon le profil `onboarding`. S'il autorise, un certificat est fait pour votre "
     "employeur, "
     "qui l'approuve ou le refuse par `preshift approve` ; ajoutez la réponse par --approval. Des profils "
     "comme "
     "`strict` la demandent à chaque contrôle.\n\nOù elle s'arrête, la commande le dit et garde ce qui est "
     "fait ; "
     "relancez-la pour continuer. Tout peut se faire à partir de fichiers, par --sound, --pictures, "
     "--answers, et "
     "--room ou --closed et --open ; le certificat dit alors que ce n'était pas en direct.\n\nLe code de "
     "retour "
     "est 0 quand le certificat est fait ou l'intégration approuvée, 1 quand le contrôle échoue ou que "
     "l'employeur refuse, et 2 entre les deux."},
    k_options,
    k_examples};

}  // namespace preshift
