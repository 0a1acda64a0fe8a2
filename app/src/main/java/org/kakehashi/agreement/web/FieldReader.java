package org.kakehashi.agreement.web;

import static org.kakehashi.ui.Text.t;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.Annex;
import org.kakehashi.agreement.Signature;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.DateText;

/// Reads fields as they were typed and collects what is wrong with them.
abstract class FieldReader {
    final AgreementForm form;
    final Map<String, String> problems = new LinkedHashMap<>();

    FieldReader(AgreementForm form) {
        this.form = form;
    }

    /// What is wrong, by field; to be asked after everything is read.
    final Map<String, String> problems() {
        return problems;
    }

    final List<Signature> signatures() {
        List<Signature> signatures = new ArrayList<>();
        for (int i : form.indices("signature")) {
            String at = "signature" + i;
            DateText on = date(at + "On");
            String who = form.text(at + "Who");
            String role = form.text(at + "Role");
            if (who != null || role != null || !on.equals(DateText.NONE)) {
                signatures.add(
                        new Signature(
                                coded(Signature.Side.class, at + "Side", Signature.Side.PARTNER),
                                who,
                                role,
                                on,
                                form.text(at + "Place")));
            }
        }
        return signatures;
    }

    /// What the register knows of a memorandum.
    final Annex annex(String at, String kind) {
        return new Annex(
                id(form.text(at + "Id")),
                kind,
                bilingual(at + "Title"),
                number(at + "In", 0, 100_000),
                number(at + "Out", 0, 100_000),
                coded(Annex.QuotaUnit.class, at + "Per", Annex.QuotaUnit.UNKNOWN),
                coded(Annex.Waiver.class, at + "Waiver", Annex.Waiver.UNKNOWN),
                date(at + "Start"),
                date(at + "End"),
                bilingual(at + "Notes"));
    }

    final DateText date(String name) {
        String text = form.text(name);
        if (text == null) {
            return DateText.NONE;
        }
        TypedDate typed = TypedDate.read(text);
        if (typed.problem() != null) {
            problems.put(name, typed.problem());
        }
        return typed.date();
    }

    final @Nullable Integer number(String name, int least, int most) {
        String text = form.text(name);
        if (text == null) {
            return null;
        }
        String digits = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC);
        if (digits.matches("\\d{1,6}")) {
            int number = Integer.parseInt(digits);
            if (number >= least && number <= most) {
                return number;
            }
        }
        problems.put(name, t("agreement.problem.number", "least", least, "most", most));
        return null;
    }

    final Bilingual bilingual(String name) {
        return new Bilingual(form.value(name + "Ja"), form.value(name + "En"));
    }

    final <E extends Enum<E> & Coded> E coded(Class<E> type, String name, E otherwise) {
        return Coded.find(type, form.text(name)).orElse(otherwise);
    }

    static @Nullable UUID id(@Nullable String text) {
        return Optional.ofNullable(text)
                .filter(one -> one.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .map(UUID::fromString)
                .orElse(null);
    }

    final @Nullable BigDecimal decimal(String name) {
        String text = form.text(name);
        if (text == null) {
            return null;
        }
        String digits = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC);
        if (digits.matches("\\d{1,4}(\\.\\d{1,2})?")) {
            return new BigDecimal(new BigDecimal(digits).stripTrailingZeros().toPlainString());
        }
        problems.put(name, "agreement.problem.decimal");
        return null;
    }
}
