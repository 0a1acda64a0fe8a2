package org.kakehashi.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.review.Facts;
import org.kakehashi.review.ReviewSubject;
import org.kakehashi.ui.Messages;
import org.springframework.stereotype.Component;

/// A decision on renewal as a subject of review. Approved, it takes effect at once; otherwise it
/// stays a draft.
@Component
class RenewalSubject implements ReviewSubject {
    static final String KIND = "renewal";

    private final Renewals renewals;
    private final Agreements agreements;
    private final AgreementSubject subject;

    RenewalSubject(Renewals renewals, Agreements agreements, AgreementSubject subject) {
        this.renewals = renewals;
        this.agreements = agreements;
        this.subject = subject;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Bilingual name() {
        return words("agreement.renewal.review", Map.of());
    }

    @Override
    public List<FactKind> facts() {
        List<FactKind> all = new ArrayList<>(subject.facts());
        all.add(
                new FactKind(
                        "decision",
                        words("agreement.renewal.decision", Map.of()),
                        Arrays.stream(Renewal.Decision.values())
                                .map(one ->
                                        new Value(
                                                one.code(),
                                                words(
                                                        "agreement.renewal.decision." + one.code(),
                                                        Map.of())))
                                .toList()));
        return all;
    }

    @Override
    public Subject get(UUID id) {
        Renewal renewal = renewals.find(id).orElseThrow(KakehashiException::notFound);
        Subject about = subject.get(renewal.agreement());
        Map<String, Set<String>> facts = new HashMap<>(about.facts().values());
        facts.put("decision", Set.of(renewal.decision().code()));
        return new Subject(
                new Bilingual(
                        title(about.title(), renewal, Locale.JAPANESE),
                        title(about.title(), renewal, Locale.ENGLISH)),
                "/agreements/" + renewal.agreement() + "/renewal",
                about.units(),
                new Facts(facts));
    }

    @Override
    public boolean mayPropose(UUID id) {
        Renewal renewal = renewals.find(id).orElseThrow(KakehashiException::notFound);
        return !renewal.decided()
                && agreements.mayEdit(agreements.get(renewal.agreement()).content());
    }

    @Override
    public void decided(UUID id, Decision decision) {
        if (decision.approved()) {
            renewals.approved(id);
        }
    }

    private static String title(Bilingual title, Renewal renewal, Locale locale) {
        return Messages.text(
                locale,
                "agreement.renewal.title",
                Map.of(
                        "title",
                        title.in(locale),
                        "decision",
                        Messages.text(
                                locale,
                                "agreement.renewal.decision." + renewal.decision().code())));
    }

    private static Bilingual words(String key, Map<String, Object> arguments) {
        return new Bilingual(
                Messages.text(Locale.JAPANESE, key, arguments),
                Messages.text(Locale.ENGLISH, key, arguments));
    }
}
