package org.kakehashi.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.ui.Messages;
import org.springframework.stereotype.Component;

/// General matters as subjects of review. A decision changes nothing but the case.
@Component
class MatterSubject implements ReviewSubject {
    private final Matters matters;

    MatterSubject(Matters matters) {
        this.matters = matters;
    }

    @Override
    public String kind() {
        return Matters.KIND;
    }

    @Override
    public Bilingual name() {
        return words("review.kind.matter");
    }

    @Override
    public List<FactKind> facts() {
        return List.of(
                new FactKind("units", words("review.fact.units"), List.of()),
                new FactKind("level", words("review.fact.level"), values("level", Matter.LEVELS)),
                new FactKind("country", words("review.fact.country"), List.of()),
                new FactKind("topic", words("review.fact.topic"), values("topic", Matter.TOPICS)),
                new FactKind(
                        "burden", words("review.fact.burden"), values("burden", Matter.BURDENS)));
    }

    @Override
    public Subject get(UUID id) {
        Matter matter = matters.get(id);
        Map<String, Set<String>> facts = new HashMap<>();
        facts.put("units", Set.of(Integer.toString(matter.units().size())));
        facts.put("topic", Set.of(matter.topic()));
        facts.put("level", known(matter.level()));
        facts.put("burden", known(matter.burden()));
        facts.put("country", matter.country() == null ? Set.of() : Set.of(matter.country()));
        return new Subject(matter.title(), "/matters/" + id, matter.units(), new Facts(facts));
    }

    @Override
    public boolean mayPropose(UUID id) {
        return matters.mayPropose(matters.get(id));
    }

    @Override
    public void decided(UUID id, Decision decision) {
        // the case itself is the record of the decision
    }

    private static Set<String> known(String value) {
        return value.equals("unknown") ? Set.of() : Set.of(value);
    }

    private static List<Value> values(String fact, List<String> codes) {
        return codes.stream()
                .filter(code -> !code.equals("unknown"))
                .map(code -> new Value(code, words("review." + fact + "." + code)))
                .toList();
    }

    private static Bilingual words(String key) {
        return new Bilingual(
                Messages.text(java.util.Locale.JAPANESE, key),
                Messages.text(java.util.Locale.ENGLISH, key));
    }
}
