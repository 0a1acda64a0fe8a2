/// The workbench as a whole, on a real database: how fast rows are read, matched and stored.
@NullMarked
package org.kakehashi.bench.workbench;

import org.jspecify.annotations.NullMarked;
