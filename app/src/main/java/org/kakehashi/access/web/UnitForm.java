package org.kakehashi.access.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Unit;
import org.kakehashi.kernel.Bilingual;

/// The form of one of our own units, as typed.
public record UnitForm(
        @Nullable String code,
        @Nullable UUID parent,
        @Nullable String kind,
        @Nullable String nameJa,
        @Nullable String nameEn,
        @Nullable String rorId,
        @Nullable String validFrom,
        @Nullable String validUntil,
        @Nullable Integer position,
        @Nullable Integer version) {

    /// The kinds of unit, in the order they are offered.
    public static final List<String> KINDS =
            List.of(
                    "university",
                    "headquarters",
                    "school",
                    "graduate_school",
                    "institute",
                    "centre",
                    "hospital",
                    "library",
                    "other");

    static UnitForm blank(@Nullable UUID parent) {
        return new UnitForm(null, parent, "graduate_school", null, null, null, null, null, 0, 0);
    }

    static UnitForm of(Unit unit) {
        LocalDate from = unit.validFrom();
        LocalDate until = unit.validUntil();
        return new UnitForm(
                unit.code(),
                unit.parent(),
                unit.kind(),
                unit.name().ja(),
                unit.name().en(),
                unit.rorId(),
                from == null ? null : from.toString(),
                until == null ? null : until.toString(),
                unit.position(),
                unit.version());
    }

    Map<String, String> problems(boolean codeTaken) {
        Map<String, String> found = new LinkedHashMap<>();
        if (!UserForm.text(code).matches("[A-Za-z0-9_-]{1,20}")) {
            found.put("code", "access.unit.code.form");
        } else if (codeTaken) {
            found.put("code", "access.unit.code.taken");
        }
        if (UserForm.text(nameJa).isEmpty()) {
            found.put("nameJa", "ui.field.required");
        }
        if (UserForm.text(nameEn).isEmpty()) {
            found.put("nameEn", "ui.field.required");
        }
        check("validFrom", validFrom, found);
        check("validUntil", validUntil, found);
        if (found.isEmpty()) {
            LocalDate from = date(validFrom);
            LocalDate until = date(validUntil);
            if (from != null && until != null && !from.isBefore(until)) {
                found.put("validUntil", "access.unit.valid.order");
            }
        }
        return found;
    }

    Unit unit(UUID id) {
        String ror = UserForm.text(rorId);
        return new Unit(
                id,
                UserForm.text(code),
                parent,
                kind != null && KINDS.contains(kind) ? kind : "other",
                new Bilingual(nameJa, nameEn),
                ror.isEmpty() ? null : ror.replace("https://ror.org/", ""),
                date(validFrom),
                date(validUntil),
                position == null ? 0 : position,
                version == null ? 0 : version);
    }

    private static void check(String field, @Nullable String value, Map<String, String> found) {
        try {
            date(value);
        } catch (DateTimeParseException e) {
            found.put(field, "access.unit.valid.form");
        }
    }

    private static @Nullable LocalDate date(@Nullable String value) {
        return UserForm.text(value).isEmpty() ? null : LocalDate.parse(UserForm.text(value));
    }
}
