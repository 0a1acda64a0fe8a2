package org.kakehashi.strategy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kakehashi.agreement.facts.AgreementFilter;
import org.kakehashi.agreement.facts.Dimension;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.kernel.KakehashiException;

/// Filters of formulas, written as in the address of the list, as filters on a day.
final class Filters {
    private Filters() {}

    /// The filter as of the day; `{year}` is its fiscal year.
    static AgreementFilter on(String written, LocalDate day) {
        String query = written.replace("{year}", Integer.toString(FiscalYear.of(day).year()));
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&")) {
            int at = pair.indexOf('=');
            if (at > 0) {
                parameters
                        .computeIfAbsent(pair.substring(0, at), any -> new ArrayList<>())
                        .add(pair.substring(at + 1));
            }
        }
        return AgreementFilter.of(parameters, day);
    }

    /// The dimension with this name in addresses.
    static Dimension dimension(String parameter) {
        for (Dimension dimension : Dimension.values()) {
            if (dimension.parameter().equals(parameter)) {
                return dimension;
            }
        }
        throw KakehashiException.notFound();
    }
}
