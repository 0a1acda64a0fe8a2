package org.kakehashi.interchange.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kakehashi.interchange.Property;

/// Tells identifiers from names, in any way people write them, and writes them as ROR does.
public final class Identifiers {
    private static final Pattern ROR =
            Pattern.compile("(?:https?://)?(?:www\\.)?(?:ror\\.org/)?(0[a-z0-9]{6}\\d{2})/?");
    private static final Pattern ISNI =
            Pattern.compile(
                    "(?:https?://)?(?:www\\.)?(?:isni\\.org/)?(?:isni[/:]?\\s*)?((?:\\d{4}[ -]?){3}\\d{3}[\\dx])/?");
    private static final Pattern WIKIDATA =
            Pattern.compile(
                    "(?:https?://)?(?:www\\.)?(?:wikidata\\.org/(?:wiki|entity)/)?(q[1-9]\\d{0,9})/?");
    private static final Pattern GRID =
            Pattern.compile(
                    "(?:https?://)?(?:www\\.)?(?:grid\\.ac/institutes/)?(grid\\.\\d+\\.[0-9a-f]+)/?");
    private static final Pattern FUNDREF =
            Pattern.compile("(?:https?://)?(?:dx\\.)?(?:doi\\.org/)?10\\.13039/(\\d{6,14})/?");
    private static final int LONGEST = 80;

    private Identifiers() {}

    /// An identifier and what it is of.
    public record Identifier(Property scheme, String value) {}

    /// The identifier the whole text is; empty for anything else.
    public static Optional<Identifier> read(String text) {
        String folded = text.strip().toLowerCase(Locale.ROOT);
        if (folded.isEmpty() || folded.length() > LONGEST) {
            return Optional.empty();
        }
        for (Property scheme :
                new Property[] {
                    Property.ROR, Property.WIKIDATA, Property.GRID, Property.FUNDREF, Property.ISNI
                }) {
            String value = as(scheme, folded);
            if (value != null) {
                return Optional.of(new Identifier(scheme, value));
            }
        }
        return Optional.empty();
    }

    /// The value as the registry writes it, where the column says which scheme it is.
    public static @Nullable String as(Property scheme, String text) {
        String folded = text.strip().toLowerCase(Locale.ROOT);
        return switch (scheme) {
            case ROR -> found(ROR, folded);
            case WIKIDATA -> upper(found(WIKIDATA, folded));
            case GRID -> found(GRID, folded);
            case ISNI -> isni(found(ISNI, folded));
            case FUNDREF -> folded.matches("\\d{6,14}") ? folded : found(FUNDREF, folded);
            default -> null;
        };
    }

    private static @Nullable String found(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        return matcher.matches() ? matcher.group(1) : null;
    }

    private static @Nullable String upper(@Nullable String text) {
        return text == null ? null : text.toUpperCase(Locale.ROOT);
    }

    /// Four groups of four, as the registry has it.
    private static @Nullable String isni(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String bare = text.replaceAll("[ -]", "").toUpperCase(Locale.ROOT);
        return bare.replaceAll("(.{4})(?=.)", "$1 ");
    }
}
