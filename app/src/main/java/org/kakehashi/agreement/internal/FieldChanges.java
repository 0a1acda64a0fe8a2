package org.kakehashi.agreement.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Unit;
import org.kakehashi.access.Units;
import org.kakehashi.agreement.AgreementContent;
import org.kakehashi.agreement.Annex;
import org.kakehashi.agreement.HomeUnit;
import org.kakehashi.agreement.Kinds;
import org.kakehashi.agreement.Party;
import org.kakehashi.intake.Comparison.FieldChange;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.DateText;
import org.kakehashi.ui.Messages;

/// What differs between two contents of an agreement that lists can change, in words.
final class FieldChanges {
    private final Kinds kinds;
    private final Units units;
    private final List<FieldChange> found = new ArrayList<>();

    FieldChanges(Kinds kinds, Units units) {
        this.kinds = kinds;
        this.units = units;
    }

    List<FieldChange> between(AgreementContent before, AgreementContent after) {
        add(
                "level",
                before,
                after,
                content -> message("agreement.level." + content.level().code()));
        add("kinds", before, after, this::kinds);
        add("start", before, after, content -> date(content.term().start()));
        add("end", before, after, content -> date(content.term().end()));
        add(
                "term",
                before,
                after,
                content -> message("agreement.term." + content.term().kind().code()));
        add(
                "renewal",
                before,
                after,
                content -> message("agreement.renewal." + content.term().renewal().mode().code()));
        add(
                "pending",
                before,
                after,
                content ->
                        message(content.term().renewal().pending() ? "intake.yes" : "intake.no"));
        add("homeUnits", before, after, this::units);
        add(
                "partnerUnit",
                before,
                after,
                content -> plain(party(content, Party::partnerUnitWritten)));
        add(
                "recognised",
                before,
                after,
                content ->
                        plain(
                                party(
                                        content,
                                        party -> Objects.toString(party.organization(), null))));
        add("country", before, after, content -> plain(party(content, Party::country)));
        add("quotaIn", before, after, content -> plain(annex(content, Annex::quotaIn)));
        add("quotaOut", before, after, content -> plain(annex(content, Annex::quotaOut)));
        add(
                "waiver",
                before,
                after,
                content -> {
                    String code = annex(content, annex -> annex.tuitionWaiver().code());
                    return code == null ? plain(null) : message("agreement.waiver." + code);
                });
        return found;
    }

    private void add(
            String field,
            AgreementContent before,
            AgreementContent after,
            Function<AgreementContent, Bilingual> words) {
        Bilingual was = words.apply(before);
        Bilingual is = words.apply(after);
        if (was.equals(is)) {
            return;
        }
        if (field.equals("recognised")) {
            is = plain(after.parties().getFirst().written());
            was = plain(null);
        }
        found.add(new FieldChange("intake.field." + field, was, is));
    }

    private Bilingual kinds(AgreementContent content) {
        return both(language ->
                content.kinds().stream()
                        .map(code -> kinds.name(code).in(language))
                        .collect(Collectors.joining(", ")));
    }

    private Bilingual units(AgreementContent content) {
        return both(language ->
                content.homeUnits().stream()
                        .map(unit -> unit(unit, language))
                        .collect(Collectors.joining(", ")));
    }

    private String unit(HomeUnit unit, Locale language) {
        return unit.unit() == null
                ? unit.written()
                : units.find(unit.unit()).map(Unit::name).map(name -> name.in(language)).orElse("");
    }

    private static Bilingual date(DateText date) {
        return plain(date.toString());
    }

    private static @Nullable String party(
            AgreementContent content, Function<Party, @Nullable String> part) {
        return content.parties().isEmpty() ? null : part.apply(content.parties().getFirst());
    }

    private static <T> @Nullable String annex(
            AgreementContent content, Function<Annex, @Nullable T> part) {
        return content.annexes().isEmpty()
                ? null
                : Objects.toString(part.apply(content.annexes().getFirst()), null);
    }

    private static Bilingual message(String key) {
        return both(language -> Messages.text(language, key, Map.of()));
    }

    private static Bilingual both(Function<Locale, String> words) {
        return new Bilingual(words.apply(Locale.JAPANESE), words.apply(Locale.ENGLISH));
    }

    private static Bilingual plain(@Nullable String text) {
        return new Bilingual(text, text);
    }
}
