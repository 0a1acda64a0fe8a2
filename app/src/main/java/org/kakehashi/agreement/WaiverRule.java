package org.kakehashi.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.Waivers.Answer;
import org.kakehashi.agreement.Waivers.Student;
import org.kakehashi.agreement.Waivers.Verdict;

/// Whether a memorandum waives the fees of a student. Against it speaks what is certain; what is
/// unknown leaves it open, never refuses and never grants.
final class WaiverRule {
    private WaiverRule() {}

    static List<Answer> answers(
            Student student, Agreement agreement, Status status, Memorandum memorandum) {
        List<Condition> those =
                memorandum.conditions().stream()
                        .filter(one ->
                                one.activity().ofStudents()
                                        && one.direction() == student.direction())
                        .toList();
        if (those.isEmpty()) {
            return List.of(answer(student, agreement, status, memorandum, null));
        }
        return those.stream()
                .map(one -> answer(student, agreement, status, memorandum, one))
                .toList();
    }

    private static Answer answer(
            Student student,
            Agreement agreement,
            Status status,
            Memorandum memorandum,
            @Nullable Condition condition) {
        List<String> against = new ArrayList<>();
        List<String> open = new ArrayList<>();
        standing(status, against, open);
        term(student.from(), memorandum.annex(), against);
        if (condition == null) {
            if (memorandum.conditions().stream().anyMatch(one -> one.activity().ofStudents())) {
                against.add("agreement.waiver.why.direction");
            }
        } else {
            condition(student, condition, against, open);
        }
        waiver(memorandum, condition, against, open);
        Verdict verdict =
                !against.isEmpty()
                        ? Verdict.REFUSED
                        : open.isEmpty() ? Verdict.APPLIES : Verdict.OPEN;
        List<String> reasons = new ArrayList<>(against);
        reasons.addAll(open);
        return new Answer(agreement, memorandum, condition, verdict, reasons);
    }

    private static void standing(Status status, List<String> against, List<String> open) {
        switch (status) {
            case IN_FORCE, EXPIRING -> {}
            case UNKNOWN -> open.add("agreement.waiver.why.status");
            case PROPOSED -> against.add("agreement.waiver.why.proposed");
            case LAPSED -> against.add("agreement.waiver.why.lapsed");
            case ENDED -> against.add("agreement.waiver.why.ended");
        }
    }

    private static void term(LocalDate from, Annex annex, List<String> against) {
        LocalDate last = annex.end().lastDay();
        LocalDate first = annex.start().date();
        if (last != null && last.isBefore(from)) {
            against.add("agreement.waiver.why.annexOver");
        }
        if (first != null && first.isAfter(from)) {
            against.add("agreement.waiver.why.annexNotYet");
        }
    }

    private static void condition(
            Student student, Condition one, List<String> against, List<String> open) {
        if (!one.levels().isEmpty()) {
            if (student.level() == null) {
                open.add("agreement.waiver.why.levelUntold");
            } else if (!one.levels().contains(student.level())) {
                against.add("agreement.waiver.why.level");
            }
        }
        if (!one.subjects().isEmpty()) {
            if (student.field() == null) {
                open.add("agreement.waiver.why.fieldUntold");
            } else if (one.partlyCovers(student.field())) {
                open.add("agreement.waiver.why.fieldUntold");
            } else if (!one.covers(student.field())) {
                against.add("agreement.waiver.why.field");
            }
        }
        int year = student.from().getYear();
        if (one.lastYear() != null && Integer.parseInt(one.lastYear().substring(5)) < year) {
            against.add("agreement.waiver.why.yearsOver");
        }
        if (one.firstYear() != null && Integer.parseInt(one.firstYear().substring(0, 4)) > year) {
            against.add("agreement.waiver.why.yearsNotYet");
        }
        if (Objects.equals(one.places(), 0)) {
            against.add("agreement.waiver.why.noPlaces");
        }
    }

    private static void waiver(
            Memorandum memorandum,
            @Nullable Condition condition,
            List<String> against,
            List<String> open) {
        Annex.Waiver waiver =
                condition == null || condition.waiver() == null
                        ? memorandum.annex().tuitionWaiver()
                        : condition.waiver();
        switch (waiver) {
            case YES -> {}
            case NO -> against.add("agreement.waiver.why.no");
            case UNKNOWN -> open.add("agreement.waiver.why.unknown");
        }
    }
}
