#include "command_descriptions.hpp"
#include "judging_common_options.hpp"
#include "sensing_common_options.hpp"
#include "signing_common_options.hpp"

#include <array>

namespace preshift {
namespace {

constexpr std::array k_check_options{
    k_microphone_option,
    k_sound_option,
    k_no_microphone_option,
    k_camera_option,
    k_pictures_option,
    k_no_camera_option,
    OptionInfo{
        "--room",
        k_file,
        {"", "the room as `preshift enrol` made it known: tells whether this is it, and its door closed",
         "la pièce, d'après `preshift enrol` : dit si c'est bien elle, et si sa porte est fermée"},
        Completes::files},
    k_rules,
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
    OptionInfo{"--save-measurements",
               k_file,
               {"", "write what was measured, in numbers and words, to be judged again by `preshift judge`",
                "écrire ce qui a été mesuré, en nombres et en mots, pour le juger à nouveau par `preshift "
                "judge`"},
               Completes::files},
    OptionInfo{"--certificate",
               k_file,
               {"", "write a certificate of the check, signed by your key (`preshift key create`)",
                "écrire un certificat du contrôle, signé par votre clé (`preshift key create`)"},
               Completes::files},
    k_nonce_option,
    OptionInfo{
        "--challenge",
        k_none,
        {"",
         "play the acoustic challenge that follows from the nonce, and listen for it: shows that the sound "
         "was "
         "recorded near this computer (default: when the profile has a rule on it)",
         "jouer le défi sonore déduit du nonce et l'écouter : montre que le son a été pris près de cet "
         "ordinateur (par défaut : si le profil a une règle à ce sujet)"}},
    OptionInfo{"--loudspeaker",
               {"", "NAME|INDEX", "NOM|NUMÉRO"},
               {"", "what plays the challenge (default: the system's)",
                "ce qui joue le défi (par défaut : celui du système)"}},
    k_agent_id_option,
    OptionInfo{"--valid-for",
               {"", "HOURS", "HEURES"},
               {"", "how long the certificate is valid, such as 8h (default: 10h; at most 16h)",
                "durée de validité du certificat, par exemple 8h (par défaut : 10h ; au plus 16h)"}},
    k_key_option,
    k_passphrase_file,
    OptionInfo{"--onboarding",
               k_file,
               {"", "your onboarding certificate (default: those that `preshift onboard` made)",
                "votre certificat d'intégration (par défaut : ceux qu'a faits `preshift onboard`)"},
               Completes::files,
               {},
               false,
               true},
    OptionInfo{"--approval",
               k_file,
               {"", "the employer's answer to it (default: those of `preshift onboard --approval`)",
                "la réponse de l'employeur (par défaut : celles de `preshift onboard --approval`)"},
               Completes::files,
               {},
               false,
               true},
    k_employer_option,
    k_revoked_option,
    k_check_format,
    k_language,
};

constexpr std::array k_check_examples{
    ExampleInfo{"preshift check",
                {"", "half a minute with the default microphone and camera",
                 "une demi-minute avec le microphone et la caméra du système"}},
    ExampleInfo{"preshift check --full-scale 120dB --language fr",
                {"", "the microphone's sensitivity is known; the result in French",
                 "la sensibilité du microphone est connue ; résultat en français"}},
    ExampleInfo{
        "preshift check --sound room.wav --pictures shots/ --full-scale 120dB",
        {"", "judge a recording and a folder of pictures", "juger un enregistrement et un dossier d'images"}},
    ExampleInfo{"preshift check --rules strict --room office.room --fact role=bank",
                {"", "by the strict profile, in the enrolled room",
                 "selon le profil strict, dans la pièce enregistrée"}},
    ExampleInfo{"preshift check --no-camera --format json",
                {"", "without the camera, for a program", "sans la caméra, pour un programme"}},
};

}  // namespace

constinit const CommandInfo k_check_description{
    "check",
    {"", "check the workspace before a shift", "contrôler le poste de travail avant un service"},
    {"",
     "Asks you to read a sentence aloud and then to stay silent, measures sound and pictures of "
     "the room, "
     "judges them by rules, and says: "
     "cleared, not "
     "cleared and what to mend, or undecided and why.\n\nNo sound and no picture is recorded, and nothing is "
     "sent. They never leave the program preshift-sense, which the system kernel keeps from "
     "writing files, using the "
     "network and starting programs. A line of numbers is kept for you alone: see `preshift "
     "history`.\n\nWith --sound or --pictures the check judges recordings; "
     "a sensor that is then "
     "not named is not opened.",
     "Vous fait lire une phrase à voix haute puis garder le silence, mesure le son et l'image de "
     "la pièce, "
     "les juge selon des règles, et répond : "
     "autorisé, non autorisé "
     "et que corriger, ou indécis et pourquoi.\n\nNi son ni image n'est enregistré, rien n'est envoyé. Ils "
     "ne "
     "quittent pas le programme preshift-sense, que le noyau du système empêche d'écrire des "
     "fichiers, d'utiliser "
     "le réseau et de lancer des programmes. Une ligne de nombres est conservée pour vous seul : voir "
     "`preshift "
     "history`.\n\nAvec --sound ou --pictures, le contrôle juge des "
     "enregistrements ; un "
     "capteur qui n'est alors pas nommé n'est pas ouvert."},
    k_check_options,
    k_check_examples};

}  // namespace preshift
