#pragma once

#include <string_view>

namespace preshift {

/// The look of an HTML document. Words have a contrast of 4.5 to 1 or more on their ground, borders of marks
/// 3 to 1. Inks are those of src/plot/plot_style.hpp; pdf_style.hpp has the same for paper.
inline constexpr std::string_view k_html_style = R"css(
:root{color-scheme:light;--ink:#1a1a1a;--soft:#4d4d4d;--line:#d8dde3;--accent:#12355b;--wash:#f4f6f9;
--good:#17603f;--good-wash:#edf6f1;--bad:#9c2a10;--bad-wash:#fbefec;--open:#5a4a00;--open-wash:#faf5e1}
*{box-sizing:border-box}
html{font:16px/1.55 "DejaVu Sans","Liberation Sans","Segoe UI",Arial,Helvetica,sans-serif;color:var(--ink);
background:#fff;-webkit-text-size-adjust:100%}
body{max-width:46rem;margin:0 auto;padding:3.5rem 1.25rem 2.5rem}
h1,h2,h3,p,caption,dt,dd,li,figcaption{overflow-wrap:anywhere;unicode-bidi:isolate}
h1,h2,h3{color:var(--accent);line-height:1.25;font-weight:700}
h1{font-size:2rem;margin:0}
h2{font-size:1.3rem;margin:3rem 0 1rem;padding-top:1.1rem;border-top:1px solid var(--line)}
h3{font-size:1.05rem;margin:2rem 0 .6rem}
p{margin:0 0 1rem}
code{font:.9em "DejaVu Sans Mono","Liberation Mono",Consolas,Menlo,monospace}
.subtitle{color:var(--soft);font-size:1.05rem;margin:.5rem 0 0}
main{margin-top:2.25rem}
.banner{border-left:6px solid var(--soft);background:var(--wash);padding:1.1rem 1.4rem;margin:0 0 1.75rem}
.banner p{margin:0}
.banner .words{font-size:1.5rem;font-weight:700;line-height:1.3}
.banner .detail{margin-top:.35rem}
.mark{font-weight:700;margin-right:.4em}
.banner.good{border-color:var(--good);background:var(--good-wash)}
.banner.bad{border-color:var(--bad);background:var(--bad-wash)}
.banner.open{border-color:var(--open);background:var(--open-wash)}
.good .words,td.good{color:var(--good)}
.bad .words,td.bad{color:var(--bad)}
.open .words,td.open{color:var(--open)}
.figures{list-style:none;margin:0 0 2rem;padding:0;display:flex;flex-wrap:wrap;gap:1.25rem 2.5rem}
.figures li{flex:1 1 8rem;min-width:8rem;max-width:15rem;border-top:3px solid var(--accent);padding-top:.6rem}
.figures .value{display:block;font-size:1.75rem;font-weight:700;line-height:1.2;color:var(--accent)}
.figures .words{display:block;font-size:.9rem}
.figures .neutral .words{color:var(--soft)}
.figures .good{border-color:var(--good)}.figures .bad{border-color:var(--bad)}
.figures .open{border-color:var(--open)}
.facts{display:grid;grid-template-columns:fit-content(14rem) minmax(0,1fr);gap:.3rem 1.5rem;margin:0 0 1.75rem;
font-size:.94rem}
.facts dt{color:var(--soft)}
.facts dd{margin:0}
.scroll{overflow-x:auto;margin:0 0 2rem}
.scroll:focus-visible{outline:3px solid var(--accent);outline-offset:3px}
table{border-collapse:collapse;width:100%;font-size:.9rem;font-variant-numeric:tabular-nums}
caption{text-align:left;font-weight:700;padding:0 0 .5rem;color:var(--accent)}
th,td{text-align:left;vertical-align:top;padding:.45rem 1.1rem .45rem 0;border-bottom:1px solid var(--line)}
th,td{min-width:3.5rem;max-width:20rem;overflow-wrap:break-word;unicode-bidi:isolate}
th:last-child,td:last-child{padding-right:0}
thead th{border-bottom:2px solid var(--accent);font-size:.84rem;color:var(--soft)}
tbody th{font-weight:400}
.number{text-align:right}
td.number{white-space:nowrap}
td.empty{color:var(--soft)}
figure{margin:0 0 2.25rem}
figure .scroll{margin:0}
figure svg{display:block;width:100%;height:auto;min-width:36rem}
figure.small svg{width:12rem;min-width:0}
figcaption{color:var(--soft);font-size:.84rem;margin-top:.4rem}
footer{margin-top:3rem;padding-top:1rem;border-top:1px solid var(--line);color:var(--soft);font-size:.84rem}
footer p{margin:0}
@media (max-width:34rem){body{padding-top:1.75rem}h1{font-size:1.55rem}.facts{grid-template-columns:1fr;gap:0}
.facts dd{margin-bottom:.7rem}.figures{gap:1.25rem}}
@page{size:A4;margin:18mm 18mm 20mm}
@media print{html{font-size:10pt}body{max-width:none;margin:0;padding:0}.scroll{overflow:visible}
figure svg{min-width:0}h1,h2,h3,caption{break-after:avoid}
figure,.banner,.figures,tr,.facts dt,.facts dd{break-inside:avoid}thead{display:table-header-group}
p{orphans:3;widows:3}.page-break{break-after:page}
.one-page{font-size:7pt;line-height:1.3}.one-page :is(main,footer){margin-top:1.1rem}
.one-page .banner{padding:.6rem 1rem}.one-page :is(.banner,.facts,.scroll,.figures){margin-bottom:1rem}
.one-page h2{margin:1rem 0 .5rem;padding-top:.7rem}.one-page p{margin-bottom:.5rem}
.one-page :is(th,td){padding-top:.18rem;padding-bottom:.18rem;max-width:none}.one-page .facts{row-gap:.1rem}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
)css";

}  // namespace preshift
