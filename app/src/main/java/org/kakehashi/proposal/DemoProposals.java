package org.kakehashi.proposal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Units;
import org.kakehashi.access.User;
import org.kakehashi.access.Users;
import org.kakehashi.agreement.AgreementContent;
import org.kakehashi.agreement.Term;
import org.kakehashi.document.Document;
import org.kakehashi.document.Documents;
import org.kakehashi.document.Incoming;
import org.kakehashi.document.Language;
import org.kakehashi.document.Library;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.DemoData;
import org.kakehashi.organization.DemoPartners;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.proposal.ProposalContent.Aim;
import org.kakehashi.proposal.ProposalContent.Answer;
import org.kakehashi.proposal.ProposalContent.Beside;
import org.kakehashi.proposal.ProposalContent.Conditions;
import org.kakehashi.proposal.ProposalContent.Degrees;
import org.kakehashi.proposal.ProposalContent.Partner;
import org.kakehashi.proposal.ProposalContent.Purpose;
import org.kakehashi.proposal.ProposalContent.TermKind;
import org.kakehashi.review.Processes;
import org.kakehashi.review.ReviewCase;
import org.kakehashi.review.ReviewCases;
import org.kakehashi.review.Step;
import org.springframework.stereotype.Component;

/// Invented proposals for the demonstration, made through the doors: a draft, one under review, one
/// that waits for the partner's signature; with a guideline in force and a process.
@Component
class DemoProposals implements DemoData {
    private static final Bilingual NOTHING = new Bilingual(null, null);

    private final Proposals proposals;
    private final Signings signings;
    private final Guidelines guidelines;
    private final Processes processes;
    private final ReviewCases cases;
    private final DemoPartners partners;
    private final Documents documents;
    private final Units units;
    private final Users users;
    private final Clock clock;

    DemoProposals(
            Proposals proposals,
            Signings signings,
            Guidelines guidelines,
            Processes processes,
            ReviewCases cases,
            DemoPartners partners,
            Documents documents,
            Units units,
            Users users,
            Clock clock) {
        this.proposals = proposals;
        this.signings = signings;
        this.guidelines = guidelines;
        this.processes = processes;
        this.cases = cases;
        this.partners = partners;
        this.documents = documents;
        this.units = units;
        this.users = users;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 45;
    }

    @Override
    public void fill() {
        template(
                "協定書(日本語)",
                "Agreement, in Japanese",
                Language.JA,
                "学術交流に関する協定書(案)",
                "{{university_ja}}と{{partner_ja}}は、次のとおり協定を結ぶ。",
                "第{{clauses.no}}条({{clauses.title_ja}}) {{clauses.text_ja}}");
        template(
                "協定書(英語)",
                "Agreement, in English",
                Language.EN,
                "Agreement on academic exchange (draft)",
                "{{university_en}} and {{partner_en}} agree as follows.",
                "Article {{clauses.no}} ({{clauses.title_en}}) {{clauses.text_en}}");
        CurrentUser office = user("office");
        UUID process = office.call(this::rules);
        List<OrganizationRef> known =
                partners.list().stream().filter(one -> one.country() != null).toList();
        if (known.size() < 3) {
            return;
        }
        user("member")
                .run(() ->
                        proposals.create(
                                content(
                                        known.getLast().id(),
                                        "ENG",
                                        null,
                                        "複数の研究室で共同研究を始める計画です。")));
        office.run(() -> {
            proposed(known.get(known.size() - 2), "LAW", process);
            UUID waits = proposed(known.get(known.size() - 3), "ENG", process);
            agree(cases.about(ProposalSubject.KIND, waits).orElseThrow().id());
            Proposal approved = proposals.get(waits);
            signings.save(
                    waits,
                    approved.version(),
                    List.of(
                            new Signing(
                                    Signing.Side.HOME,
                                    "総長 / President",
                                    "見本 学",
                                    "見本市",
                                    null,
                                    LocalDate.now(clock)),
                            new Signing(
                                    Signing.Side.PARTNER,
                                    "President",
                                    null,
                                    null,
                                    "署名式を計画中 / A ceremony is planned",
                                    null)));
        });
    }

