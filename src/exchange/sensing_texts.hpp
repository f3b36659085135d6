#pragma once

#include "text.hpp"

#include <optional>
#include <string_view>

namespace preshift {

/// Every text that preshift-sense can send: reasons why something is unknown, and problems with sources. They
/// cross the pipe as an id and arguments, and are put into words by the program that talks to the person. A
/// problem is a sentence with its remedy; the reason of an unknown is a clause, its remedy apart. {0} is the
/// file or device unless said otherwise.
inline constexpr Text k_sensing_texts[] = {
    // Sound: files
    {"sound_file.missing", "{0}: there is no such file. Check the name.",
     "{0} : ce fichier n'existe pas. Vérifiez le nom."},
    {"sound_file.unreadable", "{0}: not a sound file that can be read ({1}). Use WAV, FLAC or OGG.",
     "{0} : ce n'est pas un fichier son lisible ({1}). Utilisez WAV, FLAC ou OGG."},
    {"sound_file.empty", "{0}: the file holds no sound. Record again.",
     "{0} : le fichier ne contient aucun son. Enregistrez à nouveau."},
    {"sound_file.truncated",
     "{0}: the file was cut off, part of the sound is missing. Record or copy it again.",
     "{0} : le fichier est coupé, une partie du son manque. Enregistrez-le ou copiez-le à nouveau."},
    {"sound_file.too_long",
     "{0}: the sound lasts {1} s, a check measures at most {2} s. Give --duration to measure its beginning.",
     "{0} : le son dure {1} s, un contrôle mesure au plus {2} s. Donnez --duration pour en mesurer le "
     "début."},
    {"sound_file.rate", "{0}: a sampling rate of {1} Hz cannot be measured. Record at 8000 to 192000 Hz.",
     "{0} : une fréquence d'échantillonnage de {1} Hz ne peut pas être mesurée. Enregistrez entre 8000 et "
     "192000 Hz."},
    {"sound_file.not_a_number",
     "{0}: the sample at {1} s is not a number: the file is damaged. Record again.",
     "{0} : l'échantillon à {1} s n'est pas un nombre : le fichier est endommagé. Enregistrez à nouveau."},
    {"sound_file.not_a_file", "{0}: a folder or a device, not a sound file. Give a WAV, FLAC or OGG file.",
     "{0} : un dossier ou un périphérique, pas un fichier son. Donnez un fichier WAV, FLAC ou OGG."},
    {"sound_file.damaged", "{0}: the sound is damaged near {1} s. Record or copy it again.",
     "{0} : le son est endommagé vers {1} s. Enregistrez-le ou copiez-le à nouveau."},
    // Sound: microphones
    {"microphone.none", "No microphone was found. Plug one in, or give --sound FILE.",
     "Aucun microphone trouvé. Branchez-en un, ou donnez --sound FICHIER."},
    {"microphone.unknown", "Microphone \"{0}\": no such device. `preshift devices` lists those there are.",
     "Microphone « {0} » : cet appareil n'existe pas. `preshift devices` montre ceux qui sont là."},
    {"microphone.ambiguous",
     "Microphone \"{0}\": several devices fit, such as {1}. Give the whole name or the index.",
     "Microphone « {0} » : plusieurs appareils correspondent, par exemple {1}. Donnez le nom entier ou "
     "l'indice."},
    {"microphone.not_opened",
     "Microphone \"{0}\" cannot be opened ({1}). Close other programs that use it and allow access to it.",
     "Impossible d'ouvrir le microphone « {0} » ({1}). Fermez les autres programmes qui l'utilisent et "
     "autorisez l'accès."},
    {"microphone.stalled",
     "Microphone \"{0}\" stopped delivering sound after {1} s. Plug it in again and repeat the check.",
     "Le microphone « {0} » ne livre plus de son après {1} s. Rebranchez-le et refaites le contrôle."},
    {"microphone.interrupted",
     "Microphone \"{0}\": {1} s of sound were lost, the computer was busy or asleep. Close other programs "
     "and repeat.",
     "Microphone « {0} » : {1} s de son perdues, l'ordinateur était occupé ou en veille. Fermez les autres "
     "programmes et recommencez."},
    // Pictures: files
    {"picture_file.missing", "{0}: there is no such file or folder. Check the name.",
     "{0} : ce fichier ou dossier n'existe pas. Vérifiez le nom."},
    {"picture_file.none", "{0}: no pictures there. Give a folder or a pattern with JPEG or PNG files.",
     "{0} : aucune image. Donnez un dossier ou un motif avec des fichiers JPEG ou PNG."},
    {"picture_file.unreadable", "{0}: neither a picture nor a video that can be read. Use JPEG or PNG.",
     "{0} : ce n'est ni une image ni une vidéo lisible. Utilisez JPEG ou PNG."},
    {"picture_file.not_a_file", "{0}: a device, not a picture. Give a JPEG or PNG file.",
     "{0} : un périphérique, pas une image. Donnez un fichier JPEG ou PNG."},
    {"picture_file.empty", "{0}: the file is empty. Take or copy the picture again.",
     "{0} : le fichier est vide. Prenez ou copiez l'image à nouveau."},
    {"picture_file.damaged", "{0}: the picture is damaged ({1}). Take or copy it again.",
     "{0} : l'image est endommagée ({1}). Prenez-la ou copiez-la à nouveau."},
    {"picture_file.too_heavy", "{0}: {1} MB are too much for one picture. Use at most {2} MB.",
     "{0} : {1} Mo, c'est trop pour une image. Il faut au plus {2} Mo."},
    {"picture_file.truncated", "{0}: the picture was cut off. Take or copy it again.",
     "{0} : l'image est coupée. Prenez-la ou copiez-la à nouveau."},
    {"picture_file.too_small", "{0}: {1} x {2} pixels is too small to judge. Use at least 160 x 120.",
     "{0} : {1} x {2} pixels, c'est trop petit pour juger. Il faut au moins 160 x 120."},
    {"picture_file.too_large", "{0}: {1} x {2} pixels is too large. Use at most 24 megapixels.",
     "{0} : {1} x {2} pixels, c'est trop grand. Il faut au plus 24 mégapixels."},
    {"picture_file.too_many",
     "{0}: {1} pictures, a check looks at no more than {2}. Give --duration to look at the first ones.",
     "{0} : {1} images, un contrôle en examine {2} au plus. Donnez --duration pour examiner les premières."},
    {"video_file.empty", "{0}: the video holds no pictures. Record again.",
     "{0} : la vidéo ne contient aucune image. Enregistrez à nouveau."},
    {"video_file.damaged", "{0}: the video is damaged near {1} s. Record or copy it again.",
     "{0} : la vidéo est endommagée vers {1} s. Enregistrez-la ou copiez-la à nouveau."},
    {"video_file.too_long",
     "{0}: the video lasts {1} s, a check looks at no more than {2} s. Give --duration to look at its "
     "beginning.",
     "{0} : la vidéo dure {1} s, un contrôle en examine {2} s au plus. Donnez --duration pour en examiner le "
     "début."},
    // Pictures: cameras
    {"camera.none", "No camera was found. Plug one in, or give --pictures, or --no-camera.",
     "Aucune caméra trouvée. Branchez-en une, ou donnez --pictures, ou --no-camera."},
    {"camera.unknown", "Camera \"{0}\": no such device. `preshift devices` lists those there are.",
     "Caméra « {0} » : cet appareil n'existe pas. `preshift devices` montre celles qui sont là."},
    {"camera.leading_elsewhere",
     "Camera \"{0}\": the pipeline leads pictures elsewhere. Give one whose only sink is appsink.",
     "Caméra « {0} » : le pipeline mène des images ailleurs. Donnez-en un dont le seul puits est appsink."},
    {"camera.not_opened",
     "Camera \"{0}\" cannot be opened. Close other programs that use it, allow access to it, check the name.",
     "Impossible d'ouvrir la caméra « {0} ». Fermez les autres programmes qui l'utilisent, autorisez "
     "l'accès, "
     "vérifiez le nom."},
    {"camera.stalled",
     "Camera \"{0}\" stopped delivering pictures after {1} s. Plug it in again and repeat the check.",
     "La caméra « {0} » ne livre plus d'images après {1} s. Rebranchez-la et refaites le contrôle."},
    {"camera.stuck", "Camera \"{0}\" hangs. Plug it in again and repeat the check.",
     "La caméra « {0} » est bloquée. Rebranchez-la et refaites le contrôle."},
    {"camera.support_missing",
     "The part that reads cameras and videos could not be loaded ({0}). Install Preshift again.",
     "La partie qui lit les caméras et les vidéos n'a pas pu être chargée ({0}). Réinstallez Preshift."},
    // Why a sound measure is unknown
    {"sound.muted", "the microphone is muted or delivers digital silence ({0} % of the time)",
     "le microphone est coupé ou livre un silence numérique ({0} % du temps)", "Switch the microphone on.",
     "Activez le microphone."},
    {"sound.too_short", "only {0} s of sound; at least {1} s are needed",
     "seulement {0} s de son ; il en faut au moins {1} s", "Measure for longer.", "Mesurez plus longtemps."},
    {"sound.below_floor", "the sound is below what can be measured",
     "le son est sous ce qui peut être mesuré", "Check the microphone's input level.",
     "Vérifiez le niveau d'entrée du microphone."},
    // Why a measure of the scene is unknown
    {"scene.covered", "the camera is covered or in the dark", "la caméra est couverte ou dans le noir",
     "Open the camera's cover, clean its lens or switch on a light.",
     "Ouvrez le cache de la caméra, nettoyez son objectif ou allumez une lampe."},
    {"scene.dark", "the picture is too dark to judge", "l'image est trop sombre pour juger",
     "Switch on a light.", "Allumez une lampe."},
    {"scene.overexposed", "the picture is too bright to judge", "l'image est trop claire pour juger",
     "Turn the camera away from the light.", "Détournez la caméra de la lumière."},
    {"scene.flat", "the picture has almost no contrast", "l'image n'a presque pas de contraste",
     "Clean the lens and check the light.", "Nettoyez l'objectif et vérifiez l'éclairage."},
    {"scene.blurred", "the picture is too blurred to judge", "l'image est trop floue pour juger",
     "Clean the lens and focus it.", "Nettoyez l'objectif et faites la mise au point."},
    {"scene.frozen", "the camera repeats the same picture", "la caméra répète la même image",
     "Plug the camera in again and close other programs that use it.",
     "Rebranchez la caméra et fermez les autres programmes qui l'utilisent."},
    {"scene.one_picture", "one picture cannot show whether the camera is frozen",
     "une seule image ne montre pas si la caméra est figée", "Give several pictures.",
     "Donnez plusieurs images."},
    {"scene.no_pictures", "there was no picture to look at", "il n'y avait aucune image à examiner",
     "Repeat the check.", "Refaites le contrôle."},
    {"scene.no_detector", "the model that finds people is not installed ({0})",
     "le modèle qui trouve les personnes n'est pas installé ({0})", "Run ./dev models.",
     "Lancez ./dev models."},
    {"scene.detector_damaged", "the model that finds people is damaged ({0})",
     "le modèle qui trouve les personnes est endommagé ({0})", "Run ./dev models.", "Lancez ./dev models."},
    {"door.not_enrolled", "this room is not known to Preshift yet, so a door cannot be told from a wall",
     "Preshift ne connaît pas encore cette pièce : une porte ne s'y distingue pas d'un mur"},
    // The sensing program itself
    {"sense.arguments", "{0} Run `preshift-sense --help`.", "{0} Lancez `preshift-sense --help`."},
    {"sense.crashed", "The measuring program failed inside: {0}.", "Le programme de mesure a échoué : {0}."},
    {"sense.source_timeout", "{0} did not open within {1} s. Plug the device in again and repeat the check.",
     "{0} ne s'est pas ouvert en {1} s. Rebranchez l'appareil et refaites le contrôle."},
};

[[nodiscard]] consteval Text sensing_text(std::string_view id) {
  return pick(k_sensing_texts, id);
}

/// The text with this id, for a reader of the pipe.
[[nodiscard]] std::optional<Text> find_sensing_text(std::string_view id);

}  // namespace preshift
