package org.kakehashi.partnership.briefing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.Activity;
import org.kakehashi.agreement.Condition.Direction;
import org.kakehashi.agreement.Use;
import org.kakehashi.agreement.facts.AgreementLine;
import org.kakehashi.compliance.Examination;
import org.kakehashi.document.TemplateValues;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Country;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.partnership.Visit;
import org.kakehashi.partnership.contact.Contact;
import org.kakehashi.partnership.profile.PartnerRecord;
import org.kakehashi.partnership.visit.ProgrammeItem;
import org.kakehashi.partnership.visit.VisitDetails;

/// What the fields of a briefing paper become. What is not known is empty, what is unknown as a
/// figure says so.
final class BriefingValues {
    private static final int VISITS = 8;
    private static final int YEARS = 5;
    private static final int NEWS = 5;

    private final Tongue tongue;
    private final PartnerRecord record;
    private final Map<String, String> fields = new HashMap<>();
    private final Map<String, List<Map<String, String>>> lists = new HashMap<>();

    BriefingValues(Tongue tongue, PartnerRecord record) {
        this.tongue = tongue;
        this.record = record;
    }

    TemplateValues of(@Nullable Visit visit, VisitDetails.@Nullable Of details, String points) {
        OrganizationRef partner = record.partner();
        fields.put("partner", tongue.name(partner::label));
        fields.put("today", tongue.day(record.today()));
        Country country = partner.country();
        fields.put(
                "place",
                (country == null ? "" : tongue.name(country::name))
                        + (partner.city() == null ? "" : " " + partner.city()));
        visit(visit, details, points);
        glance();
        put("people", record.contacts().stream().filter(this::valid).map(this::person).toList());
        put("agreements", record.lines().stream().map(this::agreement).toList());
        put("exchange", exchange());
        put("places", places());
        put(
                "visits",
                record.visits().stream()
                        .filter(one -> !one.from().isAfter(record.today()))
                        .limit(VISITS)
                        .map(this::past)
                        .toList());
        put(
                "open",
                record.open().stream()
                        .map(one -> Map.of("what", one.what(), "due", tongue.day(one.dueOn())))
                        .toList());
        put(
                "news",
                record.news().stream()
                        .limit(NEWS)
                        .map(one ->
                                Map.of(
                                        "day",
                                        tongue.day(one.on()),
                                        "what",
                                        tongue.say(one.title())))
                        .toList());
        return new TemplateValues(fields, lists);
    }

    private void put(String name, List<Map<String, String>> entries) {
        lists.put(name, entries);
        fields.put("has_" + name, entries.isEmpty() ? "" : "1");
    }

    private void visit(@Nullable Visit visit, VisitDetails.@Nullable Of details, String points) {
        fields.put("visit", visit == null ? "" : heading(visit));
        fields.put("purpose", visit == null ? "" : tongue.say(visit.purpose()));
        fields.put("guests", visit == null ? "" : or(visit.guests()));
        fields.put("hosts", visit == null ? "" : or(visit.hosts()));
        fields.put(
                "talking_points",
                points.isBlank() && details != null
                        ? tongue.say(details.talking())
                        : points.strip());
        put(
                "programme",
                details == null
                        ? List.of()
                        : details.programme().stream().map(this::item).toList());
    }

    private String heading(Visit visit) {
        String days =
                visit.from().equals(visit.until())
                        ? tongue.day(visit.from())
                        : tongue.day(visit.from()) + " – " + tongue.day(visit.until());
        return tongue.say("partnership.direction." + visit.direction().code()) + " " + days;
    }

    private Map<String, String> item(ProgrammeItem item) {
        String hours =
                item.from() == null
                        ? ""
                        : " " + item.from() + (item.until() == null ? "" : "–" + item.until());
        return Map.of(
                "when",
                tongue.day(item.on()) + hours,
                "what",
                tongue.say(item.what()),
                "where",
                or(item.place()),
                "who",
                or(item.people()));
    }

