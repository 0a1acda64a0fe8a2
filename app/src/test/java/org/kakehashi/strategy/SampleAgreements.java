package org.kakehashi.strategy;

import static org.kakehashi.schema.organization.Tables.ORGANIZATIONS;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Units;
import org.kakehashi.access.Users;
import org.kakehashi.agreement.AgreementContent;
import org.kakehashi.agreement.AgreementContent.Level;
import org.kakehashi.agreement.AgreementContent.Visibility;
import org.kakehashi.agreement.Agreements;
import org.kakehashi.agreement.Ending;
import org.kakehashi.agreement.HomeUnit;
import org.kakehashi.agreement.Party;
import org.kakehashi.agreement.Term;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.DateText;

/// A dozen agreements, small enough to count by hand, with the days on which counting goes wrong.
public final class SampleAgreements {
    public static final LocalDate DAY = LocalDate.of(2026, 10, 1);

    private final Agreements agreements;
    private final Units units;
    private final Users users;
    private final DSLContext jooq;

    public SampleAgreements(Agreements agreements, Units units, Users users, DSLContext jooq) {
        this.agreements = agreements;
        this.units = units;
        this.users = users;
        this.jooq = jooq;
    }

    public <T> T as(String login, Supplier<T> work) {
        var user = users.findByLogin(login).orElseThrow();
        return new CurrentUser(user.id(), user.login(), user.name(), user.grants()).call(work);
    }

    public void fill() {
        Party bonn = Party.of(organization("ボン大学", "University of Bonn", "DE", 50.73, 7.1));
        Party tsinghua = Party.of(organization("清華大学", "Tsinghua University", "CN", 40.0, 116.33));
        Party somewhere = Party.written("Somewhere College", null);
        as(
                "office",
                () ->
                        agreements.createAll(
                                List.of(
                                        // A: in force until the day itself
                                        open(
                                                of(
                                                        Level.UNIVERSITY,
                                                        "Alpha",
                                                        fixed("2020-04-01", "2026-10-01"),
                                                        bonn,
                                                        "ENG")),
                                        // B: its last day is twelve months ahead
                                        of(
                                                Level.UNIVERSITY,
                                                "Beta",
                                                fixed("2021-10-01", "2027-10-01"),
                                                bonn,
                                                "ENG"),
                                        // C: its last day is one day further
                                        of(
                                                Level.UNIVERSITY,
                                                "Gamma",
                                                fixed("2021-10-02", "2027-10-02"),
                                                tsinghua,
                                                "LAW"),
                                        // D: no end
                                        open(
                                                of(
                                                        Level.DEPARTMENT,
                                                        "Delta",
                                                        endless("2015-04-01"),
                                                        tsinghua,
                                                        "LAW")),
                                        // E: begins on the day; two partners, two units
                                        two(
                                                of(
                                                        Level.DEPARTMENT,
                                                        "Epsilon",
                                                        fixed("2026-10-01", "2031-09-30"),
                                                        bonn,
                                                        "ENG"),
                                                tsinghua,
                                                "LAW"),
                                        // F: ran out on the last day of fiscal year 2024
                                        of(
                                                Level.DEPARTMENT,
                                                "Zeta",
                                                fixed("2020-04-01", "2025-03-31"),
                                                tsinghua,
                                                "LAW"),
                                        // G: ended on the last day of fiscal year 2025
                                        ended(
                                                of(
                                                        Level.UNIVERSITY,
                                                        "Eta",
                                                        endless("2010-04-01"),
                                                        bonn,
                                                        "ENG"),
                                                "2026-03-31"),
                                        // H: nothing known but that it exists
                                        of(Level.UNKNOWN, "Theta", unknown(), somewhere, null),
                                        // I: begun some day, nobody knows until when
                                        of(
                                                Level.UNIVERSITY,
                                                "Iota",
                                                unknown(),
                                                Party.written("Daehakgyo", "KR"),
                                                "ENG"),
                                        // J: restricted to another unit, partner not recognised
                                        restricted(
                                                of(
                                                        Level.UNIVERSITY,
                                                        "Kappa",
                                                        fixed("2019-04-01", "2029-03-31"),
                                                        Party.written("Ecole", "FR"),
                                                        "MED")),
                                        // K: under preparation
                                        proposed(
                                                of(
                                                        Level.UNIVERSITY,
                                                        "Lambda",
                                                        Term.UNKNOWN,
                                                        tsinghua,
                                                        "ENG")),
                                        // L: ended on the first day of fiscal year 2026
                                        ended(
                                                of(
                                                        Level.DEPARTMENT,
                                                        "Mu",
                                                        endless("2010-04-01"),
                                                        bonn,
                                                        "LAW"),
                                                "2026-04-01")),
                                "test"));
    }

