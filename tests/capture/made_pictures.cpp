#include "made_pictures.hpp"

#include <gtest/gtest.h>
#include <opencv2/core.hpp>
#include <png.h>
#include <turbojpeg.h>

#include <vector>

namespace preshift::testing {
namespace {

char byte(int value, int shift) {
  return static_cast<char>(value >> shift & 0xFF);
}

std::string little_endian(int value) {
  return {byte(value, 0), byte(value, 8), byte(value, 16), byte(value, 24)};
}

void append(png_structp png, png_bytep data, std::size_t size) {
  static_cast<std::string*>(png_get_io_ptr(png))->append(reinterpret_cast<const char*>(data), size);
}

}  // namespace

cv::Mat quarters(int width, int height) {
  cv::Mat picture(height, width, CV_8UC3);
  const cv::Rect quarter(0, 0, width / 2, height / 2);
  picture(quarter).setTo(cv::Scalar(255, 0, 0));
  picture(quarter + cv::Point(width / 2, 0)).setTo(cv::Scalar(0, 255, 0));
  picture(quarter + cv::Point(0, height / 2)).setTo(cv::Scalar(0, 0, 255));
  picture(quarter + cv::Point(width / 2, height / 2)).setTo(cv::Scalar(255, 255, 255));
  return picture;
}

std::string jpeg_of(const cv::Mat& bgr) {
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  tjhandle compressor = tjInitCompress();
  const int failed = tjCompress2(compressor, bgr.data, bgr.cols, static_cast<int>(bgr.step[0]), bgr.rows,
                                 TJPF_BGR, &bytes, &size, TJSAMP_444, 95, 0);
  EXPECT_EQ(failed, 0) << tjGetErrorStr2(compressor);
  std::string jpeg(reinterpret_cast<const char*>(bytes), size);
  tjFree(bytes);
  tjDestroy(compressor);
  return jpeg;
}

std::string png_of(const cv::Mat& bgr) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = static_cast<png_uint_32>(bgr.cols);
  image.height = static_cast<png_uint_32>(bgr.rows);
  image.format = PNG_FORMAT_BGR;
  png_alloc_size_t size = 0;
  const auto stride = static_cast<png_int_32>(bgr.step[0]);
  EXPECT_NE(png_image_write_to_memory(&image, nullptr, &size, 0, bgr.data, stride, nullptr), 0);
  std::string png(size, '\0');
  EXPECT_NE(png_image_write_to_memory(&image, png.data(), &size, 0, bgr.data, stride, nullptr), 0);
  png.resize(size);
  return png;
}

std::string bmp_of(const cv::Mat& bgr) {
  const int row_bytes = (bgr.cols * 3 + 3) / 4 * 4;
  std::string bmp = "BM" + little_endian(54 + row_bytes * bgr.rows) + little_endian(0) + little_endian(54) +
                    little_endian(40) + little_endian(bgr.cols) + little_endian(bgr.rows) +
                    little_endian(1 | 24 << 16) + std::string(24, '\0');
  for (int y = bgr.rows - 1; y >= 0; --y) {
    std::string row(reinterpret_cast<const char*>(bgr.ptr(y)), static_cast<std::size_t>(bgr.cols) * 3);
    row.resize(static_cast<std::size_t>(row_bytes));
    bmp += row;
  }
  return bmp;
}

std::string with_orientation(const std::string& jpeg, int orientation) {
  const std::string tiff = std::string("MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", 19) +
                           static_cast<char>(orientation) + std::string(6, '\0');
  const std::string exif = std::string("Exif\0\0", 6) + tiff;
  const int length = static_cast<int>(exif.size()) + 2;
  return jpeg.substr(0, 2) + "\xFF\xE1" + byte(length, 8) + byte(length, 0) + exif + jpeg.substr(2);
}

std::string black_png(std::uint32_t width, std::uint32_t height) {
  std::string bytes;
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
  png_infop info = png_create_info_struct(png);
  png_set_write_fn(png, &bytes, &append, nullptr);
  png_set_IHDR(png, info, width, height, 1, PNG_COLOR_TYPE_GRAY, PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_write_info(png, info);
  const std::vector<png_byte> row(width / 8 + 1, 0);
  for (std::uint32_t y = 0; y < height; ++y) png_write_row(png, row.data());
  png_write_end(png, info);
  png_destroy_write_struct(&png, &info);
  return bytes;
}

std::string with_size(std::string jpeg, int width, int height) {
  const std::size_t frame = jpeg.find("\xFF\xC0");
  EXPECT_NE(frame, std::string::npos);
  jpeg[frame + 5] = byte(height, 8);
  jpeg[frame + 6] = byte(height, 0);
  jpeg[frame + 7] = byte(width, 8);
  jpeg[frame + 8] = byte(width, 0);
  return jpeg;
}

}  // namespace preshift::testing
