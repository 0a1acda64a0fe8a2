package org.kakehashi.person.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.TextFolding;
import org.kakehashi.person.Likeness.Traits;
import org.kakehashi.person.NameKeys;
import org.kakehashi.person.PersonNames;

/// What is computed of a person's values to find and to sort them.
///
/// @param match keys one of which two records of the same person share
/// @param search the names as they are searched, letters of Chinese characters and kana doubled so
///   that two of them are enough for the trigram index
/// @param sort by reading where it is known
record Keys(Traits traits, List<String> match, String search, String sort) {
    private static final int LONGEST = 120;

    static Keys of(PersonNames names, @Nullable String mail, @Nullable Long birth) {
        Set<String> keys = NameKeys.of(names);
        String address = mail == null ? null : mail.strip().toLowerCase(Locale.ROOT);
        List<String> match = new ArrayList<>(keys);
        if (address != null) {
            match.add("m:" + address);
        }
        String initials = NameKeys.initials(keys);
        if (birth != null && initials != null) {
            match.add("b:" + birth + ":" + initials);
        }
        return new Keys(new Traits(keys, address, birth), match, search(names, keys), sort(names));
    }

    /// What of a stored row is compared.
    static Traits traits(String[] match, @Nullable Long birth) {
        Set<String> names = new LinkedHashSet<>();
        String mail = null;
        for (String key : match) {
            if (key.startsWith("m:")) {
                mail = key.substring(2);
            } else if (!key.startsWith("b:")) {
                names.add(key);
            }
        }
        return new Traits(names, mail, birth);
    }

    /// The words of a question, each of which must occur.
    static List<String> terms(String typed) {
        return TextFolding.words(typed).isEmpty()
                ? List.of()
                : java.util.Arrays.stream(TextFolding.words(typed).split(" "))
                        .map(Keys::doubled)
                        .toList();
    }

    private static String search(PersonNames names, Set<String> keys) {
        Set<String> all = new LinkedHashSet<>();
        all.add(TextFolding.words(names.inLatin()));
        all.add(TextFolding.words(names.own().familyFirst()));
        all.add(TextFolding.key(names.own().familyFirst()));
        all.add(TextFolding.words(names.kana().familyFirst()));
        keys.stream()
                .filter(key -> key.startsWith("l:"))
                .forEach(key -> all.add(key.substring(2).replace('|', ' ')));
        return all.stream()
                .filter(text -> !text.isEmpty())
                .map(Keys::doubled)
                .collect(Collectors.joining(" "));
    }

    private static String doubled(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints()
                .forEach(c -> {
                    out.appendCodePoint(c);
                    if (c >= 0x3040) {
                        out.appendCodePoint(c);
                    }
                });
        return out.toString();
    }

    private static String sort(PersonNames names) {
        String kana = names.kana().familyFirst();
        String latin = names.latin().familyFirst();
        String text =
                !latin.isEmpty()
                        ? TextFolding.words(latin)
                        : !kana.isEmpty()
                                ? NameKeys.reading(kana)
                                : TextFolding.words(names.own().familyFirst());
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
