package org.kakehashi.access.internal;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kakehashi.access.AuditAnchor;
import org.kakehashi.access.AuditChain;
import org.kakehashi.access.AuditReport;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Verb;
import org.kakehashi.ui.Messages;
import org.springframework.stereotype.Component;

/// `bin/kakehashi verify-audit [--anchor SEQ:HASH]…`: exit code 0 if the chain is whole, 1 if not.
@Component
class VerifyAuditVerb implements Verb {
    private final AuditChain chain;

    VerifyAuditVerb(AuditChain chain) {
        this.chain = chain;
    }

    @Override
    public String name() {
        return "verify-audit";
    }

    @Override
    public Bilingual help() {
        return new Bilingual(
                Messages.text(Locale.JAPANESE, "access.chain.verb"),
                Messages.text(Locale.ENGLISH, "access.chain.verb"));
    }

    @Override
    public int run(List<String> arguments, PrintWriter out) {
        List<AuditAnchor> given = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            var anchor =
                    i + 1 < arguments.size() && arguments.get(i).equals("--anchor")
                            ? Anchors.read(arguments.get(i + 1))
                            : java.util.Optional.<AuditAnchor>empty();
            if (anchor.isEmpty()) {
                say(out, "access.chain.usage", Map.of());
                return 2;
            }
            given.add(anchor.get());
        }
        AuditReport report = chain.verify(given, done -> {});
        AuditReport.Broken broken = report.broken();
        if (broken == null) {
            say(out, "access.chain.whole", Map.of("n", report.links()));
        } else {
            say(out, broken.key(), broken.arguments());
        }
        out.println(report.line());
        return report.whole() ? 0 : 1;
    }

    private static void say(PrintWriter out, String key, Map<String, ?> arguments) {
        out.println(Messages.text(Locale.ENGLISH, key, arguments));
        out.println(Messages.text(Locale.JAPANESE, key, arguments));
    }
}
