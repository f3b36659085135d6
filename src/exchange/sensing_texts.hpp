#pragma once

#include "text.hpp"

#include <optional>
#include <string_view>

namespace preshift {

/// Where this system keeps its processing of microphones.
#if defined(_WIN32)
inline constexpr std::string_view k_processing_remedy_english =
    "Settings, System, Sound, your microphone: set audio enhancements to off. In the headset's own program, "
    "too.";
inline constexpr std::string_view k_processing_remedy_french =
    "Paramètres, Système, Son, votre microphone : désactivez les améliorations audio. Dans le logiciel du "
    "casque "
    "aussi.";
#elif defined(__APPLE__)
inline constexpr std::string_view k_processing_remedy_english =
    "Control Centre, Mic Mode: choose Standard. End programs such as Krisp.";
inline constexpr std::string_view k_processing_remedy_french =
    "Centre de contrôle, Mode micro : choisissez Standard. Quittez les programmes comme Krisp.";
#else
inline constexpr std::string_view k_processing_remedy_english =
    "Sound settings, Input: choose the microphone itself, not an echo-cancelled or noise-suppressed copy. "
    "End "
    "EasyEffects, NoiseTorch and the like.";
inline constexpr std::string_view k_processing_remedy_french =
    "Paramètres du son, Entrée : choisissez le microphone lui-même, pas une copie à annulation d'écho ou de "
    "bruit. "
    "Quittez EasyEffects, NoiseTorch et semblables.";
#endif

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
    {"sound_file.phase_missing",
     "{0}: the recording ends at {1} s, before its phases do. Correct the phases.",
     "{0} : l'enregistrement finit à {1} s, avant ses phases. Corrigez les phases."},
    {"sound_file.absurd", "{0}: the sample at {1} s is a million times full scale: the file is damaged.",
     "{0} : l'échantillon à {1} s vaut un million de fois la pleine échelle : le fichier est endommagé."},
    {"sound_file.not_a_file", "{0}: a folder or a device, not a sound file. Give a WAV, FLAC or OGG file.",
     "{0} : un dossier ou un périphérique, pas un fichier son. Donnez un fichier WAV, FLAC ou OGG."},
    {"sound_file.damaged", "{0}: the sound is damaged near {1} s. Record or copy it again.",
     "{0} : le son est endommagé vers {1} s. Enregistrez-le ou copiez-le à nouveau."},
    // Sound: microphones
    {"microphone.none", "No microphone was found. Plug one in, or measure a recording.",
     "Aucun microphone trouvé. Branchez-en un, ou mesurez un enregistrement."},
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
    // Why the sound was not as the microphone heard it
    {"chain.noise_suppression",
     "the sound bears the traces of voice processing, such as noise suppression ({0} times what is suspect)",
     "le son porte les traces d'un traitement de la voix, comme une suppression de bruit ({0} fois ce qui "
     "est suspect)",
     k_processing_remedy_english, k_processing_remedy_french},
    {"chain.automatic_gain", "an automatic gain raised the sound by {0} dB (limit {1} dB)",
     "un gain automatique a relevé le son de {0} dB (limite {1} dB)", k_processing_remedy_english,
     k_processing_remedy_french},
    {"chain.noise_gate", "a noise gate hid the background, times: {0}",
     "une porte de bruit a masqué le fond {0} fois", k_processing_remedy_english, k_processing_remedy_french},
    {"chain.band_limit", "the sound ends at {0} Hz, as over a telephone or a hands-free headset",
     "le son s'arrête à {0} Hz, comme au téléphone ou avec un casque mains libres",
     "Use a wired headset or the built-in microphone, or choose another profile for the headset.",
     "Prenez un casque filaire ou le microphone intégré, ou choisissez un autre profil pour le casque."},
    {"chain.repeated_buffers", "stretches of the sound that came twice: {0}",
     "passages du son arrivés deux fois : {0}",
     "Close other programs, plug the microphone in again and repeat the check.",
     "Fermez les autres programmes, rebranchez le microphone et refaites le contrôle."},
    {"chain.dropouts", "gaps in the sound: {0}", "trous dans le son : {0}",
     "Close other programs, plug the microphone in again and repeat the check.",
     "Fermez les autres programmes, rebranchez le microphone et refaites le contrôle."},
    {"chain.flat_tops", "loud moments are cut off below full scale ({0} samples)",
     "les moments forts sont coupés sous la pleine échelle ({0} échantillons)",
     "Lower the microphone's input level in the system settings.",
     "Baissez le niveau d'entrée du microphone dans les réglages du système."},
    {"chain.gain_step", "the gain changed by {0} dB while measuring",
     "le gain a changé de {0} dB pendant la mesure",
     "Leave the microphone's input level alone during the check and switch automatic gain off.",
     "Ne touchez pas au niveau d'entrée du microphone pendant le contrôle et coupez le gain automatique."},
    {"chain.muted", "the system muted the microphone", "le système a coupé le microphone",
     "Switch the microphone on in the sound settings.", "Activez le microphone dans les réglages du son."},
    {"chain.route_lost", "the sound server stopped telling where the sound comes from",
     "le serveur de son a cessé de dire d'où vient le son", "Repeat the check.", "Refaites le contrôle."},
    {"chain.rerouted", "the system changed to another microphone while measuring",
     "le système est passé à un autre microphone pendant la mesure",
     "Leave the sound settings alone during the check.",
     "Ne touchez pas aux réglages du son pendant le contrôle."},
    {"chain.monitor", "\"{0}\" is what this computer plays, not a microphone ({1})",
     "« {0} » est ce que joue cet ordinateur, pas un microphone ({1})",
     "Choose the microphone itself in the sound settings.",
     "Choisissez le microphone lui-même dans les réglages du son."},
    {"chain.virtual", "\"{0}\" is made by a program, not by a microphone ({1})",
     "« {0} » est créé par un programme, pas par un microphone ({1})",
     "Choose the microphone itself in the sound settings.",
     "Choisissez le microphone lui-même dans les réglages du son."},
    {"chain.filter", "\"{0}\" is a filtered copy of a microphone ({1})",
     "« {0} » est une copie filtrée d'un microphone ({1})", k_processing_remedy_english,
     k_processing_remedy_french},
    {"chain.hands_free", "\"{0}\" is in telephone mode, which processes the sound ({1})",
     "« {0} » est en mode téléphone, qui traite le son ({1})",
     "Use a wired headset or the built-in microphone for the check.",
     "Prenez un casque filaire ou le microphone intégré pour le contrôle."},
    {"chain.narrow", "the sound's band is too narrow to rule noise suppression out",
     "la bande du son est trop étroite pour exclure une suppression de bruit",
     "Set the microphone to 44.1 or 48 kHz in the sound settings; use a wired headset or the built-in "
     "microphone.",
     "Réglez le microphone sur 44,1 ou 48 kHz dans les réglages du son ; prenez un casque filaire ou le "
     "microphone "
     "intégré."},
    {"chain.too_little", "there was too little steady background to tell whether the sound was processed",
     "il y avait trop peu de bruit de fond régulier pour dire si le son a été traité",
     "Measure for longer, at least 10 s in which nobody speaks.",
     "Mesurez plus longtemps, au moins 10 s sans que personne ne parle."},
    {"chain.nothing", "the sound held nothing to tell this from",
     "le son ne contenait rien qui permette de le dire"},
    {"chain.no_route", "a recording does not tell which device it was made with",
     "un enregistrement ne dit pas avec quel appareil il a été fait"},
    {"chain.route_unknown", "the system does not say what kind of device it is",
     "le système ne dit pas de quel genre d'appareil il s'agit",
     "Choose the microphone itself in the sound settings.",
     "Choisissez le microphone lui-même dans les réglages du son."},
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
    {"scene.looped", "the same pictures come round again: this is a recording, not the room",
     "les mêmes images reviennent : c'est un enregistrement, pas la pièce",
     "Choose the camera itself and close programs that play videos into it.",
     "Choisissez la caméra elle-même et fermez les programmes qui y jouent des vidéos."},
    {"scene.nothing_to_compare", "it takes two pictures in a row to see movement",
     "il faut deux images de suite pour voir un mouvement", "Give several pictures.",
     "Donnez plusieurs images."},
    {"scene.one_picture", "one picture cannot show whether the camera is frozen",
     "une seule image ne montre pas si la caméra est figée", "Give several pictures.",
     "Donnez plusieurs images."},
    {"scene.masks_lost",
     "the room was not recognised, so nobody knows which regions must not be looked at, and nothing was",
     "la pièce n'a pas été reconnue : on ne sait donc pas quelles zones ne pas regarder, et rien n'a été "
     "regardé",
     "Point the camera as when the room was enrolled, or enrol this room.",
     "Orientez la caméra comme lors de l'enregistrement de la pièce, ou enregistrez cette pièce."},
    {"scene.no_pictures", "there was no picture to look at", "il n'y avait aucune image à examiner",
     "Repeat the check.", "Refaites le contrôle."},
    {"scene.no_detector", "the model that finds people is not installed ({0})",
     "le modèle qui trouve les personnes n'est pas installé ({0})", "Run ./dev models.",
     "Lancez ./dev models."},
    {"scene.detector_damaged", "the model that finds people is damaged ({0})",
     "le modèle qui trouve les personnes est endommagé ({0})", "Run ./dev models.", "Lancez ./dev models."},
    {"scene.no_pet_detector", "the model that finds pets is not installed ({0})",
     "le modèle qui trouve les animaux n'est pas installé ({0})", "Run ./dev models.",
     "Lancez ./dev models."},
    {"scene.pet_detector_damaged", "the model that finds pets is damaged ({0})",
     "le modèle qui trouve les animaux est endommagé ({0})", "Run ./dev models.", "Lancez ./dev models."},
    {"camera.virtual", "\"{0}\" is no camera: a program makes its pictures ({1})",
     "« {0} » n'est pas une caméra : un programme produit ses images ({1})",
     "Choose the camera itself (`preshift devices`), and repeat the check.",
     "Choisissez la caméra elle-même (`preshift devices`) et refaites le contrôle."},
    {"camera.no_route", "a recording does not tell which camera it was made with",
     "un enregistrement ne dit pas avec quelle caméra il a été fait"},
    {"camera.route_unknown", "the system does not say what kind of camera it is",
     "le système ne dit pas de quel genre de caméra il s'agit", "Choose the camera by its number or name.",
     "Choisissez la caméra par son numéro ou son nom."},
    // Beside the number of people
    {"people.seen_for", "{0} people seen for {1} s", "{0} personnes vues pendant {1} s"},
    {"people.passed", "more than one person seen for {0} s, too briefly to be sure",
     "plus d'une personne vue pendant {0} s, trop brièvement pour en être sûr"},
    {"people.still", "not counted, for they never moved: {0} (a picture, poster or screen?)",
     "non comptées, car elles n'ont jamais bougé : {0} (cadre, affiche ou écran ?)"},
    // Why the acoustic challenge was not heard
    {"challenge.not_played", "no acoustic challenge was played", "aucun défi sonore n'a été joué",
     "Add --challenge and the employer's nonce (--nonce) to a check with a microphone.",
     "Ajoutez --challenge et le nonce de l'employeur (--nonce) à un contrôle avec microphone."},
    {"challenge.not_heard", "the acoustic challenge was not heard (score {0}, {1} is needed)",
     "le défi sonore n'a pas été entendu (score {0}, il faut {1})",
     "Switch the computer's loudspeaker on, turn it up, unplug headphones, switch echo cancellation off, and "
     "repeat "
     "the check.",
     "Activez le haut-parleur de l'ordinateur, montez le son, débranchez le casque, désactivez l'annulation "
     "d'écho et "
     "refaites le contrôle."},
    {"loudspeaker.none", "there is no loudspeaker to play the acoustic challenge",
     "il n'y a pas de haut-parleur pour jouer le défi sonore", "Plug one in, and repeat the check.",
     "Branchez-en un et refaites le contrôle."},
    {"loudspeaker.unknown", "there is no loudspeaker \"{0}\" (there are: {1})",
     "il n'y a pas de haut-parleur « {0} » (il y a : {1})", "Give the name of one that is there.",
     "Donnez le nom d'un haut-parleur présent."},
    {"loudspeaker.ambiguous", "several loudspeakers are called \"{0}\" ({1})",
     "plusieurs haut-parleurs s'appellent « {0} » ({1})", "Give the whole name.", "Donnez le nom entier."},
    {"loudspeaker.not_opened", "the loudspeaker \"{0}\" cannot be opened ({1})",
     "impossible d'ouvrir le haut-parleur « {0} » ({1})",
     "Close other programs that use it, and repeat the check.",
     "Fermez les autres programmes qui l'utilisent et refaites le contrôle."},
    // Why a measure of the agent's voice is unknown
    {"voice.no_detector", "the model that hears speech is not installed ({0})",
     "le modèle qui entend la parole n'est pas installé ({0})", "Run ./dev models.", "Lancez ./dev models."},
    {"voice.detector_damaged", "the model that hears speech is damaged ({0})",
     "le modèle qui entend la parole est endommagé ({0})", "Run ./dev models.", "Lancez ./dev models."},
    {"voice.no_reading", "nobody was asked to read a sentence aloud",
     "personne n'a été invité à lire une phrase à voix haute",
     "Let the check ask for the sentence, or say when a recording holds it.",
     "Laissez le contrôle demander la phrase, ou indiquez quand un enregistrement la contient."},
    {"voice.not_heard", "the sentence was not heard: {0} s of speech, at least {1} s are needed",
     "la phrase n'a pas été entendue : {0} s de parole, il en faut au moins {1} s",
     "Read the sentence on the screen aloud, near the microphone.",
     "Lisez la phrase affichée à voix haute, près du microphone."},
    {"voice.silence_too_short", "only {0} s of silence could be measured; at least {1} s are needed",
     "seulement {0} s de silence mesurables ; il en faut au moins {1} s",
     "Stay silent for as long as the check asks.", "Restez silencieux aussi longtemps que demandé."},
    {"voice.background_too_loud",
     "the voice was only {0} dB above the background; below {1} dB the two cannot be told apart",
     "la voix n'était que {0} dB au-dessus du bruit de fond ; sous {1} dB on ne peut les distinguer",
     "Make the room quieter, or move closer to the microphone.",
     "Rendez la pièce plus calme, ou rapprochez-vous du microphone."},
    // What noises come from
    {"hearing.no_model", "the model that tells what noises come from is not there ({0})",
     "le modèle qui reconnaît l'origine des bruits est absent ({0})",
     "Install Preshift again, or build it again.", "Réinstallez Preshift, ou recompilez-le."},
    {"hearing.model_damaged",
     "the model that tells what noises come from is damaged or of another shape ({0})",
     "le modèle qui reconnaît l'origine des bruits est endommagé ou d'une autre forme ({0})",
     "Install Preshift again; of a model of your own, compare it with models/README.md.",
     "Réinstallez Preshift ; pour un modèle à vous, comparez-le à models/README.md."},
    {"hearing.other_digest",
     "the model that tells what noises come from is not the one expected ({0}: its SHA-256 is {1})",
     "le modèle qui reconnaît l'origine des bruits n'est pas celui attendu ({0} : son SHA-256 est {1})",
     "Install Preshift again; of a model of your own, correct its digest once you know why it changed.",
     "Réinstallez Preshift ; pour un modèle à vous, corrigez son empreinte quand vous savez pourquoi elle a "
     "changé."},
    {"hearing.no_labels", "the labels of the model that tells what noises come from cannot be read ({0})",
     "les étiquettes du modèle qui reconnaît l'origine des bruits sont illisibles ({0})",
     "Install Preshift again; of a model of your own, compare the file with models/README.md.",
     "Réinstallez Preshift ; pour un modèle à vous, comparez le fichier à models/README.md."},
    {"hearing.labels", "{0}: `{1}` is missing or not as models/README.md says",
     "{0} : « {1} » manque ou n'est pas comme le dit models/README.md"},
    {"hearing.no_numbers", "the model that tells what noises come from gave no probabilities",
     "le modèle qui reconnaît l'origine des bruits n'a pas donné de probabilités",
     "Compare it with models/README.md.", "Comparez-le à models/README.md."},
    {"hearing.too_short",
     "the silence was too short to tell what noises come from; at least {0} s are needed",
     "le silence était trop court pour reconnaître l'origine des bruits ; il en faut au moins {0} s",
     "Stay silent for as long as the check asks.", "Restez silencieux aussi longtemps que demandé."},
    {"hearing.no_label", "the model in use does not know this kind of sound",
     "le modèle utilisé ne connaît pas ce genre de son"},
    {"hearing.event", "from {0} s to {1} s, {2} dB above the background: {3} {4} %, {5} {6} %, {7} {8} %",
     "de {0} s à {1} s, {2} dB au-dessus du bruit de fond : {3} {4} %, {5} {6} %, {7} {8} %"},
    {"hearing.most", "most like it from {0} s to {1} s: {3} {4} %, {5} {6} %, {7} {8} %",
     "moment le plus ressemblant de {0} s à {1} s : {3} {4} %, {5} {6} %, {7} {8} %"},
    {"door.not_enrolled", "this room is not known to Preshift yet, so a door cannot be told from a wall",
     "Preshift ne connaît pas encore cette pièce : une porte ne s'y distingue pas d'un mur"},
    // The enrolled room and its door
    {"room.other", "the picture does not show the room that was enrolled",
     "l'image ne montre pas la pièce enregistrée",
     "Point the camera as when the room was enrolled, or enrol this room.",
     "Orientez la caméra comme lors de l'enregistrement, ou enregistrez cette pièce."},
    {"room.too_plain", "the picture shows too little to recognise the room by",
     "l'image montre trop peu de choses pour reconnaître la pièce",
     "Turn on a light, clean the lens, and let the camera see more of the room.",
     "Allumez une lampe, nettoyez l'objectif et montrez davantage de la pièce à la caméra."},
    {"door.out_of_view", "the door is outside the picture", "la porte est hors de l'image",
     "Turn the camera so that the door is in the picture.",
     "Tournez la caméra pour que la porte soit dans l'image."},
    {"door.covered", "too much of the door is covered", "la porte est trop masquée",
     "Move aside what stands between the camera and the door, or sit elsewhere.",
     "Écartez ce qui se trouve entre la caméra et la porte, ou changez de place."},
    {"door.neither", "the door looks neither as closed nor as open as when the room was enrolled",
     "la porte ne ressemble ni à la porte fermée ni à la porte ouverte de l'enregistrement",
     "Close the door, turn on a light, or enrol the room again.",
     "Fermez la porte, allumez une lampe, ou enregistrez la pièce à nouveau."},
    {"door.changing", "the door was seen closed and then open", "la porte a été vue fermée, puis ouverte",
     "Leave the door closed and repeat the check.", "Laissez la porte fermée et refaites le contrôle."},
    // Enrolling a room
    {"enrolment.no_pictures",
     "A room is enrolled from pictures with the door closed and others with it open; one kind is missing. "
     "Give both.",
     "Une pièce s'enregistre avec des images porte fermée et d'autres porte ouverte ; il en manque une "
     "sorte. "
     "Donnez les deux."},
    {"enrolment.too_many", "At most {0} pictures of each state of the door can be used. Give fewer.",
     "Au plus {0} images de chaque état de la porte sont utilisables. Donnez-en moins."},
    {"enrolment.size", "A room is enrolled from pictures of {0} to {1} pixels a side. Use others.",
     "Une pièce s'enregistre avec des images de {0} à {1} pixels de côté. Utilisez-en d'autres."},
    {"enrolment.sizes_differ",
     "The pictures differ in size. Take all with the same camera at the same setting.",
     "Les images n'ont pas toutes la même taille. Prenez-les avec la même caméra et le même réglage."},
    {"enrolment.door_unusable",
     "The outline of the door is not a polygon in or near the picture. Give three to {0} corners in order "
     "around it.",
     "Le contour de la porte n'est pas un polygone dans l'image ou près d'elle. Donnez de trois à {0} coins, "
     "dans "
     "l'ordre."},
    {"enrolment.mask_unusable",
     "A mask is not a polygon in or near the picture, or there are more than {0}. Give three to {1} corners "
     "in order.",
     "Un masque n'est pas un polygone dans l'image ou près d'elle, ou il y en a plus de {0}. Donnez de trois "
     "à {1} "
     "coins, dans l'ordre."},
    {"enrolment.too_plain",
     "The pictures show too little to recognise the room by. Turn on a light, or let the camera see more of "
     "the room.",
     "Les images montrent trop peu de choses pour reconnaître la pièce. Allumez une lampe, ou montrez "
     "davantage de "
     "la pièce à la caméra."},
    {"enrolment.another_place",
     "The pictures were not all taken from the same place. Leave the camera where it is, and take them "
     "again.",
     "Les images n'ont pas toutes été prises du même endroit. Laissez la caméra en place et reprenez-les."},
    {"enrolment.nothing_changed",
     "Nothing that could be a door differs between the closed and the open pictures. Open the door wide in "
     "view of "
     "the camera, and take the open pictures again.",
     "Rien qui puisse être une porte ne diffère entre les images porte fermée et porte ouverte. Ouvrez grand "
     "la "
     "porte devant la caméra et reprenez les images porte ouverte."},
    {"enrolment.door_hidden",
     "The masks hide the door, or it is outside the picture. Leave the door uncovered.",
     "Les masques cachent la porte, ou elle est hors de l'image. Laissez la porte découverte."},
    {"room_file.missing", "{0}: there is no such room file. Make one with `preshift enrol`.",
     "{0} : ce fichier de pièce n'existe pas. Créez-en un avec `preshift enrol`."},
    {"room_file.unreadable", "{0}: the room file cannot be read. Check who may read it.",
     "{0} : impossible de lire le fichier de pièce. Vérifiez qui a le droit de le lire."},
    {"enrol.given_up", "The enrolment was given up; nothing was written.",
     "L'enregistrement de la pièce a été abandonné ; rien n'a été écrit."},
    {"room_file.too_large",
     "{0}: larger than a room file can be ({1} KiB). Give the file that the enrolment wrote.",
     "{0} : plus gros qu'un fichier de pièce ne peut l'être ({1} Kio). Donnez le fichier écrit par "
     "l'enregistrement."},
    {"room_file.not_a_room", "{0}: not a room file. Give the file that the enrolment wrote.",
     "{0} : ce n'est pas un fichier de pièce. Donnez le fichier écrit par l'enregistrement."},
    {"room_file.version",
     "{0}: a room file of version {1}; this program reads version {2}. Enrol the room again.",
     "{0} : fichier de pièce en version {1} ; ce programme lit la version {2}. Enregistrez la pièce à "
     "nouveau."},
    {"room_file.truncated", "{0}: the room file was cut off. Copy it again, or enrol the room again.",
     "{0} : le fichier de pièce est coupé. Copiez-le à nouveau, ou enregistrez la pièce à nouveau."},
    {"room_file.damaged", "{0}: the room file is damaged. Copy it again, or enrol the room again.",
     "{0} : le fichier de pièce est endommagé. Copiez-le à nouveau, ou enregistrez la pièce à nouveau."},
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