    private void template(String ja, String en, Language language, String... paragraphs) {
        try (XWPFDocument word = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (String text : paragraphs) {
                word.createParagraph().createRun().setText(text);
            }
            word.write(out);
            documents.add(
                    "library",
                    Library.ID,
                    new Document.Details(
                            "template",
                            new Bilingual(ja, en),
                            language,
                            false,
                            "",
                            documents.today()),
                    new Incoming(
                            en + ".docx", "", "", new ByteArrayInputStream(out.toByteArray())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UUID proposed(OrganizationRef partner, String unit, UUID process) {
        UUID id = proposals.create(content(partner.id(), unit, 5, "学生を毎年数名ずつ交換する計画です。"));
        proposals.submit(id, process, false, null);
        return id;
    }

    /// The example guideline and the example process of Tottori, copied and put in force.
    private UUID rules() {
        UUID example =
                guidelines.list().stream()
                        .filter(Guideline::example)
                        .findFirst()
                        .orElseThrow()
                        .id();
        UUID guideline = guidelines.copy(example);
        guidelines.publish(guideline, guidelines.get(guideline).version());
        UUID shipped =
                processes.list().stream()
                        .filter(one -> one.example() != null && one.code().equals("tottori"))
                        .findFirst()
                        .orElseThrow()
                        .id();
        UUID process =
                processes.copy(
                        shipped,
                        "aobano-agreement",
                        new Bilingual("見本 協定の締結", "Sample: conclusion of agreements"));
        processes.publish(process, processes.get(process).version());
        return process;
    }

    private ProposalContent content(
            UUID partner, String unit, @Nullable Integer years, String plan) {
        return new ProposalContent(
                new Partner(partner, null, Degrees.DOCTORAL, null),
                new Aim(
                        AgreementContent.Level.DEPARTMENT,
                        List.of("student_exchange"),
                        Set.of(Purpose.EXCHANGE),
                        NOTHING,
                        new Bilingual(plan, "Sample: several laboratories, students every year."),
                        List.of(units.findByNameOrCode(unit).orElseThrow().id()),
                        "見本 教授 / Prof. Sample",
                        null),
                new Conditions(
                        years == null ? TermKind.UNKNOWN : TermKind.YEARS,
                        years,
                        null,
                        null,
                        Term.RenewalMode.BY_EVALUATION,
                        6,
                        List.of("ja", "en"),
                        null,
                        3,
                        3,
                        2,
                        2,
                        null,
                        Answer.NO,
                        null,
                        Answer.NO,
                        null,
                        null),
                new Beside(null, "見本データのため / demonstration data", null));
    }

    private void agree(UUID caseId) {
        while (true) {
            ReviewCase one = cases.get(caseId);
            if (one.openSteps().isEmpty()) {
                return;
            }
            Step step = one.openSteps().getFirst();
            CurrentUser actor =
                    List.of("office", "executive", "member", "admin").stream()
                            .map(this::user)
                            .filter(who -> who.call(() -> cases.actor(one, step)).isPresent())
                            .findFirst()
                            .orElse(null);
            if (actor == null) {
                return;
            }
            var answers =
                    step.checks().stream()
                            .collect(
                                    Collectors.toMap(
                                            Step.Check::id,
                                            check ->
                                                    new org.kakehashi.review.Answer(
                                                            true, "見本資料1 / sample paper 1")));
            actor.run(() ->
                    cases.act(
                            caseId,
                            one.version(),
                            step.id(),
                            step.kind().outcomes().getFirst(),
                            "",
                            answers));
        }
    }

    private CurrentUser user(String login) {
        User user = users.findByLogin(login).orElseThrow();
        return new CurrentUser(user.id(), user.login(), user.name(), user.grants());
    }
}
