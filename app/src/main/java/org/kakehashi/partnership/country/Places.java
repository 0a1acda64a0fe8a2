package org.kakehashi.partnership.country;

import static org.kakehashi.schema.kernel.Tables.COUNTRIES;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Country;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.ui.Messages;
import org.springframework.stereotype.Component;

/// Countries, and the regions of the world that Japanese statistics put them in.
@Component
public class Places {
    /// A country or a region.
    ///
    /// @param code of ISO 3166-1, or of the region
    /// @param region of a country; null for a region
    /// @param countries those of a region; the country itself
    public record Place(String code, @Nullable String region, List<String> countries) {
        public boolean isCountry() {
            return region != null;
        }

        public String name(Locale locale) {
            return isCountry()
                    ? new Country(code).name(locale)
                    : Messages.text(locale, "agreement.region." + code);
        }

        public String href() {
            return isCountry() ? "/countries/" + code : "/regions/" + code;
        }
    }

    private final DSLContext jooq;
    private final AtomicReference<Map<String, String>> known = new AtomicReference<>(Map.of());

    Places(DSLContext jooq) {
        this.jooq = jooq;
    }

    public Place get(String code) {
        Map<String, String> regions = regions();
        String region = regions.get(code);
        if (region != null) {
            return new Place(code, region, List.of(code));
        }
        List<String> members =
                regions.entrySet().stream()
                        .filter(one -> one.getValue().equals(code))
                        .map(Map.Entry::getKey)
                        .toList();
        if (members.isEmpty()) {
            throw KakehashiException.notFound();
        }
        return new Place(code, null, members);
    }

    /// The regions in the order of the codes, each once.
    public List<String> codes() {
        return regions().values().stream().distinct().sorted().toList();
    }

    /// The region of each country; the list does not change while the product runs.
    private Map<String, String> regions() {
        Map<String, String> regions = Objects.requireNonNull(known.get());
        if (regions.isEmpty()) {
            Map<String, String> read = new LinkedHashMap<>();
            jooq.select(COUNTRIES.CODE, COUNTRIES.REGION)
                    .from(COUNTRIES)
                    .orderBy(COUNTRIES.CODE)
                    .forEach(row -> read.put(row.value1(), row.value2()));
            known.set(read);
            regions = read;
        }
        return regions;
    }
}
