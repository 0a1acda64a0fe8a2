package org.kakehashi.partnership.designation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kakehashi.schema.organization.Tables.ORGANIZATIONS;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kakehashi.access.User;
import org.kakehashi.access.Users;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.organization.OrganizationReferences;
import org.kakehashi.partnership.Visit;
import org.kakehashi.partnership.Visits;
import org.kakehashi.review.Answer;
import org.kakehashi.review.Processes;
import org.kakehashi.review.ReviewCase;
import org.kakehashi.review.ReviewCases;
import org.kakehashi.review.Step;
import org.kakehashi.support.ApplicationTest;
import org.kakehashi.support.Visitor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

class DesignationPageTests extends ApplicationTest {
    @Autowired DSLContext jooq;
    @Autowired Candidacies candidacies;
    @Autowired Schemes schemes;
    @Autowired Visits visits;
    @Autowired Processes processes;
    @Autowired ReviewCases cases;
    @Autowired Users users;
    @Autowired ObjectProvider<OrganizationReferences> references;

    private UUID process = new UUID(0, 0);

    @BeforeAll
    void process() {
        process =
                CurrentUser.SYSTEM.call(() -> {
                    UUID example =
                            processes.list().stream()
                                    .filter(one -> one.code().equals("tohoku-strategic-partner"))
                                    .findFirst()
                                    .orElseThrow()
                                    .id();
                    UUID copy =
                            processes.copy(
                                    example, "strategic-test", new Bilingual("指定", "Designation"));
                    processes.publish(copy, processes.get(copy).version());
                    return copy;
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void aPartnerIsPutForwardReviewedDesignatedAndPublished(String language) {
        String name = "University of Bergamo " + language;
        UUID partner = partner(name);
        Visitor office = signedInAs("office").reads(language);
        Document page = begin(office, partner, name);
        assertThat(page.select("main").text())
                .contains(language.equals("ja") ? "不明(記録なし)" : "Unknown (no records)");
        String path = path(page);
        UUID id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        asOffice(() -> visits.save(visit(partner)));
        page = office.get(path);
        assertThat(page.select("details a[href^=/visits/]")).hasSize(1);
        for (Element form : page.select("form[action*=/criteria/]")) {
            String key = form.attr("action").replaceFirst(".*/", "");
            page =
                    office.submit(
                            form, Map.of("result-" + key, "met", "said-" + key + "-Ja", "根拠です"));
        }
        page =
                office.submit(
                        page.expectFirst("form[action$=/statement]"),
                        Map.of("statementJa", "推薦します", "statementEn", "We recommend it"));
        assertThat(page.select("a[href^=/reviews/propose]")).hasSize(1);
        UUID opened =
                user("office")
                        .call(() -> cases.propose("strategic_partner", id, process, false, null));
        assertThat(office.get(path).select("form[action$=/statement]")).isEmpty();
        approve(opened);
        Candidacy one = CurrentUser.SYSTEM.call(() -> candidacies.get(id));
        assertThat(one.state()).isEqualTo(Candidacy.State.DESIGNATED);
        assertThat(one.judgements().values())
                .filteredOn(judgement -> judgement.counted() != null)
                .hasSize(3);
        assertThat(visitor().reads(language).get("/public/strategic-partners").text())
                .contains(name);
        assertThat(office.get("/organizations/" + partner).select("main").text())
                .contains(language.equals("ja") ? "指定中" : "Designated");
        assertThat(office.download("/strategic-partners?show=designated&format=xlsx").body())
                .startsWith('P', 'K');
        Document ended =
                office.submit(
                        office.get(path).expectFirst("form[action$=/close]"),
                        Map.of("reasonJa", "交流が終わったため"));
        assertThat(ended.select("main").text()).contains("交流が終わったため");
        assertThat(visitor().get("/public/strategic-partners").text()).doesNotContain(name);
    }

    @Test
    void twoCandidaciesAtOnceAreRefusedAndSoIsAnInstitutionThatIsGone() {
        UUID partner = partner("University of Cork");
        Visitor office = signedInAs("office").reads("en");
        begin(office, partner, "University of Cork");
        assertThat(begin(office, partner, "University of Cork").select(".problems").text())
                .contains("already been put forward");
        UUID gone = partner("University of Lund Old");
        jooq.update(ORGANIZATIONS)
                .set(ORGANIZATIONS.STATUS, "inactive")
                .where(ORGANIZATIONS.ID.eq(gone))
                .execute();
        assertThat(begin(office, gone, "University of Lund Old").select(".problems").text())
                .contains("Choose its successor");
    }

    @Test
    void aDesignatedPartnerThatIsMergedKeepsItsDesignationAndOneThatIsGoneIsATask() {
        UUID partner = partner("University of Malmo");
        UUID id = designated(partner);
        UUID merged = partner("Malmo University");
        references.stream()
                .filter(one -> one.name().contains("candidacies"))
                .findFirst()
                .orElseThrow()
                .move(partner, merged);
        Visitor office = signedInAs("office").reads("en");
        assertThat(office.get("/organizations/" + merged).select("main").text())
                .contains("Designated");
        jooq.update(ORGANIZATIONS)
                .set(ORGANIZATIONS.STATUS, "withdrawn")
                .where(ORGANIZATIONS.ID.eq(merged))
                .execute();
        assertThat(office.get("/tasks").select("main").text())
                .contains("A strategic partner no longer exists", "Malmo");
        assertThat(office.get("/strategic-partners/" + id).select("main").text())
                .contains("record was withdrawn");
        assertThat(office.status("/strategic-partners")).isEqualTo(200);
    }

    @Test
    void whatDoesNotHoldDoesNotGoToReviewAndWhatIsUnknownMay() {
        UUID partner = partner("University of Turku");
        UUID id = CurrentUser.SYSTEM.call(() -> candidacies.begin(partner, scheme(), null));
        Bilingual said = new Bilingual("根拠", "Grounds");
        user("office").run(() -> candidacies.state(id, candidacies.get(id).version(), null, said));
        assertThat(CurrentUser.SYSTEM.call(() -> obstacle(id))).isNull();
        UUID fifth =
                CurrentUser.SYSTEM.call(
                        () -> candidacies.get(id).scheme().criteria().getLast().id());
        user("office")
                .run(() ->
                        candidacies.judge(
                                id, Objects.requireNonNull(fifth), Finding.NOT_MET, said));
        assertThat(CurrentUser.SYSTEM.call(() -> obstacle(id)))
                .isEqualTo("partnership.candidacy.problem.rule");
        assertThatThrownBy(() ->
                        user("office")
                                .call(() ->
                                        cases.propose(
                                                "strategic_partner", id, process, false, null)))
                .isInstanceOf(KakehashiException.class);
        assertThatThrownBy(() ->
                        user("office")
                                .run(() ->
                                        candidacies.judge(
                                                id, fifth, Finding.MET, new Bilingual(null, null))))
                .isInstanceOf(KakehashiException.class);
    }

    @Test
    void aDepartmentPutsForwardForItsOwnUnitsOnly() {
        UUID partner = partner("University of Umea");
        Visitor member = signedInAs("member").reads("en");
        Document refused = begin(member, partner, "University of Umea");
        assertThat(refused.select(".problems").text()).contains("your own units only");
        assertThat(signedInAs("executive").status("/strategic-partners/new")).isEqualTo(403);
    }

    @Test
    void aSchemeIsCopiedChangedAndPutInUse() {
        Visitor office = signedInAs("office").reads("en");
        Document scheme = office.get("/strategic-partners/schemes/" + scheme());
        assertThat(scheme.select("main").text()).contains("Tohoku University", "may have changed");
        Document draft =
                office.submit(scheme.expectFirst("form[action$=/copy]"), Map.of("code", "own"));
        Document wrong =
                office.submit(
                        draft.expectFirst("main form"), Map.of("rule", "at_least(2, c1, c9)"));
        assertThat(wrong.select(".problems").text()).contains("c9");
        assertThat(wrong.expectFirst("#rule").val()).isEqualTo("at_least(2, c1, c9)");
        Document source =
                office.submit(
                        wrong.expectFirst("main form"),
                        Map.of("rule", "c1 or c4", "choices-3", "nowhere=1"));
        assertThat(source.select(".problems").text()).contains("c4");
        Document saved =
                office.submit(
                        source.expectFirst("main form"),
                        Map.of("choices-3", "direction=inbound", "least-3", "10", "term", "5"));
        assertThat(saved.select(".problems")).isEmpty();
        Document inUse = office.submit(saved.expectFirst("form[action$=/publish]"), Map.of());
        assertThat(inUse.select("main").text()).contains("In use", "5 years", "direction=inbound");
        assertThat(inUse.select("form[action$=/publish]")).isEmpty();
    }

    private String obstacle(UUID id) {
        Candidacy one = candidacies.get(id);
        return candidacies.obstacle(one, candidacies.evidence(one, java.util.Locale.ENGLISH));
    }

    private UUID designated(UUID partner) {
        UUID id = CurrentUser.SYSTEM.call(() -> candidacies.begin(partner, scheme(), null));
        CurrentUser.SYSTEM.run(() -> {
            candidacies.proposed(id);
            candidacies.designated(id, "R-TEST");
        });
        return id;
    }

    private UUID scheme() {
        return CurrentUser.SYSTEM.call(() ->
                schemes.inUse().stream()
                        .filter(one -> one.code().equals("tohoku"))
                        .findFirst()
                        .orElseThrow()
                        .id());
    }

    private void approve(UUID id) {
        for (int i = 0; i < 5; i++) {
            ReviewCase one = CurrentUser.SYSTEM.call(() -> cases.get(id));
            if (one.openSteps().isEmpty()) {
                return;
            }
            Step step = one.openSteps().getFirst();
            user("executive")
                    .run(() ->
                            cases.act(
                                    id,
                                    one.version(),
                                    step.id(),
                                    step.kind().outcomes().getFirst(),
                                    "",
                                    step.checks().stream()
                                            .collect(
                                                    Collectors.toMap(
                                                            Step.Check::id,
                                                            check -> new Answer(true, "paper")))));
        }
    }

    private void asOffice(Runnable work) {
        user("office").run(work);
    }

    private CurrentUser user(String login) {
        User user = users.findByLogin(login).orElseThrow();
        return new CurrentUser(user.id(), user.login(), user.name(), user.grants());
    }

    private static Visit visit(UUID partner) {
        LocalDate day = LocalDate.now().minusDays(20);
        return new Visit(
                null,
                partner,
                Visit.Direction.INBOUND,
                null,
                day,
                day,
                new Bilingual("学長来訪", "Visit of the president"),
                null,
                null,
                new Bilingual(null, null),
                null,
                new Bilingual(null, null),
                java.util.List.of(),
                0);
    }

    private Document begin(Visitor visitor, UUID partner, String name) {
        return visitor.submit(
                visitor.get("/strategic-partners/new").expectFirst("main form"),
                Map.of(
                        "partner",
                        partner.toString(),
                        "partnerText",
                        name,
                        "scheme",
                        scheme().toString()));
    }

    private static String path(Document page) {
        return page.location().replaceFirst(".*(/strategic-partners/[0-9a-f-]{36}).*", "$1");
    }

    private UUID partner(String name) {
        return jooq.insertInto(ORGANIZATIONS)
                .set(ORGANIZATIONS.ORIGIN, "local")
                .set(ORGANIZATIONS.STATUS, "active")
                .set(ORGANIZATIONS.NAME, name)
                .returningResult(ORGANIZATIONS.ID)
                .fetchSingle()
                .value1();
    }
}
