package org.kakehashi.partnership.contact;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Unit;
import org.kakehashi.access.Units;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.DemoData;
import org.kakehashi.organization.DemoPartners;
import org.kakehashi.organization.OrganizationRef;
import org.springframework.stereotype.Component;

/// Invented people at partners, with consent that counts, ends soon or has ended.
@Component
class DemoContacts implements DemoData {
    private static final List<String> FAMILIES =
            List.of("Sample", "Muster", "Exemple", "Esempio", "Ejemplo", "Voorbeeld");
    private static final List<String> GIVEN =
            List.of("Alex", "Kim", "Robin", "Sam", "Noor", "Jules", "Mika", "Toni");
    private static final List<Bilingual> POSITIONS =
            List.of(
                    new Bilingual("国際部長", "Director, International Office"),
                    new Bilingual("交流担当", "Exchange Coordinator"),
                    new Bilingual("副学長(国際担当)", "Vice-President, International Affairs"));

    private final Contacts contacts;
    private final DemoPartners partners;
    private final Units units;
    private final Clock clock;

    DemoContacts(Contacts contacts, DemoPartners partners, Units units, Clock clock) {
        this.contacts = contacts;
        this.partners = partners;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 41;
    }

    @Override
    public void fill() {
        List<OrganizationRef> known = partners.list();
        List<UUID> keepers = units.list().stream().map(Unit::id).toList();
        LocalDate today = LocalDate.now(clock);
        for (int i = 0; i < Math.min(48, 2 * known.size()); i++) {
            UUID unit = i % 3 == 0 || keepers.isEmpty() ? null : keepers.get(i % keepers.size());
            contacts.save(contact(known.get(i / 2).id(), unit, today, i));
        }
    }

    private static Contact contact(UUID partner, @Nullable UUID unit, LocalDate today, int i) {
        String given = GIVEN.get(i % GIVEN.size());
        String family = FAMILIES.get(i % FAMILIES.size());
        LocalDate asked = today.minusDays(200L + 13L * i);
        LocalDate until = i % 4 == 0 ? null : asked.plusDays(i % 5 == 0 ? 150 : 365L * (i % 4));
        return new Contact(
                null,
                partner,
                unit,
                null,
                new Bilingual(null, given + " " + family),
                null,
                POSITIONS.get(i % POSITIONS.size()),
                given.toLowerCase(java.util.Locale.ROOT) + i + "@partner.example.org",
                null,
                i % 2 == 0 ? List.of("en") : List.of("en", "ja"),
                new Consent(
                        "交流の連絡調整 / Arranging exchange",
                        asked,
                        Consent.How.values()[i % Consent.How.values().length],
                        until,
                        null),
                i % 6 == 5 ? today.minusDays(900) : today.minusDays(20L + 9L * i),
                null,
                0);
    }
}
