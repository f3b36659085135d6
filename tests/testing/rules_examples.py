"""Rules files that several tests begin from."""

# One rule, in which nothing is to be mended.
NIGHT = """profile: night
version: 1
title: {en: Night, fr: Nuit}
rules:
  - id: quiet.noise
    requirement: quiet
    severity: required
    title: {en: It is quiet, fr: Tout est calme}
    rationale: {en: Noise hides words, fr: Le bruit couvre des mots}
    remedy: {en: Close the window, fr: Fermez la fenêtre}
    measure: sound.laeq
    at_most: 45 dB(A)
"""
