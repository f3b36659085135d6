#include "calendar_words.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace preshift {
namespace {

struct Name {
  std::string_view english;
  std::string_view french;
  std::string_view short_english;
  std::string_view short_french;

  [[nodiscard]] std::string_view in(Language language) const {
    return language == Language::french ? french : english;
  }
  [[nodiscard]] std::string_view short_in(Language language) const {
    return language == Language::french ? short_french : short_english;
  }
};

constexpr std::array<Name, 12> k_months{{
    {"January", "janvier", "Jan", "janv."},
    {"February", "février", "Feb", "févr."},
    {"March", "mars", "Mar", "mars"},
    {"April", "avril", "Apr", "avr."},
    {"May", "mai", "May", "mai"},
    {"June", "juin", "Jun", "juin"},
    {"July", "juillet", "Jul", "juil."},
    {"August", "août", "Aug", "août"},
    {"September", "septembre", "Sep", "sept."},
    {"October", "octobre", "Oct", "oct."},
    {"November", "novembre", "Nov", "nov."},
    {"December", "décembre", "Dec", "déc."},
}};

constexpr std::array<Name, 7> k_weekdays{{
    {"Monday", "lundi", "Mon", "lun."},
    {"Tuesday", "mardi", "Tue", "mar."},
    {"Wednesday", "mercredi", "Wed", "mer."},
    {"Thursday", "jeudi", "Thu", "jeu."},
    {"Friday", "vendredi", "Fri", "ven."},
    {"Saturday", "samedi", "Sat", "sam."},
    {"Sunday", "dimanche", "Sun", "dim."},
}};

const Name& month_of(const std::chrono::year_month_day& date) {
  return k_months.at(static_cast<unsigned>(date.month()) - 1);
}

std::string day_of_month(const std::chrono::year_month_day& date, Language language) {
  const auto day = static_cast<unsigned>(date.day());
  return day == 1 && language == Language::french ? "1er" : std::to_string(day);
}

}  // namespace

std::string written_day(std::chrono::sys_days day, Language language) {
  const std::chrono::year_month_day date(day);
  return fmt::format("{} {} {}", day_of_month(date, language), month_of(date).in(language),
                     static_cast<int>(date.year()));
}

std::string short_day(std::chrono::sys_days day, Language language) {
  const std::chrono::year_month_day date(day);
  return fmt::format("{} {}", day_of_month(date, language), month_of(date).short_in(language));
}

std::string short_month(std::chrono::sys_days day, Language language) {
  const std::chrono::year_month_day date(day);
  return fmt::format("{} {}", month_of(date).short_in(language), static_cast<int>(date.year()));
}

std::string weekday_name(unsigned iso_weekday, Language language) {
  return std::string(k_weekdays.at(iso_weekday - 1).in(language));
}

std::string short_weekday(unsigned iso_weekday, Language language) {
  return std::string(k_weekdays.at(iso_weekday - 1).short_in(language));
}

}  // namespace preshift
