/// What the components of `jte/ui` are given: plain records, already in the reader's language.
@NullMarked
package org.kakehashi.ui.view;

import org.jspecify.annotations.NullMarked;
