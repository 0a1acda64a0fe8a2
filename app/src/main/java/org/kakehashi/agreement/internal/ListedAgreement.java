package org.kakehashi.agreement.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.AgreementContent;
import org.kakehashi.agreement.AgreementContent.Level;
import org.kakehashi.agreement.Annex;
import org.kakehashi.agreement.Annex.QuotaUnit;
import org.kakehashi.agreement.Annex.Waiver;
import org.kakehashi.agreement.HomeUnit;
import org.kakehashi.agreement.HomeUnit.Role;
import org.kakehashi.agreement.Kinds;
import org.kakehashi.agreement.Party;
import org.kakehashi.agreement.Term;
import org.kakehashi.agreement.Term.Renewal;
import org.kakehashi.agreement.Term.RenewalMode;
import org.kakehashi.intake.ListContext;
import org.kakehashi.intake.ListRow;
import org.kakehashi.intake.PartnerValues;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.DateText;
import org.kakehashi.kernel.TextFolding;

/// What an agreement becomes when a row of a list is believed: what the row states is taken, what
/// it does not state stays. A list never takes kinds, units or annexes away.
final class ListedAgreement {
    private static final String EXCHANGE = "student_exchange";

    /// Words of lists for kinds the register calls otherwise.
    private static final Map<String, String> CALLED =
            Map.of(
                    "research", "joint_research",
                    "cotutelle", "joint_supervision",
                    "joint_centre", "joint_laboratory",
                    "program", "short_programme");

    private final Kinds kinds;
    private final ListContext context;

    ListedAgreement(Kinds kinds, ListContext context) {
        this.kinds = kinds;
        this.context = context;
    }

    AgreementContent fresh(ListRow row) {
        return onto(AgreementContent.EMPTY, row);
    }

    AgreementContent onto(AgreementContent base, ListRow row) {
        PartnerValues values = row.partner();
        return new AgreementContent(
                base.title(),
                level(base.level(), values.level()),
                kinds(base.kinds(), values.kinds()),
                base.visibility(),
                base.proposed(),
                term(base.term(), values),
                base.ending(),
                parties(base.parties(), row),
                units(base.homeUnits(), values),
                annexes(base.annexes(), values),
                base.signatures(),
                base.textLanguages(),
                base.notes());
    }

    private static Level level(Level base, @Nullable String stated) {
        return Coded.find(Level.class, stated).orElse(base);
    }

    private List<String> kinds(List<String> base, List<String> stated) {
        Set<String> all = new LinkedHashSet<>(base);
        for (String kind : stated) {
            String called = CALLED.getOrDefault(kind, kind);
            all.add(kinds.find(called).isPresent() ? called : "academic");
        }
        return List.copyOf(all);
    }

    private Term term(Term base, PartnerValues values) {
        DateText start = date(base.start(), values.start());
        DateText end = date(base.end(), values.end());
        boolean endless = values.flags().contains("no_expiry") && !end.isKnown();
        Term.Kind kind = base.kind();
        if (endless) {
            kind = Term.Kind.ENDLESS;
        } else if (values.end().isKnown()) {
            kind = Term.Kind.FIXED;
        }
        return new Term(
                kind,
                start,
                end,
                base.knownFrom() == null ? context.asOf().lastDay() : base.knownFrom(),
                renewal(base.renewal(), values));
    }

    private static DateText date(DateText base, DateText stated) {
        if (stated.isKnown()) {
            return stated.iso().equals(base.iso()) ? base : stated;
        }
        return base.isKnown() || stated.written().isEmpty() || !base.written().isEmpty()
                ? base
                : stated;
    }

    private static Renewal renewal(Renewal base, PartnerValues values) {
        RenewalMode mode = base.mode();
        if (Boolean.TRUE.equals(values.automaticRenewal())) {
            mode = RenewalMode.AUTOMATIC;
        } else if (Boolean.FALSE.equals(values.automaticRenewal())
                && mode != RenewalMode.BY_EVALUATION
                && mode != RenewalMode.NEW_SIGNATURE) {
            mode = RenewalMode.NONE;
        }
        boolean pending = base.pending() || values.flags().contains("renewal_pending");
        return new Renewal(mode, base.years(), base.noticeMonths(), pending);
    }

    private static List<Party> parties(List<Party> base, ListRow row) {
        PartnerValues values = row.partner();
        String unit =
                values.partnerUnits().isEmpty() ? null : String.join(" / ", values.partnerUnits());
        if (base.isEmpty()) {
            String other = values.otherNames().isEmpty() ? null : values.otherNames().getFirst();
            String country = values.countryWritten().isEmpty() ? null : values.countryWritten();
            return List.of(
                    new Party(
                            row.organization(),
                            values.institution(),
                            other,
                            null,
                            unit,
                            values.country(),
                            country));
        }
        Party first = base.getFirst();
        if (base.size() > 1) {
            return base;
        }
        UUID organization =
                first.organization() == null ? row.organization() : first.organization();
        boolean unitKnown = first.partnerUnit() != null || first.partnerUnitWritten() != null;
        return List.of(
                new Party(
                        organization,
                        first.written(),
                        first.alternative(),
                        first.partnerUnit(),
                        unitKnown ? first.partnerUnitWritten() : unit,
                        first.country() == null && first.organization() == null
                                ? values.country()
                                : first.country(),
                        first.countryWritten()));
    }

