package org.kakehashi.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kakehashi.schema.access.Tables.AUDIT;
import static org.kakehashi.schema.person.Tables.PEOPLE;
import static org.kakehashi.schema.person.Tables.PEOPLE_HISTORY;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.access.AuditChain;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.support.ApplicationTest;
import org.kakehashi.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

class PersonPageTests extends ApplicationTest {
    @Autowired DSLContext jooq;
    @Autowired People people;
    @Autowired Duplicates duplicates;
    @Autowired AuditChain chain;

    @ParameterizedTest
    @CsvSource({"ja, 同じ", "en, Same birth date"})
    void theSamePersonInThreeSpellingsIsFoundMergedAndParted(String language, String why) {
        String family = language.equals("ja") ? "架橋" : "橋本";
        String kana = language.equals("ja") ? "カキョウ" : "ハシモト";
        String latin = language.equals("ja") ? "Kakyō" : "HASIMOTO";
        Visitor office = signedInAs("office").reads(language);
        String first =
                path(
                        record(
                                office,
                                Map.of(
                                        "familyOwn",
                                        family,
                                        "givenOwn",
                                        "太郎",
                                        "familyKana",
                                        kana,
                                        "givenKana",
                                        "タロウ",
                                        "birth",
                                        "2001-04-02")));
        String second =
                path(
                        record(
                                office,
                                Map.of(
                                        "familyLatin",
                                        latin,
                                        "givenLatin",
                                        "Taro",
                                        "order",
                                        "given_first",
                                        "birth",
                                        "2001-04-02",
                                        "mail",
                                        "taro@example.ac.jp")));
        Document waiting = office.get("/people/duplicates");
        assertThat(waiting.select("main").text()).contains(family + " 太郎", "Taro", why);
        Element merge = waiting.expectFirst("main form[action=" + first + "/merge]");
        Document kept = office.submit(merge, Map.of());
        assertThat(kept.select("main").text()).contains("taro@example.ac.jp", "Taro");
        assertThat(office.get(second).select("main a[href=" + first + "]")).isNotEmpty();
        Document parted = office.submit(kept.expectFirst("main form[action$=/undo]"), Map.of());
        assertThat(path(parted)).isEqualTo(second);
        assertThat(office.get(first).select("main").text()).doesNotContain("taro@example.ac.jp");
        assertThat(office.get("/people/duplicates").select("main").text()).contains(family);
    }

    @Test
    void sensitiveValuesAreSealedShownForAReasonAndTheReadingIsNoted() {
        Visitor office = signedInAs("office").reads("en");
        Document shown =
                record(
                        office,
                        Map.of(
                                "familyLatin",
                                "Okonkwo",
                                "givenLatin",
                                "Ada",
                                "birth",
                                "1999-12-31",
                                "nationality",
                                "Nigeria",
                                "residence",
                                "Student"));
        String page = path(shown);
        assertThat(shown.select("main").text()).doesNotContain("Nigeria", "1999");
        assertThat(row(page).getBirthSealed()).startsWith("sealed:1:");
        assertThat(
                        jooq.fetchExists(
                                PEOPLE_HISTORY,
                                PEOPLE_HISTORY
                                        .BIRTH_SEALED
                                        .isNotNull()
                                        .or(PEOPLE_HISTORY.FAMILY_LATIN.isNotNull())))
                .isFalse();
        Element ask = shown.expectFirst("main form[action$=/sensitive]");
        assertThat(office.submit(ask, Map.of("why", "")).select(".problems").text())
                .contains("Say why");
        Document told = office.submit(ask, Map.of("why", "Visa papers"));
        assertThat(told.select("main").text()).contains("Nigeria", "31 December 1999");
        assertThat(
                        jooq.fetchCount(
                                AUDIT,
                                AUDIT.ACTION
                                        .eq("person.sensitiveRead")
                                        .and(AUDIT.SUBJECT_ID.eq(id(page)))))
                .isEqualTo(1);
        assertThat(signedInAs("executive").status(page)).isEqualTo(403);
    }

    @Test
    void keysAreChangedAndTheValuesStay() {
        Visitor office = signedInAs("office").reads("en");
        String page =
                path(record(office, Map.of("familyLatin", "Rotation", "birth", "1990-01-02")));
        String before = row(page).getBirthSealed();
        for (int i = 0; i < 2; i++) {
            int changed =
                    CurrentUser.SYSTEM.call(() ->
                            people.changeKeys(
                                    LocalDate.now(java.time.ZoneOffset.UTC).plusDays(2), 1_000));
            assertThat(changed).isPositive();
        }
        assertThat(row(page).getBirthSealed()).isNotEqualTo(before);
        Sensitive kept = CurrentUser.SYSTEM.call(() -> people.sensitive(id(page), "test"));
        assertThat(kept.birth()).isEqualTo(LocalDate.of(1990, 1, 2));
    }

