package org.kakehashi.publicsite.web;

import static org.kakehashi.ui.Text.t;

import com.ibm.icu.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kakehashi.agreement.Term;
import org.kakehashi.agreement.facts.AgreementFilter;
import org.kakehashi.agreement.facts.AgreementLine;
import org.kakehashi.agreement.facts.Dimension;
import org.kakehashi.kernel.DateText;
import org.kakehashi.strategy.Names;
import org.kakehashi.ui.Dates;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.view.Choice;
import org.kakehashi.ui.view.Column;
import org.kakehashi.ui.view.Pager;
import org.kakehashi.ui.view.Query;
import org.kakehashi.ui.view.TableHead;

/// A page of the public register.
public record RegisterPage(
        List<AgreementLine> lines,
        TableHead head,
        Pager pager,
        Query query,
        AgreementFilter filter,
        Map<String, Long> countries,
        Map<String, Long> kinds,
        Names names) {

    static List<Column> columns() {
        return List.of(
                Column.text("partner", t("publicsite.partner")).fixed(),
                Column.text("country", t("publicsite.country")).fixed(),
                Column.text("level", t("publicsite.level")).fixed(),
                Column.text("kind", t("publicsite.kind")).unsorted().fixed(),
                Column.text("unit", t("publicsite.unit")).fixed(),
                Column.text("start", t("publicsite.start")).fixed(),
                Column.text("end", t("publicsite.end")).fixed());
    }

    public List<Choice> countryChoices() {
        return choices(Dimension.COUNTRY, countries);
    }

    public List<Choice> kindChoices() {
        return choices(Dimension.KIND, kinds);
    }

    public List<Choice> levelChoices() {
        return List.of("university", "department").stream()
                .map(code -> choice(Dimension.LEVEL, code, names.of(Dimension.LEVEL, code)))
                .toList();
    }

    private List<Choice> choices(Dimension dimension, Map<String, Long> numbers) {
        Collator collator = Collator.getInstance(Text.locale());
        return numbers.entrySet().stream()
                .filter(one -> !one.getKey().equals(Dimension.UNKNOWN))
                .map(one ->
                        choice(
                                dimension,
                                one.getKey(),
                                t(
                                        "publicsite.choice",
                                        "name",
                                        names.of(dimension, one.getKey()),
                                        "n",
                                        one.getValue())))
                .sorted(Comparator.comparing(Choice::label, collator::compare))
                .toList();
    }

    private Choice choice(Dimension dimension, String value, String label) {
        return new Choice(value, label, filter.values(dimension).contains(value));
    }

    public String countriesOf(AgreementLine line) {
        return joined(Dimension.COUNTRY, line.countries());
    }

    public String kindsOf(AgreementLine line) {
        return joined(Dimension.KIND, line.kinds());
    }

    public String unitsOf(AgreementLine line) {
        return joined(Dimension.UNIT, line.units().stream().map(Object::toString).toList());
    }

    private String joined(Dimension dimension, List<String> values) {
        return values.stream()
                .map(value -> names.of(dimension, value))
                .collect(Collectors.joining(t("publicsite.separator")));
    }

    public String levelOf(AgreementLine line) {
        return names.of(Dimension.LEVEL, line.level().code());
    }

    public static String start(AgreementLine line) {
        return date(line.start());
    }

    /// The last day, or how it goes on without one.
    public static String end(AgreementLine line) {
        if (line.renewal() == Term.RenewalMode.AUTOMATIC) {
            return t("publicsite.end.automatic");
        }
        return switch (line.term()) {
            case ENDLESS, UNTIL_REPLACED -> t("publicsite.end.none");
            case FIXED, UNKNOWN -> date(line.end());
        };
    }

    private static String date(DateText date) {
        if (!date.isKnown() || date.date() == null) {
            return t("ui.unknown");
        }
        return date.precision() == DateText.Precision.DAY ? Dates.day(date.date()) : date.iso();
    }
}
