#include "command_descriptions.hpp"
#include "judging_common_options.hpp"
#include "signing_common_options.hpp"

#include <array>

namespace preshift {
namespace {

constexpr std::array k_check_options{
    OptionInfo{"--microphone",
               {"", "NAME|INDEX", "NOM|NUMÉRO"},
               {"", "microphone to use, as `preshift devices` lists it (default: the system's)",
                "microphone à utiliser, d'après `preshift devices` (par défaut : celui du système)"},
               Completes::nothing,
               {},
               true},
    OptionInfo{"--sound",
               k_file,
               {"", "measure this recording (WAV, FLAC, OGG) instead of a microphone",
                "mesurer cet enregistrement (WAV, FLAC, OGG) au lieu d'un microphone"},
               Completes::files},
    OptionInfo{"--no-microphone",
               k_none,
               {"", "decline the microphone: its rules are not checked, and the check cannot clear them",
                "refuser le microphone : ses règles ne sont pas contrôlées et restent sans réponse"}},
    OptionInfo{
        "--camera",
        {"", "INDEX|URL|PIPELINE", "NUMÉRO|URL|PIPELINE"},
        {"",
         "camera to use: its number, an MJPEG or RTSP address, or a GStreamer pipeline (default: the first)",
         "caméra à utiliser : son numéro, une adresse MJPEG ou RTSP, ou un pipeline GStreamer (par défaut : "
         "la première)"},
        Completes::nothing,
        {},
        true},
    OptionInfo{
        "--pictures",
        {"", "FILE|FOLDER|PATTERN|VIDEO", "FICHIER|DOSSIER|MOTIF|VIDÉO"},
        {"", "look at these pictures instead of a camera; a pattern is 'shots/*.jpg' or frame_%04d.jpg",
         "examiner ces images au lieu d'une caméra ; un motif est 'photos/*.jpg' ou image_%04d.jpg"},
        Completes::files},
    OptionInfo{"--no-camera",
               k_none,
               {"", "decline the camera: its rules are not checked, and the check cannot clear them",
                "refuser la caméra : ses règles ne sont pas contrôlées et restent sans réponse"}},
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
    OptionInfo{"--answers",
               k_file,
               {"", "answers to the questions of manual rules (default: ask at the terminal)",
                "réponses aux questions des règles manuelles (par défaut : les poser au terminal)"},
               Completes::files},
    OptionInfo{
        "--again",
        {"", "TIMES", "FOIS"},
        {"",
         "how often to measure again after a required rule failed, or stayed unknown for a reason that "
         "can be mended, each time when a line comes on standard input (0 to 9; default: 3 for a live check "
         "at a terminal, else 0)",
         "combien de fois mesurer à nouveau quand une règle obligatoire échoue, ou reste inconnue pour "
         "une raison qu'on peut corriger, chaque fois qu'une ligne arrive sur l'entrée standard (0 à 9 ; par "
         "défaut : 3 pour un contrôle en "
         "direct au terminal, sinon 0)"},
        Completes::nothing},
    OptionInfo{
        "--duration",
        {"", "TIME", "DURÉE"},
        {"",
         "how long to measure the silence, such as 20s or 1min (default: 20s, after 9.5 s for the sentence; "
         "recordings: all of them); at most 10min",
         "durée de la mesure du silence, par exemple 20s ou 1min (par défaut : 20s, après 9,5 s pour la "
         "phrase ; "
         "enregistrements : en entier) ; au "
         "plus "
         "10min"}},
    k_full_scale,
    k_self_noise,
    OptionInfo{"--no-voice",
               k_none,
               {"", "do not ask for the sentence that is read aloud: what needs the voice stays unknown",
                "ne pas demander la phrase à lire : ce qui demande la voix reste inconnu"}},
    OptionInfo{"--phases",
               {"", "PHASES", "PHASES"},
               {"",
                "when the voice and when the silence was recorded, such as reading=0s-7s,silent=8s-28s "
                "(default: what the "
                "file FILE.phases beside the recording says)",
                "quand la voix et quand le silence ont été enregistrés, par exemple "
                "reading=0s-7s,silent=8s-28s (par défaut : "
                "ce que dit le fichier FICHIER.phases à côté de l'enregistrement)"}},
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
    OptionInfo{"--nonce",
               {"", "NONCE", "NONCE"},
               {"", "what the employer gave, to show that the certificate was made after that",
                "ce que l'employeur a donné, pour montrer que le certificat a été fait ensuite"}},
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
    OptionInfo{
        "--agent-id",
        {"", "ID", "ID"},
        {"", "the pseudonym that the employer gave you", "le pseudonyme que l'employeur vous a donné"}},
    OptionInfo{"--valid-for",
               {"", "HOURS", "HEURES"},
               {"", "how long the certificate is valid, such as 8h (default: 10h; at most 16h)",
                "durée de validité du certificat, par exemple 8h (par défaut : 10h ; au plus 16h)"}},
    k_key_option,
    k_passphrase_file,
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
