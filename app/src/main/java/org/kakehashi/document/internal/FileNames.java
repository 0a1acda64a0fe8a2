package org.kakehashi.document.internal;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Names of files as people gave them, made harmless: no folders, no control characters, nothing
/// that turns the direction of reading. They are only ever shown and sent, never used as a path.
public final class FileNames {
    private static final int LONGEST = 200;
    private static final Map<String, Set<String>> ENDINGS =
            Map.ofEntries(
                    Map.entry(Sniffer.PDF, Set.of("pdf")),
                    Map.entry(Sniffer.DOCX, Set.of("docx")),
                    Map.entry(Sniffer.XLSX, Set.of("xlsx")),
                    Map.entry(Sniffer.PPTX, Set.of("pptx")),
                    Map.entry("application/msword", Set.of("doc", "dot")),
                    Map.entry("application/vnd.ms-excel", Set.of("xls", "xlt")),
                    Map.entry("application/vnd.ms-powerpoint", Set.of("ppt", "pps")),
                    Map.entry("image/png", Set.of("png")),
                    Map.entry("image/jpeg", Set.of("jpg", "jpeg", "jpe")),
                    Map.entry("image/gif", Set.of("gif")),
                    Map.entry("image/tiff", Set.of("tif", "tiff")),
                    Map.entry("application/zip", Set.of("zip")));

    private FileNames() {}

    static String clean(String written) {
        String bare =
                Normalizer.normalize(written, Normalizer.Form.NFC)
                        .replaceAll(".*[/\\\\]", "")
                        .replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", "")
                        .strip();
        if (bare.isEmpty() || bare.matches("\\.+")) {
            return "file";
        }
        return bare.length() <= LONGEST ? bare : shortened(bare);
    }

    /// Does the ending say something else than what the content is?
    public static boolean misleading(String name, String mediaType) {
        Set<String> fitting = ENDINGS.get(mediaType);
        String ending = ending(name);
        if (fitting != null) {
            return !ending.isEmpty() && !fitting.contains(ending);
        }
        return !mediaType.equals(Sniffer.ENCRYPTED_OFFICE)
                && !mediaType.contains("macroenabled")
                && ENDINGS.values().stream().anyMatch(known -> known.contains(ending));
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /// Keeps the ending, and never half a character.
    private static String shortened(String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 || name.length() - dot > 10 ? "" : name.substring(dot);
        int length = LONGEST - ending.length();
        if (Character.isHighSurrogate(name.charAt(length - 1))) {
            length--;
        }
        return name.substring(0, length) + ending;
    }
}
