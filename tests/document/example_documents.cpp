#include "example_documents.hpp"

#include "bars_chart.hpp"
#include "calendar_words.hpp"
#include "heat_map.hpp"
#include "level_chart.hpp"
#include "share_chart.hpp"

#include <cmath>

namespace preshift::testing {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr sys_days k_first_day = std::chrono::year(2026) / 10 / 1;

std::string in(Language language, const char* english, const char* french) {
  return language == Language::french ? french : english;
}

std::vector<OutcomesOfPeriod> outcomes(int count) {
  std::vector<OutcomesOfPeriod> periods;
  for (int day = 0; day < count; ++day) {
    const auto begin = k_first_day + days(day);
    const bool is_weekend = day % 7 == 2 || day % 7 == 3;
    const auto checks = static_cast<std::size_t>(is_weekend ? 0 : 180 + day * 37 % 90);
    const auto bad = static_cast<std::size_t>(8 + day * 13 % 17);
    const auto open = static_cast<std::size_t>(day * 7 % 11);
    periods.push_back({begin, begin + days(1), checks == 0 ? 0 : checks - bad - open, checks == 0 ? 0 : bad,
                       checks == 0 ? 0 : open});
  }
  return periods;
}

Table days_table(Language language, int count) {
  Table table{"days",
              in(language, "Checks a day", "Contrôles par jour"),
              {{in(language, "Day", "Jour")},
               {in(language, "Checks", "Contrôles"), true},
               {in(language, "Not cleared", "Non autorisés"), true},
               {in(language, "Share cleared, %", "Part d'autorisés, %"), true},
               {in(language, "Remark", "Remarque")}},
              {},
              in(language, "There were no checks.", "Il n'y a eu aucun contrôle.")};
  for (const OutcomesOfPeriod& day : outcomes(count)) {
    if (day.checks() == 0) continue;
    const double share = 100.0 * static_cast<double>(day.cleared) / static_cast<double>(day.checks());
    table.rows.push_back({{written_day(day.begin, language)},
                          {Number{static_cast<double>(day.checks())}},
                          {Number{static_cast<double>(day.not_cleared)}},
                          {Number{share, 1}},
                          share < 88 ? Cell{in(language, "below the goal", "sous l'objectif"), Tone::bad}
                                     : Cell{in(language, "goal met", "objectif atteint"), Tone::good}});
  }
  return table;
}

WeekOfHours week(Language language) {
  WeekOfHours hours;
  hours.unit = "%";
  (void)language;
  for (std::size_t day = 0; day < 6; ++day)
    for (std::size_t hour = 6; hour < 22; ++hour)
      hours.values.at(day).at(hour) =
          std::round(12 + 10 * std::sin(static_cast<double>(hour) / 3) + 2 * static_cast<double>(day));
  return hours;
}

std::vector<double> levels() {
  std::vector<double> all;
  for (int i = 0; i < 4000; ++i) all.push_back(38 + 6 * std::sin(i * 0.7) + 4 * std::sin(i * 1.3 + 1));
  return all;
}

std::vector<NamedCount> reasons(Language language) {
  return {{in(language, "The room is too loud", "La pièce est trop bruyante"), 312},
          {in(language, "Somebody else is in the room or speaks within hearing of the microphone",
              "Une autre personne est dans la pièce ou parle à portée du microphone"),
           121},
          {in(language, "The door is open", "La porte est ouverte"), 58},
          {in(language, "The camera is covered", "La caméra est couverte"), 7}};
}

Document report(Language language) {
  Document document;
  document.language = language;
  document.title = in(language, "Workspace checks, October 2026", "Contrôles des postes, octobre 2026");
  document.subtitle = in(language, "Contact centre North, from 1 to 31 October 2026",
                         "Centre de contact Nord, du 1er au 31 octobre 2026");
  document.footer = in(language, "Made by Preshift. Confidential.", "Fait par Preshift. Confidentiel.");
  return document;
}

void add_charts(Document& document, int day_count, const std::vector<NamedCount>& counts,
                const LevelHistogram& histogram, const WeekOfHours& hours) {
  const Language language = document.language;
  document.blocks.push_back(Heading{2, in(language, "Over time", "Au cours du temps")});
  document.blocks.push_back(share_chart(in(language, "Share of each outcome", "Part de chaque résultat"),
                                        outcomes(day_count), language));
  document.blocks.push_back(Heading{2, in(language, "Why not", "Pourquoi pas")});
  document.blocks.push_back(
      bars_chart(in(language, "Reasons for not clearing", "Motifs de non-autorisation"), counts, language));
  document.blocks.push_back(
      level_chart(in(language, "Background noise", "Bruit de fond"), histogram, {{45, 4000}}, 2.4, language));
  document.blocks.push_back(heat_map(
      in(language, "Not cleared by hour, in %", "Non autorisés selon l'heure, en %"), hours, language));
}

}  // namespace

