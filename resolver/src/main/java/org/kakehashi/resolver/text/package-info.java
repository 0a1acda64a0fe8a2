/// Folds writing: width, case, marks, character forms, abbreviations. Everything here is a pure
/// function.
@NullMarked
package org.kakehashi.resolver.text;

import org.jspecify.annotations.NullMarked;
