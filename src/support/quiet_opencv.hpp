#pragma once

#include <opencv2/core/utils/logger.hpp>

namespace preshift {

/// While it stands OpenCV writes nothing to the screen, as it else does of a damaged file. For targets that
/// link OpenCV.
class QuietOpenCv {
 public:
  QuietOpenCv() : m_level(cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT)) {}
  ~QuietOpenCv() { cv::utils::logging::setLogLevel(m_level); }
  QuietOpenCv(const QuietOpenCv&) = delete;
  QuietOpenCv& operator=(const QuietOpenCv&) = delete;

 private:
  cv::utils::logging::LogLevel m_level;
};

}  // namespace preshift
