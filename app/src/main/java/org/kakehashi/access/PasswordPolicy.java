package org.kakehashi.access;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a password must be, after NIST SP 800-63B-4 §3.1.1: long enough where it stands alone, not
/// one that everybody tries, nothing about which characters it is composed of, and no forced
/// change.
public final class PasswordPolicy {
    /// The shortest taken, in characters.
    public static final int SHORTEST = 15;

    /// The longest taken; more would only cost time to hash.
    public static final int LONGEST = 200;

    /// Letters of its own a password must have beside the words everybody tries.
    private static final int LEAST_OF_ITS_OWN = 6;

    private static final List<String> COMMON =
            List.of(
                    "passwords",
                    "password",
                    "passwort",
                    "passphrase",
                    "qwertyuiop",
                    "asdfghjkl",
                    "zxcvbnm",
                    "qwerty",
                    "1q2w3e4r5t",
                    "1qaz2wsx3edc",
                    "1qaz2wsx",
                    "abcdefghijkl",
                    "abcdefgh",
                    "abcdef",
                    "administrator",
                    "admin",
                    "letmein",
                    "welcome",
                    "iloveyou",
                    "monkey",
                    "dragon",
                    "football",
                    "baseball",
                    "sunshine",
                    "princess",
                    "superman",
                    "changeme",
                    "secret",
                    "default",
                    "university",
                    "international",
                    "himitsu",
                    "sakura",
                    "daigaku",
                    "kokusai",
                    "nippon",
                    "japan",
                    "tokyo",
                    "kakehashi",
                    "パスワード",
                    "ぱすわーど",
                    "あいうえお",
                    "大学",
                    "国際",
                    "架け橋");

    private static final Pattern NOT_LETTER = Pattern.compile("[^\\p{L}]");

    private PasswordPolicy() {}

    /// The message key of what is wrong with a password for someone of whom these words (login,
    /// names, mail) are known; empty if nothing is.
    public static Optional<String> problem(String password, Collection<String> aboutThePerson) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of("access.password.tooShort");
        }
        if (length > LONGEST) {
            return Optional.of("access.password.tooLong");
        }
        return guessable(password, aboutThePerson)
                ? Optional.of("access.password.guessable")
                : Optional.empty();
    }

    private static boolean guessable(String password, Collection<String> about) {
        String folded = folded(password);
        if (folded.chars().distinct().count() < 5 || repeats(folded) || runs(folded)) {
            return true;
        }
        List<String> words = new ArrayList<>(COMMON);
        for (String text : about) {
            for (String word : folded(text).split("[^\\p{L}\\p{N}]+", -1)) {
                if (word.length() >= 3) {
                    words.add(word);
                }
            }
        }
        words.sort((a, b) -> b.length() - a.length());
        String rest = folded;
        boolean known = false;
        for (String word : words) {
            known |= rest.contains(word);
            rest = rest.replace(word, " ");
        }
        return known && NOT_LETTER.matcher(rest).replaceAll("").length() < LEAST_OF_ITS_OWN;
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
    }

    /// A short piece over and over: abcabcabcabcabc.
    private static boolean repeats(String text) {
        int whole = text.length();
        for (int piece = 1; piece <= whole / 3; piece++) {
            if (text.startsWith(text.substring(piece))) {
                return true;
            }
        }
        return false;
    }

    /// Characters one after the other all the way: 123456789012345.
    private static boolean runs(String text) {
        int steps = 0;
        for (int i = 1; i < text.length(); i++) {
            if (Math.abs(text.charAt(i) - text.charAt(i - 1)) <= 1) {
                steps++;
            }
        }
        return steps >= (text.length() - 1) * 4 / 5;
    }
}
