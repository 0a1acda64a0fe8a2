package org.kakehashi.intake.understanding;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kakehashi.intake.understanding.InstitutionRecogniser.Recognition;
import org.kakehashi.kernel.Country;
import org.kakehashi.kernel.DateText;

/// One partner institution in one row: an agreement with it, or its membership.
///
/// @param row row of the sheet, from 1
/// @param number 1, 2, … when a row holds several institutions
/// @param places the cells each value came from
public record PartnerRecord(
        int row,
        int number,
        Name name,
        List<String> homeUnits,
        Where where,
        @Nullable Level level,
        List<String> kinds,
        Term term,
        @Nullable Integer quotaIn,
        @Nullable Integer quotaOut,
        List<String> flags,
        Recognition recognition,
        Map<Field, List<CellPlace>> places,
        List<Question> questions) {

    /// @param asWritten as in the cell; `(blank)` when the name comes from the row above
    /// @param institution without unit, brackets and marks
    /// @param alternatives other names in the cell: second language, abbreviation, former name
    /// @param partnerUnits faculties, departments or campuses of the partner
    public record Name(
            String asWritten,
            String institution,
            List<String> alternatives,
            List<String> partnerUnits) {}

    /// @param asWritten the cell or heading, empty if the list does not say
    /// @param city what the list says about the city, or empty
    /// @param site web address beside the name, or empty
    public record Where(
            String asWritten, @Nullable Country country, boolean stated, String city, String site) {

        Where(String asWritten, @Nullable Country country, boolean stated) {
            this(asWritten, country, stated, "", "");
        }

        Where beside(String itsCity, String itsSite) {
            return new Where(asWritten, country, stated, itsCity, itsSite);
        }
    }

    /// @param automaticRenewal null when the list does not say
    public record Term(DateText start, DateText end, @Nullable Boolean automaticRenewal) {}

    PartnerRecord numbered(int order) {
        return order == number
                ? this
                : new PartnerRecord(
                        row,
                        order,
                        name,
                        homeUnits,
                        where,
                        level,
                        kinds,
                        term,
                        quotaIn,
                        quotaOut,
                        flags,
                        recognition,
                        places,
                        questions);
    }

    PartnerRecord recognisedIn(Country country, Recognition found) {
        var there = new Where(where.asWritten(), country, false).beside(where.city(), where.site());
        var open =
                questions.stream()
                        .filter(question -> question.kind() != Question.Kind.NO_COUNTRY)
                        .toList();
        return new PartnerRecord(
                row, number, name, homeUnits, there, level, kinds, term, quotaIn, quotaOut, flags,
                found, places, open);
    }

    public PartnerRecord {
        homeUnits = List.copyOf(homeUnits);
        kinds = List.copyOf(kinds);
        flags = List.copyOf(flags);
        places = Map.copyOf(places);
        questions = List.copyOf(questions);
    }
}
