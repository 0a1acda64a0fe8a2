/// Charts as SVG, drawn on the server: records in, safe SVG out, each with the table of its
/// figures. No script, prints, and can be read aloud.
@NullMarked
package org.kakehashi.ui.chart;

import org.jspecify.annotations.NullMarked;
