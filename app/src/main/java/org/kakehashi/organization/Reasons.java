package org.kakehashi.organization;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kakehashi.organization.Recognised.Reason;
import org.kakehashi.resolver.Evidence;
import org.kakehashi.resolver.Feature;

/// The resolver's evidence as messages: `organization.reason.<feature>` with the arguments `a` and
/// `b`.
final class Reasons {
    private static final String[] NAMES = {"a", "b", "c"};

    private Reasons() {}

    static List<Reason> of(List<Evidence> evidence) {
        return evidence.stream().map(Reasons::reason).toList();
    }

    private static Reason reason(Evidence evidence) {
        Map<String, String> arguments = new HashMap<>();
        for (int i = 0; i < Math.min(NAMES.length, evidence.arguments().size()); i++) {
            arguments.put(NAMES[i], evidence.arguments().get(i));
        }
        String key = "organization.reason." + evidence.feature().name().toLowerCase(Locale.ROOT);
        boolean dated = evidence.feature() == Feature.CONTINUES && arguments.containsKey("b");
        return new Reason(dated ? key + ".dated" : key, Map.copyOf(arguments), evidence.against());
    }
}
