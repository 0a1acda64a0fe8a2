package org.kakehashi.intake.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kakehashi.intake.understanding.Values.Value;
import org.kakehashi.kernel.DateReader;
import org.kakehashi.kernel.TextFolding;

/// What the other columns of a row say about its record: units, level, kinds, quotas.
final class PartnerDetails {

    private static final Pattern UNIT_SEPARATORS =
            Pattern.compile("\\s*(?:[、；;\\n\\r]|[/／](?=\\s*\\p{L}{3})|・(?=.{2,}(?:部|科|所|院)))\\s*");

    /// `2/3`: two in, three out
    private static final Pattern IN_AND_OUT = Pattern.compile("(\\d{1,4})\\s*[/／:]\\s*(\\d{1,4})");

    private static final Pattern LEVEL_AND_UNIT =
            Pattern.compile("^(?:大学間|部局間|学部間|研究科間|대학간|학부간)[^(（]*[(（]([^)）]+)[)）]$");
    private static final Pattern UNIVERSITIES =
            Pattern.compile("大学間|全学|대학간|(?i:inter-?university|university[- ](?:level|wide))");
    private static final Pattern DEPARTMENTS =
            Pattern.compile(
                    "部局間|学部間|研究科間|학부간|(?i:inter-?(?:department|faculty)|(?:department|faculty)[- ]level)");
    private static final Pattern OWN = Pattern.compile("^本学\\s*");

    private final TableLayout table;
    private final Values values;
    private final Optional<AgreementCodes> codes;
    private final RemarkUnits remarks;
    private final List<String> flags;

    PartnerDetails(
            TableLayout table,
            Values values,
            Optional<AgreementCodes> codes,
            RemarkUnits remarks,
            List<String> flags) {
        this.table = table;
        this.values = values;
        this.codes = codes;
        this.remarks = remarks;
        this.flags = flags;
    }

    List<String> partnerUnits(ParsedName name) {
        var units = new ArrayList<>(name.units());
        values.find(Role.PARTNER_UNIT)
                .filter(value -> !isNothing(value))
                .ifPresent(value -> units.addAll(list(value.text())));
        if (units.isEmpty()) {
            values.all(Role.REMARKS).stream()
                    .flatMap(value ->
                            remarks
                                    .unit(
                                            value.text(),
                                            values.find(Role.INSTITUTION)
                                                    .map(Value::text)
                                                    .orElse(""))
                                    .stream())
                    .findFirst()
                    .ifPresent(units::add);
        }
        return units.stream().distinct().toList();
    }

    List<String> otherNames(ParsedName name) {
        var column =
                values.all(Role.OTHER_NAME).stream()
                        .filter(value -> !isNothing(value))
                        .map(Value::text)
                        .map(HeaderTexts::clean);
        return Stream.concat(column, name.alternatives().stream()).distinct().toList();
    }

    /// @param unitBesideName whether a unit of the partner stands in a cell of its own
    @Nullable Level level(boolean unitBesideName) {
        var stated = values.find(Role.LEVEL).map(Value::text).flatMap(PartnerDetails::levelOf);
        var amongKinds =
                values.all(Role.KIND).stream()
                        .flatMap(value -> plainLevel(value.text()).stream())
                        .findFirst();
        if (stated.isPresent() || amongKinds.isPresent()) {
            return stated.or(() -> amongKinds).orElseThrow();
        }
        var home = homeTexts();
        if (!home.isEmpty()) {
            return home.stream()
                            .allMatch(text ->
                                    Words.UNIVERSITY_LEVEL.is(text) || Words.CENTRAL.is(text))
                    ? Level.UNIVERSITY
                    : fromTitle(Level.DEPARTMENT);
        }
        var heading = values.heading(RowUse.LEVEL_HEADING).flatMap(value -> levelOf(value.text()));
        if (heading.isPresent()) {
            return heading.get();
        }
        var remark =
                values.all(Role.REMARKS).stream()
                        .flatMap(value -> levelOf(value.text()).stream())
                        .findFirst();
        if (remark.isPresent() && !unitBesideName) {
            return remark.get();
        }
        if (table.kind() == ListKind.ORGANIZATIONS) {
            return table.context().level();
        }
        return fromTitle(unitBesideName ? Level.DEPARTMENT : Level.UNIVERSITY);
    }

    private Level fromTitle(Level otherwise) {
        var level = table.context().level();
        return level == null ? otherwise : level;
    }

    private static Optional<Level> levelOf(String text) {
        var plain = TextFolding.tidy(text).replaceAll("[\\[\\]【】<>〈〉《》()■◆●○]", "").strip();
        if (Words.UNIVERSITY_LEVEL.is(plain)) {
            return Optional.of(Level.UNIVERSITY);
        }
        boolean department = Words.DEPARTMENT_LEVEL.is(plain) || UnitNames.isUnit(plain);
        return plainLevel(plain)
                .or(() -> department ? Optional.of(Level.DEPARTMENT) : Optional.empty());
    }

