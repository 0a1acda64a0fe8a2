package org.kakehashi.agreement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.Condition.Activity;
import org.kakehashi.agreement.Condition.Direction;
import org.kakehashi.kernel.Bilingual;

/// Between our memoranda and the shape in which bilateral agreements are exchanged. Nothing that
/// comes in is lost on the way out; a test takes agreements there and back.
final class IiaMapping {
    private IiaMapping() {}

    /// Our side first.
    static Iia iia(Exchange exchange, List<Condition> conditions) {
        Function<Activity, @Nullable List<Iia.Spec>> specs =
                activity -> {
                    List<Iia.Spec> found =
                            conditions.stream()
                                    .filter(one -> one.activity() == activity)
                                    .map(one -> spec(exchange, one))
                                    .toList();
                    return found.isEmpty() ? null : found;
                };
        return new Iia(
                List.of(partner(exchange.home()), partner(exchange.partner())),
                exchange.inEffect(),
                new Iia.Conditions(
                        exchange.terminated(),
                        specs.apply(Activity.STUDENT_STUDIES),
                        specs.apply(Activity.STUDENT_TRAINEESHIP),
                        specs.apply(Activity.STAFF_TEACHING),
                        specs.apply(Activity.STAFF_TRAINING)),
                exchange.hash(),
                exchange.pdfFile());
    }

    private static Iia.Partner partner(Exchange.Side side) {
        return new Iia.Partner(
                side.hei(),
                side.unit(),
                side.id(),
                side.code(),
                side.signer(),
                side.signedOn(),
                side.contacts());
    }

    private static Iia.Spec spec(Exchange exchange, Condition one) {
        boolean in = one.direction() == Direction.INBOUND;
        Exchange.Contacts contacts =
                exchange.contacts()
                        .getOrDefault(String.valueOf(one.id()), new Exchange.Contacts(null, null));
        return new Iia.Spec(
                in ? exchange.partner().hei() : exchange.home().hei(),
                in ? one.partnerUnit() : one.homeUnit(),
                contacts.sending(),
                in ? exchange.home().hei() : exchange.partner().hei(),
                in ? one.homeUnit() : one.partnerUnit(),
                contacts.receiving(),
                one.firstYear(),
                one.lastYear(),
                one.places(),
                orNull(one.languages().stream().map(IiaMapping::skill).toList()),
                orNull(one.subjects().stream().map(IiaMapping::field).toList()),
                one.terms().en() == null ? one.terms().ja() : one.terms().en(),
                one.totalMonths(),
                one.totalDays(),
                one.blended(),
                orNull(one.levels()));
    }

    private static Iia.Skill skill(Condition.LanguageSkill skill) {
        Condition.Subject subject = skill.subject();
        return new Iia.Skill(
                skill.language(),
                skill.cefr(),
                subject == null ? null : field(subject),
                skill.undecided());
    }

    private static Iia.Field field(Condition.Subject subject) {
        return new Iia.Field(
                subject.code(), subject.clarification(), subject.formerly(), subject.undecided());
    }

    private static <T> @Nullable List<T> orNull(List<T> list) {
        return list.isEmpty() ? null : list;
    }

    /// What came in as ours: conditions with fresh ids, and the rest.
    record Read(Exchange exchange, List<Condition> conditions) {}

    static Read read(Iia iia) {
        Map<String, Exchange.Contacts> contacts = new HashMap<>();
        List<Condition> conditions = new ArrayList<>();
        String home = iia.partner().getFirst().heiId();
        Iia.Conditions all = iia.cooperationConditions();
        read(
                all.studentStudiesMobilitySpec(),
                Activity.STUDENT_STUDIES,
                home,
                conditions,
                contacts);
        read(
                all.studentTraineeshipMobilitySpec(),
                Activity.STUDENT_TRAINEESHIP,
                home,
                conditions,
                contacts);
        read(all.staffTeacherMobilitySpec(), Activity.STAFF_TEACHING, home, conditions, contacts);
        read(all.staffTrainingMobilitySpec(), Activity.STAFF_TRAINING, home, conditions, contacts);
        return new Read(
                new Exchange(
                        side(iia.partner().getFirst()),
                        side(iia.partner().getLast()),
                        iia.inEffect(),
                        all.terminatedAsAWhole(),
                        iia.iiaHash(),
                        iia.pdfFile(),
                        contacts),
                conditions);
    }

    private static Exchange.Side side(Iia.Partner partner) {
        return new Exchange.Side(
                partner.heiId(),
                partner.ounitId(),
                partner.iiaId(),
                partner.iiaCode(),
                partner.signingContact(),
                partner.signingDate(),
                partner.contact());
    }

    private static void read(
            @Nullable List<Iia.Spec> specs,
            Activity activity,
            @Nullable String home,
            List<Condition> conditions,
            Map<String, Exchange.Contacts> contacts) {
        for (Iia.Spec spec : specs == null ? List.<Iia.Spec>of() : specs) {
            UUID id = UUID.randomUUID();
            conditions.add(
                    condition(id, activity, Objects.equals(spec.receivingHeiId(), home), spec));
            if (spec.sendingContact() != null || spec.receivingContact() != null) {
                contacts.put(
                        id.toString(),
                        new Exchange.Contacts(spec.sendingContact(), spec.receivingContact()));
            }
        }
    }

    private static Condition condition(UUID id, Activity activity, boolean in, Iia.Spec spec) {
        return new Condition(
                id,
                activity,
                in ? Direction.INBOUND : Direction.OUTBOUND,
                in ? spec.receivingOunitId() : spec.sendingOunitId(),
                in ? spec.sendingOunitId() : spec.receivingOunitId(),
                spec.mobilitiesPerYear(),
                Annex.QuotaUnit.PERSONS_PER_YEAR,
                Condition.Period.UNKNOWN,
                spec.totalMonthsPerYear(),
                spec.totalDaysPerYear(),
                spec.blended(),
                orNothing(spec.eqfLevel()),
                null,
                spec.receivingFirstAcademicYearId(),
                spec.receivingLastAcademicYearId(),
                orNothing(spec.subjectArea()).stream().map(IiaMapping::subject).toList(),
                orNothing(spec.recommendedLanguageSkill()).stream().map(IiaMapping::skill).toList(),
                terms(spec.otherInfoTerms()));
    }

    /// The shape does not say in which language its text is.
    private static Bilingual terms(@Nullable String text) {
        boolean japanese =
                text != null
                        && text.codePoints()
                                .anyMatch(c ->
                                        Character.UnicodeScript.of(c)
                                                        == Character.UnicodeScript.HIRAGANA
                                                || Character.UnicodeScript.of(c)
                                                        == Character.UnicodeScript.KATAKANA
                                                || Character.UnicodeScript.of(c)
                                                        == Character.UnicodeScript.HAN);
        return japanese ? new Bilingual(text, null) : new Bilingual(null, text);
    }

    private static Condition.LanguageSkill skill(Iia.Skill skill) {
        return new Condition.LanguageSkill(
                skill.language(),
                skill.cefrLevel(),
                skill.subjectArea() == null ? null : subject(skill.subjectArea()),
                skill.notYetDefined());
    }

    private static Condition.Subject subject(Iia.Field field) {
        return new Condition.Subject(
                field.iscedFCode(),
                field.iscedClarification(),
                field.v6Value(),
                field.notYetDefined());
    }

    private static <T> List<T> orNothing(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
