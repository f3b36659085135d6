#include "room_file.hpp"

#include "crc32.hpp"
#include "sensing_texts.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>
#include <optional>
#include <string>

namespace preshift {
namespace {

// As in PNG, a line end and a high byte show a file that a mail program or a text mode has mangled.
constexpr std::array<std::uint8_t, 8> k_signature{0x8E, 'P', 'S', 'R', 'O', 'O', 'M', '\n'};
constexpr std::uint16_t k_version = 1;
constexpr std::size_t k_header = k_signature.size() + 2 + 4;
constexpr std::size_t k_checksum = 4;
constexpr std::size_t k_smallest = k_header + k_checksum;

class Writer {
 public:
  explicit Writer(std::vector<std::uint8_t>& bytes) : m_bytes(bytes) {}

  /// The `count` lowest bytes of `value`, lowest first.
  void number(std::uint64_t value, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) m_bytes.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
  }

  void point(const cv::Point2f& at) {
    number(std::bit_cast<std::uint32_t>(at.x), 4);
    number(std::bit_cast<std::uint32_t>(at.y), 4);
  }

  void outline(const Outline& corners) {
    number(corners.size(), 2);
    for (const auto& corner : corners) point(corner);
  }

  void edges(const std::vector<EdgePoint>& edges) {
    number(edges.size(), 2);
    for (const EdgePoint& edge : edges) {
      point(edge.at);
      number(edge.direction, 1);
    }
  }

 private:
  std::vector<std::uint8_t>& m_bytes;
};

/// Reads from the front; once something was not there or out of range, everything after is nothing.
class Reader {
 public:
  explicit Reader(std::span<const std::uint8_t> bytes) : m_rest(bytes) {}

  [[nodiscard]] bool failed() const { return m_failed; }
  [[nodiscard]] bool at_end() const { return m_rest.empty(); }

  std::uint64_t number(std::size_t count) {
    if (m_rest.size() < count) return fail();
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < count; ++i) value |= static_cast<std::uint64_t>(m_rest[i]) << (8 * i);
    m_rest = m_rest.subspan(count);
    return value;
  }

  std::size_t count(std::size_t fewest, std::size_t most) {
    const std::size_t value = number(2);
    if (value < fewest || value > most) fail();
    return m_failed ? 0 : value;
  }

  /// A point at most `margin` outside the picture.
  cv::Point2f point(cv::Size2f picture, float margin) {
    const float x = coordinate(picture.width, margin);
    return {x, coordinate(picture.height, margin)};
  }

  std::uint64_t fail() {
    m_failed = true;
    m_rest = {};
    return 0;
  }

 private:
  float coordinate(float size, float margin) {
    const auto value = std::bit_cast<float>(static_cast<std::uint32_t>(number(4)));
    if (!(value >= -margin && value <= size + margin)) fail();  // not a number, too
    return m_failed ? 0.0F : value;
  }

  std::span<const std::uint8_t> m_rest;
  bool m_failed = false;
};

cv::Size read_size(Reader& reader) {
  const int width = static_cast<int>(reader.number(2));
  const int height = static_cast<int>(reader.number(2));
  if (std::min(width, height) < k_smallest_room_picture || std::max(width, height) > k_largest_room_picture)
    reader.fail();
  return reader.failed() ? cv::Size() : cv::Size(width, height);
}

Outline read_outline(Reader& reader, cv::Size2f picture) {
  Outline corners(reader.count(3, k_most_outline_corners));
  for (auto& corner : corners) corner = reader.point(picture, std::max(picture.width, picture.height));
  return corners;
}

std::vector<EdgePoint> read_edges(Reader& reader, cv::Size2f picture) {
  std::vector<EdgePoint> edges(reader.count(0, k_most_edge_points));
  for (EdgePoint& edge : edges) {
    edge.at = reader.point(picture, 0);
    edge.direction = static_cast<std::uint8_t>(reader.number(1));
  }
  return edges;
}

std::vector<RoomFeature> read_features(Reader& reader, cv::Size2f picture) {
  std::vector<RoomFeature> features(reader.count(k_fewest_room_features, k_most_room_features));
  for (RoomFeature& feature : features) {
    feature.at = reader.point(picture, 0);
    for (auto& byte : feature.descriptor) byte = static_cast<std::uint8_t>(reader.number(1));
  }
  return features;
}

std::optional<RoomEnrolment> read_room(Reader reader) {
  RoomEnrolment room;
  room.picture = read_size(reader);
  const cv::Size2f size = room.picture;
  room.features = read_features(reader, size);
  room.surroundings = read_edges(reader, size);
  room.door = read_outline(reader, size);
  room.masks.resize(reader.count(0, k_most_room_masks));
  for (Outline& mask : room.masks) mask = read_outline(reader, size);
  room.closed = read_edges(reader, size);
  room.open = read_edges(reader, size);
  if (reader.failed() || !reader.at_end()) return std::nullopt;
  return room;
}

}  // namespace

std::vector<std::uint8_t> encode_room(const RoomEnrolment& room) {
  std::vector<std::uint8_t> bytes(k_signature.begin(), k_signature.end());
  Writer writer(bytes);
  writer.number(k_version, 2);
  const std::size_t length_at = bytes.size();
  writer.number(0, 4);
  writer.number(static_cast<std::uint64_t>(room.picture.width), 2);
  writer.number(static_cast<std::uint64_t>(room.picture.height), 2);
  writer.number(room.features.size(), 2);
  for (const RoomFeature& feature : room.features) {
    writer.point(feature.at);
    for (const std::uint8_t byte : feature.descriptor) writer.number(byte, 1);
  }
  writer.edges(room.surroundings);
  writer.outline(room.door);
  writer.number(room.masks.size(), 2);
  for (const Outline& mask : room.masks) writer.outline(mask);
  writer.edges(room.closed);
  writer.edges(room.open);
  const std::size_t length = bytes.size() + k_checksum;
  for (std::size_t i = 0; i < 4; ++i) bytes[length_at + i] = static_cast<std::uint8_t>(length >> (8 * i));
  writer.number(crc32(bytes), 4);
  return bytes;
}

Result<RoomEnrolment> decode_room(std::span<const std::uint8_t> bytes, std::string_view name) {
  const std::string file(name);
  if (bytes.size() > k_largest_room_file)
    return unusable_input(sensing_text("room_file.too_large"), file,
                          static_cast<double>(k_largest_room_file) / 1024);
  const auto signature = bytes.first(std::min(bytes.size(), k_signature.size()));
  if (bytes.empty() || !std::equal(signature.begin(), signature.end(), k_signature.begin()))
    return unusable_input(sensing_text("room_file.not_a_room"), file);
  if (bytes.size() < k_smallest) return unusable_input(sensing_text("room_file.truncated"), file);
  Reader header(bytes.subspan(k_signature.size(), k_header - k_signature.size()));
  const auto version = header.number(2);
  if (version != k_version)
    return unusable_input(sensing_text("room_file.version"), file, static_cast<double>(version),
                          static_cast<double>(k_version));
  const auto length = header.number(4);
  if (length > bytes.size()) return unusable_input(sensing_text("room_file.truncated"), file);
  const auto content = bytes.first(bytes.size() - k_checksum);
  Reader checksum(bytes.last(k_checksum));
  if (length < bytes.size() || checksum.number(4) != crc32(content))
    return unusable_input(sensing_text("room_file.damaged"), file);
  auto room = read_room(Reader(content.subspan(k_header)));
  if (!room) return unusable_input(sensing_text("room_file.damaged"), file);
  return std::move(*room);
}

}  // namespace preshift
