package org.kakehashi.publicsite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Unit;
import org.kakehashi.access.Units;
import org.kakehashi.agreement.Kinds;
import org.kakehashi.agreement.Term;
import org.kakehashi.agreement.facts.AgreementFilter;
import org.kakehashi.agreement.facts.AgreementLine;
import org.kakehashi.agreement.facts.Order;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Country;
import org.kakehashi.kernel.DateText;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Organizations;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/// The public register as open data: the same records as the page shows, with stable identifiers
/// and both languages, under a licence the university chooses.
@Service
public class OpenData {
    private static final int AT_A_TIME = 400;

    /// A text in both languages; null where a language is missing.
    public record Named(@Nullable String code, @Nullable String ja, @Nullable String en) {
        static Named of(@Nullable String code, Bilingual text) {
            return new Named(code, text.ja(), text.en());
        }
    }

    /// @param ror address of the ROR record; null where the partner has none
    public record Partner(@Nullable String ror, String nameJa, String nameEn) {}

    /// A date as far as it is known: `2026-04-01`, `2026-04` or `2026`.
    ///
    /// @param value null: unknown
    public record When(@Nullable String value, String precision) {
        static When of(DateText date) {
            return new When(
                    date.isKnown() ? date.iso() : null,
                    date.precision().name().toLowerCase(Locale.ROOT));
        }
    }

    /// An agreement made public.
    ///
    /// @param id never changes and is never given again
    /// @param number the register number
    /// @param endless it goes on until somebody ends it
    public record Entry(
            UUID id,
            String number,
            Named title,
            List<Partner> partners,
            Named partnersAsShown,
            List<Named> countries,
            String level,
            List<Named> kinds,
            List<Named> units,
            When start,
            When end,
            boolean endless) {}

    private final PublicRegister register;
    private final Organizations organizations;
    private final Units units;
    private final Kinds kinds;
    private final String licence;

    OpenData(
            PublicRegister register,
            Organizations organizations,
            Units units,
            Kinds kinds,
            @Value("${kakehashi.open-data-licence:CC-BY-4.0}") String licence) {
        this.register = register;
        this.organizations = organizations;
        this.units = units;
        this.kinds = kinds;
        this.licence = licence;
    }

    /// SPDX identifier of the licence.
    public String licence() {
        return licence;
    }

    /// Where the licence is explained.
    public String licenceAddress() {
        return "https://spdx.org/licenses/" + licence + ".html";
    }

    public long count() {
        return register.count(register.everything());
    }

    /// Every entry, by register number, some at a time: however long the register is, only their
    /// identifiers are in memory.
    public void each(Consumer<Entry> taker) {
        AgreementFilter all = register.everything();
        try (Stream<AgreementLine> lines =
                register.all(all, new Order(Order.By.NUMBER, false), Locale.ENGLISH)) {
            List<AgreementLine> some = new ArrayList<>();
            lines.forEach(line -> {
                some.add(line);
                if (some.size() == AT_A_TIME) {
                    hand(some, taker);
                    some.clear();
                }
            });
            hand(some, taker);
        }
    }

    private void hand(List<AgreementLine> lines, Consumer<Entry> taker) {
        Map<UUID, OrganizationRef> known =
                organizations.find(
                        lines.stream()
                                .flatMap(line -> line.organizations().stream())
                                .distinct()
                                .toList());
        lines.forEach(line -> taker.accept(entry(line, known)));
    }

    private Entry entry(AgreementLine line, Map<UUID, OrganizationRef> known) {
        List<Partner> partners = new ArrayList<>();
        for (UUID id : line.organizations()) {
            OrganizationRef ref = known.get(id);
            if (ref != null) {
                partners.add(
                        new Partner(
                                ref.rorId() == null ? null : "https://ror.org/" + ref.rorId(),
                                ref.label(Locale.JAPANESE),
                                ref.label(Locale.ENGLISH)));
            }
        }
        return new Entry(
                line.id(),
                line.number(),
                Named.of(null, line.title()),
                partners,
                Named.of(null, line.partners()),
                line.countries().stream().map(OpenData::country).toList(),
                line.level().code(),
                line.kinds().stream().map(code -> Named.of(code, kinds.name(code))).toList(),
                line.units().stream()
                        .flatMap(id -> units.find(id).stream())
                        .map(OpenData::unit)
                        .toList(),
                When.of(line.start()),
                When.of(line.end()),
                endless(line));
    }

    private static boolean endless(AgreementLine line) {
        return line.renewal() == Term.RenewalMode.AUTOMATIC
                || line.term() == Term.Kind.ENDLESS
                || line.term() == Term.Kind.UNTIL_REPLACED;
    }

    private static Named country(String code) {
        Country country = new Country(code);
        return new Named(code, country.name(Locale.JAPANESE), country.name(Locale.ENGLISH));
    }

    private static Named unit(Unit unit) {
        return Named.of(unit.code(), unit.name());
    }
}
