package org.kakehashi.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kakehashi.schema.agreement.Tables.AGREEMENTS_HISTORY;
import static org.kakehashi.schema.agreement.Tables.PARTIES_HISTORY;
import static org.kakehashi.schema.organization.Tables.NAMES;
import static org.kakehashi.schema.organization.Tables.ORGANIZATIONS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kakehashi.access.Units;
import org.kakehashi.access.Users;
import org.kakehashi.agreement.AgreementContent.Level;
import org.kakehashi.agreement.AgreementContent.Visibility;
import org.kakehashi.agreement.facts.AgreementFacts;
import org.kakehashi.agreement.facts.AgreementFilter;
import org.kakehashi.agreement.facts.AgreementLine;
import org.kakehashi.agreement.facts.Counted;
import org.kakehashi.agreement.facts.Dimension;
import org.kakehashi.agreement.facts.Order;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.DateReader;
import org.kakehashi.kernel.DateText;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.support.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;

class AgreementStoreTests extends ApplicationTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    @Autowired Agreements agreements;
    @Autowired AgreementFacts facts;
    @Autowired Units units;
    @Autowired Users users;
    @Autowired DSLContext jooq;

    private UUID tsinghua;
    private UUID bonn;

    @BeforeAll
    void partners() {
        tsinghua = organization("清華大学", "Tsinghua University", "CN", "清华大学", "Chinghua");
        bonn = organization("ボン大学", "University of Bonn", "DE", "Rheinische Universität Bonn");
        as("office", () -> agreements.createAll(sample(), "test"));
    }

    @Test
    void numbersAreGivenOnceAndInOrder() {
        List<String> numbers =
                as(
                        "office",
                        () -> {
                            List<UUID> ids =
                                    agreements.createAll(List.of(simple("X"), simple("Y")), "test");
                            return ids.stream().map(id -> agreements.get(id).number()).toList();
                        });
        int year = LocalDate.now().getYear();
        assertThat(numbers).allMatch(number -> number.matches("A-" + year + "-\\d{4,}"));
        assertThat(Integer.parseInt(numbers.get(1).substring(7)))
                .isEqualTo(Integer.parseInt(numbers.get(0).substring(7)) + 1);
    }

    @Test
    void everythingStatedIsKept() {
        AgreementContent rich = rich();
        UUID id = as("office", () -> agreements.create(rich));
        AgreementContent read = as("office", () -> agreements.get(id).content());
        assertThat(read)
                .usingRecursiveComparison()
                .ignoringFields("term.knownFrom", "annexes.id")
                .isEqualTo(rich);
    }

    @Test
    void aChangeKeepsWhatWasBefore() {
        UUID id = as("office", () -> agreements.create(rich()));
        as(
                "office",
                () -> {
                    Agreement present = agreements.get(id);
                    AgreementContent changed = simple("Renamed").withEnding(ending("2026-10-31"));
                    agreements.change(id, present.version(), changed);
                    return changed;
                });
        assertThat(jooq.fetchCount(AGREEMENTS_HISTORY, AGREEMENTS_HISTORY.ID.eq(id))).isEqualTo(2);
        assertThat(
                        jooq.select(AGREEMENTS_HISTORY.RECORDED_BY)
                                .from(AGREEMENTS_HISTORY)
                                .where(AGREEMENTS_HISTORY.ID.eq(id))
                                .fetch(AGREEMENTS_HISTORY.RECORDED_BY))
                .containsOnly(user("office").id());
        assertThat(jooq.fetchCount(PARTIES_HISTORY, PARTIES_HISTORY.AGREEMENT_ID.eq(id)))
                .isEqualTo(3);
    }

    @Test
    void whoComesSecondIsTold() {
        UUID id = as("office", () -> agreements.create(simple("Lock")));
        as(
                "office",
                () -> {
                    agreements.change(id, 0, simple("First"));
                    return id;
                });
        assertThatThrownBy(() ->
                        as(
                                "office",
                                () -> {
                                    agreements.change(id, 0, simple("Second"));
                                    return id;
                                }))
                .isInstanceOfSatisfying(
                        KakehashiException.class,
                        e -> assertThat(e.kind()).isEqualTo(KakehashiException.Kind.CONFLICT));
        assertThat(as("office", () -> agreements.get(id)).content().title().en())
                .isEqualTo("First");
    }

    @Test
    void anEndingIsTakenBackToo() {
        UUID id = as("office", () -> agreements.create(rich()));
        as(
                "office",
                () -> {
                    agreements.end(id, 0, ending("2026-10-31"));
                    return id;
                });
        assertThat(as("office", () -> agreements.status(id, DAY, 12))).isEqualTo(Status.ENDED);
        as(
                "office",
                () -> {
                    agreements.end(id, 1, null);
                    return id;
                });
        assertThat(as("office", () -> agreements.status(id, DAY, 12))).isEqualTo(Status.IN_FORCE);
    }

    /// The derived line is what the view computes, whatever was changed and whoever changed it.
    @Test
    void linesAlwaysEqualWhatTheyAreDerivedFrom() {
        UUID id = as("office", () -> agreements.create(rich()));
        UUID gone = as("office", () -> agreements.create(rich()));
        as(
                "office",
                () -> {
                    agreements.change(id, 0, simple("Other").withEnding(ending("2020")));
                    agreements.removeAll(List.of(gone), "test");
                    return id;
                });
        jooq.update(ORGANIZATIONS)
                .set(ORGANIZATIONS.NAME_JA, "北京清華大学")
                .where(ORGANIZATIONS.ID.eq(tsinghua))
                .execute();
        assertThat(
                        jooq.fetch(
                                """
                                (select * from agreement.register_computed except select %1$s from agreement.register_lines)
                                union all
                                (select %1$s from agreement.register_lines except select * from agreement.register_computed)
                                """
                                        .formatted(columnsOfTheView())))
                .isEmpty();
        assertThat(facts("office", AgreementFilter.on(DAY).matching("北京清華"))).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(Dimension.class)
    void countListAndPartsAgree(Dimension dimension) {
        as(
                "member",
                () -> {
                    AgreementFilter all = AgreementFilter.on(DAY);
                    assertThat(facts.list(all, Order.DEFAULT, 0, 10_000, Locale.ENGLISH))
                            .hasSize((int) facts.count(all));
                    List<Counted> parts = facts.countBy(dimension, all);
                    assertThat(parts).isNotEmpty();
                    for (Counted part : parts) {
                        AgreementFilter one = all.with(dimension, part.value());
                        assertThat(facts.count(one)).as(part.value()).isEqualTo(part.count());
                        assertThat(facts.list(one, Order.of("-end"), 0, 10_000, Locale.JAPANESE))
                                .hasSize((int) part.count());
                    }
                    long sum = parts.stream().mapToLong(Counted::count).sum();
                    if (dimension.partition()) {
                        assertThat(sum).isEqualTo(facts.count(all));
                    } else {
                        assertThat(sum).isGreaterThanOrEqualTo(facts.count(all));
                    }
                    return sum;
                });
    }

    /// Agreements in force on 1 April = those a year before + started − ended in the fiscal year.
    @Test
    void stocksAndFlowsAgree() {
        as(
                "office",
                () -> {
                    String[] years =
                            IntStream.range(1990, 2040)
                                    .mapToObj(String::valueOf)
                                    .toArray(String[]::new);
                    for (int year = 1995; year < 2035; year++) {
                        LocalDate april = LocalDate.of(year, 4, 1);
                        AgreementFilter all =
                                AgreementFilter.on(april)
                                        .with(Dimension.END_KNOWN, "true")
                                        .with(Dimension.STARTED, years);
                        long before = inForce(all);
                        long after =
                                inForce(
                                        new AgreementFilter(
                                                april.plusYears(1), 12, "", all.chosen()));
                        long started =
                                facts.count(all.with(Dimension.STARTED, String.valueOf(year)));
                        long ended = facts.count(all.with(Dimension.ENDED, String.valueOf(year)));
                        long firstDay =
                                facts.list(all, Order.DEFAULT, 0, 10_000, Locale.ENGLISH).stream()
                                        .filter(line -> starts(line, april))
                                        .count();
                        long nextFirstDay =
                                facts.list(all, Order.DEFAULT, 0, 10_000, Locale.ENGLISH).stream()
                                        .filter(line -> starts(line, april.plusYears(1)))
                                        .count();
                        assertThat(after - nextFirstDay)
                                .as("fiscal year " + year)
                                .isEqualTo(before - firstDay + started - ended);
                    }
                    return true;
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "清華",
                "清华",
                "tsinghua",
                "ＴＳＩＮＧＨＵＡ",
                "ﾎﾞﾝ",
                "ぼん",
                "bonn universität",
                "rheinische universitat",
                "材料科学",
                "工学 清華"
            })
    void isFoundHoweverItIsTyped(String words) {
        assertThat(facts("office", AgreementFilter.on(DAY).matching(words))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "zzz", "清華 zzz", "zz_z"})
    void whatIsNotThereIsNotFound(String words) {
        assertThat(facts("office", AgreementFilter.on(DAY).matching(words)))
                .hasSize(words.equals("%") || words.equals("_") ? all() : 0);
    }

    @Test
    void eachSeesWhatIsTheirs() {
        AgreementContent secret = simple("Secret").withVisibility(Visibility.RESTRICTED);
        UUID other = as("office", () -> agreements.create(secret));
        UUID own =
                as(
                        "office",
                        () ->
                                agreements.create(
                                        ofUnit("ENG", "Own secret")
                                                .withVisibility(Visibility.RESTRICTED)));
        UUID open =
                as(
                        "office",
                        () -> agreements.create(simple("Open").withVisibility(Visibility.PUBLIC)));
        UUID usual = as("office", () -> agreements.create(simple("Usual")));
        List<UUID> every = List.of(other, own, open, usual);
        assertThat(readable("admin", every)).containsExactlyInAnyOrder(other, own, open, usual);
        assertThat(readable("office", every)).containsExactlyInAnyOrder(other, own, open, usual);
        assertThat(readable("executive", every)).containsExactlyInAnyOrder(other, own, open, usual);
        assertThat(readable("member", every)).containsExactlyInAnyOrder(own, open, usual);
        assertThat(ids(CurrentUser.PUBLIC.call(() -> agreements.findAll(every))))
                .containsExactly(open);
        assertThat(
                        CurrentUser.PUBLIC.call(
                                () -> facts.countBy(Dimension.VISIBILITY, AgreementFilter.on(DAY))))
                .extracting(Counted::value)
                .containsExactly("public");
    }

    @Test
    void eachChangesWhatIsTheirs() {
        UUID own = as("office", () -> agreements.create(ofUnit("ENG", "Own")));
        UUID foreign = as("office", () -> agreements.create(ofUnit("LAW", "Foreign")));
        as(
                "member",
                () -> {
                    agreements.change(own, 0, ofUnit("ENG", "Changed"));
                    return own;
                });
        assertRefused("member", () -> change(foreign, ofUnit("LAW", "Changed")));
        assertRefused("member", () -> change(own, ofUnit("LAW", "Given away")));
        assertRefused("member", () -> agreements.create(ofUnit("LAW", "New")));
        assertRefused("member", () -> agreements.create(simple("Nobody's")));
        assertRefused("executive", () -> agreements.create(ofUnit("ENG", "New")));
        assertRefused("admin", () -> agreements.create(ofUnit("ENG", "New")));
        assertRefused(
                "member",
                () -> {
                    agreements.removeAll(List.of(foreign), "test");
                    return foreign;
                });
        assertThat(as("member", () -> agreements.create(ofUnit("ENG", "New")))).isNotNull();
    }

    @Test
    void theSameAgreementIsKnownAgain() {
        UUID id = as("office", () -> agreements.create(rich()));
        ComparisonKey key = ComparisonKey.of(rich());
        assertThat(as("office", () -> agreements.byKey(List.of(key))).get(key))
                .extracting(Agreement::id)
                .contains(id);
    }

    private UUID change(UUID id, AgreementContent content) {
        agreements.change(id, agreements.get(id).version(), content);
        return id;
    }

    private void assertRefused(String login, Supplier<UUID> work) {
        assertThatThrownBy(() -> as(login, work))
                .isInstanceOfSatisfying(
                        KakehashiException.class,
                        e -> assertThat(e.kind()).isEqualTo(KakehashiException.Kind.FORBIDDEN));
    }

    private List<UUID> readable(String login, List<UUID> ids) {
        return ids(as(login, () -> agreements.findAll(ids)));
    }

    private static List<UUID> ids(List<Agreement> found) {
        return found.stream().map(Agreement::id).toList();
    }

    private List<AgreementLine> facts(String login, AgreementFilter filter) {
        return as(login, () -> facts.list(filter, Order.DEFAULT, 0, 10_000, Locale.JAPANESE));
    }

    private int all() {
        return (int) (long) as("office", () -> facts.count(AgreementFilter.on(DAY)));
    }

    private long inForce(AgreementFilter filter) {
        return facts.count(filter.with(Status.IN_FORCE, Status.EXPIRING));
    }

    private static boolean starts(AgreementLine line, LocalDate day) {
        boolean yearOnly = line.start().precision() == DateText.Precision.YEAR;
        LocalDate first = line.start().date();
        return day.equals(yearOnly && first != null ? first.withMonth(4) : first);
    }

    private List<AgreementContent> sample() {
        List<AgreementContent> all = new ArrayList<>();
        String[] starts = {"2001-04-01", "2016", "2019年10月", "H20.4.1", ""};
        String[] ends = {"2026-03-31", "2021", "2027-03", "", "2031-09-30"};
        for (int i = 0; i < 50; i++) {
            Term term =
                    new Term(
                            i % 7 == 0 ? Term.Kind.ENDLESS : Term.Kind.FIXED,
                            date(starts[i % 5]),
                            i % 7 == 0 ? DateText.NONE : date(ends[i / 5 % 5]),
                            LocalDate.of(2026, 1, 1),
                            new Term.Renewal(
                                    i % 9 == 0
                                            ? Term.RenewalMode.AUTOMATIC
                                            : Term.RenewalMode.UNKNOWN,
                                    null,
                                    null,
                                    i % 10 == 0));
            all.add(
                    AgreementContent.of(
                            Level.values()[i % 3],
                            i % 4 == 0 ? List.of() : List.of("academic", "student_exchange"),
                            term,
                            i % 6 == 0
                                    ? List.of(
                                            Party.written(
                                                    "Nowhere College " + i,
                                                    i % 12 == 0 ? "FR" : null))
                                    : List.of(Party.of(tsinghua), Party.of(bonn)),
                            i % 5 == 0 ? List.of() : List.of(unit("ENG"), unit("IMR"))));
        }
        return all;
    }

    private AgreementContent rich() {
        return new AgreementContent(
                new Bilingual("学術交流協定", "Agreement on Academic Exchange"),
                Level.UNIVERSITY,
                List.of("academic", "double_degree"),
                Visibility.PUBLIC,
                false,
                new Term(
                        Term.Kind.FIXED,
                        date("2017年4月7日"),
                        date("2028"),
                        LocalDate.of(2026, 1, 1),
                        new Term.Renewal(Term.RenewalMode.BY_EVALUATION, 5, 6, true)),
                null,
                List.of(
                        new Party(
                                tsinghua,
                                "Tsinghua Univ.",
                                "THU",
                                null,
                                "School of Economics",
                                "CN",
                                "中国"),
                        Party.of(bonn)),
                List.of(unit("ENG"), new HomeUnit(null, "国際交流課", HomeUnit.Role.RELATED)),
                List.of(
                        new Annex(
                                "student_exchange",
                                new Bilingual("学生交流覚書", null),
                                5,
                                null,
                                Annex.QuotaUnit.PERSONS_PER_YEAR,
                                Annex.Waiver.YES,
                                date("2017-10"),
                                DateText.NONE,
                                new Bilingual(null, "Weighted by semester"))),
                List.of(
                        new Signature(
                                Signature.Side.PARTNER,
                                "Rector",
                                "Rektor",
                                date("2017-04-01"),
                                "Bonn")),
                List.of("ja", "en"),
                new Bilingual("備考", null));
    }

    private AgreementContent simple(String title) {
        return titled(title, List.of());
    }

    private AgreementContent ofUnit(String code, String title) {
        return titled(title, List.of(unit(code)));
    }

    private AgreementContent titled(String title, List<HomeUnit> homeUnits) {
        return new AgreementContent(
                new Bilingual(null, title),
                Level.DEPARTMENT,
                List.of("other"),
                Visibility.MEMBERS,
                false,
                Term.UNKNOWN,
                null,
                List.of(Party.of(bonn)),
                homeUnits,
                List.of(),
                List.of(),
                List.of(),
                new Bilingual(null, null));
    }

    private static Ending ending(String on) {
        return new Ending(date(on), Ending.Reason.BY_CONSENT, new Bilingual(null, "agreed"));
    }

    private HomeUnit unit(String code) {
        return HomeUnit.responsible(units.findByNameOrCode(code).orElseThrow().id());
    }

    private static DateText date(String text) {
        return text.isEmpty()
                ? DateText.NONE
                : DateReader.single(text).orElseThrow().writtenAs(text);
    }

    private UUID organization(String ja, String en, String country, String... others) {
        UUID id =
                jooq.insertInto(ORGANIZATIONS)
                        .set(ORGANIZATIONS.ORIGIN, "local")
                        .set(ORGANIZATIONS.STATUS, "active")
                        .set(ORGANIZATIONS.NAME, en)
                        .set(ORGANIZATIONS.NAME_JA, ja)
                        .set(ORGANIZATIONS.NAME_EN, en)
                        .set(ORGANIZATIONS.COUNTRY, country)
                        .returningResult(ORGANIZATIONS.ID)
                        .fetchSingle()
                        .value1();
        for (String other : others) {
            jooq.insertInto(NAMES)
                    .set(NAMES.ORGANIZATION_ID, id)
                    .set(NAMES.VALUE, other)
                    .set(NAMES.KIND, "alias")
                    .set(NAMES.SOURCE, "office")
                    .execute();
        }
        return id;
    }

    private String columnsOfTheView() {
        return String.join(
                ", ",
                jooq.fetch(
                                """
                                select column_name from information_schema.columns
                                where table_schema = 'agreement' and table_name = 'register_computed' order by ordinal_position
                                """)
                        .getValues(0, String.class));
    }

    private CurrentUser user(String login) {
        var user = users.findByLogin(login).orElseThrow();
        return new CurrentUser(user.id(), user.login(), user.name(), user.grants());
    }

    private <T> T as(String login, Supplier<T> work) {
        return user(login).call(work);
    }
}