    private void glance() {
        fields.put("in_force", String.valueOf(record.inForce()));
        fields.put(
                "ends_first",
                record.endsFirst()
                        .map(line -> line.number() + " " + tongue.day(line.end()))
                        .orElse(""));
        fields.put(
                "students",
                record.latest(Activity.Kind.STUDENT)
                        .map(year ->
                                tongue.name(new FiscalYear(year)::label)
                                        + " "
                                        + tongue.say(
                                                "partnership.profile.students.value",
                                                Map.of(
                                                        "in",
                                                        number(Direction.INBOUND, year),
                                                        "out",
                                                        number(Direction.OUTBOUND, year))))
                        .orElse(""));
        fields.put("last_visit", record.lastVisit().map(one -> tongue.day(one.from())).orElse(""));
        Examination latest = record.examination().orElse(null);
        fields.put(
                "due_diligence",
                record.examinations() == null
                        ? ""
                        : latest == null
                                ? tongue.say("compliance.none")
                                : state(latest) + " (" + tongue.day(latest.on()) + ")");
        fields.put("due_diligence_findings", latest == null ? "" : tongue.say(latest.findings()));
    }

    private String state(Examination latest) {
        return latest.expired(record.today())
                ? tongue.say("partnership.profile.expired")
                : tongue.say("compliance.state." + latest.state().code());
    }

    private boolean valid(Contact contact) {
        return contact.consent().validOn(record.today());
    }

    private Map<String, String> person(Contact contact) {
        Bilingual name = contact.name();
        String both =
                name.ja() != null && name.en() != null
                        ? name.ja() + " (" + name.en() + ")"
                        : name.in(Locale.ENGLISH);
        return Map.of(
                "name",
                both,
                "position",
                tongue.say(contact.position())
                        + (contact.faculty() == null ? "" : "\n" + contact.faculty()),
                "last",
                contact.lastContact() == null
                        ? tongue.say("ui.unknown")
                        : tongue.day(contact.lastContact()));
    }

    private Map<String, String> agreement(AgreementLine line) {
        return Map.of(
                "number",
                line.number(),
                "title",
                tongue.say(line.title()),
                "status",
                tongue.say("agreement.status." + line.status().code()),
                "end",
                tongue.day(line.end()));
    }

    private List<Map<String, String>> exchange() {
        int last = FiscalYear.of(record.today()).year();
        return record.latest(Activity.Kind.STUDENT).isEmpty()
                ? List.of()
                : IntStream.rangeClosed(last - YEARS + 1, last)
                        .mapToObj(year ->
                                Map.of(
                                        "year",
                                        tongue.name(new FiscalYear(year)::label),
                                        "in",
                                        number(Direction.INBOUND, year),
                                        "out",
                                        number(Direction.OUTBOUND, year)))
                        .toList();
    }

    private String number(Direction direction, int year) {
        Integer number = record.number(Activity.Kind.STUDENT, direction, year);
        return number == null ? tongue.say("ui.unknown") : number.toString();
    }

    private List<Map<String, String>> places() {
        List<Map<String, String>> rows = new ArrayList<>();
        for (AgreementLine line : record.lines()) {
            Use use = record.uses().get(line.id());
            if (use != null) {
                Use.Year year = use.latest();
                rows.add(
                        Map.of(
                                "number",
                                line.number()
                                        + " "
                                        + tongue.say("agreement.quotaUnit." + use.unit().code()),
                                "used",
                                amount(year.usedIn())
                                        + "/"
                                        + amount(year.offeredIn())
                                        + " · "
                                        + amount(year.usedOut())
                                        + "/"
                                        + amount(year.offeredOut()),
                                "owed",
                                amount(year.owed())));
            }
        }
        return rows;
    }

    private String amount(@Nullable BigDecimal amount) {
        return amount == null
                ? tongue.say("ui.unknown")
                : amount.stripTrailingZeros().toPlainString();
    }

    private Map<String, String> past(Visit visit) {
        return Map.of(
                "day",
                tongue.day(visit.from()),
                "direction",
                tongue.say("partnership.direction." + visit.direction().code()),
                "purpose",
                tongue.say(visit.purpose()));
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