    @Test
    void aPersonIsGivenOutToAndErasedAndTheChainStillHolds() {
        Visitor office = signedInAs("office").reads("en");
        Document shown =
                record(
                        office,
                        Map.of(
                                "familyLatin",
                                "Erasmusova",
                                "givenLatin",
                                "Jana",
                                "mail",
                                "jana@example.cz",
                                "birth",
                                "2000-02-29"));
        String page = path(shown);
        byte[] about = office.download(page + "/export?format=csv").body();
        assertThat(new String(about, StandardCharsets.UTF_8))
                .contains("Erasmusova", "jana@example.cz", "2000-02-29");
        Element erase = shown.expectFirst("main form[action$=/erasure]");
        assertThat(office.submit(erase, Map.of("reason", "")).select(".problems")).isNotEmpty();
        Document gone = office.submit(erase, Map.of("reason", "Asked for it"));
        assertThat(gone.select("main").text()).contains("have been erased").doesNotContain("Jana");
        assertThat(row(page).getMail()).isNull();
        assertThat(row(page).getMatchKeys()).isEmpty();
        assertThat(CurrentUser.SYSTEM.call(() -> people.sensitive(id(page), "test")))
                .isEqualTo(Sensitive.NONE);
        assertThat(office.get("/people?q=Erasmusova").select("main table")).isEmpty();
        assertThat(office.status(page + "/edit")).isEqualTo(403);
    }

    @Test
    void peopleAreFoundInAnyScriptAndBadInputIsAnswered() {
        Visitor office = signedInAs("office").reads("en");
        record(
                office,
                Map.of(
                        "familyOwn",
                        "渡邊",
                        "givenOwn",
                        "結衣",
                        "familyKana",
                        "ワタナベ",
                        "givenKana",
                        "ユイ",
                        "familyLatin",
                        "Watanabe",
                        "givenLatin",
                        "Yui"));
        for (String typed : List.of("渡邊", "結衣", "ワタナベ", "watan", "yui watanabe")) {
            assertThat(
                            office.get(
                                            "/people?q="
                                                    + java.net.URLEncoder.encode(
                                                            typed, StandardCharsets.UTF_8))
                                    .select("main table")
                                    .text())
                    .as(typed)
                    .contains("渡邊");
        }
        Document again = record(office, Map.of("mail", "nobody", "birth", "2999-01-01"));
        assertThat(again.select(".problems").text()).contains("at least one script");
        Document named =
                office.submit(
                        again.expectFirst("main form[method=post]"),
                        Map.of(
                                "familyLatin",
                                "X",
                                "birth",
                                "yesterday",
                                "nationality",
                                "Atlantis"));
        assertThat(named.select(".problems").text())
                .contains("Type a day", "do not know this country");
    }

    @Test
    void listsFindWhomTheyNameAgainAndRememberWhoMayBeSomebodyKnown() {
        List<NewPerson> list =
                List.of(
                        person("BRINGMANN Otto", "otto@example.de", LocalDate.of(1998, 3, 4)),
                        person("Otto Bringmann", null, LocalDate.of(1998, 3, 4)),
                        person("Otto Bringmann", null, null),
                        person("Bringmann Otto", null, LocalDate.of(1970, 1, 1)));
        Duplicates.Brought brought = CurrentUser.SYSTEM.call(() -> duplicates.bring(list));
        assertThat(brought.people().get(0)).isEqualTo(brought.people().get(1));
        assertThat(brought.people().get(2)).isNotEqualTo(brought.people().get(0));
        assertThat(brought.people().get(3)).isNotEqualTo(brought.people().get(0));
        assertThat(brought.created()).isEqualTo(3);
        assertThat(brought.possible()).isPositive();
        Duplicates.Brought again =
                CurrentUser.SYSTEM.call(() -> duplicates.bring(list.subList(0, 2)));
        assertThat(again.created()).isZero();
        assertThat(again.people().get(1)).isEqualTo(brought.people().get(0));
        assertThat(CurrentUser.SYSTEM.call(() -> chain.verify(List.of(), progress -> {}).broken()))
                .isNull();
    }

    private static NewPerson person(String latin, String mail, LocalDate birth) {
        return new NewPerson(
                new Person.Details(
                        Person.Category.STUDENT,
                        new PersonNames(
                                PersonNames.Script.NONE,
                                PersonNames.Script.NONE,
                                new PersonNames.Script(latin, null),
                                NameOrder.FAMILY_FIRST),
                        mail,
                        null,
                        null,
                        Person.Purpose.EXCHANGE,
                        null),
                new Sensitive(birth, null, null, null, null),
                List.of());
    }

    private static Document record(Visitor office, Map<String, String> fields) {
        return office.submit(
                office.get("/people/new").expectFirst("main form[method=post]"),
                new LinkedHashMap<>(fields));
    }

    private org.kakehashi.schema.person.tables.records.PeopleRecord row(String page) {
        return jooq.fetchSingle(PEOPLE, PEOPLE.ID.eq(id(page)));
    }

    private static UUID id(String page) {
        return UUID.fromString(page.substring("/people/".length()));
    }

    private static String path(Document page) {
        return page.location().replaceFirst(".*(/people/.*)", "$1");
    }
}
