#!/usr/bin/env python3
"""The acoustic challenge, played through PortAudio and a real PulseAudio server, and heard by its microphone."""

import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "testing"))
from devices import pulse_server, wait_until  # noqa: E402
from preshift_program import PreshiftTest, preshift, sine, write_wav  # noqa: E402

LIVE = ["check", "--no-camera", "--no-voice", "--duration", "3s", "--format", "json"]
RULE = """profile: challenge
version: 1
title: {en: Challenge, fr: Défi}
rules:
  - id: equipment.heard-live
    requirement: equipment
    severity: required
    title: {en: Recorded here, fr: Pris ici}
    rationale: {en: A recording is no room., fr: Un enregistrement n'est pas une pièce.}
    remedy: {en: Turn the loudspeaker on., fr: Activez le haut-parleur.}
    measure: challenge.heard
    equals: heard
"""


class Challenge(PreshiftTest):
    def assert_score(self, result, heard):
        score, threshold = result.measurement("challenge.score"), result.measurement("challenge.threshold")
        self.assertEqual(score["value"] >= threshold["value"], heard, (score, threshold, result))

    def test_is_heard_by_the_microphone_beside_the_loudspeaker_under_other_sound(self):
        with pulse_server() as pulse:
            noise = write_wav(self.folder / "sine.wav", sine(seconds=30, amplitude=0.05))
            with pulse.playing(noise):
                wait_until(pulse.plays, "the sound")
                result = preshift(*LIVE, "--challenge", "--nonce", "4711", env=pulse.env)
            self.assert_score(result, heard=True)
            # The silence was measured before it, and without it.
            self.assertAlmostEqual(result.measurement("sound.duration")["value"], 3.0, delta=0.05)
            # Here the sound server itself joins the two, so it proves nothing of a room.
            self.assertEqual(result.measurement("challenge.heard")["reason"], "chain.virtual", result)
            self.assertTrue(result.json["confinement"]["system_calls"], result)

    def test_is_not_heard_by_a_microphone_elsewhere(self):
        with pulse_server() as pulse:
            elsewhere = pulse.microphone("elsewhere", 48000, 1)
            result = preshift(*LIVE, "--challenge", "--nonce", "4711", env={**elsewhere, "PULSE_SINK": "spk"})
            self.assert_score(result, heard=False)
            self.assertEqual(result.measurement("challenge.heard")["reason"], "challenge.not_heard", result)

    def test_is_played_for_a_profile_that_asks_for_it_and_leaves_it_undecided_unheard(self):
        rules = self.folder / "rules.yaml"
        rules.write_text(RULE, encoding="utf-8")
        with pulse_server() as pulse:
            without = preshift(*LIVE, "--rules", rules, env=pulse.env)
            self.assertEqual(without.status, 2, without)
            self.assertEqual(without.measurement("challenge.heard")["reason"], "challenge.not_played")
            result = preshift(*LIVE, "--rules", rules, "--challenge", "--nonce", "4711", env=pulse.env)
            self.assertEqual(result.rule("equipment.heard-live")["result"], "unknown", result)
            self.assertEqual(result.status, 2, result)
            self.assert_score(result, heard=True)

    def test_a_loudspeaker_that_is_not_there_leaves_the_rest_measured(self):
        with pulse_server() as pulse:
            result = preshift(*LIVE, "--challenge", "--nonce", "4711", "--loudspeaker", "nowhere", env=pulse.env)
            self.assertEqual(result.measurement("challenge.heard")["reason"], "loudspeaker.unknown", result)
            self.assertIn("value", result.measurement("sound.duration"), result)

    def test_is_refused_without_a_nonce_or_a_microphone(self):
        self.assert_refused(preshift(*LIVE, "--challenge"), 3, "--nonce")
        sound = write_wav(self.folder / "sine.wav", sine(seconds=3))
        self.assert_refused(preshift("check", "--sound", sound, "--challenge", "--nonce", "4711"), 3, "microphone")


if __name__ == "__main__":
    unittest.main()
