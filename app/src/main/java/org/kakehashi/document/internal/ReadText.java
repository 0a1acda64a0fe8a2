package org.kakehashi.document.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kakehashi.document.PdfSignature;

/// What was found inside a content.
///
/// @param pages null where that means nothing or is not known
record ReadText(State state, String body, @Nullable Integer pages, List<PdfSignature> signatures) {
    enum State {
        /// All of it.
        READ,
        /// The beginning: it is longer than what is read.
        CUT,
        /// There are no words in it: a picture, a scan, a form nobody reads here.
        NONE,
        /// It needs a password.
        LOCKED,
        /// It is damaged, or takes more time than it gets.
        UNREADABLE;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    static ReadText of(State state) {
        return new ReadText(state, "", null, List.of());
    }

    static ReadText of(BoundedText text, @Nullable Integer pages, List<PdfSignature> signatures) {
        State state =
                text.isCut() ? State.CUT : text.toString().isBlank() ? State.NONE : State.READ;
        return new ReadText(state, text.toString(), pages, signatures);
    }
}
