package org.kakehashi.organization.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Digests;
import org.kakehashi.resolver.ror.RorRecord;

/// A registry record as our tables want it.
///
/// @param hash of everything but the dates of the record itself: equal hashes, nothing changed
record RorFacts(
        RorRecord record,
        long hash,
        String name,
        @Nullable String nameJa,
        @Nullable String nameEn,
        @Nullable String country,
        @Nullable String subdivision,
        @Nullable String city,
        @Nullable Double latitude,
        @Nullable Double longitude) {

    static RorFacts of(RorRecord record) {
        RorRecord.Location place =
                record.locations().isEmpty() ? NOWHERE : record.locations().getFirst();
        String country = place.countryCode();
        boolean valid = country != null && country.matches("[A-Z]{2}");
        return new RorFacts(
                record,
                hash(record),
                record.displayName(),
                named(record, "ja"),
                Optional.ofNullable(named(record, "en")).orElse(unstated(record)),
                valid ? country : null,
                place.subdivisionName(),
                place.name(),
                place.latitude(),
                place.longitude());
    }

    private static final RorRecord.Location NOWHERE =
            new RorRecord.Location(null, null, null, null, null, null, null, null);

    List<String> types() {
        return record.types().stream().map(kind -> kind.name().toLowerCase(Locale.ROOT)).toList();
    }

    @Nullable String link(String type) {
        return record.links().stream()
                .filter(link -> link.type().equals(type))
                .map(RorRecord.Link::value)
                .findFirst()
                .orElse(null);
    }

    @Nullable LocalDate modified() {
        try {
            return record.lastModified() == null ? null : LocalDate.parse(record.lastModified());
        } catch (DateTimeException e) {
            return null;
        }
    }

    SearchText search() {
        SearchText text = new SearchText();
        record.names().forEach(name -> text.name(name.value(), name.language(), country));
        record.domains().forEach(text::domain);
        String website = link("website");
        if (website != null) {
            text.domain(website);
        }
        return text;
    }

    /// One kind of name, the most telling.
    static String kind(RorRecord.Name name) {
        if (name.types().contains("ror_display")) {
            return "display";
        }
        if (name.types().contains("label")) {
            return "label";
        }
        return name.types().contains("acronym") ? "acronym" : "alias";
    }

    private static @Nullable String named(RorRecord record, String language) {
        String label = null;
        for (RorRecord.Name name : record.names()) {
            String kind = kind(name);
            if (language.equals(name.language()) && kind.equals("display")) {
                return name.value();
            }
            if (language.equals(name.language()) && kind.equals("label") && label == null) {
                label = name.value();
            }
        }
        return label;
    }

    /// Older records do not say the language of their display name; it was English then.
    private static @Nullable String unstated(RorRecord record) {
        return record.names().stream()
                .filter(name -> kind(name).equals("display") && name.language() == null)
                .map(RorRecord.Name::value)
                .filter(name -> name.chars().allMatch(c -> c < 0x250 || !Character.isLetter(c)))
                .findFirst()
                .orElse(null);
    }

    private static long hash(RorRecord record) {
        StringBuilder all = new StringBuilder(512);
        all.append(record.status()).append(record.types()).append(record.established());
        for (RorRecord.Name name : record.names()) {
            all.append('\n').append(name.value()).append('|').append(name.language());
            all.append('|').append(kind(name));
        }
        for (RorRecord.Location place : record.locations()) {
            all.append('\n').append(place.name()).append('|').append(place.countryCode());
            all.append('|').append(place.subdivisionName()).append('|').append(place.latitude());
            all.append('|').append(place.longitude());
        }
        record.relationships()
                .forEach(other -> all.append('\n').append(other.type()).append(other.id()));
        record.links().forEach(link -> all.append('\n').append(link.type()).append(link.value()));
        all.append('\n').append(record.domains());
        record.externalIds()
                .forEach(id ->
                        all.append('\n')
                                .append(id.type())
                                .append(id.all())
                                .append(Objects.toString(id.preferred())));
        byte[] text = all.toString().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.wrap(Digests.sha256(text)).getLong();
    }
}
