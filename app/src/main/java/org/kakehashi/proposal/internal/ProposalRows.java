package org.kakehashi.proposal.internal;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kakehashi.agreement.AgreementContent;
import org.kakehashi.agreement.Term;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.proposal.Proposal;
import org.kakehashi.proposal.ProposalContent;
import org.kakehashi.proposal.ProposalContent.Aim;
import org.kakehashi.proposal.ProposalContent.Answer;
import org.kakehashi.proposal.ProposalContent.Beside;
import org.kakehashi.proposal.ProposalContent.Conditions;
import org.kakehashi.proposal.ProposalContent.Degrees;
import org.kakehashi.proposal.ProposalContent.Partner;
import org.kakehashi.proposal.ProposalContent.Purpose;
import org.kakehashi.proposal.ProposalContent.TermKind;
import org.kakehashi.schema.proposal.tables.records.ProposalsRecord;

/// Proposals as rows and back.
final class ProposalRows {
    private ProposalRows() {}

    static ProposalsRecord row(ProposalContent content) {
        ProposalsRecord row = new ProposalsRecord();
        Partner partner = content.partner();
        row.setPartnerId(partner.organization());
        row.setPartnerUnit(partner.unit());
        row.setPartnerLevel(partner.degrees().code());
        row.setPartnerContact(partner.contact());
        Aim aim = content.aim();
        row.setLevel(aim.level().code());
        row.setKinds(aim.kinds().toArray(String[]::new));
        row.setPurposes(aim.purposes().stream().map(Coded::code).sorted().toArray(String[]::new));
        row.setTitleJa(aim.title().ja());
        row.setTitleEn(aim.title().en());
        row.setReasonJa(aim.reason().ja());
        row.setReasonEn(aim.reason().en());
        row.setUnitIds(aim.units().toArray(UUID[]::new));
        row.setResponsible(aim.responsible());
        row.setCaretaker(aim.caretaker());
        conditions(row, content.conditions());
        row.setReplaces(content.beside().replaces());
        row.setBesideReason(content.beside().reason());
        row.setRelated(content.beside().related());
        return row;
    }

    private static void conditions(ProposalsRecord row, Conditions conditions) {
        row.setTerm(conditions.term().code());
        row.setYears(conditions.years());
        row.setStartOn(conditions.start());
        row.setEndOn(conditions.end());
        row.setRenewal(conditions.renewal().code());
        row.setNoticeMonths(conditions.noticeMonths());
        row.setLanguages(conditions.languages().toArray(String[]::new));
        row.setBindingLanguage(conditions.binding());
        row.setPlacesIn(conditions.placesIn());
        row.setPlacesOut(conditions.placesOut());
        row.setExpectedIn(conditions.expectedIn());
        row.setExpectedOut(conditions.expectedOut());
        row.setExpectation(conditions.expectation());
        row.setBurden(conditions.burden().code());
        row.setBurdenNote(conditions.burdenNote());
        row.setStudentsTravel(conditions.studentsTravel().code());
        row.setSafetyVisitOn(conditions.safetyVisitOn());
        row.setSafetyNote(conditions.safetyNote());
    }

    static Proposal proposal(ProposalsRecord row) {
        return new Proposal(
                row.getId(),
                row.getNumber(),
                Coded.of(Proposal.State.class, row.getState()),
                row.getStateSince(),
                content(row),
                row.getCreatedBy(),
                row.getCreatedAt(),
                row.getSubmittedAt(),
                row.getApprovedAt(),
                row.getEffectiveOn(),
                row.getAgreementId(),
                row.getGuidelineId(),
                row.getEndReason(),
                row.getVersion());
    }

    private static ProposalContent content(ProposalsRecord row) {
        return new ProposalContent(
                new Partner(
                        row.getPartnerId(),
                        row.getPartnerUnit(),
                        Coded.of(Degrees.class, row.getPartnerLevel()),
                        row.getPartnerContact()),
                new Aim(
                        Coded.of(AgreementContent.Level.class, row.getLevel()),
                        List.of(row.getKinds()),
                        Arrays.stream(row.getPurposes())
                                .map(code -> Coded.of(Purpose.class, code))
                                .collect(Collectors.toSet()),
                        new Bilingual(row.getTitleJa(), row.getTitleEn()),
                        new Bilingual(row.getReasonJa(), row.getReasonEn()),
                        List.of(row.getUnitIds()),
                        row.getResponsible(),
                        row.getCaretaker()),
                conditions(row),
                new Beside(row.getReplaces(), row.getBesideReason(), row.getRelated()));
    }

    private static Conditions conditions(ProposalsRecord row) {
        return new Conditions(
                Coded.of(TermKind.class, row.getTerm()),
                row.getYears(),
                row.getStartOn(),
                row.getEndOn(),
                Coded.of(Term.RenewalMode.class, row.getRenewal()),
                row.getNoticeMonths(),
                List.of(row.getLanguages()),
                row.getBindingLanguage(),
                row.getPlacesIn(),
                row.getPlacesOut(),
                row.getExpectedIn(),
                row.getExpectedOut(),
                row.getExpectation(),
                Coded.of(Answer.class, row.getBurden()),
                row.getBurdenNote(),
                Coded.of(Answer.class, row.getStudentsTravel()),
                row.getSafetyVisitOn(),
                row.getSafetyNote());
    }
}
