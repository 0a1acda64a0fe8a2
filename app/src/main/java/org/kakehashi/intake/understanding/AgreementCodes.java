package org.kakehashi.intake.understanding;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Codes that name the parties: in `KU-PSU-Med`, where most codes of the column have PSU, PSU is
/// the own university and what follows is its unit.
final class AgreementCodes {

    private static final Pattern DASH = Pattern.compile("\\s*[-–/_]\\s*");
    private static final int FEWEST = 3;
    private static final int LONGEST = 40;

    private final String own;

    private AgreementCodes(String own) {
        this.own = own;
    }

    static Optional<AgreementCodes> of(List<String> texts) {
        var counts = new HashMap<String, Integer>();
        int codes = 0;
        for (var text : texts) {
            var tokens = tokens(text);
            codes += tokens.size() > 1 ? 1 : 0;
            tokens.stream().distinct().forEach(token -> counts.merge(token, 1, Integer::sum));
        }
        int all = codes;
        return counts.entrySet().stream()
                .filter(entry -> all >= FEWEST && entry.getValue() >= all * 0.8)
                .max(java.util.Map.Entry.comparingByValue())
                .map(entry -> new AgreementCodes(entry.getKey()));
    }

    /// The own unit, if the code names one: the last of three or more parts, unless that is the own
    /// university.
    Optional<String> unit(String text) {
        var written = DASH.split(text.strip());
        var tokens = tokens(text);
        boolean named = tokens.size() > 2 && tokens.contains(own) && !tokens.getLast().equals(own);
        return named ? Optional.of(written[written.length - 1].strip()) : Optional.empty();
    }

    private static List<String> tokens(String text) {
        if (text.length() > LONGEST) {
            return List.of();
        }
        return Arrays.stream(DASH.split(text.strip()))
                .map(token -> token.toLowerCase(Locale.ROOT))
                .toList();
    }
}
