#pragma once

#include "document.hpp"
#include "paper_canvas.hpp"

namespace preshift::paper {

/// The table from y downwards; its head again on each page, no row cut in two.
void write_table(Canvas& canvas, const Table& table, Language language);

}  // namespace preshift::paper