    /// Words that can mean nothing but a level, wherever they stand.
    private static Optional<Level> plainLevel(String text) {
        if (UNIVERSITIES.matcher(text).find()) {
            return Optional.of(Level.UNIVERSITY);
        }
        return DEPARTMENTS.matcher(text).find() ? Optional.of(Level.DEPARTMENT) : Optional.empty();
    }

    /// Every statement of an own unit: a column, a column of levels that names units, a heading.
    private List<String> homeTexts() {
        var texts = new ArrayList<String>();
        values.all(Role.HOME_UNIT).stream()
                .filter(value -> !isNothing(value))
                .forEach(value -> texts.addAll(list(OWN.matcher(value.text()).replaceFirst(""))));
        if (texts.isEmpty()) {
            values.find(Role.LEVEL)
                    .map(Value::text)
                    .filter(text -> UnitNames.isUnit(text) && !Words.DEPARTMENT_LEVEL.is(text))
                    .ifPresent(texts::add);
        }
        if (texts.isEmpty()) {
            Stream.concat(values.all(Role.LEVEL).stream(), values.all(Role.KIND).stream())
                    .map(value -> LEVEL_AND_UNIT.matcher(value.text()))
                    .filter(Matcher::matches)
                    .forEach(match -> texts.addAll(list(match.group(1))));
        }
        if (texts.isEmpty()) {
            values.heading(RowUse.HOME_UNIT_HEADING)
                    .map(Value::text)
                    .map(HeaderTexts::clean)
                    .map(UnitNames::undecorated)
                    .ifPresent(texts::add);
        }
        return texts;
    }

    List<String> homeUnits(@Nullable Level level) {
        var units =
                homeTexts().stream()
                        .filter(text -> !Words.UNIVERSITY_LEVEL.is(text))
                        .distinct()
                        .toList();
        if (units.isEmpty() && level == Level.DEPARTMENT) {
            return values
                    .find(Role.TITLE)
                    .flatMap(title -> codes.flatMap(code -> code.unit(title.text())))
                    .stream()
                    .toList();
        }
        return units;
    }

    List<String> kinds(ParsedName name) {
        var kinds = new ArrayList<>(name.kinds());
        values.all(Role.KIND).forEach(value -> kinds.addAll(Kinds.in(value.text())));
        table.with(Role.KIND_MARK)
                .filter(column ->
                        values.of(column).filter(value -> Words.MARK.is(value.text())).isPresent())
                .forEach(column -> kinds.addAll(Kinds.in(column.header())));
        if (kinds.isEmpty()) {
            values.find(Role.TITLE).ifPresent(value -> kinds.addAll(Kinds.in(value.text())));
        }
        values.find(Role.TUITION_WAIVER)
                .filter(value -> !isNothing(value) && !Words.NO.is(value.text()))
                .ifPresent(_ -> flags.add("tuition_exemption"));
        if (!kinds.isEmpty()) {
            return kinds.stream().distinct().toList();
        }
        if (table.kind() == ListKind.ORGANIZATIONS) {
            return List.of("consortium_member");
        }
        return table.context().kinds().isEmpty() ? List.of("academic") : table.context().kinds();
    }

    @Nullable Integer quota(Role role) {
        var value =
                values.find(role)
                        .or(() -> values.find(Role.QUOTA))
                        .or(() ->
                                values.find(role == Role.QUOTA_IN ? Role.QUOTA_OUT : Role.QUOTA_IN)
                                        .filter(other ->
                                                IN_AND_OUT.matcher(other.text()).matches()))
                        .filter(found -> !isNothing(found));
        return value.isEmpty() ? remarkedQuota(role) : quota(role, value.get().text());
    }

    private static @Nullable Integer quota(Role role, String text) {
        var both = IN_AND_OUT.matcher(text);
        if (both.matches()) {
            return Integer.valueOf(both.group(role == Role.QUOTA_IN ? 1 : 2));
        }
        var said = QuotaText.read(text);
        return said.isPresent() ? said.get().of(role) : FigureText.firstNumber(text);
    }

    /// A remark that gives the places of both directions.
    private @Nullable Integer remarkedQuota(Role role) {
        return values.all(Role.REMARKS).stream()
                .flatMap(value -> QuotaText.read(value.text()).stream())
                .filter(QuotaText::isBoth)
                .findFirst()
                .map(said -> said.of(role))
                .orElse(null);
    }

    /// Members are members from the date of the list, unless the label of their row says until
    /// when.
    void memberDates(TermReader term) {
        var label =
                values.all(Role.IGNORED).stream()
                        .map(value -> DateReader.read(value.text()))
                        .filter(reading -> !reading.dates().isEmpty())
                        .findFirst();
        label.ifPresent(reading -> term.fromName(reading, new CellPlace(values.row(), 1)));
        if (label.isEmpty()) {
            term.startIfNone(table.context().asOf());
        }
    }

    private static boolean isNothing(Value value) {
        return DateReader.isNothing(value.text());
    }

    private static List<String> list(String text) {
        return UNIT_SEPARATORS
                .splitAsStream(text)
                .map(HeaderTexts::clean)
                .filter(part -> !part.isBlank())
                .toList();
    }
}
