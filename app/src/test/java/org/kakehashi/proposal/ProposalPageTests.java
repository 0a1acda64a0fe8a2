package org.kakehashi.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kakehashi.schema.organization.Tables.ORGANIZATIONS;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.access.Units;
import org.kakehashi.access.Users;
import org.kakehashi.agreement.Agreement;
import org.kakehashi.agreement.AgreementContent;
import org.kakehashi.agreement.Agreements;
import org.kakehashi.agreement.HomeUnit;
import org.kakehashi.agreement.Party;
import org.kakehashi.agreement.Term;
import org.kakehashi.compliance.DueDiligence;
import org.kakehashi.compliance.Examination;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.DateText;
import org.kakehashi.organization.Successions;
import org.kakehashi.review.Processes;
import org.kakehashi.review.ReviewCases;
import org.kakehashi.support.ApplicationTest;
import org.kakehashi.support.Visitor;
import org.kakehashi.ui.Dates;
import org.springframework.beans.factory.annotation.Autowired;

class ProposalPageTests extends ApplicationTest {
    @Autowired DSLContext jooq;
    @Autowired Guidelines guidelines;
    @Autowired Processes processes;
    @Autowired ReviewCases cases;
    @Autowired Users users;
    @Autowired Units units;
    @Autowired Proposals proposals;
    @Autowired Signings signings;
    @Autowired Agreements agreements;
    @Autowired DueDiligence diligence;
    @Autowired Successions successions;

    private ProposalWorld world;
    private UUID process;
    private int made;

    @BeforeAll
    void inForce() {
        world = new ProposalWorld(jooq, guidelines, processes, cases, users, units);
        world.guideline();
        process = world.process("hokkaido");
    }

    private UUID partner() {
        made++;
        return world.institution("University of Turku " + made);
    }

    private void cleared(UUID partner) {
        CurrentUser.SYSTEM.run(() ->
                diligence.record(
                        new Examination(
                                partner,
                                Examination.State.CLEARED,
                                LocalDate.now(Dates.zone()).minusDays(3),
                                null,
                                null,
                                new Bilingual(null, null),
                                Examination.Visibility.MEMBERS,
                                null)));
    }

    private UUID drafted(ProposalContent content) {
        return world.person("office").call(() -> proposals.create(content));
    }

    private UUID submitted(ProposalContent content) {
        UUID id = drafted(content);
        world.person("office").run(() -> proposals.submit(id, process, false, null));
        return id;
    }

    private UUID approved(ProposalContent content) {
        UUID id = drafted(content);
        UUID review = world.person("office").call(() -> proposals.submit(id, process, false, null));
        world.agree(review);
        return id;
    }

    private Proposal seen(UUID id) {
        return CurrentUser.SYSTEM.call(() -> proposals.get(id));
    }

