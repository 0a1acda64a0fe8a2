package org.kakehashi.publicsite;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.kakehashi.agreement.Status;
import org.kakehashi.agreement.facts.AgreementCounts;
import org.kakehashi.agreement.facts.AgreementFacts;
import org.kakehashi.agreement.facts.AgreementFilter;
import org.kakehashi.agreement.facts.AgreementLine;
import org.kakehashi.agreement.facts.Dimension;
import org.kakehashi.agreement.facts.Kept;
import org.kakehashi.agreement.facts.Order;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.strategy.PartnerPlace;
import org.kakehashi.strategy.Partners;
import org.kakehashi.ui.chart.Chart;
import org.kakehashi.ui.chart.Drawn;
import org.springframework.stereotype.Service;

/// The agreements made public, as they stand today. Everything here is read as the public: somebody
/// signed in sees no more than anybody else.
@Service
public class PublicRegister {
    /// What visitors may choose by. Anything else in an address is passed over.
    private static final Set<String> CHOICES =
            Set.of(AgreementFilter.TEXT, "country", "region", "level", "kind", "unit");

    /// Proposed, lapsed and ended agreements are no promise to anyone outside.
    private static final Status[] SHOWN = {Status.IN_FORCE, Status.EXPIRING, Status.UNKNOWN};

    private final AgreementFacts facts;
    private final AgreementCounts counts;
    private final Partners partners;
    private final Kept kept;
    private final Clock clock;

    PublicRegister(
            AgreementFacts facts,
            AgreementCounts counts,
            Partners partners,
            Kept kept,
            Clock clock) {
        this.facts = facts;
        this.counts = counts;
        this.partners = partners;
        this.kept = kept;
        this.clock = clock;
    }

    /// The map of everything public for readers of this language.
    private record Picture(AgreementFilter records, String language) {}

    /// The map with its picture, drawn once while the register stays as it is.
    public Chart drawn(Chart map, Locale reader) {
        return asPublic(() ->
                new Drawn(
                        map,
                        kept.answer(new Picture(everything(), reader.getLanguage()), map::svg)));
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /// The filter an address asks for, within what is public.
    public AgreementFilter filter(Map<String, List<String>> parameters) {
        Map<String, List<String>> chosen = new TreeMap<>(parameters);
        chosen.keySet().retainAll(CHOICES);
        return AgreementFilter.of(chosen, today()).with(SHOWN).with(Dimension.VISIBILITY, "public");
    }

    public AgreementFilter everything() {
        return filter(Map.of());
    }

    public long count(AgreementFilter filter) {
        return asPublic(() -> facts.count(filter));
    }

    public List<AgreementLine> page(
            AgreementFilter filter, Order order, long offset, int limit, Locale reader) {
        return asPublic(() -> facts.list(filter, order, offset, limit, reader));
    }

    /// Every line, for a file. The filter lets only public agreements through, whoever reads.
    public Stream<AgreementLine> all(AgreementFilter filter, Order order, Locale reader) {
        return asPublic(() -> facts.all(filter, order, reader));
    }

    /// How many agreements each value of the dimension has.
    public Map<String, Long> by(Dimension dimension) {
        Map<String, Long> numbers = new TreeMap<>();
        asPublic(() -> counts.by(dimension, List.of(everything())))
                .forEach((value, found) -> numbers.put(value, found[0]));
        return numbers;
    }

    public List<PartnerPlace> places(Locale reader) {
        return asPublic(() -> partners.of(everything(), reader));
    }

    private static <T> T asPublic(Supplier<T> work) {
        return CurrentUser.PUBLIC.call(work);
    }
}
