#pragma once

#include "common_options.hpp"

namespace preshift {

/// Options of the commands that check a workspace.

inline constexpr Text k_pictures_value{"", "FILE|FOLDER|PATTERN|VIDEO", "FICHIER|DOSSIER|MOTIF|VIDÉO"};
inline constexpr Text k_polygon{"", "X1,Y1,X2,Y2,...", "X1,Y1,X2,Y2,..."};

inline constexpr OptionInfo k_microphone_option{
    "--microphone",
    {"", "NAME|INDEX", "NOM|NUMÉRO"},
    {"", "microphone to use, as `preshift devices` lists it (default: the system's)",
     "microphone à utiliser, d'après `preshift devices` (par défaut : celui du système)"},
    Completes::nothing,
    {},
    true};

inline constexpr OptionInfo k_sound_option{
    "--sound",
    k_file,
    {"", "measure this recording (WAV, FLAC, OGG) instead of a microphone",
     "mesurer cet enregistrement (WAV, FLAC, OGG) au lieu d'un microphone"},
    Completes::files};

inline constexpr OptionInfo k_no_microphone_option{
    "--no-microphone",
    k_none,
    {"", "decline the microphone: its rules are not checked, and the check cannot clear them",
     "refuser le microphone : ses règles ne sont pas contrôlées et restent sans réponse"}};

inline constexpr OptionInfo k_camera_option{
    "--camera",
    {"", "INDEX|URL|PIPELINE", "NUMÉRO|URL|PIPELINE"},
    {"", "camera to use: its number, an MJPEG or RTSP address, or a GStreamer pipeline (default: the first)",
     "caméra à utiliser : son numéro, une adresse MJPEG ou RTSP, ou un pipeline GStreamer (par défaut : "
     "la première)"},
    Completes::nothing,
    {},
    true};

inline constexpr OptionInfo k_pictures_option{
    "--pictures",
    {"", "FILE|FOLDER|PATTERN|VIDEO", "FICHIER|DOSSIER|MOTIF|VIDÉO"},
    {"", "look at these pictures instead of a camera; a pattern is 'shots/*.jpg' or frame_%04d.jpg",
     "examiner ces images au lieu d'une caméra ; un motif est 'photos/*.jpg' ou image_%04d.jpg"},
    Completes::files};

inline constexpr OptionInfo k_no_camera_option{
    "--no-camera",
    k_none,
    {"", "decline the camera: its rules are not checked, and the check cannot clear them",
     "refuser la caméra : ses règles ne sont pas contrôlées et restent sans réponse"}};

inline constexpr OptionInfo k_answers_option{
    "--answers",
    k_file,
    {"", "answers to the questions of manual rules (default: ask at the terminal)",
     "réponses aux questions des règles manuelles (par défaut : les poser au terminal)"},
    Completes::files};

inline constexpr OptionInfo k_again_option{
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
    Completes::nothing};

inline constexpr OptionInfo k_duration_option{
    "--duration",
    {"", "TIME", "DURÉE"},
    {"",
     "how long to measure the silence, such as 20s or 1min (default: 20s, after 9.5 s for the sentence; "
     "recordings: all of them); at most 10min",
     "durée de la mesure du silence, par exemple 20s ou 1min (par défaut : 20s, après 9,5 s pour la "
     "phrase ; "
     "enregistrements : en entier) ; au "
     "plus "
     "10min"}};

inline constexpr OptionInfo k_no_voice_option{
    "--no-voice",
    k_none,
    {"", "do not ask for the sentence that is read aloud: what needs the voice stays unknown",
     "ne pas demander la phrase à lire : ce qui demande la voix reste inconnu"}};

inline constexpr OptionInfo k_phases_option{
    "--phases",
    {"", "PHASES", "PHASES"},
    {"",
     "when the voice and when the silence was recorded, such as reading=0s-7s,silent=8s-28s "
     "(default: what the "
     "file FILE.phases beside the recording says)",
     "quand la voix et quand le silence ont été enregistrés, par exemple "
     "reading=0s-7s,silent=8s-28s (par défaut : "
     "ce que dit le fichier FICHIER.phases à côté de l'enregistrement)"}};

inline constexpr OptionInfo k_door_option{
    "--door",
    k_polygon,
    {"",
     "the corners of the doorway in the first picture with the door closed, in pixels from its upper "
     "left corner (default: what changed between the two is proposed)",
     "les coins de l'embrasure sur la première image à porte fermée, en pixels depuis le coin "
     "supérieur gauche (par défaut : proposés d'après ce qui a changé)"}};

inline constexpr OptionInfo k_mask_option{
    "--mask",
    k_polygon,
    {"", "a region that is never looked at, such as a window or a screen; may be given up to 16 times",
     "une zone jamais examinée, comme une fenêtre ou un écran ; jusqu'à 16 fois"},
    Completes::nothing,
    {},
    false,
    true};

}  // namespace preshift
