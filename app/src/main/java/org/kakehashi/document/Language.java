package org.kakehashi.document;

import java.util.Locale;

/// The language a document is written in.
public enum Language {
    JA,
    EN,
    BOTH,
    OTHER,
    UNKNOWN;

    /// In the database, in forms and in message keys.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What a form says; anything else is unknown.
    public static Language of(String code) {
        for (Language one : values()) {
            if (one.code().equals(code)) {
                return one;
            }
        }
        return UNKNOWN;
    }
}
