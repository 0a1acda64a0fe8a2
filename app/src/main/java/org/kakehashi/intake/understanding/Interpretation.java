package org.kakehashi.intake.understanding;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What a sheet says, read by a [Layout].
///
/// @param rows what each row was used for
public record Interpretation(
        List<PartnerRecord> partners, List<Figure> figures, Map<Integer, RowUse> rows) {

    public Interpretation {
        partners = List.copyOf(partners);
        figures = List.copyOf(figures);
        rows = Map.copyOf(rows);
    }

    /// Every open question, in the order of the rows.
    public List<Question> questions() {
        return Stream.concat(
                        partners.stream().flatMap(partner -> partner.questions().stream()),
                        figures.stream().flatMap(figure -> figure.questions().stream()))
                .toList();
    }
}
