package org.kakehashi.intake.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.intake.Spelling;
import org.kakehashi.intake.understanding.InstitutionRecogniser;
import org.kakehashi.intake.understanding.NamesTogether;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Recognised;

/// A spelling and the other names beside it, each recognised by itself, as one answer for the
/// queue.
final class SpellingForms {
    private final List<Recognised> forms;
    private final int believed;

    /// @param forms the spelling itself first
    SpellingForms(List<Recognised> forms) {
        this.forms = forms;
        this.believed = NamesTogether.believed(forms.stream().map(SpellingForms::said).toList());
    }

    private static NamesTogether.Said said(Recognised form) {
        return new NamesTogether.Said(
                InstitutionRecogniser.Certainty.valueOf(form.certainty().name()),
                form.suggestions().stream().anyMatch(Recognised.Suggestion::decided),
                form.suggestions().stream().map(one -> today(one).id().toString()).toList(),
                NamesTogether.isCjk(form.text()));
    }

    private static OrganizationRef today(Recognised.Suggestion one) {
        OrganizationRef successor = one.successor();
        return successor == null ? one.organization() : successor;
    }

    /// The institution to take without asking, null if a person must decide.
    @Nullable UUID certain() {
        return believed == NamesTogether.NOBODY
                ? null
                : forms.get(believed).suggestions().getFirst().organization().id();
    }

    String certainty() {
        if (believed != NamesTogether.NOBODY) {
            return code(Recognised.Certainty.CERTAIN);
        }
        boolean any = forms.stream().anyMatch(form -> !form.suggestions().isEmpty());
        return code(any ? Recognised.Certainty.SUGGESTED : Recognised.Certainty.NONE);
    }

    private static String code(Recognised.Certainty certainty) {
        return certainty.name().toLowerCase(Locale.ROOT);
    }

    /// What it may be: first what the believed form says, then the others in turn.
    List<Spelling.Candidate> candidates() {
        Map<UUID, Spelling.Candidate> found = new LinkedHashMap<>();
        if (believed != NamesTogether.NOBODY) {
            add(found, forms.get(believed), 0, 1);
        }
        int most = forms.stream().mapToInt(form -> form.suggestions().size()).max().orElse(0);
        for (int place = 0; place < most; place++) {
            for (Recognised form : forms) {
                add(found, form, place, place + 1);
            }
        }
        return List.copyOf(found.values());
    }

    private void add(Map<UUID, Spelling.Candidate> found, Recognised form, int from, int to) {
        form.suggestions().stream()
                .skip(from)
                .limit(to - from)
                .forEach(one -> found.putIfAbsent(one.organization().id(), candidate(form, one)));
    }

    private Spelling.Candidate candidate(Recognised form, Recognised.Suggestion one) {
        OrganizationRef organization = one.organization();
        var country = organization.country();
        List<Spelling.Why> reasons = new ArrayList<>();
        if (form != forms.getFirst()) {
            reasons.add(
                    new Spelling.Why(
                            "intake.reason.otherName", Map.of("name", form.text()), false));
        }
        one.reasons()
                .forEach(why ->
                        reasons.add(new Spelling.Why(why.key(), why.arguments(), why.against())));
        return new Spelling.Candidate(
                organization.id(),
                organization.name(),
                organization.registered(),
                country == null ? null : country.code(),
                organization.city(),
                organization.rorId(),
                one.decided(),
                reasons);
    }
}
