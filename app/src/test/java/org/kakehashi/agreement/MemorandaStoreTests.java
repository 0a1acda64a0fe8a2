package org.kakehashi.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kakehashi.schema.organization.Tables.ORGANIZATIONS;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kakehashi.access.Units;
import org.kakehashi.access.Users;
import org.kakehashi.agreement.Condition.Direction;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.DateText;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.support.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class MemorandaStoreTests extends ApplicationTest {
    private static final Bilingual NOTHING = new Bilingual(null, null);

    @Autowired Agreements agreements;
    @Autowired Memoranda memoranda;
    @Autowired Exchanges exchanges;
    @Autowired Waivers waivers;
    @Autowired Units units;
    @Autowired Users users;
    @Autowired DSLContext jooq;

    private UUID partner;

    @BeforeAll
    void partner() {
        partner =
                jooq.insertInto(ORGANIZATIONS)
                        .set(ORGANIZATIONS.ORIGIN, "local")
                        .set(ORGANIZATIONS.STATUS, "active")
                        .set(ORGANIZATIONS.NAME, "University of Ghent")
                        .set(ORGANIZATIONS.COUNTRY, "BE")
                        .returningResult(ORGANIZATIONS.ID)
                        .fetchSingle()
                        .value1();
    }

    @Test
    void aMemorandumIsReadAsItWasWritten() {
        office(() -> {
            UUID agreement = agreement();
            Memorandum wanted = full(agreement);
            UUID id = memoranda.save(wanted, agreements.get(agreement).version());
            Memorandum read = memoranda.get(agreement, id);
            assertThat(read.clauses()).isEqualTo(wanted.clauses());
            assertThat(read.counting()).isEqualTo(wanted.counting());
            assertThat(read.renewal()).isEqualTo(wanted.renewal());
            assertThat(read.languages()).containsExactly("ja", "en");
            assertThat(read.binding()).isEqualTo("en");
            assertThat(read.signatures()).isEqualTo(wanted.signatures());
            assertThat(read.conditions())
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
                    .isEqualTo(wanted.conditions());
            assertThat(read.places(Direction.INBOUND)).isEqualTo(3);
            assertThat(read.places(Direction.OUTBOUND)).isNull();
            assertThat(agreements.get(agreement).content().annexes())
                    .singleElement()
                    .satisfies(
                            annex -> assertThat(annex.tuitionWaiver()).isEqualTo(Annex.Waiver.YES));
        });
    }

    @Test
    void conditionsStayWithTheirMemorandumWhenAnotherIsTakenOff() {
        office(() -> {
            UUID agreement = agreement();
            UUID first = memoranda.save(plain(agreement, "staff_exchange"), 0);
            UUID second = memoranda.save(full(agreement), 1);
            Agreement both = agreements.get(agreement);
            List<Annex> annexes = both.content().annexes();
            assertThat(annexes).extracting(Annex::id).containsExactly(first, second);
            agreements.change(agreement, 2, both.content().withAnnexes(List.of(annexes.getLast())));
            assertThat(memoranda.of(agreement))
                    .singleElement()
                    .satisfies(kept -> {
                        assertThat(kept.annex().id()).isEqualTo(second);
                        assertThat(kept.conditions()).hasSize(2);
                        assertThat(kept.clauses().article()).isEqualTo("第4条");
                    });
        });
    }

    @Test
    void twoPeopleAtOnceTheSecondIsToldAndNothingIsWritten() {
        office(() -> {
            UUID agreement = agreement();
            memoranda.save(plain(agreement, "student_exchange"), 0);
            assertThatThrownBy(() -> memoranda.save(full(agreement), 0))
                    .isInstanceOf(KakehashiException.class)
                    .hasMessageContaining("changedMeanwhile");
            assertThat(memoranda.of(agreement)).hasSize(1);
        });
    }

    @Test
    void agreementsInTheShapeOfErasmusGoThereAndBackWithoutLoss() {
        long seed = System.nanoTime();
        IiaSamples samples = new IiaSamples(new Random(seed));
        office(() -> {
            for (int i = 0; i < 40; i++) {
                UUID agreement = agreement();
                String given = samples.agreement();
                exchanges.put(agreement, 0, given);
                JsonNode back = Iia.JSON.valueToTree(exchanges.get(agreement));
                assertThat(IiaSamples.plain(back))
                        .as("seed %d, agreement %d", seed, i)
                        .isEqualTo(IiaSamples.plain(Iia.JSON.readTree(given)));
            }
        });
    }

    @Test
    void oursGoOutAndComeBackTheSame() {
        office(() -> {
            UUID agreement = agreement();
            exchanges.put(agreement, 0, new IiaSamples(new Random(7)).agreement());
            List<Condition> before = conditions(agreement);
            String out = Iia.JSON.writeValueAsString(exchanges.get(agreement));
            UUID copy = agreement();
            exchanges.put(copy, 0, out);
            assertThat(conditions(copy))
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
                    .isEqualTo(before);
        });
    }

    @Test
    void aDocumentThatCannotBeTakenOverChangesNothingAndSaysWhy() {
        office(() -> {
            UUID agreement = agreement();
            for (String[] bad :
                    new String[][] {
                        {"{", "agreement.exchange.problem.json"},
                        {"{\"partner\":[],\"surprise\":1}", "agreement.exchange.problem.json"},
                        {
                            "{\"partner\":[{\"hei-id\":\"a.ac.jp\"}],\"in-effect\":true,\"cooperation-conditions\":{}}",
                            "agreement.exchange.problem.two"
                        },
                        {
                            "{\"partner\":[{\"hei-id\":\"a.ac.jp\"},{\"hei-id\":\"b.be\"}],\"in-effect\":true,"
                                    + "\"cooperation-conditions\":{\"student-studies-mobility-spec\":[{\"sending-hei-id\":\"c.de\",\"receiving-hei-id\":\"b.be\"}]}}",
                            "agreement.exchange.problem.strangers"
                        },
                        {
                            "{\"partner\":[{\"hei-id\":\"a.ac.jp\"},{\"hei-id\":\"b.be\"}],\"in-effect\":true,"
                                    + "\"cooperation-conditions\":{\"student-studies-mobility-spec\":[{\"sending-hei-id\":\"a.ac.jp\",\"receiving-hei-id\":\"b.be\",\"receiving-first-academic-year-id\":\"26\"}]}}",
                            "agreement.problem.academicYear"
                        }
                    }) {
                assertThatThrownBy(() -> exchanges.put(agreement, 0, bad[0]))
                        .isInstanceOf(KakehashiException.class)
                        .hasMessageContaining(bad[1]);
            }
            assertThat(agreements.get(agreement).version()).isZero();
        });
    }

    @Test
    void theWaiverOfAStudentIsAnsweredWithTheClause() {
        office(() -> {
            UUID agreement = agreement();
            memoranda.save(full(agreement), 0);
            LocalDate day = LocalDate.of(2026, 10, 1);
            var bachelor = new Waivers.Student(partner, Direction.INBOUND, day, 6, "0613");
            assertThat(waivers.of(bachelor))
                    .filteredOn(one -> one.agreement().id().equals(agreement))
                    .singleElement()
                    .satisfies(one -> {
                        assertThat(one.verdict()).isEqualTo(Waivers.Verdict.APPLIES);
                        assertThat(one.memorandum().clauses().waiver().en())
                                .contains("shall not pay");
                    });
            assertThat(verdict(agreement, Direction.INBOUND, day, 8, "0613"))
                    .isEqualTo(Waivers.Verdict.REFUSED);
            assertThat(verdict(agreement, Direction.INBOUND, day, null, "0613"))
                    .isEqualTo(Waivers.Verdict.OPEN);
            assertThat(verdict(agreement, Direction.INBOUND, day, 6, "0231"))
                    .isEqualTo(Waivers.Verdict.REFUSED);
            assertThat(verdict(agreement, Direction.INBOUND, day, 6, "06"))
                    .isEqualTo(Waivers.Verdict.OPEN);
            assertThat(verdict(agreement, Direction.OUTBOUND, day, 6, null))
                    .isEqualTo(Waivers.Verdict.REFUSED);
            assertThat(verdict(agreement, Direction.INBOUND, LocalDate.of(2101, 4, 1), 6, "0613"))
                    .isEqualTo(Waivers.Verdict.REFUSED);
        });
    }

    private Waivers.Verdict verdict(
            UUID agreement, Direction direction, LocalDate day, Integer level, String field) {
        return waivers.of(new Waivers.Student(partner, direction, day, level, field)).stream()
                .filter(one -> one.agreement().id().equals(agreement))
                .findFirst()
                .orElseThrow()
                .verdict();
    }

    private List<Condition> conditions(UUID agreement) {
        List<Condition> all = new ArrayList<>();
        memoranda.of(agreement).forEach(one -> all.addAll(one.conditions()));
        return all;
    }

    private UUID agreement() {
        return agreements.create(
                AgreementContent.of(
                        AgreementContent.Level.UNIVERSITY,
                        List.of("student_exchange"),
                        new Term(
                                Term.Kind.FIXED,
                                DateText.day(LocalDate.of(2020, 4, 1), ""),
                                DateText.day(LocalDate.of(2100, 3, 31), ""),
                                null,
                                Term.Renewal.UNKNOWN),
                        List.of(Party.of(partner)),
                        List.of(
                                new HomeUnit(
                                        units.findByNameOrCode("ENG").orElseThrow().id(),
                                        "",
                                        HomeUnit.Role.RESPONSIBLE))));
    }

    private static Memorandum plain(UUID agreement, String kind) {
        return Memorandum.of(
                agreement,
                new Annex(
                        kind,
                        NOTHING,
                        null,
                        null,
                        Annex.QuotaUnit.PERSONS_PER_YEAR,
                        Annex.Waiver.YES,
                        DateText.NONE,
                        DateText.NONE,
                        NOTHING));
    }

    private static Memorandum full(UUID agreement) {
        Condition in =
                new Condition(
                        null,
                        Condition.Activity.STUDENT_STUDIES,
                        Direction.INBOUND,
                        "eng",
                        "fac-2",
                        3,
                        Annex.QuotaUnit.PERSONS_PER_YEAR,
                        Condition.Period.SEMESTER,
                        new BigDecimal("10.5"),
                        null,
                        true,
                        List.of(6, 7),
                        null,
                        "2026/2027",
                        "2030/2031",
                        List.of(new Condition.Subject("0613", "Software")),
                        List.of(new Condition.LanguageSkill("en", "B2", null, null)),
                        new Bilingual("寮は先着順", null));
        Condition out =
                new Condition(
                        null,
                        Condition.Activity.STUDENT_STUDIES,
                        Direction.OUTBOUND,
                        null,
                        null,
                        null,
                        Annex.QuotaUnit.PERSONS_PER_YEAR,
                        Condition.Period.UNKNOWN,
                        null,
                        null,
                        null,
                        List.of(),
                        Annex.Waiver.NO,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        NOTHING);
        Memorandum base = plain(agreement, "student_exchange");
        return new Memorandum(
                agreement,
                base.annex(),
                new Memorandum.Clauses(
                        Set.of(Memorandum.Fee.TUITION, Memorandum.Fee.ADMISSION),
                        "第4条",
                        new Bilingual(
                                "受入大学は授業料を徴収しない。",
                                "Exchange students shall not pay tuition to the host."),
                        Annex.Waiver.YES,
                        new Bilingual("単位を互換する。", null),
                        NOTHING,
                        NOTHING),
                new Memorandum.Counting(
                        BigDecimal.ONE, new BigDecimal("0.5"), null, Memorandum.CarryOver.YEARS, 3),
                new Term.Renewal(Term.RenewalMode.AUTOMATIC, 5, 6, false),
                List.of("ja", "en"),
                "en",
                List.of(in, out),
                List.of(
                        new Signature(
                                Signature.Side.HOME,
                                "総長",
                                "President",
                                DateText.day(LocalDate.of(2026, 3, 1), "2026-03-01"),
                                "仙台")));
    }

    private void office(Runnable work) {
        var user = users.findByLogin("office").orElseThrow();
        new CurrentUser(user.id(), user.login(), user.name(), user.grants()).run(work);
    }
}
