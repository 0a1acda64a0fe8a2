package org.kakehashi.mobility.web;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.DateReader;
import org.kakehashi.kernel.DateReading;
import org.kakehashi.kernel.DateText;
import org.kakehashi.mobility.Stay;

/// A stay as a form has it, and back.
final class StayReader {
    private final Map<String, String> typed;
    private final Map<String, String> problems;

    StayReader(Map<String, String> typed, Map<String, String> problems) {
        this.typed = typed;
        this.problems = problems;
    }

    Stay.Content read(Collection<String> funding, Stay.@Nullable Source source) {
        return new Stay.Content(
                Coded.find(Stay.Direction.class, typed.get("direction"))
                        .orElse(Stay.Direction.OUTBOUND),
                Coded.find(Stay.Kind.class, typed.get("kind")).orElse(Stay.Kind.EXCHANGE),
                Coded.find(Stay.Status.class, typed.get("status")).orElse(Stay.Status.PLANNED),
                Coded.find(Stay.Level.class, typed.get("level")).orElse(Stay.Level.UNKNOWN),
                new Stay.Partner(id("partner"), text("partnerWritten"), text("partnerUnit")),
                new Stay.Frame(
                        id("unit"),
                        id("agreement"),
                        id("annex"),
                        yesNo("underAgreement"),
                        text("programme")),
                Coded.find(Stay.StudentStatus.class, typed.get("studentStatus"))
                        .orElse(Stay.StudentStatus.UNKNOWN),
                new Stay.Place(text("country"), text("city")),
                new Stay.Period(date("plannedFrom"), date("plannedUntil")),
                new Stay.Period(date("actualFrom"), date("actualUntil")),
                funding.stream()
                        .flatMap(code -> Coded.find(Stay.Funding.class, code).stream())
                        .toList(),
                Coded.find(Stay.Housing.class, typed.get("housing")).orElse(Stay.Housing.UNKNOWN),
                new Stay.Study(field(), text("language"), yesNo("creditBearing"), credits()),
                text("note"),
                typed.containsKey("overlapConfirmed"),
                source);
    }

    private @Nullable String field() {
        String field = text("field");
        if (field != null && !field.matches("\\d{2,4}")) {
            problems.put("field", "mobility.problem.field");
            return null;
        }
        return field;
    }

    private @Nullable BigDecimal credits() {
        String credits = text("credits");
        if (credits == null) {
            return null;
        }
        if (!credits.matches("\\d{1,3}(\\.\\d)?")) {
            problems.put("credits", "mobility.problem.credits");
            return null;
        }
        return new BigDecimal(credits);
    }

    private DateText date(String name) {
        String text = text(name);
        if (text == null) {
            return DateText.NONE;
        }
        DateReading reading = DateReader.read(text);
        if (reading.dates().size() != 1 || !reading.dates().getFirst().date().isKnown()) {
            problems.put(name, "mobility.problem.date");
            return DateText.NONE;
        }
        return reading.dates().getFirst().date().writtenAs(text);
    }

    private @Nullable Boolean yesNo(String name) {
        String text = text(name);
        return text == null ? null : Boolean.valueOf(text.equals("true"));
    }

    private @Nullable String text(String name) {
        String text = typed.getOrDefault(name, "").strip();
        return text.isEmpty() ? null : text;
    }

    private @Nullable UUID id(String name) {
        String text = text(name);
        return text != null && text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? UUID.fromString(text)
                : null;
    }

    static Map<String, String> typed(Stay stay) {
        Stay.Content content = stay.content();
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("version", Integer.toString(stay.version()));
        typed.put("person", stay.person().toString());
        typed.put("direction", content.direction().code());
        typed.put("kind", content.kind().code());
        typed.put("status", content.status().code());
        typed.put("level", content.level().code());
        put(typed, "partner", content.partner().organization());
        put(typed, "partnerWritten", content.partner().written());
        put(typed, "partnerUnit", content.partner().unit());
        put(typed, "unit", content.frame().unit());
        put(typed, "agreement", content.frame().agreement());
        put(typed, "annex", content.frame().annex());
        put(typed, "underAgreement", content.frame().underAgreement());
        put(typed, "programme", content.frame().programme());
        typed.put("studentStatus", content.studentStatus().code());
        put(typed, "country", content.place().country());
        put(typed, "city", content.place().city());
        typed.put("plannedFrom", content.planned().from().toString());
        typed.put("plannedUntil", content.planned().until().toString());
        typed.put("actualFrom", content.actual().from().toString());
        typed.put("actualUntil", content.actual().until().toString());
        typed.put("housing", content.housing().code());
        put(typed, "field", content.study().field());
        put(typed, "language", content.study().language());
        put(typed, "creditBearing", content.study().creditBearing());
        put(typed, "credits", content.study().credits());
        put(typed, "note", content.note());
        if (content.overlapConfirmed()) {
            typed.put("overlapConfirmed", "true");
        }
        return typed;
    }

    static List<String> funding(Stay stay) {
        return stay.content().funding().stream().map(Coded::code).toList();
    }

    private static void put(Map<String, String> typed, String name, @Nullable Object value) {
        if (value != null) {
            typed.put(name, value.toString());
        }
    }
}