    private static Map<String, String> with(String... pairs) {
        Map<String, String> all = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            all.put(pairs[i], pairs[i + 1]);
        }
        return all;
    }

    @ParameterizedTest
    @CsvSource({
        "ja, 第4条, 5年を超えています, 署名待ち, 締結",
        "en, Article 4, longer than 5 years, Awaiting signatures, Signed"
    })
    void aProposalIsRefusedByNamePutRightReviewedSignedAndBecomesAnAgreement(
            String language, String paragraph, String why, String waits, String signed) {
        UUID partner = partner();
        cleared(partner);
        Visitor member = signedInAs("member").reads(language);
        Document beside =
                member.submit(
                        member.get("/proposals/new").expectFirst("main form[method=post]"),
                        with("partner", partner.toString(), "degrees", "doctoral"));
        assertThat(beside.location()).contains("/edit/beside");
        Document aim = member.submit(beside.expectFirst("main form[method=post]"), Map.of());
        Document conditions =
                member.submit(
                        aim.expectFirst("main form[method=post]"),
                        with(
                                "level", "university",
                                "kinds", "student_exchange",
                                "purposes", "exchange",
                                "unit", world.unit("ENG").toString(),
                                "units", world.unit("SCI").toString(),
                                "responsible", "Prof. Sample",
                                "reasonEn", "Two students a year"));
        Map<String, String> stated =
                with(
                        "term",
                        "years",
                        "years",
                        "10",
                        "renewal",
                        "by_evaluation",
                        "languages",
                        "en",
                        "placesIn",
                        "３",
                        "placesOut",
                        "3",
                        "burden",
                        "no",
                        "students",
                        "no");
        Document checked = member.submit(conditions.expectFirst("main form[method=post]"), stated);
        String page = checked.location().replaceFirst(".*(/proposals/.*)", "$1");
        Document refused =
                member.submit(
                        checked.expectFirst("form[action$=/submit]"),
                        with("process", process.toString()));
        assertThat(refused.select(".problems").text()).contains(paragraph, why);
        stated.put("years", "5");
        Document put = member.get(page + "/edit/conditions");
        checked = member.submit(put.expectFirst("main form[method=post]"), stated);
        Document sent =
                member.submit(
                        checked.expectFirst("form[action$=/submit]"),
                        with("process", process.toString()));
        assertThat(sent.select(".problems")).isEmpty();
        Proposal proposal = seen(UUID.fromString(page.substring(page.lastIndexOf('/') + 1)));
        assertThat(proposal.state()).isEqualTo(Proposal.State.SUBMITTED);
        UUID review =
                CurrentUser.SYSTEM
                        .call(() -> cases.about("proposal", proposal.id()))
                        .orElseThrow()
                        .id();
        world.agree(review);
        Document waiting = member.get(page);
        assertThat(waiting.select("h1 + *, .page-header, main").text()).contains(waits);
        assertThat(member.get("/tasks").select("main").text()).contains(proposal.number());
        Document signing = member.get(page + "/signing");
        Element form = signing.expectFirst("main form[action$=/signing]");
        Document done =
                member.submit(
                        form,
                        with(
                                "role2",
                                "President",
                                "who2",
                                "A. Example",
                                "place2",
                                "Turku",
                                "on2",
                                LocalDate.now(Dates.zone()).minusDays(1).toString()));
        assertThat(done.select(".problems")).isEmpty();
        Proposal over = seen(proposal.id());
        assertThat(over.state()).isEqualTo(Proposal.State.SIGNED);
        Agreement agreement = CurrentUser.SYSTEM.call(() -> agreements.get(over.agreement()));
        assertThat(over.effectiveOn()).isEqualTo(LocalDate.now(Dates.zone()));
        assertThat(agreement.content().term().end().date())
                .isEqualTo(LocalDate.now(Dates.zone()).plusYears(5).minusDays(1));
        assertThat(agreement.content().signatures()).hasSize(2);
        assertThat(agreement.content().annexes().getFirst().quotaIn()).isEqualTo(3);
        assertThat(member.get(page).select("main").text()).contains(signed, agreement.number());
        assertThat(member.get("/tasks/notices").text()).contains(agreement.number());
    }

    @Test
    void whatIsOpenHindersTheEntryIntoForceNotTheRecordOfSignatures() {
        UUID partner = partner();
        UUID id = approved(world.complete(partner, "ENG", "SCI"));
        CurrentUser office = world.person("office");
        office.run(() ->
                signings.save(
                        id,
                        proposals.get(id).version(),
                        List.of(
                                new Signing(
                                        Signing.Side.HOME,
                                        "President",
                                        null,
                                        null,
                                        null,
                                        LocalDate.now(Dates.zone()).minusDays(9)),
                                new Signing(
                                        Signing.Side.PARTNER,
                                        "Rector",
                                        null,
                                        null,
                                        null,
                                        LocalDate.now(Dates.zone()).minusDays(4)))));
        assertThat(seen(id).state()).isEqualTo(Proposal.State.APPROVED);
        Visitor visitor = signedInAs("office").reads("en");
        Document page = visitor.get("/proposals/" + id + "/signing");
        assertThat(page.select("main").text()).contains("Article 7", "Nobody has examined");
        cleared(partner);
        visitor.submit(
                visitor.get("/proposals/" + id + "/signing")
                        .expectFirst("main form[action$=/signing]"),
                Map.of());
        assertThat(seen(id).state()).isEqualTo(Proposal.State.SIGNED);
        assertThat(seen(id).effectiveOn()).isEqualTo(LocalDate.now(Dates.zone()).minusDays(4));
    }

    @Test
    void aWaiverNeedsThePermissionAndAReason() {
        ProposalContent content = world.complete(partner(), "ENG");
        UUID id = drafted(content);
        Visitor office = signedInAs("office").reads("en");
        Document page = office.get("/proposals/" + id);
        Element form = page.select("li[data-verdict=fail]:contains(Article 2) form").first();
        assertThat(office.submit(form, with("reason", " ")).select(".problems").text())
                .contains("needs a reason");
        office.submit(form, with("reason", "The others follow next year"));
        assertThat(office.get("/proposals/" + id).select("li[data-verdict=waived]").text())
                .contains("Article 2", "The others follow next year");
        world.person("office").run(() -> proposals.submit(id, process, false, null));
        assertThat(seen(id).state()).isEqualTo(Proposal.State.SUBMITTED);
        Visitor member = signedInAs("member").reads("en");
        assertThat(member.get("/proposals/" + id).select("form[action*=/waivers/]")).isEmpty();
        assertThat(member.post(form, with("reason", "mine", "_csrf", csrf(member))).statusCode())
                .isEqualTo(403);
    }

    private static String csrf(Visitor visitor) {
        return visitor.get("/proposals/new").expectFirst("main form input[name=_csrf]").val();
    }

    @Test
    void twoProposalsForOnePartnerAreToldAndCanGoTogether() {
        UUID partner = partner();
        UUID first = submitted(world.complete(partner, "ENG", "SCI"));
        UUID second = drafted(world.complete(partner, "LAW", "SCI"));
        Visitor office = signedInAs("office").reads("en");
        String number = seen(first).number();
        Document beside = office.get("/proposals/" + second + "/edit/beside");
        assertThat(beside.select("main").text()).contains(number);
        Document refused =
                office.submit(
                        office.get("/proposals/" + second).expectFirst("form[action$=/submit]"),
                        with("process", process.toString()));
        assertThat(refused.select(".problems").text()).contains(number, "second page");
        office.submit(
                beside.expectFirst("main form[method=post]"), with("related", first.toString()));
        office.submit(
                office.get("/proposals/" + second).expectFirst("form[action$=/submit]"),
                with("process", process.toString()));
        assertThat(seen(second).state()).isEqualTo(Proposal.State.SUBMITTED);
    }

    @Test
    void anOverlappingAgreementIsReplacedOrExplained() {
        UUID partner = partner();
        cleared(partner);
        UUID old =
                CurrentUser.SYSTEM.call(() ->
                        agreements.create(
                                AgreementContent.of(
                                        AgreementContent.Level.UNIVERSITY,
                                        List.of("student_exchange"),
                                        new Term(
                                                Term.Kind.FIXED,
                                                DateText.year(2020, "2020"),
                                                DateText.year(2090, "2090"),
                                                null,
                                                Term.Renewal.UNKNOWN),
                                        List.of(Party.of(partner)),
                                        List.of(HomeUnit.responsible(world.unit("ENG"))))));
        UUID id = drafted(world.complete(partner, "ENG", "SCI"));
        Visitor office = signedInAs("office").reads("en");
        Document refused =
                office.submit(
                        office.get("/proposals/" + id).expectFirst("form[action$=/submit]"),
                        with("process", process.toString()));
        assertThat(refused.select(".problems").text()).contains("overlaps its term");
        office.submit(
                office.get("/proposals/" + id + "/edit/beside")
                        .expectFirst("main form[method=post]"),
                with("replaces", old.toString()));
        UUID review = world.person("office").call(() -> proposals.submit(id, process, false, null));
        world.agree(review);
        world.person("office")
                .run(() ->
                        signings.save(
                                id,
                                proposals.get(id).version(),
                                List.of(
                                        new Signing(
                                                Signing.Side.HOME,
                                                "President",
                                                null,
                                                null,
                                                null,
                                                LocalDate.now(Dates.zone())),
                                        new Signing(
                                                Signing.Side.PARTNER,
                                                "Rector",
                                                null,
                                                null,
                                                null,
                                                LocalDate.now(Dates.zone())))));
        Agreement ended = CurrentUser.SYSTEM.call(() -> agreements.get(old));
        assertThat(ended.content().ending()).isNotNull();
        assertThat(ended.content().ending().on().date())
                .isEqualTo(LocalDate.now(Dates.zone()).minusDays(1));
    }

    @Test
    void aPartnerThatIsNoMoreOffersItsSuccessor() {
        UUID gone = partner();
        UUID next = partner();
        CurrentUser.SYSTEM.run(() ->
                successions.add(
                        new Successions.NewSuccession(gone, next, "merge", DateText.NONE, null)));
        jooq.update(ORGANIZATIONS)
                .set(ORGANIZATIONS.STATUS, "inactive")
                .where(ORGANIZATIONS.ID.eq(gone))
                .execute();
        UUID id = drafted(world.complete(gone, "ENG", "SCI"));
        Visitor office = signedInAs("office").reads("en");
        Document form = office.get("/proposals/" + id + "/edit/partner");
        assertThat(form.select("main a[href=/proposals/new?partner=" + next + "]")).hasSize(1);
        Document refused =
                office.submit(
                        office.get("/proposals/" + id).expectFirst("form[action$=/submit]"),
                        with("process", process.toString()));
        assertThat(refused.select(".problems").text()).contains("Choose its successor");
        office.submit(form.expectFirst("main form[method=post]"), with("partner", next.toString()));
        world.person("office").run(() -> proposals.submit(id, process, false, null));
        assertThat(seen(id).state()).isEqualTo(Proposal.State.SUBMITTED);
    }

    @Test
    void badInputComesBackWithWhatWasTyped() {
        UUID id = drafted(world.complete(partner(), "ENG", "SCI"));
        Visitor office = signedInAs("office").reads("en");
        Element form =
                office.get("/proposals/" + id + "/edit/conditions")
                        .expectFirst("main form[method=post]");
        Document backwards =
                office.submit(
                        form,
                        with(
                                "term",
                                "until",
                                "start",
                                "2031-04-01",
                                "end",
                                "2030-03-31",
                                "expectation",
                                "kept words"));
        assertThat(backwards.select(".problems").text()).contains("before the first");
        assertThat(backwards.expectFirst("#expectation").text()).isEqualTo("kept words");
        assertThat(office.submit(form, with("years", "many")).select(".problems").text())
                .contains("Type a number");
        office.submit(
                form, with("term", "years", "years", "5", "placesIn", "2", "expectedIn", "7"));
        Document exceeded =
                office.submit(
                        office.get("/proposals/" + id).expectFirst("form[action$=/submit]"),
                        with("process", process.toString()));
        assertThat(exceeded.select(".problems").text()).contains("More are expected in (7)");
        Element first =
                office.get("/proposals/" + id + "/edit/aim").expectFirst("main form[method=post]");
        Element second =
                office.get("/proposals/" + id + "/edit/aim").expectFirst("main form[method=post]");
        office.submit(first, with("responsible", "One"));
        Document told = office.submit(second, with("responsible", "Two"));
        assertThat(told.select(".problems")).isNotEmpty();
        assertThat(told.expectFirst("#responsible").val()).isEqualTo("Two");
    }

    @Test
    void draftsOfOthersAreHiddenAndAWithdrawnProposalIsKept() {
        UUID id = drafted(world.complete(partner(), "LAW", "SCI"));
        Visitor member = signedInAs("member").reads("en");
        assertThat(member.status("/proposals/" + id)).isEqualTo(404);
        Visitor office = signedInAs("office").reads("en");
        Element form = office.get("/proposals/" + id).expectFirst("form[action$=/withdraw]");
        assertThat(office.submit(form, with("reason", "")).select(".problems").text())
                .contains("Give the reason");
        office.submit(form, with("reason", "The partner lost interest"));
        assertThat(office.get("/proposals/" + id).select("main").text())
                .contains("Withdrawn", "The partner lost interest");
        assertThat(office.get("/proposals?state=withdrawn").select("#proposals").text())
                .contains(seen(id).number());
        assertThat(office.download("/proposals?state=withdrawn&format=xlsx").body())
                .startsWith('P', 'K');
    }

    @Test
    void aGuidelineIsCopiedEditedAndPublishedAsTheNextEdition() {
        Visitor office = signedInAs("office").reads("en");
        Guideline before = guidelines.inForce().orElseThrow();
        Document edit =
                office.submit(
                        office.get("/proposals/guidelines/" + before.id())
                                .expectFirst("form[action$=/copy]"),
                        Map.of());
        Element form = edit.expectFirst("main form[action$=/edit]");
        Document wrong = office.submit(form, with("parameter3", "five"));
        assertThat(wrong.select(".problems").text()).contains("paragraph 4");
        Document saved = office.submit(form, with("textEn3", "At most five years, stated."));
        assertThat(saved.select("main").text()).contains("At most five years, stated.");
        office.submit(saved.expectFirst("form[action$=/publish]"), Map.of());
        Guideline now = guidelines.inForce().orElseThrow();
        assertThat(now.edition()).isGreaterThan(before.edition());
        assertThat(signedInAs("member").status("/proposals/guidelines/" + now.id())).isEqualTo(200);
    }
}