    private AgreementContent of(
            Level level, String title, Term term, Party party, @Nullable String unit) {
        AgreementContent content =
                AgreementContent.of(
                        level,
                        List.of("academic"),
                        term,
                        List.of(party),
                        unit == null ? List.of() : List.of(home(unit)));
        return with(
                content,
                new Bilingual("協定" + title, title),
                content.visibility(),
                false,
                content.parties(),
                content.homeUnits());
    }

    private static AgreementContent open(AgreementContent one) {
        return one.withVisibility(Visibility.PUBLIC);
    }

    private static AgreementContent restricted(AgreementContent one) {
        return one.withVisibility(Visibility.RESTRICTED);
    }

    private static AgreementContent ended(AgreementContent one, String day) {
        return one.withEnding(
                new Ending(day(day), Ending.Reason.BY_CONSENT, new Bilingual(null, null)));
    }

    private static AgreementContent proposed(AgreementContent one) {
        return with(one, one.title(), one.visibility(), true, one.parties(), one.homeUnits());
    }

    private AgreementContent two(AgreementContent one, Party second, String unit) {
        return with(
                one,
                one.title(),
                one.visibility(),
                false,
                List.of(one.parties().getFirst(), second),
                List.of(one.homeUnits().getFirst(), home(unit)));
    }

    private static AgreementContent with(
            AgreementContent one,
            Bilingual title,
            Visibility visibility,
            boolean proposed,
            List<Party> parties,
            List<HomeUnit> homeUnits) {
        return new AgreementContent(
                title,
                one.level(),
                one.kinds(),
                visibility,
                proposed,
                one.term(),
                one.ending(),
                parties,
                homeUnits,
                one.annexes(),
                one.signatures(),
                one.textLanguages(),
                one.notes());
    }

    private HomeUnit home(String code) {
        return HomeUnit.responsible(units.findByNameOrCode(code).orElseThrow().id());
    }

    private static Term fixed(String from, String until) {
        return term(Term.Kind.FIXED, day(from), day(until));
    }

    private static Term endless(String from) {
        return term(Term.Kind.ENDLESS, day(from), DateText.NONE);
    }

    private static Term unknown() {
        return term(Term.Kind.UNKNOWN, DateText.NONE, DateText.NONE);
    }

    /// Known since 2018, whoever asks for an earlier day learns nothing.
    private static Term term(Term.Kind kind, DateText from, DateText until) {
        return new Term(kind, from, until, LocalDate.of(2018, 4, 1), Term.Renewal.UNKNOWN);
    }

    private static DateText day(String iso) {
        return DateText.day(LocalDate.parse(iso), iso);
    }

    private UUID organization(
            String ja, String en, String country, double latitude, double longitude) {
        return jooq.insertInto(ORGANIZATIONS)
                .set(ORGANIZATIONS.ORIGIN, "local")
                .set(ORGANIZATIONS.STATUS, "active")
                .set(ORGANIZATIONS.NAME, en)
                .set(ORGANIZATIONS.NAME_JA, ja)
                .set(ORGANIZATIONS.NAME_EN, en)
                .set(ORGANIZATIONS.COUNTRY, country)
                .set(ORGANIZATIONS.LATITUDE, latitude)
                .set(ORGANIZATIONS.LONGITUDE, longitude)
                .returningResult(ORGANIZATIONS.ID)
                .fetchSingle()
                .value1();
    }
}
