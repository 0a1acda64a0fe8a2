/// Tables as files: one description of columns and rows, written as XLSX or CSV, streaming, with
/// formulas neutralised.
@NullMarked
package org.kakehashi.ui.export;

import org.jspecify.annotations.NullMarked;
