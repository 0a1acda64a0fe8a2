package org.kakehashi.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.Condition.Direction;
import org.kakehashi.kernel.Coded;
import org.springframework.stereotype.Service;

/// Answers which waiver of fees applies to a student, with the clause. The waiver is the
/// memorandum's, never the agreement's.
@Service
public class Waivers {
    /// @param level of the European qualifications framework; null: not told
    /// @param field ISCED-F code; null: not told
    public record Student(
            UUID partner,
            Direction direction,
            LocalDate from,
            @Nullable Integer level,
            @Nullable String field) {}

    public enum Verdict implements Coded {
        /// Fees are waived.
        APPLIES,
        /// It depends on something nobody recorded or told.
        OPEN,
        /// Fees are not waived.
        REFUSED
    }

    /// @param reasons message keys of what speaks against it or is open
    public record Answer(
            Agreement agreement,
            Memorandum memorandum,
            @Nullable Condition condition,
            Verdict verdict,
            List<String> reasons) {}

    private final Agreements agreements;
    private final Memoranda memoranda;

    Waivers(Agreements agreements, Memoranda memoranda) {
        this.agreements = agreements;
        this.memoranda = memoranda;
    }

    /// What each memorandum with the partner says about the student, the best answer first.
    public List<Answer> of(Student student) {
        Map<UUID, Agreement> all =
                agreements.ofPartners(List.of(student.partner())).stream()
                        .collect(Collectors.toMap(Agreement::id, one -> one));
        List<Answer> answers = new ArrayList<>();
        for (Memorandum memorandum : memoranda.ofAll(all.keySet())) {
            Agreement agreement = all.get(memorandum.agreement());
            if (agreement != null && memorandum.annex().kind().equals("student_exchange")) {
                Status status = agreements.status(agreement.id(), student.from(), 0);
                answers.addAll(WaiverRule.answers(student, agreement, status, memorandum));
            }
        }
        return answers.stream().sorted(Comparator.comparing(Answer::verdict)).toList();
    }
}
