package org.kakehashi.document.web;

import static org.kakehashi.ui.Text.t;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kakehashi.document.Language;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.ui.Messages;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.view.Choice;

/// Words of documents in the reader's language.
public final class DocumentWords {
    private static final double KILO = 1024;

    /// What is called by a word of its own; everything else is named by its media type.
    private static final Map<String, String> TYPES =
            Map.ofEntries(
                    Map.entry("application/pdf", "pdf"),
                    Map.entry(
                            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                            "word"),
                    Map.entry("application/msword", "word"),
                    Map.entry(
                            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                            "excel"),
                    Map.entry("application/vnd.ms-excel", "excel"),
                    Map.entry(
                            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
                            "powerpoint"),
                    Map.entry("application/vnd.ms-powerpoint", "powerpoint"),
                    Map.entry("application/x-tika-ooxml-protected", "locked"),
                    Map.entry("text/plain", "text"),
                    Map.entry("application/zip", "zip"),
                    Map.entry("application/octet-stream", "unknown"));

    private DocumentWords() {}

    /// 1.4 MB; units of 1,024.
    public static String size(long bytes) {
        if (bytes < KILO) {
            return bytes + " B";
        }
        double amount = bytes / KILO;
        String unit = "KB";
        if (amount >= KILO) {
            amount /= KILO;
            unit = "MB";
        }
        return String.format(Locale.ROOT, amount < 10 ? "%.1f %s" : "%.0f %s", amount, unit);
    }

    public static String type(String mediaType) {
        String word = TYPES.get(mediaType);
        return word == null ? mediaType : t("document.type." + word);
    }

    public static List<Choice> languages(String chosen) {
        return java.util.Arrays.stream(Language.values())
                .map(one -> new Choice(one.code(), t("document.language." + one.code())))
                .map(one -> one.chosenIf(chosen))
                .toList();
    }

    /// What a document is called where nobody gave it a title: its file's name without the ending.
    static Bilingual titleOf(String fileName) {
        String bare = fileName.replaceAll(".*[/\\\\]", "").replaceFirst("\\.[^.]{1,5}$", "");
        boolean japanese =
                bare.codePoints()
                        .anyMatch(letter ->
                                switch (Character.UnicodeScript.of(letter)) {
                                    case HAN, HIRAGANA, KATAKANA -> true;
                                    default -> false;
                                });
        return japanese ? new Bilingual(bare, null) : new Bilingual(null, bare);
    }

    /// A name of a person, or the word for nobody.
    public static String person(Bilingual name) {
        String text = t(name);
        return text.isEmpty() ? t("document.by.nobody") : text;
    }

    static String message(KakehashiException problem) {
        return Messages.text(Text.locale(), problem.key(), problem.arguments());
    }
}