    /// Our units the row names, or the unit whose list it is.
    private List<HomeUnit> stated(PartnerValues values) {
        UUID unit = context.unit();
        if (values.homeUnits().isEmpty()) {
            return unit == null ? List.of() : List.of(HomeUnit.responsible(unit));
        }
        List<HomeUnit> stated = new ArrayList<>();
        for (var home : values.homeUnits()) {
            boolean known = home.unit() != null;
            stated.add(new HomeUnit(home.unit(), known ? "" : home.written(), Role.RESPONSIBLE));
        }
        return stated;
    }

    private List<HomeUnit> units(List<HomeUnit> base, PartnerValues values) {
        List<HomeUnit> all = new ArrayList<>(base);
        for (HomeUnit one : stated(values)) {
            if (all.stream().noneMatch(known -> same(known, one))) {
                boolean first = all.isEmpty() || base.isEmpty();
                all.add(
                        new HomeUnit(
                                one.unit(),
                                one.written(),
                                first ? Role.RESPONSIBLE : Role.RELATED));
            }
        }
        return all;
    }

    private static boolean same(HomeUnit one, HomeUnit other) {
        return one.unit() != null
                ? one.unit().equals(other.unit())
                : other.unit() == null
                        && TextFolding.key(one.written()).equals(TextFolding.key(other.written()));
    }

    private static List<Annex> annexes(List<Annex> base, PartnerValues values) {
        boolean waived = values.flags().contains("tuition_exemption");
        Integer in = values.quotaIn();
        Integer out = values.quotaOut();
        if (in == null && out == null && !waived) {
            return base;
        }
        List<Annex> all = new ArrayList<>(base);
        int place = 0;
        while (place < all.size() && !all.get(place).kind().equals(EXCHANGE)) {
            place++;
        }
        if (place == all.size()) {
            var nothing = new Bilingual(null, null);
            all.add(
                    new Annex(
                            EXCHANGE,
                            nothing,
                            in,
                            out,
                            QuotaUnit.UNKNOWN,
                            waived ? Waiver.YES : Waiver.UNKNOWN,
                            DateText.NONE,
                            DateText.NONE,
                            nothing));
            return all;
        }
        Annex known = all.get(place);
        all.set(
                place,
                new Annex(
                        known.id(),
                        known.kind(),
                        known.title(),
                        in == null ? known.quotaIn() : in,
                        out == null ? known.quotaOut() : out,
                        known.quotaUnit(),
                        waived ? Waiver.YES : known.tuitionWaiver(),
                        known.start(),
                        known.end(),
                        known.notes()));
        return all;
    }

    /// How well a row fits a stored agreement; below 4 it is another one.
    static int fit(AgreementContent stored, AgreementContent alone, boolean earlier) {
        String start = stored.term().start().iso();
        String stated = alone.term().start().iso();
        boolean startsAgree =
                start.isEmpty()
                        || stated.isEmpty()
                        || start.startsWith(stated)
                        || stated.startsWith(start);
        boolean levelsAgree =
                stored.level() == alone.level()
                        || stored.level() == Level.UNKNOWN
                        || alone.level() == Level.UNKNOWN;
        boolean kindsMeet = stored.kinds().stream().anyMatch(alone.kinds()::contains);
        boolean unitsMeet =
                stored.homeUnits().isEmpty()
                        || alone.homeUnits().isEmpty()
                        || alone.homeUnits().stream()
                                .anyMatch(one ->
                                        stored.homeUnits().stream()
                                                .anyMatch(known -> same(known, one)));
        boolean facultiesAgree = facultiesAgree(stored, alone);
        if (!levelsAgree || !unitsMeet || !facultiesAgree || !(startsAgree || earlier)) {
            return 0;
        }
        return (start.equals(stated) ? 3 : startsAgree ? 2 : 0)
                + (kindsMeet ? 2 : 0)
                + (earlier ? 3 : 0)
                + (stored.level() == alone.level() ? 1 : 0);
    }

    private static boolean facultiesAgree(AgreementContent stored, AgreementContent alone) {
        String known =
                stored.parties().isEmpty()
                        ? null
                        : stored.parties().getFirst().partnerUnitWritten();
        String said = alone.parties().getFirst().partnerUnitWritten();
        return known == null
                || said == null
                || Objects.equals(TextFolding.key(known), TextFolding.key(said));
    }
}
