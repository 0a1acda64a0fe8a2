package org.kakehashi.agreement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kakehashi.agreement.Term.Kind;

/// What is wrong with the content of an agreement: message keys by field, as the form names them.
public final class ContentCheck {
    private ContentCheck() {}

    /// What makes it impossible to record.
    public static Map<String, String> impossible(AgreementContent content, Kinds kinds) {
        Map<String, String> found = new LinkedHashMap<>();
        if (content.parties().isEmpty() || content.parties().stream().anyMatch(Party::isEmpty)) {
            found.put("parties", "agreement.problem.noPartner");
        }
        if (!content.kinds().stream().allMatch(kind -> kinds.find(kind).isPresent())) {
            found.put("kinds", "agreement.problem.kind");
        }
        if (content.annexes().stream().anyMatch(annex -> kinds.find(annex.kind()).isEmpty())) {
            found.put("annexes", "agreement.problem.kind");
        }
        return found;
    }

    /// What a person typing it must decide; lists may state it all the same.
    public static Map<String, String> doubtful(AgreementContent content) {
        Map<String, String> found = new LinkedHashMap<>();
        Term term = content.term();
        if (term.endsBeforeItStarts()) {
            found.put("end", "agreement.problem.endBeforeStart");
        }
        boolean noEnd = term.kind() == Kind.ENDLESS || term.kind() == Kind.UNTIL_REPLACED;
        if (noEnd && term.end().isKnown()) {
            found.put("end", "agreement.problem.endOfEndless");
        }
        if (term.kind() == Kind.FIXED && !term.end().isKnown() && !content.proposed()) {
            found.put("end", "agreement.problem.fixedWithoutEnd");
        }
        List<Annex> annexes = content.annexes();
        for (int i = 0; i < annexes.size(); i++) {
            var last = annexes.get(i).end().lastDay();
            var first = annexes.get(i).start().date();
            if (last != null && first != null && last.isBefore(first)) {
                found.put("annexEnd" + i, "agreement.problem.endBeforeStart");
            }
        }
        return found;
    }
}