std::string hostile_words() {
  return "=1+1 <script>alert(\"x\")</script> & 'q' </title></style> ]]> \x01\x1b[31m \xE2\x80\xAE"
         "gnp.exe \xFF " +
         std::string(300, 'W');
}

Document full_report(Language language) {
  Document document = report(language);
  document.blocks.push_back(
      Banner{Tone::good, in(language, "94.2 % of the checks cleared", "94,2 % des contrôles autorisés"),
             in(language, "The goal of 90 % is met.", "L'objectif de 90 % est atteint.")});
  document.blocks.push_back(
      KeyFigures{{{in(language, "12,345", "12 345"), in(language, "checks", "contrôles")},
                  {in(language, "94.2 %", "94,2 %"), in(language, "cleared", "autorisés"), Tone::good},
                  {in(language, "4.1 %", "4,1 %"), in(language, "not cleared", "non autorisés"), Tone::bad},
                  {in(language, "1.7 %", "1,7 %"), in(language, "undecided", "indécis"), Tone::open}}});
  document.blocks.push_back(
      Paragraph{in(language,
                   "This report counts the checks that agents handed in as signed certificates. Each was "
                   "verified before it was "
                   "counted; a certificate whose signature does not hold is in none of the figures. "
                   "`preshift audit verify-log` verifies them again.",
                   "Ce rapport compte les contrôles que les agents ont remis sous forme de certificats "
                   "signés. Chacun a été "
                   "vérifié avant d'être compté ; un certificat dont la signature ne tient pas ne figure "
                   "dans aucun chiffre. `preshift audit verify-log` les vérifie à nouveau.")});
  document.blocks.push_back(NamedValues{
      {{in(language, "Agents", "Agents"), "214"},
       {in(language, "Rules", "Règles"), in(language, "standard, version 7", "standard, version 7")},
       {in(language, "Digest of the rules", "Empreinte des règles"),
        "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}}});
  add_charts(document, 61, reasons(language), level_histogram(levels(), 1), week(language));
  document.blocks.push_back(PageBreak{});
  document.blocks.push_back(Heading{2, in(language, "The days", "Les jours")});
  document.blocks.push_back(Heading{3, in(language, "One by one", "Un par un")});
  document.blocks.push_back(days_table(language, 95));
  return document;
}

Document empty_report(Language language) {
  Document document = report(language);
  document.blocks.push_back(KeyFigures{});
  document.blocks.push_back(NamedValues{});
  add_charts(document, 0, {}, {}, {});
  document.blocks.push_back(days_table(language, 0));
  document.blocks.push_back(Table{});
  return document;
}

Document small_report(Language language) {
  Document document = report(language);
  document.blocks.push_back(Banner{Tone::open, in(language, "Undecided", "Indécis"), ""});
  document.blocks.push_back(KeyFigures{{{"1", in(language, "check", "contrôle")}}});
  WeekOfHours hours;
  hours.unit = "dB(A)";
  hours.values[2][9] = 41.4;
  const std::vector<double> one{44.2};
  add_charts(document, 1, {{in(language, "The door is open", "La porte est ouverte"), 1}},
             level_histogram(one, 1), hours);
  document.blocks.push_back(days_table(language, 1));
  return document;
}

/// What would be two pages with the usual letters, or more than small print can squeeze into one.
Document one_page_report(Language language, int days) {
  Document document = report(language);
  document.is_one_page = true;
  document.blocks.push_back(Banner{Tone::open, in(language, "Undecided", "Indécis"), ""});
  document.blocks.push_back(days_table(language, days));
  document.blocks.push_back(Paragraph{in(language, "That is all.", "C'est tout.")});
  return document;
}

Document hostile_report(Language language) {
  const std::string words = hostile_words();
  Document document{language, words, words, {}, words};
  document.blocks.push_back(Banner{Tone::bad, words, words});
  document.blocks.push_back(KeyFigures{{{words, words, Tone::bad}}});
  document.blocks.push_back(Heading{2, words});
  document.blocks.push_back(Paragraph{words});
  document.blocks.push_back(NamedValues{{{words, words}}});
  document.blocks.push_back(bars_chart(words, {{words, 3}, {"", 0}}, language));
  document.blocks.push_back(
      Table{"../a:b", words, {{words}, {words, true}}, {{{words}, {words, Tone::bad}}}, words});
  document.blocks.push_back(Table{"empty", words, {{words}}, {}, words});
  return document;
}

std::vector<std::pair<std::string, Document>> example_documents() {
  std::vector<std::pair<std::string, Document>> all;
  for (const Language language : {Language::english, Language::french}) {
    const std::string ending = language == Language::french ? "-fr" : "-en";
    all.emplace_back("full" + ending, full_report(language));
    all.emplace_back("empty" + ending, empty_report(language));
    all.emplace_back("small" + ending, small_report(language));
    all.emplace_back("page" + ending, one_page_report(language, 60));
    all.emplace_back("pages" + ending, one_page_report(language, 150));
    all.emplace_back("hostile" + ending, hostile_report(language));
  }
  return all;
}

}  // namespace preshift::testing
