package org.kakehashi.document;

import java.util.UUID;

/// The same text in Japanese and in English: two documents, and the versions of them that somebody
/// said mean the same.
///
/// @param jaVersion of the Japanese document, when last found to say the same
/// @param version for optimistic locking
public record DocumentPair(
        UUID id, Document ja, Document en, int jaVersion, int enVersion, int version) {
    /// Does one side have a newer version?
    public enum State {
        IN_STEP,
        JA_NEWER,
        EN_NEWER,
        BOTH_CHANGED;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public State state() {
        boolean jaMoved = ja.latest() != jaVersion;
        boolean enMoved = en.latest() != enVersion;
        if (jaMoved) {
            return enMoved ? State.BOTH_CHANGED : State.JA_NEWER;
        }
        return enMoved ? State.EN_NEWER : State.IN_STEP;
    }

    /// The document on the other side.
    public Document other(Document one) {
        return one.id().equals(ja.id()) ? en : ja;
    }
}
