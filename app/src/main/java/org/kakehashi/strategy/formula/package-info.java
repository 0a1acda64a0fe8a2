/// The language of formulas: text → tree → value. Formulas are data; nothing in them is ever run as
/// code.
@NamedInterface("formula")
@NullMarked
package org.kakehashi.strategy.formula;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
