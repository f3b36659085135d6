#include "command_descriptions.hpp"
#include "sensing_common_options.hpp"

#include <array>

namespace preshift {
namespace {

constexpr std::array k_options{
    OptionInfo{"--output",
               k_file,
               {"", "the room's file to write; one that is there is not replaced",
                "fichier de la pièce à écrire ; un fichier existant n'est pas remplacé"},
               Completes::files},
    OptionInfo{"--camera",
               {"", "INDEX|URL|PIPELINE", "NUMÉRO|URL|PIPELINE"},
               {"", "camera to use, as for `preshift check` (default: the first)",
                "caméra à utiliser, comme pour `preshift check` (par défaut : la première)"},
               Completes::nothing,
               {},
               true},
    OptionInfo{"--closed",
               k_pictures_value,
               {"", "pictures of the room with its door closed, instead of a camera; up to 8 are used",
                "images de la pièce, porte fermée, au lieu d'une caméra ; 8 au plus sont utilisées"},
               Completes::files},
    OptionInfo{"--open",
               k_pictures_value,
               {"", "pictures from the same place with the door open",
                "images prises du même endroit, porte ouverte"},
               Completes::files},
    k_door_option,
    k_mask_option,
    k_format,
    k_language,
};

constexpr std::array k_examples{
    ExampleInfo{"preshift enrol --output my-office.room",
                {"", "with the first camera, step by step", "avec la première caméra, pas à pas"}},
    ExampleInfo{"preshift enrol --closed closed.jpg --open open.jpg --output my-office.room",
                {"", "from two pictures", "à partir de deux images"}},
    ExampleInfo{"preshift check --room my-office.room",
                {"", "a check that knows the room", "un contrôle qui connaît la pièce"}},
};

}  // namespace

constinit const CommandInfo k_enrol_description{
    "enrol",
    {"", "make a room and its door known", "faire connaître une pièce et sa porte"},
    {"",
     "Looks at the room with its door closed, then open, from the place where the camera will be, and writes "
     "what "
     "is needed to recognise the room and to tell whether the door is closed. `preshift check --room` uses "
     "the "
     "file.\n\nThe file holds no picture: points with a description of 256 bits each, the outline of the "
     "door, and "
     "edges of the door in both states. With a camera it asks you to close and to open the door, and shows "
     "where "
     "it believes the door to be.",
     "Regarde la pièce porte fermée, puis ouverte, depuis la place de la caméra, et écrit ce qu'il faut pour "
     "reconnaître la pièce et savoir si la porte est fermée. `preshift check --room` se sert de ce "
     "fichier.\n\nLe fichier ne contient aucune image : des points décrits par 256 bits chacun, le contour "
     "de la "
     "porte, et des arêtes de la porte dans ses deux états. Avec une caméra, la commande vous demande de "
     "fermer "
     "puis d'ouvrir la porte, et montre où elle la croit située."},
    k_options,
    k_examples};

}  // namespace preshift
