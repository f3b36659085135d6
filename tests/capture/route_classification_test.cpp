#include "route_classification.hpp"

#include <gtest/gtest.h>

namespace preshift {
namespace {

/// As `pactl list sources` shows them on systems in use.
SourceProperties built_in_microphone() {
  return {.name = "alsa_input.pci-0000_00_1f.3.analog-stereo",
          .description = "Built-in Audio Analog Stereo",
          .module = "module-alsa-card",
          .driver = "module-alsa-card.c",
          .monitor_of = {},
          .hardware = true,
          .properties = {{"device.api", "alsa"},
                         {"device.class", "sound"},
                         {"device.bus", "pci"},
                         {"alsa.card", "0"},
                         {"alsa.card_name", "HDA Intel PCH"},
                         {"alsa.driver_name", "snd_hda_intel"},
                         {"alsa.id", "ALC257 Analog"}}};
}

SourceProperties usb_microphone_on_pipewire(const std::string& product) {
  return {.name = "alsa_input.usb-Vendor_Product-00.mono-fallback",
          .description = product + " Mono",
          .module = {},
          .driver = "PipeWire",
          .monitor_of = {},
          .hardware = true,
          .properties = {{"device.api", "alsa"},
                         {"device.class", "sound"},
                         {"device.bus", "usb"},
                         {"media.class", "Audio/Source"},
                         {"factory.name", "api.alsa.pcm.source"},
                         {"node.nick", product},
                         {"device.product.name", product},
                         {"api.alsa.pcm.card", "1"},
                         {"alsa.card_name", product},
                         {"alsa.driver_name", "snd_usb_audio"}}};
}

SourceProperties pulseaudio_source(const std::string& name, const std::string& description,
                                   const std::string& module, const std::string& device_class) {
  return {.name = name,
          .description = description,
          .module = module,
          .driver = module + ".c",
          .monitor_of = {},
          .hardware = false,
          .properties = {{"device.class", device_class}, {"device.description", description}}};
}

SourceProperties pipewire_node(const std::string& name, const std::string& description,
                               const std::string& link_group) {
  return {.name = name,
          .description = description,
          .module = {},
          .driver = "PipeWire",
          .monitor_of = {},
          .hardware = false,
          .properties = {{"media.class", "Audio/Source"},
                         {"node.name", name},
                         {"node.description", description},
                         {"node.link-group", link_group},
                         {"node.virtual", "true"}}};
}

SourceProperties bluetooth(const std::string& name, const std::string& key, const std::string& profile) {
  return {.name = name,
          .description = "WH-1000XM4",
          .module = {},
          .driver = "PipeWire",
          .monitor_of = {},
          .hardware = true,
          .properties = {{"device.api", "bluez5"}, {"device.bus", "bluetooth"}, {key, profile}}};
}

const RouteFinding k_physical{RouteKind::physical, {}};

TEST(RouteClassification, TakesSoundCardsForMicrophones) {
  EXPECT_EQ(classify_source(built_in_microphone()), k_physical);
  EXPECT_EQ(classify_source(usb_microphone_on_pipewire("Yeti Stereo Microphone")), k_physical);
}

TEST(RouteClassification, NeverBlamesARealMicrophoneForItsName) {
  for (const char* product :
       {"Jabra Link 380", "Monitor Audio Mic", "Krisp Edition Headset", "Virtual Microphone 7.1",
        "AI Noise Reduction Headset", "Loopback Pro", "Moniteur de studio", "Echo Cancelling Speakerphone"})
    EXPECT_EQ(classify_source(usb_microphone_on_pipewire(product)), k_physical) << product;
}

TEST(RouteClassification, KnowsMonitorsOfOutputs) {
  SourceProperties hardware_output = built_in_microphone();
  hardware_output.description = "Monitor of Built-in Audio Analog Stereo";
  hardware_output.monitor_of = "alsa_output.pci-0000_00_1f.3.analog-stereo";
  EXPECT_EQ(classify_source(hardware_output),
            (RouteFinding{RouteKind::monitor, "Monitor of Built-in Audio Analog Stereo"}))
      << "PipeWire gives the monitor of a sound card the flag of hardware";
  const auto null_sink =
      pulseaudio_source("spk.monitor", "Monitor of Null Output", "module-null-sink", "monitor");
  EXPECT_EQ(classify_source(null_sink).kind, RouteKind::monitor);
}

TEST(RouteClassification, KnowsPulseAudiosEchoCancellation) {
  auto source = pulseaudio_source("ec", "Built-in Audio (echo cancelled with Speakers)", "module-echo-cancel",
                                  "filter");
  EXPECT_EQ(classify_source(source), (RouteFinding{RouteKind::filter, source.description}));
  source.description = "My nice microphone";
  EXPECT_EQ(classify_source(source), (RouteFinding{RouteKind::filter, "module-echo-cancel"}))
      << "whoever loads a module chooses the description";
}

TEST(RouteClassification, KnowsPipeWiresFilters) {
  EXPECT_EQ(
      classify_source(pipewire_node("echo-cancel-source", "Echo-Cancel Source", "echo-cancel-1402-17")).kind,
      RouteKind::filter);
  EXPECT_EQ(
      classify_source(pipewire_node("effect_output.rnnoise", "Noise Canceling source", "filter-chain-9-1"))
          .kind,
      RouteKind::filter);
  EXPECT_EQ(classify_source(pipewire_node("mic2", "Microphone", "filter-chain-1402-17")),
            (RouteFinding{RouteKind::filter, "filter-chain-1402-17"}));
  EXPECT_EQ(classify_source(pipewire_node("easyeffects_source", "Easy Effects Source", "")),
            (RouteFinding{RouteKind::filter, "Easy Effects Source"}));
}

TEST(RouteClassification, KnowsNoiseTorchOnBothServers) {
  const auto remapped =
      pulseaudio_source("nui_mic_remap", "NoiseTorch Microphone", "module-remap-source", "filter");
  EXPECT_EQ(classify_source(remapped), (RouteFinding{RouteKind::filter, "NoiseTorch Microphone"}));
  EXPECT_EQ(classify_source(pipewire_node("NoiseTorch Microphone for Yeti", "", "")).kind, RouteKind::filter);
}

TEST(RouteClassification, TakesAnUnknownModuleThatFiltersForAFilter) {
  EXPECT_EQ(classify_source(pulseaudio_source("voice", "Voice", "module-voice-cleaner", "filter")),
            (RouteFinding{RouteKind::filter, "module-voice-cleaner"}));
}

TEST(RouteClassification, KnowsOtherSourcesThatProgramsMake) {
  for (const char* module :
       {"module-pipe-source", "module-null-source", "module-sine-source", "module-tunnel-source"})
    EXPECT_EQ(classify_source(pulseaudio_source("mic", "Microphone", module, "sound")),
              (RouteFinding{RouteKind::virtual_device, module}));
  const auto remapped = pulseaudio_source("mic", "Remapped Built-in Audio", "module-remap-source", "filter");
  EXPECT_EQ(classify_source(remapped), (RouteFinding{RouteKind::virtual_device, "module-remap-source"}));
  EXPECT_EQ(classify_source(pipewire_node("my-mic", "Microphone", "loopback-1402-17")).kind,
            RouteKind::virtual_device);
}

TEST(RouteClassification, SeesThroughPropertiesThatClaimHardware) {
  SourceProperties node = pipewire_node("alsa_input.usb-Yeti", "Yeti", "");
  node.hardware = true;  // PipeWire sets its flag for every node with the property device.api
  node.properties["device.api"] = "alsa";
  node.properties["factory.name"] = "support.null-audio-sink";
  EXPECT_EQ(classify_source(node), (RouteFinding{RouteKind::virtual_device, "support.null-audio-sink"}));
  node.properties.erase("factory.name");
  node.properties["media.class"] = "Audio/Source/Virtual";
  EXPECT_EQ(classify_source(node), (RouteFinding{RouteKind::virtual_device, "Audio/Source/Virtual"}));
}

TEST(RouteClassification, TakesAnAlsaPluginWithoutACardForAProgram) {
  SourceProperties plugin = built_in_microphone();
  plugin.name = "alsa_input.from_a_file";
  plugin.properties.erase("alsa.card");
  EXPECT_EQ(classify_source(plugin), (RouteFinding{RouteKind::virtual_device, "alsa_input.from_a_file"}));
}

TEST(RouteClassification, KnowsSoundCardsThatAreOnlyInMemory) {
  SourceProperties card = built_in_microphone();
  card.name = "alsa_input.platform-snd_aloop.0.analog-stereo";
  card.properties["alsa.card_name"] = "Loopback";
  EXPECT_EQ(classify_source(card), (RouteFinding{RouteKind::virtual_device, "Loopback"}));
  card.properties["alsa.card_name"] = "Renamed";
  EXPECT_EQ(classify_source(card), (RouteFinding{RouteKind::virtual_device, card.name}));
}

TEST(RouteClassification, TellsBluetoothsTelephoneModeFromItsOthers) {
  EXPECT_EQ(classify_source(bluetooth("bluez_input.38_18.0", "api.bluez5.profile", "headset-head-unit")),
            (RouteFinding{RouteKind::hands_free, "headset-head-unit"}));
  EXPECT_EQ(classify_source(bluetooth("bluez_source.38_18.handsfree_head_unit", "bluetooth.protocol",
                                      "handsfree_head_unit"))
                .kind,
            RouteKind::hands_free);
  EXPECT_EQ(classify_source(bluetooth("bluez_input.38_18", "api.bluez5.codec", "msbc")).kind,
            RouteKind::hands_free);
  EXPECT_EQ(classify_source(bluetooth("bluez_input.38_18", "device.description", "Headphones")),
            (RouteFinding{RouteKind::hands_free, "bluez_input.38_18"}));
  EXPECT_EQ(classify_source(bluetooth("bluez_input.38_18.0", "api.bluez5.profile", "bap-duplex")),
            k_physical);
  EXPECT_EQ(classify_source(bluetooth("bluez_source.38_18.a2dp_source", "bluetooth.protocol", "a2dp_source")),
            RouteFinding{});
}

TEST(DeviceNameClassification, KnowsTheNamesOfWindowsAndMacDevices) {
  const auto kind = [](const char* name) { return classify_device_name(name, "Windows WASAPI").kind; };
  EXPECT_EQ(kind("Microphone (NVIDIA Broadcast)"), RouteKind::filter);
  EXPECT_EQ(kind("krisp microphone"), RouteKind::filter);
  EXPECT_EQ(kind("Microphone (Voicemod Virtual Audio Device (WDM))"), RouteKind::filter);
  EXPECT_EQ(kind("SteelSeries Sonar - Microphone (SteelSeries Sonar Virtual Audio Device)"),
            RouteKind::filter);
  EXPECT_EQ(kind("Headset (Evolve 65 Hands-Free AG Audio)"), RouteKind::hands_free);
  EXPECT_EQ(kind("Stereo Mix (Realtek(R) Audio)"), RouteKind::monitor);
  EXPECT_EQ(kind("Mixage Stéréo (Realtek High Definition Audio)"), RouteKind::monitor);
  EXPECT_EQ(kind("Stereomix (Realtek High Definition Audio)"), RouteKind::monitor);
  EXPECT_EQ(kind("Speakers (Realtek(R) Audio) [Loopback]"), RouteKind::monitor);
  EXPECT_EQ(kind("CABLE Output (VB-Audio Virtual Cable)"), RouteKind::virtual_device);
  EXPECT_EQ(kind("BlackHole 2ch"), RouteKind::virtual_device);
  EXPECT_EQ(kind("Loopback Audio"), RouteKind::virtual_device);
  EXPECT_EQ(kind("Microsoft Teams Audio Device"), RouteKind::virtual_device);
}

TEST(DeviceNameClassification, KnowsMonitorsInThreeLanguages) {
  for (const char* name :
       {"Monitor of Built-in Audio", "Moniteur de Audio interne", "Monitor von Eingebautes Audio"})
    EXPECT_EQ(classify_device_name(name, "PulseAudio"), (RouteFinding{RouteKind::monitor, name}));
}

TEST(DeviceNameClassification, BlamesNoOrdinaryHeadset) {
  for (const char* name :
       {"Jabra Link 380", "Monitor Audio Mic", "Microphone (Yeti Stereo Microphone)", "Réseau de microphones",
        "Headset Microphone (Plantronics Blackwire 3220 Series)", "MacBook Pro Microphone",
        "Headset (Noise Cancelling Headset 700)", "Mikrofon (Logitech PRO X Gaming Headset)", "default",
        "pulse", "Microphone (Virtual Surround 7.1)", "Micro monitor 2",
        "Headset Mic (Poly Sync 20 hands-free)"})
    EXPECT_EQ(classify_device_name(name, "Windows WASAPI"), RouteFinding{}) << name;
}

TEST(DeviceNameClassification, TakesAlsasSoundCardsForMicrophonesButThoseInMemory) {
  EXPECT_EQ(classify_device_name("HDA Intel PCH: ALC257 Analog (hw:0,0)", "ALSA"), k_physical);
  EXPECT_EQ(classify_device_name("Krisp Headset: USB Audio (hw:1,0)", "ALSA"), k_physical);
  EXPECT_EQ(classify_device_name("Loopback: PCM (hw:2,1)", "ALSA").kind, RouteKind::virtual_device);
  EXPECT_EQ(classify_device_name("Dummy: Dummy PCM (hw:3,0)", "ALSA").kind, RouteKind::virtual_device);
}

}  // namespace
}  // namespace preshift
